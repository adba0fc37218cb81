import { clock, spokenClock } from "@verbatim/ui/format";
import { rich } from "@verbatim/ui/rich";
import { t } from "@verbatim/ui/texts";
import { Play } from "lucide-react";
import type { Correction } from "./api";

export function When({ correction, onHear }: { correction: Correction; onHear: () => void }) {
  const at = correction.start_time;
  return (
    <button type="button" onClick={onHear} aria-label={t("{at}, go to {spokenClock} and listen", { at: clock(at), spokenClock: spokenClock(at) })} className="inline-flex items-center gap-1 rounded text-xs tabular-nums text-muted-foreground hover:text-primary max-md:min-h-11">
      <Play aria-hidden="true" className="size-3" />
      {clock(at)}
    </button>
  );
}

/** What somebody had made of it, with the words beside it. */
export function Mine({ correction: { kind, before, after, heard, text, author } }: { correction: Correction }) {
  return (
    <p>
      <span className="block text-xs text-muted-foreground">{kind === "speaker" ? t("Spoken by") : <>{rich("Corrected{author}", { author: author && <bdi> {rich("by {author}", { author })}</bdi> })}</>}</span>
      {kind === "speaker" ? (
        <bdi className="font-medium">{text || t("Nobody knows who")}</bdi>
      ) : (
        <span dir="auto" className="break-words">
          <span className="text-muted-foreground">{before} </span>
          {heard && <del className="text-muted-foreground">{heard}</del>} {text && <ins className="font-medium no-underline">{text}</ins>}
          <span className="text-muted-foreground"> {after}</span>
        </span>
      )}
    </p>
  );
}
