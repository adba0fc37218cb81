import { useQueryClient } from "@tanstack/react-query";
import { OFFLINE, messageOf, toApiError } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { useEffect, useRef, useState } from "react";
import { keys } from "@/lib/keys";
import { recoverSession } from "@/lib/session";
import type { SummarySentence } from "@/lib/types";
import { EventReader } from "./events";

interface Generating<S> {
  running: boolean;
  sentences: readonly S[];
  error: string | null;
}

const IDLE: Generating<never> = { running: false, sentences: [], error: null };

async function post(path: string, body: object, signal: AbortSignal): Promise<Response> {
  const send = () => fetch(path, { method: "POST", signal, headers: { "Content-Type": "application/json", Accept: "text/event-stream" }, body: JSON.stringify({ ...body, stream: true }) });
  const answer = await send();
  return answer.status === 401 && (await recoverSession()) ? send() : answer;
}

/** Asks a model and shows each sentence as it comes. Whoever stops it, or leaves, stops the model too. */
export function useGenerate<S extends Pick<SummarySentence, "text"> = SummarySentence>(): Generating<S> & { start: (path: string, body: object) => Promise<boolean>; stop: () => void } {
  const client = useQueryClient();
  const [state, setState] = useState<Generating<S>>(IDLE);
  const aborter = useRef<AbortController | null>(null);
  useEffect(() => () => aborter.current?.abort(), []);

  async function start(path: string, body: object): Promise<boolean> {
    aborter.current?.abort();
    const mine = new AbortController();
    aborter.current = mine;
    setState({ running: true, sentences: [], error: null });
    let error: string | null = null;
    try {
      error = await follow(await post(path, body, mine.signal), (sentence: S) => setState((now) => ({ ...now, sentences: [...now.sentences, sentence] })));
    } catch (reason) {
      if (!mine.signal.aborted) error = reason instanceof TypeError ? OFFLINE : messageOf(reason);
    }
    await client.invalidateQueries({ queryKey: keys.ai });
    if (aborter.current === mine) setState({ ...IDLE, error });
    return error === null && !mine.signal.aborted;
  }

  return { ...state, start, stop: () => aborter.current?.abort() };
}

/** Returns what went wrong, in a sentence. */
async function follow<S>(answer: Response, onSentence: (sentence: S) => void): Promise<string | null> {
  if (!answer.ok || !answer.body) throw toApiError(answer.status, await answer.json().catch(() => null));
  const reader = new EventReader();
  const text = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    // Pieces come one after the other.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await text.read();
    if (done) return t("The connection broke off before the end.");
    for (const { event, data } of reader.feed(value)) {
      if (event === "sentence") onSentence(data as S);
      if (event === "result") return null;
      if (event === "error") return (data as { detail: string }).detail;
    }
  }
}
