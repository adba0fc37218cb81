import { useLayoutEffect, useState, type RefObject } from "react";

export const WIDE = 720;

/** Where the list begins in the document, and how wide it is: what rows are placed and estimated by. */
export function usePlace(list: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState({ margin: 0, width: WIDE });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const margin = Math.round(element.getBoundingClientRect().top + scrollY);
      const width = element.clientWidth;
      setPlace((known) => (known.margin === margin && known.width === width ? known : { margin, width }));
    };
    measure();
    const size = new ResizeObserver(measure);
    size.observe(element);
    size.observe(document.body);
    return () => size.disconnect();
  }, [list]);
  return place;
}
