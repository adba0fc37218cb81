import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { checkSession } from "../session";
import { applyChange, parseChange } from "./changes";
import { listen } from "./leader";
import type { StreamMessage } from "./stream";

export type LiveState = "connecting" | "live" | "reconnecting";

let state: LiveState = "connecting";
const listeners = new Set<() => void>();

function become(next: LiveState) {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** What a message means for the data: exported for its test. */
export function receive(client: QueryClient, message: StreamMessage, before: LiveState, now = Date.now()): LiveState {
  if (message.kind === "lost") return before === "connecting" ? "connecting" : "reconnecting";
  if (message.kind === "here") return before === "connecting" ? "live" : before;
  if (message.kind === "hello") {
    // Whatever is shown may have changed unheard. On the first hello that is only what arrived before it.
    if (before !== "connecting") void client.invalidateQueries();
    else void client.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 && state.dataUpdatedAt < now });
    return "live";
  }
  const change = parseChange(message.data);
  if (change) {
    applyChange(client, change);
    for (const listener of ears) listener(change);
  }
  return before;
}

const heard = new Set<() => void>();

/** Called whenever the server answers anew. Returns how to stop being called. */
export function onHeard(listener: () => void): () => void {
  heard.add(listener);
  return () => heard.delete(listener);
}

const ears = new Set<(data: unknown) => void>();

/** Called with each message, also those that say nothing about what is shown. Returns how to stop being called. */
export function onMessage(listener: (data: unknown) => void): () => void {
  ears.add(listener);
  return () => ears.delete(listener);
}

let again: () => void = () => undefined;

/** Tries at once what would be tried later. */
export const reconnect = (): void => again();

export function startLive(client: QueryClient): () => void {
  const begin = () =>
    listen("/api/events", (message) => {
      become(receive(client, message, state));
      // The server ends a stream when whoever listens may not any more.
      if (message.kind === "lost") void checkSession();
      if (message.kind === "hello") for (const listener of heard) listener();
    });
  let stop = begin();
  again = () => {
    stop();
    stop = begin();
  };
  return () => {
    again = () => undefined;
    stop();
    become("connecting");
  };
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}
