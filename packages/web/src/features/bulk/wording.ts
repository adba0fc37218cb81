import { count, plural } from "@verbatim/ui/format";
import type { BulkRun } from "@/lib/types";

interface Words {
  /** While it is done, such as "Deleting". */
  doing: string;
  /** After the number of recordings, such as "deleted". */
  done: string;
}

const WORDS: Record<string, Words> = {
  delete: { doing: "Deleting", done: "deleted" },
  restore: { doing: "Bringing back", done: "restored" },
  tag: { doing: "Tagging", done: "tagged" },
  untag: { doing: "Taking the tag off", done: "untagged" },
  assign: { doing: "Sorting into projects", done: "sorted" },
  move: { doing: "Moving", done: "moved" },
  transcribe: { doing: "Queuing for transcription", done: "will be transcribed" },
  export: { doing: "Exporting", done: "exported" },
};

const wordsOf = (run: BulkRun): Words => WORDS[run.action] ?? { doing: "Working on", done: "done" };

export const doing = (run: BulkRun): string => `${wordsOf(run).doing} ${plural(run.total, "recording")}`;

/** What is known by its code is said in few words; else the sentence of the server stands for itself. */
const REASONS: Record<string, string> = {
  held: "under a legal hold",
  no_transcript: "without a transcript",
  no_longer_matches: "changed in the meantime",
  recording_not_found: "gone in the meantime",
  not_in_trash: "not in the trash any more",
  busy: "being transcribed",
  file_not_made: "could not be made a file",
  archive_full: "no room in this ZIP, so export them on their own",
};

export const leftIn = (run: BulkRun): number => run.left.reduce((sum, { count: some }) => sum + some, 0);

/** One line for each reason: "42 left: under a legal hold". */
export const reasons = (run: BulkRun): readonly string[] => run.left.map(({ code, detail, count: some }) => `${count(some)} left: ${REASONS[code] ?? detail}`);

export function outcome(run: BulkRun): string {
  const done = `${count(run.done)} ${wordsOf(run).done}`;
  if (run.state === "failed") return `${done}, then it failed`;
  return run.state === "stopped" ? `${done}, then it was stopped` : done;
}
