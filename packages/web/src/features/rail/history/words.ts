const KINDS: Record<string, string> = {
  segment_edited: "Corrected",
  segment_split: "Split",
  segments_merged: "Merged segments",
  segment_inserted: "Added a segment",
  segments_deleted: "Deleted",
  segments_assigned: "Gave to a speaker",
  segments_unassigned: "Took the speaker away",
  segments_checked: "Checked",
  speaker_edited: "Changed a speaker",
  speakers_merged: "Merged speakers",
  doubt_decided: "Decided on doubtful text",
  stretch_transcribed: "Listened again",
  replaced: "Replaced",
  restored: "Restored a version",
  corrections_carried: "Carried over",
  correction_taken: "Took an earlier correction",
  undo: "Took back",
  redo: "Made again",
};

/** What a change did, in a word or two. */
export const kindInWords = (kind: string): string => KINDS[kind] ?? kind.replaceAll("_", " ");
