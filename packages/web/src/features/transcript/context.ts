import { createContext, use } from "react";
import type { Segment, Speaker } from "@/lib/types";
import type { Drafts } from "./drafts";
import { t } from "@verbatim/ui/texts";

/** What every row of a transcript needs and none of it changes while scrolling. */
export interface TranscriptContextValue {
  transcriptId: string;
  recordingId: string;
  speakers: readonly Speaker[];
  drafts: Drafts;
  /** False for older transcripts, and for people who may only read. */
  editable: boolean;
  save: (segment: Segment) => void;
  seek: (time: number) => void;
  /** Plays or pauses, wherever the focus is. */
  toggle?: () => void;
  /** Plays a stretch and stops at its end. */
  hear: (from: number, to: number) => void;
  /** Opens what splits a segment; `at` is the word that somebody is at, by default the one being said. */
  split: (segmentId: string, at?: number) => void;
  /** Chooses a segment, to change several together; with `extend`, up to it. */
  choose: (segmentId: string, extend: boolean) => void;
  /** Opens a text to be edited, or says who is writing there. */
  edit?: (segment: Segment) => void;
  /** Says that a text is right, or takes that back. */
  check?: (segment: Segment, checked: boolean) => void;
  /** Whether this server remembers voices. */
  voices: boolean;
}

export const TranscriptContext = createContext<TranscriptContextValue | null>(null);

export function useTranscript(): TranscriptContextValue {
  const value = use(TranscriptContext);
  if (!value) throw new Error(t("A transcript's row stands outside of a transcript."));
  return value;
}

export const speakerName = (speaker: Speaker): string => speaker.speaker_name ?? speaker.speaker_label;

const HUES = ["#3b82f6", "#d97706", "#0d9488", "#c026d3", "#65a30d", "#e11d48", "#7c3aed", "#0891b2"];

/** The dot before a speaker's name; the name itself is always said in words. */
export function speakerColor(speakers: readonly Speaker[], id: string | null | undefined): string {
  const place = speakers.findIndex((speaker) => speaker.id === id);
  return speakers[place]?.color ?? HUES[Math.max(0, place) % HUES.length] ?? "#3b82f6";
}
