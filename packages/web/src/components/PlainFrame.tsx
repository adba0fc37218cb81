import { LanguageLinks } from "@verbatim/ui/language-choice";
import { t } from "@verbatim/ui/texts";
import type { ReactNode } from "react";
import { Brand, look } from "./Brand";
import { ThemeToggle } from "./ThemeToggle";

/** A page without the app around it: the brand beside one column, which is all there is on a phone. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh bg-background">
      <BrandPanel />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-16 items-center justify-between px-4 sm:px-6">
          <p className="flex items-center gap-2.5 text-[0.9375rem] font-semibold tracking-tight lg:invisible">
            <Brand />
          </p>
          <span className="flex items-center gap-1">
            <LanguageLinks />
            <ThemeToggle />
          </span>
        </header>
        <main className="flex flex-1 justify-center px-4 pb-16 pt-6 sm:px-6 sm:pt-[8vh] lg:pt-[20vh]">
          <div className="w-full max-w-100">{children}</div>
        </main>
      </div>
    </div>
  );
}

/** Heights of the bars, in percent: a sentence as a waveform. */
const BARS = [14, 22, 38, 61, 84, 72, 46, 30, 52, 78, 96, 88, 64, 40, 24, 18, 34, 58, 82, 70, 44, 28, 20, 36, 66, 92, 100, 80, 54, 34, 22, 30, 48, 74, 62, 42, 26, 16, 28, 50, 76, 60, 36, 20];

function BrandPanel() {
  return (
    <div className="relative hidden w-[44%] max-w-[46rem] shrink-0 flex-col overflow-hidden bg-[image:var(--panel,linear-gradient(155deg,hsl(219_70%_42%),hsl(222_66%_27%)_55%,hsl(226_60%_18%)))] p-10 text-white lg:flex xl:p-14">
      <div aria-hidden="true" className="pointer-events-none absolute -right-40 -top-40 size-120 rounded-full bg-[radial-gradient(circle,hsl(var(--brand)/0.5),transparent_65%)]" />
      <p className="relative flex items-center gap-3 text-lg font-semibold tracking-tight">
        <Brand size="size-9" />
      </p>
      <div className="relative my-auto pb-12">
        <Waveform />
        <p className="mt-10 max-w-md text-[1.75rem] font-semibold leading-9 tracking-tight xl:text-[2.125rem] xl:leading-11">
          {t("What was said,")}
          <br />
          {t("word for word.")}
        </p>
        <p className="mt-4 max-w-md text-[0.9375rem] leading-relaxed text-white/80">{look.welcome || t("Recordings become text that your team can read, correct, search and share, on a server of your own.")}</p>
      </div>
    </div>
  );
}

function Waveform() {
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${BARS.length * 10} 100`} preserveAspectRatio="none" className="h-28 w-full max-w-xl">
      {BARS.map((height, place) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- the bars are fixed
          key={place}
          x={place * 10 + 2}
          y={50 - height / 2}
          width="5"
          height={height}
          rx="2.5"
          fill="#fff"
          opacity={place < 19 ? 0.95 : 0.32}
        />
      ))}
    </svg>
  );
}
