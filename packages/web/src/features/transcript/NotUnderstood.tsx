import { Button } from "@verbatim/ui/button";
import { clock, spokenClock } from "@verbatim/ui/format";
import { Menu, MenuItem, MenuLabel } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { AudioLines, EarOff, LoaderCircle, Play } from "lucide-react";
import { transcriptionQuery } from "@/lib/catalog";
import type { Stretch } from "@/lib/types";
import { useTranscript } from "./context";
import { useLatestTry, useTryAgain } from "./doubts";

/** Where somebody speaks and there is no text: hear it, and let another engine try. */
export function NotUnderstood({ stretch }: { stretch: Stretch }) {
  const { editable, hear } = useTranscript();
  const { start_time: start, end_time: end } = stretch;
  const { isListening } = useLatestTry(stretch);
  return (
    <div
      role="group"
      aria-label={t("Not understood, from {spokenClock} to {spokenClock2}", { spokenClock: spokenClock(start), spokenClock2: spokenClock(end) })}
      className="mx-3 my-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-dashed border-input px-3 py-2 font-sans text-[0.8125rem] leading-5"
    >
      <EarOff aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
      <div className="min-w-40 flex-1">
        <p dir="ltr" className="rtl:text-end">
          {rich("Speech here was not understood, {value}", { value: <span className="tabular-nums">{`${clock(start)}–${clock(end)}`}</span> })}
        </p>
        <Told stretch={stretch} />
      </div>
      <div className="flex items-center gap-1.5">
        <Button size="sm" variant="subtle" aria-label={t("Hear {start} to {end}", { start: clock(start), end: clock(end) })} onClick={() => hear(start, end)}>
          <Play aria-hidden="true" />
          {t("Hear")}
        </Button>
        {editable && !isListening && <TryAgain stretch={stretch} />}
      </div>
    </div>
  );
}

function Told({ stretch }: { stretch: Stretch }) {
  const { latest, isListening, error } = useLatestTry(stretch);
  if (!latest) return null;
  const who = latest.engine === "auto" ? t("An engine") : latest.engine;
  return (
    <p role="status" className="flex items-center gap-1.5 text-xs text-muted-foreground">
      {isListening && <LoaderCircle aria-hidden="true" className="size-3.5 animate-spin" />}
      {isListening ? t("{who} is listening…", { who }) : error ? t("{who} could not listen: {error}", { who, error }) : latest.segments ? t("{who} has tried and understood only a part.", { who }) : t("{who} has tried and understood nothing.", { who })}
    </p>
  );
}

function TryAgain({ stretch }: { stretch: Stretch }) {
  const { transcriptId, recordingId } = useTranscript();
  const again = useTryAgain(transcriptId, recordingId);
  const engines = useQuery(transcriptionQuery).data?.engines.filter(({ available }) => available) ?? [];
  return (
    <Menu
      trigger={
        <Button size="sm" pending={again.isPending}>
          <AudioLines aria-hidden="true" />
          {t("Try again")}
        </Button>
      }
    >
      <MenuLabel>{t("Listen once more with")}</MenuLabel>
      {engines.map(({ name, model }) => (
        <MenuItem key={name} onSelect={() => again.mutate({ stretch, engine: name })}>
          {name}
          {model && <span className="text-xs text-muted-foreground">{model}</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
