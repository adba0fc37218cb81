import { Card } from "@verbatim/ui/card";
import { useId } from "react";
import { exactTime } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { alone, described, pathOf, type Point } from "./series";

interface ChartProps {
  title: string;
  /** What the values are, for people: "jobs", "minutes". */
  unit: string;
  /** A value with its unit: "1 job". */
  counted: (value: number) => string;
  points: readonly Point[];
  bars?: boolean;
}

const WIDTH = 480;
const HEIGHT = 112;

/** Figures over time as a small picture, with the same in words, and every value in a table for whoever wants it. */
export function Chart({ title, unit, counted, points, bars }: ChartProps) {
  const id = useId();
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const step = WIDTH / Math.max(1, points.length);
  const dot = (place: number, value: number) => {
    const [x, y] = [(place * WIDTH) / Math.max(1, points.length - 1), HEIGHT - (value / most) * HEIGHT];
    return { x1: x, x2: x, y1: y, y2: y };
  };
  return (
    <Card className="min-w-0 p-4">
      <figure aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <figcaption id={`${id}-title`} className="text-[0.8125rem] font-medium">
          {title}
        </figcaption>
        <p aria-hidden="true" className="mt-2 h-4 text-xs text-muted-foreground tabular-nums">
          {most > 0 && counted(most)}
        </p>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" className="mt-1 h-28 w-full overflow-visible">
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-border" strokeWidth="1" vectorEffect="non-scaling-stroke" />
          {bars
            ? points.map(({ at, value }, place) =>
                value ? <rect key={at} x={place * step + step * 0.15} width={step * 0.7} y={HEIGHT - (value / most) * HEIGHT} height={(value / most) * HEIGHT} className="fill-primary" /> : null,
              )
            : most > 0 && <path d={pathOf(points, WIDTH, HEIGHT)} className="fill-none stroke-primary" strokeWidth="2" vectorEffect="non-scaling-stroke" strokeLinejoin="round" />}
          {!bars && most > 0 && alone(points).map(({ place, value }) => <line key={place} {...dot(place, value)} className="stroke-primary" strokeWidth="6" strokeLinecap="round" vectorEffect="non-scaling-stroke" />)}
        </svg>
        {points.length > 1 && (
          <p aria-hidden="true" className="mt-1 flex justify-between gap-3 text-xs text-muted-foreground">
            <span>{exactTime(points[0]?.at ?? "")}</span>
            <span>{t("now")}</span>
          </p>
        )}
        <p id={`${id}-text`} className="mt-2 text-[0.8125rem] text-muted-foreground">
          {described(points, unit, counted)}
        </p>
      </figure>
    </Card>
  );
}
