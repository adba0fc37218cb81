import { useEffect, useMemo, useRef, useState } from "react";
import { api } from "@/lib/client";
import { onHeard, onMessage } from "@/lib/live/live";
import { GONE_MS, heard, parseSaid, SAY_MS, stillHere, writers, type Others, type Present } from "./present";

/** Answers to whoever has just come are spread over this time. */
const SPREAD_MS = 300;
const LOOK_MS = 2000;
const NOBODY: Others = new Map();

const newPage = (): string => `page-${Math.random().toString(36).slice(2, 12).padEnd(10, "0")}${Date.now().toString(36)}`;

interface Presence {
  others: Others;
  /** Who else writes in a segment. */
  writing: ReadonlyMap<string, Present>;
}

/**
 * Who else has this transcript open. A page that is alone says nothing after its first word, so that most pages cost nothing;
 * whoever comes asks, and then all say every few seconds where they are.
 */
export function usePresence(transcriptId: string, segmentId: string | null, editing: boolean): Presence {
  const [others, setOthers] = useState(NOBODY);
  const [page] = useState(newPage);
  const place = useRef({ segmentId, editing });
  const say = useRef<(more?: { asks?: boolean; here?: boolean }) => void>(() => undefined);
  const isAlone = others.size === 0;
  const alone = useRef(isAlone);
  useEffect(() => {
    alone.current = isAlone;
  });

  useEffect(() => {
    say.current = (more = {}) => {
      const { segmentId: segment, editing: writes } = place.current;
      const body = { page, segment_id: segment, editing: writes, here: true, asks: false, ...more };
      // Whoever is not heard is taken for gone: nothing else depends on it.
      void api.POST("/api/transcripts/{transcript_id}/presence", { params: { path: { transcript_id: transcriptId } }, body, keepalive: more.here === false }).catch(() => undefined);
    };
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const silent = [
      onHeard(() => say.current({ asks: true })),
      onMessage((data) => {
        const said = parseSaid(data);
        if (said?.transcriptId !== transcriptId || said.page === page) return;
        setOthers((known) => heard(known, said, Date.now()));
        if (said.asks) timers.add(setTimeout(() => say.current(), Math.random() * SPREAD_MS));
      }),
    ];
    const leave = () => {
      if (!alone.current) say.current({ here: false });
    };
    addEventListener("pagehide", leave);
    say.current({ asks: true });
    return () => {
      for (const silence of silent) silence();
      for (const timer of timers) clearTimeout(timer);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [transcriptId, page]);

  useEffect(() => {
    if (isAlone) return;
    say.current();
    const speak = setInterval(() => say.current(), SAY_MS);
    const look = setInterval(() => setOthers((known) => stillHere(known, Date.now())), Math.min(LOOK_MS, GONE_MS));
    return () => {
      clearInterval(speak);
      clearInterval(look);
    };
  }, [isAlone]);

  // Whoever opens a text to write in it says so at once.
  useEffect(() => {
    place.current = { segmentId, editing };
    if (!alone.current) say.current();
  }, [segmentId, editing]);

  return { others, writing: useMemo(() => writers(others), [others]) };
}
