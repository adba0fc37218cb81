import { cn } from "@verbatim/ui/cn";
import { useQuery } from "@tanstack/react-query";
import { AudioLines, CornerDownLeft, FileText, Quote, Search, type LucideIcon } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { Snippet } from "@/components/Snippet";
import { globalSearchQuery } from "@/features/search/api";
import { fromGlobal } from "@/features/search/hits";
import { useDebounced } from "@verbatim/ui/debounce";
import { t } from "@verbatim/ui/texts";
import { settingsDestination, useDestinations, usePluginDestinations } from "./nav";

const kindNames = { recording: t("Recording"), document: t("Document"), project: t("Project") };

interface Choice {
  key: string;
  path: string;
  icon: LucideIcon;
  label: ReactNode;
  note?: string;
}

/** Every word that was typed stands in the place's name, or in what people also call it. */
export function isMeant(place: { label: string; words?: string }, wanted: string): boolean {
  const known = `${place.label} ${place.words ?? ""}`.toLowerCase();
  return wanted.split(/\s+/).every((word) => known.includes(word));
}

function useChoices(text: string): readonly Choice[] {
  const destinations = useDestinations();
  const plugins = usePluginDestinations();
  const q = useDebounced(text.trim(), 150);
  const { data } = useQuery(globalSearchQuery(q, 1, 8));
  const wanted = text.trim().toLowerCase();
  const places = [...destinations, ...plugins, settingsDestination]
    .filter((place) => isMeant(place, wanted))
    .map((place): Choice => ({ key: `go ${place.path}`, path: place.path, icon: place.icon, label: place.label, note: t("Go to") }));
  if (wanted === "") return places;
  const hits = (data?.results ?? []).map(fromGlobal).map((hit): Choice => ({
    key: hit.id,
    path: hit.path(q),
    icon: hit.thing.kind === "document" ? FileText : hit.kind === "title" ? AudioLines : Quote,
    label: <Snippet parts={hit.snippet} />,
    note: hit.kind === "title" ? kindNames[hit.thing.kind] : `${hit.thing.title} · ${hit.place}`,
  }));
  const all: Choice = { key: "all", path: `/search?${new URLSearchParams({ q: text.trim() })}`, icon: Search, label: t("Search everything for “{text}”", { text: text.trim() }) };
  const inside = plugins
    .filter(({ search }) => search)
    .map((place): Choice => ({ key: `in ${place.path}`, path: `${place.path}?${new URLSearchParams({ q: text.trim() })}`, icon: place.icon, label: t("“{text}” in {label}", { text: text.trim(), label: place.label }), note: t("Look in") }));
  return [...places, ...hits, ...inside, all];
}

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-[hsl(var(--shadow-color)/0.45)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed left-1/2 top-[12vh] z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 animate-in overflow-hidden rounded-xl border border-border bg-card shadow-pop focus:outline-none"
        >
          <Dialog.Title className="sr-only">{t("Search or jump to")}</Dialog.Title>
          <Palette close={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const navigate = useNavigate();
  const choices = useChoices(text);
  const active = Math.min(at, choices.length - 1);

  function pick(choice: Choice | undefined) {
    if (!choice) return;
    close();
    void navigate(choice.path);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (active + step + choices.length) % choices.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(choices[active]);
    }
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-border px-4">
        <Search aria-hidden="true" className="size-4.5 shrink-0 text-muted-foreground" />
        <input
          type="text"
          role="combobox"
          aria-label={t("Search recordings and transcripts, or jump to a page")}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("Search recordings and transcripts, or jump to a page")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-13 w-full bg-transparent text-[0.9375rem] outline-none placeholder:text-muted-foreground"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t("Results")} className="max-h-[50vh] overflow-y-auto p-1.5">
        {choices.map((choice, place) => (
          <div
            key={choice.key}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onPointerMove={() => setAt(place)}
            onClick={() => pick(choice)}
            onKeyDown={(event) => event.key === "Enter" && pick(choice)}
            className={cn("flex cursor-pointer items-center gap-3 rounded-lg px-3 py-2.5 text-sm", place === active && "bg-secondary")}
          >
            <choice.icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
            <span className="line-clamp-2 min-w-0 flex-1">{choice.label}</span>
            {choice.note && <span className="max-w-44 shrink-0 truncate text-xs text-muted-foreground">{choice.note}</span>}
            {place === active && <CornerDownLeft aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />}
          </div>
        ))}
      </div>
    </>
  );
}
