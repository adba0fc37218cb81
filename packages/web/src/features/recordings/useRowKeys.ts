import { useEffect, type RefObject } from "react";

const OCCUPIED = "input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=alertdialog], [role=listbox], [role=combobox]";

/**
 * In a list j and k go down and up, x selects, and Enter opens, as it does wherever a link has the focus: it is the focus
 * that moves, so that everybody sees or hears where they are.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, onSelect: ((id: string) => void) | null): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || target?.closest(OCCUPIED)) return;
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-recording]") ?? [])];
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === "j" || event.key === "k") {
        const next = rows[Math.min(rows.length - 1, Math.max(0, here + (event.key === "j" ? 1 : -1)))];
        next?.querySelector<HTMLElement>("a")?.focus();
        next?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "x" && onSelect && rows[here]?.dataset.recording) {
        onSelect(rows[here].dataset.recording);
      } else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list, onSelect]);
}
