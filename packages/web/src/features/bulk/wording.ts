import { count } from "@verbatim/ui/format";
import { filled, plural, t } from "@verbatim/ui/texts";
import type { BulkRun } from "@/lib/types";

interface Words {
  /** While it is done, such as "Deleting 3 recordings". */
  doing: string;
  /** What of it is done, such as "3 deleted". */
  done: string;
}

const WORDS: Record<string, Words> = {
  delete: { doing: t("Deleting {recordings}"), done: t("{count} deleted") },
  restore: { doing: t("Bringing back {recordings}"), done: t("{count} restored") },
  tag: { doing: t("Tagging {recordings}"), done: t("{count} tagged") },
  untag: { doing: t("Taking the tag off {recordings}"), done: t("{count} untagged") },
  assign: { doing: t("Sorting into projects {recordings}"), done: t("{count} sorted") },
  move: { doing: t("Moving {recordings}"), done: t("{count} moved") },
  transcribe: { doing: t("Queuing for transcription {recordings}"), done: t("{count} will be transcribed") },
  export: { doing: t("Exporting {recordings}"), done: t("{count} exported") },
};

const wordsOf = (run: BulkRun): Words => WORDS[run.action] ?? { doing: t("Working on {recordings}"), done: t("{count} done") };

export const doing = (run: BulkRun): string => filled(wordsOf(run).doing, { recordings: plural(run.total, { one: "{count} recording", other: "{count} recordings" }) });

/** What is known by its code is said in few words; else the sentence of the server stands for itself. */
const REASONS: Record<string, string> = {
  held: t("under a legal hold"),
  no_transcript: t("without a transcript"),
  no_longer_matches: t("changed in the meantime"),
  recording_not_found: t("gone in the meantime"),
  not_in_trash: t("not in the trash any more"),
  busy: "being transcribed",
  file_not_made: t("could not be made a file"),
  archive_full: "no room in this ZIP, so export them on their own",
};

export const leftIn = (run: BulkRun): number => run.left.reduce((sum, { count: some }) => sum + some, 0);

/** One line for each reason: "42 left: under a legal hold". */
export const reasons = (run: BulkRun): readonly string[] => run.left.map(({ code, detail, count: some }) => t("{count} left: {code}", { count: count(some), code: REASONS[code] ?? detail }));

export function outcome(run: BulkRun): string {
  const done = filled(wordsOf(run).done, { count: count(run.done) });
  if (run.state === "failed") return t("{done}, then it failed", { done });
  return run.state === "stopped" ? t("{done}, then it was stopped", { done }) : done;
}
