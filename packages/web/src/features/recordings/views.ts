import { parseViews, withoutView, withView, type View } from "@verbatim/ui/saved-views";
import { t } from "@verbatim/ui/texts";
import { useMemo, useSyncExternalStore } from "react";
import { readPref, subscribePrefs, writePref } from "@/lib/prefs";
import { drawnForUser } from "@/lib/session";

/* Views of the list are kept in this browser, for whoever the page was drawn for. */

export const LONGEST_NAME = 60;
const place = (): string => `recording-views.${drawnForUser()}`;

export function useViews(): readonly View[] {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(place()));
  return useMemo(() => parseViews(stored), [stored]);
}

/** Keeps one under its name, in the place of another of that name. */
export const keepView = (view: View): void => write(withView(parseViews(readPref(place())), view));

export const dropView = (name: string): void => write(withoutView(parseViews(readPref(place())), name));

const write = (views: readonly View[]): void => writePref(place(), views.length > 0 ? JSON.stringify(views) : null);

/** Columns that may be left out; the address says which are. */
export const COLUMNS = [
  { key: "status", label: t("Status") },
  { key: "duration_seconds", label: t("Length") },
  { key: "file_size", label: t("Size") },
  { key: "created_at", label: t("Added") },
] as const;
