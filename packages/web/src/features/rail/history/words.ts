import { t } from "@verbatim/ui/texts";
const KINDS: Record<string, string> = {
  segment_edited: t("Corrected"),
  segment_split: t("Split"),
  segments_merged: t("Merged segments"),
  segment_inserted: t("Added a segment"),
  segments_deleted: t("Deleted"),
  segments_assigned: t("Gave to a speaker"),
  segments_unassigned: t("Took the speaker away"),
  segments_checked: t("Checked"),
  speaker_edited: t("Changed a speaker"),
  speakers_merged: t("Merged speakers"),
  doubt_decided: t("Decided on doubtful text"),
  stretch_transcribed: t("Listened again"),
  replaced: t("Replaced"),
  restored: t("Restored a version"),
  corrections_carried: t("Carried over"),
  correction_taken: t("Took an earlier correction"),
  undo: t("Took back"),
  redo: t("Made again"),
};

/** What a change did, in a word or two. */
export const kindInWords = (kind: string): string => KINDS[kind] ?? kind.replaceAll("_", " ");
