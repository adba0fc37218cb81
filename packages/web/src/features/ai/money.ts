const MILLION = 1_000_000;

/** Millionths of a unit of money as people write it; the currency is that of the prices, which nobody named. */
export function money(micros: number): string {
  const value = micros / MILLION;
  return value >= 0.01 || value === 0 ? value.toFixed(2) : value.toPrecision(2);
}
