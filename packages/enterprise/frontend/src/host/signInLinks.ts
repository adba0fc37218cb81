import { navigate } from "@/lib/navigate";
import type { Schemas } from "@/lib/client";
import type { Unmount } from "./props";
import { adopter } from "./sheets";
import css from "./signInLinks.css?inline";
import { t } from "@verbatim/ui/texts";

/*
 * Below the sign-in form: other ways in. Drawn without React, because everybody who signs in waits for what this page needs;
 * two links are not worth a hundred kilobytes.
 */

type SetupState = Schemas["SetupState"];

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const adoptStyles = adopter(css);

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

/** A new server has no accounts, so the way leads to its set-up. */
function draw(element: HTMLElement, state: SetupState): void {
  if (state.setup_required) return navigate("/setup", { replace: true });
  const place = document.createElement("p");
  place.className = "verbatim-enterprise-links";
  if (state.registration !== "closed") place.append(link("/register", t("Create an account")));
  place.append(link("/reset", t("Forgot your password?")));
  element.replaceChildren(place);
}

/** Draws the links as soon as the server says which there are; while it is away, asks again less and less often. */
export function start(element: HTMLElement): Unmount {
  adoptStyles();
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (pause: number): Promise<void> => {
    try {
      const answer = await fetch("/api/auth/setup", { signal: ended.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const state = (await answer.json()) as SetupState;
      if (!ended.signal.aborted) draw(element, state);
    } catch {
      if (!ended.signal.aborted) timer = setTimeout(() => void ask(Math.min(2 * pause, LONGEST_PAUSE_MS)), pause);
    }
  };
  void ask(FIRST_PAUSE_MS);
  return () => {
    ended.abort();
    clearTimeout(timer);
    element.replaceChildren();
  };
}
