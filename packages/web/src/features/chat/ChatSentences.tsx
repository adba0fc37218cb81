import { clock } from "@verbatim/ui/format";
import { Tooltip } from "@verbatim/ui/tooltip";
import { t } from "@verbatim/ui/texts";
import { Play, ShieldQuestion } from "lucide-react";
import { Link } from "react-router";
import type { ChatSentence } from "@/lib/types";

/** What a model said; each sentence leads to the second of the recording that it rests on. */
export function ChatSentences({ sentences }: { sentences: readonly ChatSentence[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {sentences.map((sentence, place) => (
        // Sentences only ever come at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={place} className="text-sm leading-6">
          <span dir="auto">{sentence.text}</span>{" "}
          {sentence.citations.map((one) => (
            <Link
              key={`${one.segment_id}-${one.quote ?? ""}`}
              to={`/recordings/${one.recording_id}?t=${Math.floor(one.start_time)}`}
              aria-label={t("{recording_title} {start_time}: hear what this rests on", { recording_title: one.recording_title, start_time: clock(one.start_time) })}
              title={one.quote ?? undefined}
              className="me-1 inline-flex max-w-full items-center gap-1 rounded bg-accent px-1.5 align-baseline text-xs font-medium tabular-nums text-accent-foreground hover:underline"
            >
              <Play aria-hidden="true" className="size-2.5 shrink-0" />
              <span dir="auto" className="max-w-40 truncate">
                {one.recording_title}
              </span>{" "}
              {clock(one.start_time)}
            </Link>
          ))}
          {!sentence.verified && <Unchecked />}
        </li>
      ))}
    </ul>
  );
}

function Unchecked() {
  return (
    <Tooltip label={t("What was said does not bear this out word for word, or it was corrected since. Check it before you rely on it.")}>
      <button type="button" className="inline-flex cursor-help items-center gap-1 rounded text-xs font-medium text-warning">
        <ShieldQuestion aria-hidden="true" className="size-3.5" />
        {t("Not checked")}
      </button>
    </Tooltip>
  );
}
