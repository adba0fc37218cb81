import { language } from "@verbatim/ui/language";
import { exactTime } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";

export interface Point {
  at: string;
  /** Null where there was nothing to measure. */
  value: number | null;
}

const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** Pairs moments with values; what one has more of than the other is left out. */
export const pointsOf = (moments: readonly string[], values: readonly (number | null)[]): Point[] => moments.slice(0, values.length).map((at, place) => ({ at, value: values[place] ?? null }));

/** The outline of the values within a box; where there is none the pen is lifted. */
export function pathOf(points: readonly Point[], width: number, height: number): string {
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const step = points.length > 1 ? width / (points.length - 1) : 0;
  let path = "";
  let down = false;
  for (const [place, { value }] of points.entries()) {
    if (value === null) {
      down = false;
      continue;
    }
    const y = most > 0 ? height - (value / most) * height : height;
    path += `${down ? "L" : "M"}${(place * step).toFixed(1)} ${y.toFixed(1)}`;
    down = true;
  }
  return path;
}

/** Values with nothing on either side, which a line cannot show. */
export function alone(points: readonly Point[]): { place: number; value: number }[] {
  return points.flatMap(({ value }, place) => (value !== null && (points[place - 1]?.value ?? null) === null && (points[place + 1]?.value ?? null) === null ? [{ place, value }] : []));
}

export const figure = (value: number): string => plain.format(value);

/** What the picture shows, in a sentence; `counted` says a value with its unit. */
export function described(points: readonly Point[], unit: string, counted: (value: number) => string): string {
  const known = points.filter((point): point is { at: string; value: number } => point.value !== null);
  const top = known.reduce<{ at: string; value: number } | null>((best, point) => (best === null || point.value > best.value ? point : best), null);
  const last = known.at(-1);
  if (!top || !last || top.value === 0) return t("Nothing in this time ({unit}).", { unit });
  return t("Now {now}; most {most} at {at}.", { now: counted(last.value), most: plain.format(top.value), at: exactTime(top.at) });
}
