import type { QueryClient } from "@tanstack/react-query";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { api, unwrap } from "../client";
import { showSegment } from "../live/segments";
import { sessionState } from "../session";
import type { Segment } from "../types";
import type { Waiting } from "./disk";
import type { Sent } from "./outbox";

/** The segment as it is now, from the answer that refused a stale change. */
export function conflictOf(error: unknown): Segment | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  const { current } = error.body;
  return typeof current === "object" && current !== null && "id" in current && "text" in current ? (current as Segment) : null;
}

/** A server that says nothing for so long is asked again later. */
const PATIENCE_MS = 20_000;
const TOO_MANY = 429;
const FAILED = 500;

/** Answers that say nothing about the change: nobody is there, or not now. */
const isAway = (error: unknown): boolean => !(error instanceof ApiError) || error.status === 0 || error.status === 401 || error.status === TOO_MANY || error.status >= FAILED || error.code === OTHER;

/** The session has become somebody else's meanwhile: the page is about to find out. */
const OTHER = "another_author";

/**
 * Sends one change. It says who wrote it, so that whoever signs in on this computer in the same moment does not send it as
 * theirs, and which version it was written on: one that has arrived already is taken as it is, not as a second change.
 */
export function sender(client: QueryClient): (change: Waiting) => Promise<Sent> {
  return async ({ user, recordingId, transcriptId, segmentId, text, base, version }) => {
    if (sessionState() === "lost") return { kind: "away" };
    const params = { path: { transcript_id: transcriptId, segment_id: segmentId }, header: user ? { "written-by": user } : {} };
    try {
      const saved = await unwrap(api.PATCH("/api/transcripts/{transcript_id}/segments/{segment_id}", { params, body: { text, version }, signal: AbortSignal.timeout(PATIENCE_MS) }));
      showSegment(client, recordingId, transcriptId, saved);
      return { kind: "saved", version: saved.version };
    } catch (error) {
      const current = conflictOf(error);
      if (current) {
        showSegment(client, recordingId, transcriptId, current);
        return current.text === base ? { kind: "moved", version: current.version } : { kind: "asking" };
      }
      return isAway(error) ? { kind: "away" } : { kind: "refused", reason: messageOf(error) };
    }
  };
}
