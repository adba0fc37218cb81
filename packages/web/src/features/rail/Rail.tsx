import { cn } from "@verbatim/ui/cn";
import { Tooltip } from "@verbatim/ui/tooltip";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Info } from "lucide-react";
import { useId, useRef, useSyncExternalStore, type KeyboardEvent, type ReactNode } from "react";
import { olderTranscriptQuery, transcriptQuery } from "@/features/transcript/api";
import { usePermissions } from "@/lib/catalog";
import { readPref, subscribePrefs, writePref } from "@/lib/prefs";
import type { Recording } from "@/lib/types";
import { useUrlState } from "@/lib/url-state";
import "./panels";
import { panelsFor, type PanelProps } from "./registry";

const DETAILS = { id: "details", label: t("Details"), icon: Info };
const PREF = "rail.panel";

interface RailProps {
  recording: Recording;
  /** What is known of the recording beside its text: the first tab. */
  details: ReactNode;
  goTo: (seconds: number) => void;
}

/** Beside the text: tabs, one at a time, each of which a feature has registered. The browser remembers which. */
export function Rail({ recording, details, goTo }: RailProps) {
  const [params] = useUrlState();
  const olderId = params.get("transcript");
  const permissions = usePermissions();
  const current = useQuery({ ...transcriptQuery(recording.id), enabled: !olderId });
  const older = useQuery({ ...olderTranscriptQuery(olderId ?? ""), enabled: Boolean(olderId) });
  const transcript = (olderId ? older.data : current.data) ?? null;
  const editable = permissions.includes("transcript:update") && !recording.held && !olderId;
  const props: PanelProps = { recording, transcript, editable, goTo };
  const panels = panelsFor(props, permissions);
  const wanted = useSyncExternalStore(subscribePrefs, () => readPref(PREF));
  const open = panels.find(({ id }) => id === wanted);
  const base = useId();
  return (
    <>
      {panels.length > 0 && <Tabs base={base} tabs={[DETAILS, ...panels]} open={open?.id ?? DETAILS.id} />}
      <div role={panels.length > 0 ? "tabpanel" : undefined} id={`${base}-panel`} aria-labelledby={panels.length > 0 ? `${base}-${open?.id ?? DETAILS.id}` : undefined}>
        {open ? <open.View {...props} /> : details}
      </div>
    </>
  );
}

interface TabsProps {
  base: string;
  tabs: readonly Pick<(typeof DETAILS), "id" | "label" | "icon">[];
  open: string;
}

/** Arrow keys go from tab to tab, as everywhere; only the open one is reached by Tab. */
function Tabs({ base, tabs, open }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const place = tabs.findIndex(({ id }) => id === open);
    const next = tabs[(place + step + tabs.length) % tabs.length];
    if (!next) return;
    writePref(PREF, next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  }
  return (
    <div ref={list} role="tablist" aria-label={t("Beside the text")} tabIndex={-1} onKeyDown={onKeyDown} className="mb-4 flex gap-1 border-b border-border">
      {tabs.map(({ id, label, icon: Icon }) => (
        <Tooltip key={id} label={label}>
          <button
            type="button"
            role="tab"
            data-tab={id}
            id={`${base}-${id}`}
            aria-label={label}
            aria-selected={id === open}
            aria-controls={`${base}-panel`}
            tabIndex={id === open ? 0 : -1}
            onClick={() => writePref(PREF, id)}
            className={cn(
              "-mb-px flex h-10 min-w-10 items-center justify-center gap-1.5 border-b-2 px-2 text-xs font-medium transition-colors -outline-offset-2",
              id === open ? "border-primary text-foreground" : "border-transparent text-muted-foreground hover:text-foreground",
            )}
          >
            <Icon aria-hidden="true" className="size-4.5" />
            {id === open && <span>{label}</span>}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
