import { bytes, hours } from "@verbatim/ui/format";

const BINARY = ["KiB", "MiB", "GiB", "TiB"] as const;

/** A number of bytes or seconds as people say it, for the field in which it stands; null when it says all by itself. */
export function inWords(name: string, text: string): string | null {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return null;
  if (name.endsWith("_bytes")) return value < 1024 ? null : wholeBinary(value) ?? bytes(value);
  if (name.endsWith("_seconds")) return value < 120 ? null : hours(value);
  return null;
}

/** The largest unit of which it is a whole number: 21474836480 is 20 GiB. */
function wholeBinary(value: number): string | null {
  for (let power = BINARY.length; power > 0; power -= 1) {
    const size = 1024 ** power;
    if (value >= size && value % size === 0) return `${value / size} ${BINARY[power - 1]}`;
  }
  return null;
}
