import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { guardLeaving } from "../leaving";
import { onHeard } from "../live/live";
import { drawnForUser, subscribeSession } from "../session";
import { anyDisk, type Waiting } from "./disk";
import { Outbox, type OutboxView } from "./outbox";
import { sender } from "./send";

let outbox: { box: Outbox; client: QueryClient } | null = null;

/** The changes of whoever this page was drawn for. */
export function outboxOf(client: QueryClient): Outbox {
  const user = drawnForUser();
  if (outbox?.client !== client || outbox.box.user !== user) {
    outbox?.box.stop();
    outbox = { box: new Outbox(anyDisk(), user, sender(client)), client };
  }
  return outbox.box;
}

/** Sends what waits when the page opens, when the server is heard again, and when somebody has signed in again. */
export function useSending(): void {
  const client = useQueryClient();
  useEffect(() => {
    const box = outboxOf(client);
    void box.load().then(() => box.wake());
    const stop = new AbortController();
    const wake = () => box.wake();
    addEventListener("online", wake, { signal: stop.signal });
    const silent = [onHeard(wake), subscribeSession(wake), guardLeaving(() => box.look().changes.length > 0)];
    return () => {
      stop.abort();
      for (const silence of silent) silence();
    };
  }, [client]);
}

export function useOutbox(): { box: Outbox; view: OutboxView } {
  const box = outboxOf(useQueryClient());
  return { box, view: useSyncExternalStore(box.subscribe, box.look) };
}

/** What waits of one transcript, by segment. */
export function useWaitingOf(transcriptId: string): ReadonlyMap<string, Waiting> {
  const { changes } = useOutbox().view;
  return useMemo(() => new Map(changes.filter((change) => change.transcriptId === transcriptId).map((change) => [change.segmentId, change])), [changes, transcriptId]);
}
