import { clock } from "@verbatim/ui/format";
import { Tooltip } from "@verbatim/ui/tooltip";
import { t } from "@verbatim/ui/texts";
import { Play, ShieldQuestion } from "lucide-react";
import { hearFrom } from "@/features/transcript/hearing";
import type { SummarySentence } from "@/lib/types";

const TITLES: Record<string, string> = { summary: "", key_points: t("Key points"), decisions: t("Decisions"), action_items: t("Action items"), topics: t("Topics"), named_entities: t("Names") };

/** What a model said, part by part; each sentence leads to what it rests on. */
export function Sentences({ sentences }: { sentences: readonly SummarySentence[] }) {
  const parts = [...new Set(sentences.map(({ section }) => section))];
  return (
    <div className="flex flex-col gap-3">
      {parts.map((part) => (
        <div key={part}>
          {TITLES[part] && <h3 className="mb-1 text-xs font-semibold text-muted-foreground">{TITLES[part]}</h3>}
          <ul className="flex flex-col gap-1.5">
            {sentences
              .filter(({ section }) => section === part)
              .map((sentence, place) => (
                // Sentences only ever come at the end.
                // oxlint-disable-next-line react/no-array-index-key
                <Sentence key={place} sentence={sentence} />
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Sentence({ sentence: { text, verified, citations, owner, due } }: { sentence: SummarySentence }) {
  const said = [owner, due].filter(Boolean).join(", ");
  return (
    <li className="text-[0.8125rem] leading-5">
      <span dir="auto">{text}</span>{" "}
      {said && (
        <span dir="auto" className="text-muted-foreground">
          ({said}){" "}
        </span>
      )}
      {citations.map(({ segment_id: id, start_time: start, end_time: end, quote }) => (
        <button
          key={`${id}-${quote ?? ""}`}
          type="button"
          aria-label={t("{start}: hear what this rests on", { start: clock(start) })}
          title={quote ?? undefined}
          onClick={() => hearFrom({ segmentId: id, from: start, to: end })}
          className="me-1 inline-flex items-center gap-0.5 rounded bg-accent px-1 align-baseline text-xs font-medium tabular-nums text-accent-foreground hover:underline"
        >
          <Play aria-hidden="true" className="size-2.5" />
          {clock(start)}
        </button>
      ))}
      {!verified && (
        <Tooltip label={t("The transcript does not bear this out word for word, or it was corrected since. Check it before you rely on it.")}>
          <button type="button" className="inline-flex cursor-help items-center gap-1 rounded text-xs font-medium text-warning">
            <ShieldQuestion aria-hidden="true" className="size-3.5" />
            {t("Not checked")}
          </button>
        </Tooltip>
      )}
    </li>
  );
}
