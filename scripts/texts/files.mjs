// The sources of the three front ends, and which catalogue each belongs to.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const FOLDERS = ["packages/ui/src", "packages/web/src", "packages/enterprise/frontend/src"];

const IS_SOURCE = /\.tsx?$/;
const IS_OTHER = /(^|\/)(generated|texts)\/|\.test\.tsx?$|\.d\.ts$|src\/(texts|rich|language)\.tsx?$|(^|\/)test[-\w]*\.tsx?$/;

/** Paths below the root, as they are written on the command line, or all. */
export function sources(wanted = []) {
  const all = FOLDERS.flatMap((folder) => readdirSync(ROOT + folder, { recursive: true }).map((name) => `${folder}/${name}`));
  const kept = all.filter((path) => IS_SOURCE.test(path) && !IS_OTHER.test(path)).toSorted();
  return wanted.length > 0 ? kept.filter((path) => wanted.some((one) => path.startsWith(one.replace(/\/$/, "")))) : kept;
}
