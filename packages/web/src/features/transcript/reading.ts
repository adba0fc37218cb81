import { usePref } from "@/lib/prefs";

export type ReadingFont = "sans" | "serif";
export type ReadingSize = "medium" | "small" | "large";

export interface Reading {
  font: ReadingFont;
  setFont: (font: ReadingFont) => void;
  size: ReadingSize;
  setSize: (size: ReadingSize) => void;
  className: string;
}

const sizes: Record<ReadingSize, string> = {
  small: "text-[0.9375rem] leading-[1.65rem]",
  medium: "text-[1.0625rem] leading-[1.8rem]",
  large: "text-[1.25rem] leading-[2.1rem]",
};

/** How transcripts are set: a choice of this browser. */
export function useReading(): Reading {
  const [font, setFont] = usePref<ReadingFont>("reading.font", ["sans", "serif"]);
  const [size, setSize] = usePref<ReadingSize>("reading.size", ["medium", "small", "large"]);
  return { font, setFont, size, setSize, className: `${sizes[size]} ${font === "serif" ? "font-serif" : ""}` };
}
