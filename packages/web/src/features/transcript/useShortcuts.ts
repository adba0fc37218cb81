import { useEffect, useRef } from "react";
import { actionOf, ACTIONS, isPedal, keyName, type ActionId } from "@/lib/actions/actions";
import { currentKeys } from "@/lib/actions/useKeys";

/** What happens at an action's keys, whichever those are; `leave` is Escape, which stays what it is. */
export type Shortcuts = Partial<Record<ActionId | "leave", () => void>>;

const TYPING = "input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
const PRESSABLE = "button, a, summary, [role=checkbox], [role=switch], [role=radio]";
const LISTENING: ReadonlySet<string> = new Set(ACTIONS.flatMap((action) => ("listening" in action ? [action.id] : [])));

function wanted(event: KeyboardEvent): ActionId | "leave" | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  const action = event.key === "Escape" ? "leave" : actionOf(currentKeys(), keyName(event));
  if (action !== null && isPedal(event.key) && LISTENING.has(action)) return action;
  if (target?.closest(TYPING) || document.querySelector("[role=dialog], [role=alertdialog]")) return null;
  return event.key === " " && target?.closest(PRESSABLE) ? null : action;
}

/** Keys that act while nobody types and no dialog or menu is open. Space is left to a focused button. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const stop = new AbortController();
    addEventListener(
      "keydown",
      (event) => {
        const action = wanted(event);
        const run = action && latest.current[action];
        if (!run) return;
        event.preventDefault();
        run();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, []);
}

/** Ctrl+F or Cmd+F opens the page's own find, which sees what is not rendered. Pressed there again, the browser's opens. */
export function useFindKey(onFind: () => void, isFinding: () => boolean): void {
  useEffect(() => {
    const stop = new AbortController();
    addEventListener(
      "keydown",
      (event) => {
        const findKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "f";
        if (!findKey || isFinding()) return;
        event.preventDefault();
        onFind();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [onFind, isFinding]);
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) outside of a field: what was saved is taken back, and made again. */
export function useUndoKeys(enabled: boolean, onStep: (step: "undo" | "redo") => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    if (!enabled) return;
    const stop = new AbortController();
    addEventListener(
      "keydown",
      (event) => {
        const key = event.key.toLowerCase();
        if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
        if ((event.target instanceof Element && event.target.closest(TYPING)) || document.querySelector("[role=dialog], [role=alertdialog]")) return;
        event.preventDefault();
        latest.current(key === "y" || event.shiftKey ? "redo" : "undo");
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [enabled]);
}
