// The German catalogues: one folder for each package, one file for each area of it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { FOLDERS, ROOT, sources } from "./files.mjs";
import { keysIn } from "./keys.mjs";

const PLACES = { "packages/ui/src": "packages/ui/texts/de/", "packages/web/src": "packages/web/src/texts/de/", "packages/enterprise/frontend/src": "packages/enterprise/frontend/src/texts/de/" };
/** Sentences that come from the server, written by hand: no source of a page asks for them by name. */
const BY_HAND = "server.json";

/** `features/bulk/x.tsx` belongs to "bulk", `pages/X.tsx` to "pages". */
function areaOf(path, folder) {
  const parts = path.slice(folder.length + 1).split("/");
  if (parts.length === 1) return "common";
  return parts[0] === "features" ? parts[1] : parts[0];
}

/** Which sentence stands in which file. */
function wanted() {
  const files = new Map();
  const ofUi = new Set();
  for (const folder of FOLDERS) {
    const areas = new Map();
    for (const path of sources([`${folder}/`])) {
      for (const [key, one] of keysIn(path)) {
        const area = areaOf(path, folder);
        const known = areas.get(key);
        areas.set(key, { one, area: known && known.area !== area ? "common" : area });
        if (folder === FOLDERS[0]) ofUi.add(key);
      }
    }
    for (const [key, { one, area }] of areas) {
      if (folder !== FOLDERS[0] && ofUi.has(key)) continue;
      const file = `${PLACES[folder]}${area}.json`;
      files.set(file, (files.get(file) ?? new Map()).set(key, one));
    }
  }
  return files;
}

const read = (file) => JSON.parse(readFileSync(ROOT + file, "utf8"));
const filesIn = (place) => (existsSync(ROOT + place) ? readdirSync(ROOT + place).filter((name) => name !== BY_HAND).map((name) => place + name) : []);
const presentFiles = () => Object.values(PLACES).flatMap(filesIn);

function written(keys, said) {
  const entries = [...keys].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, said(key) ?? (one === null ? "" : { one: "", other: "" })]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** Puts every sentence that is asked for into its file, empty where nobody has translated it, and takes out what nobody asks for. */
export function writeCatalogues(more = {}) {
  const known = new Map(presentFiles().flatMap((file) => Object.entries(read(file)).filter(([, words]) => words !== "")));
  const files = wanted();
  const said = (key) => more[key] ?? known.get(key);
  for (const [file, keys] of files) {
    mkdirSync(ROOT + file.slice(0, file.lastIndexOf("/")), { recursive: true });
    writeFileSync(ROOT + file, written(keys, said));
  }
  for (const file of presentFiles()) if (!files.has(file)) rmSync(ROOT + file);
}

const placesIn = (words) => (words.match(/\{\w+\}/g) ?? []).toSorted().join(" ");

function* problemsOf(file, key, one, words) {
  const forms = typeof words === "string" ? [words] : Object.values(words ?? {});
  if (forms.length === 0 || forms.some((form) => !form.trim())) yield `${file}: “${key}” has no German sentence`;
  else if ((one === null) !== (typeof words === "string")) yield `${file}: “${key}” must have ${one === null ? "one sentence" : "the forms one and other"}`;
  else if (forms.some((form) => placesIn(form) !== placesIn(key))) yield `${file}: “${key}” has other {places} in German`;
}

/** What is wrong with the catalogues, one line each. */
export function problems() {
  const found = [];
  const files = wanted();
  for (const [file, keys] of files) {
    const present = existsSync(ROOT + file) ? read(file) : {};
    for (const [key, one] of keys) found.push(...problemsOf(file, key, one, present[key]));
    for (const key of Object.keys(present)) if (!keys.has(key)) found.push(`${file}: nobody asks for “${key}”`);
  }
  for (const file of presentFiles()) if (!files.has(file)) found.push(`${file}: nobody asks for any of it`);
  return [...found, ...saidInTwoWays()];
}

/** All catalogues of a page are one: a sentence of the server's that a page has too must say the same in both. */
function* saidInTwoWays() {
  const ofServer = read(PLACES[FOLDERS[0]] + BY_HAND);
  for (const file of presentFiles())
    for (const [key, words] of Object.entries(read(file)))
      if (key in ofServer && ofServer[key] !== words) yield `${file}: “${key}” has other words in ${BY_HAND}`;
}

