import { clock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { useMemo } from "react";
import type { PanelProps } from "../registry";
import { chaptersOf } from "./chapters";

/** The parts of a recording by its longest pauses. */
export default function OutlinePanel({ transcript, goTo }: PanelProps) {
  const segments = transcript?.segments;
  const chapters = useMemo(() => chaptersOf(segments ?? []), [segments]);
  if (chapters.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("There is no text to divide.")}</p>;
  return (
    <ol aria-label={t("Parts")} className="flex flex-col gap-0.5">
      {chapters.map((chapter) => (
        <li key={chapter.segmentId}>
          <button
            type="button"
            onClick={() => goTo(chapter.start)}
            className="flex w-full gap-2.5 rounded-md px-2 py-1.5 text-start text-[0.8125rem] leading-5 hover:bg-secondary"
          >
            <span className="shrink-0 text-xs tabular-nums leading-5 text-muted-foreground">{clock(chapter.start)}</span>
            <span dir="auto" className="min-w-0">{chapter.title}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
