import { useLayoutEffect } from "react";
import { useLocation, useNavigationType } from "react-router";

const places = new Map<string, number>();

/** A new page begins at its top; Back returns to where one was. Changes within a page's address do not scroll. */
export function useScrollPlace(): void {
  const { key, pathname } = useLocation();
  const kind = useNavigationType();

  useLayoutEffect(() => {
    history.scrollRestoration = "manual";
    if (kind === "POP") scrollTo(0, places.get(key) ?? 0);
    else scrollTo(0, 0);
    // Only another page: a filter in the address leaves the window where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname]);

  useLayoutEffect(() => {
    const keep = () => places.set(key, scrollY);
    addEventListener("scroll", keep, { passive: true });
    return () => removeEventListener("scroll", keep);
  }, [key]);
}
