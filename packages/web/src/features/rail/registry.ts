import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Recording, Transcript } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

/** What a panel beside a transcript knows. */
export interface PanelProps {
  recording: Recording;
  /** The transcript that is shown; null while there is none. */
  transcript: Transcript | null;
  /** Whether this person may change it, here and now. */
  editable: boolean;
  /** Plays from a second on, with the text there in view. */
  goTo: (seconds: number) => void;
}

/** Something beside the text of a recording. */
export interface Panel {
  /** Its name in the address and in what the browser remembers. */
  id: string;
  label: string;
  icon: LucideIcon;
  /** Where it stands among the others, small numbers first. */
  order: number;
  /** Nobody without it is offered the panel. */
  permission?: string;
  /** Whether there is anything for it to show; by default whenever there is a transcript. */
  shows?: (props: Pick<PanelProps, "recording" | "transcript">) => boolean;
  /** Fetched when it is opened: made with `late`. */
  View: ComponentType<PanelProps>;
}

const panels = new Map<string, Panel>();

/** Puts a panel into the rail of every transcript. A feature does so in its `panel.tsx`, which `rail/panels.ts` names. */
export function registerPanel(panel: Panel): void {
  if (panels.has(panel.id)) throw new Error(t("There are two panels called {id}.", { id: panel.id }));
  panels.set(panel.id, panel);
}

export function panelsFor(props: Pick<PanelProps, "recording" | "transcript">, permissions: readonly string[]): Panel[] {
  return [...panels.values()]
    .filter(({ permission }) => permission === undefined || permissions.includes(permission))
    .filter(({ shows }) => (shows ? shows(props) : props.transcript !== null))
    .toSorted((one, other) => one.order - other.order);
}
