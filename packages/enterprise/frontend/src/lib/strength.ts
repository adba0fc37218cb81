import { t } from "@verbatim/ui/texts";
export interface Strength {
  /** 0 to 4 */
  steps: number;
  label: string;
}

const LEVELS: readonly [least: number, steps: number, label: string][] = [
  [20, 4, t("Very strong")],
  [15, 3, t("Strong")],
  [11, 2, t("Fair")],
  [8, 1, t("Weak")],
];

/** Judges a new password by its length and by how many different characters it has. */
export function strengthOf(password: string): Strength {
  if (password === "") return { steps: 0, label: "" };
  const length = new Set(password).size < 5 ? Math.min(password.length, 8) : password.length;
  const level = LEVELS.find(([least]) => length >= least);
  return level ? { steps: level[1], label: level[2] } : { steps: 0, label: t("Too short") };
}
