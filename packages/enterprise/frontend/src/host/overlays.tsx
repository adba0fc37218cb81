import { Toaster } from "@verbatim/ui/toast";
import { createRoot } from "react-dom/client";
import type { Unmount } from "./props";
import { SCOPE } from "./styles";

/* Menus, dialogs and messages of every page and slot are drawn in one element at the end of the document. */

let place: HTMLElement | null = null;
let close: Unmount = () => undefined;
let users = 0;

function open(): HTMLElement {
  const element = document.createElement("div");
  element.className = SCOPE;
  const messages = document.createElement("div");
  element.append(messages);
  document.body.append(element);
  const root = createRoot(messages);
  root.render(<Toaster />);
  close = () => {
    root.unmount();
    element.remove();
  };
  return element;
}

/** Returns the element, there as long as somebody uses it, and what gives it back. */
export function borrowOverlays(): [HTMLElement, Unmount] {
  place ??= open();
  users += 1;
  return [
    place,
    () => {
      users -= 1;
      if (users > 0) return;
      close();
      place = null;
    },
  ];
}
