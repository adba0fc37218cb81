import { t } from "@verbatim/ui/texts";
/** Something a key does on the page of a transcript. `listening` ones also answer to pedals and media keys while one types. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly listening?: true;
}

/** What keys do, and which they are until somebody chooses others. A key is named as the browser names it; letters are small. */
export const ACTIONS = [
  { id: "play", label: t("Play or pause"), keys: [" ", "k"], listening: true },
  { id: "back", label: t("Back 5 seconds"), keys: ["ArrowLeft", "j"], listening: true },
  { id: "on", label: t("Forward 5 seconds"), keys: ["ArrowRight", "l"], listening: true },
  { id: "slower", label: t("Slower"), keys: ["<"], listening: true },
  { id: "faster", label: t("Faster"), keys: [">"], listening: true },
  { id: "mute", label: t("Mute"), keys: ["m"] },
  { id: "follow", label: t("Follow the voice"), keys: ["f"] },
  { id: "edit", label: t("Edit what is being said"), keys: ["e"] },
  { id: "check", label: t("Mark as checked and go on"), keys: ["v"] },
  { id: "unchecked", label: t("Next that is not checked"), keys: ["u"] },
  { id: "doubtful", label: t("Next doubtful word"), keys: ["n"] },
  { id: "split", label: t("Split at the word being said"), keys: ["s"] },
  { id: "choose", label: t("Choose a segment"), keys: ["x"] },
  { id: "chooseDown", label: t("Choose more, downwards"), keys: ["Shift+ArrowDown"] },
  { id: "chooseUp", label: t("Choose more, upwards"), keys: ["Shift+ArrowUp"] },
  { id: "captions", label: t("Subtitles over a video"), keys: ["c"] },
  { id: "help", label: t("This list"), keys: ["?"] },
] as const satisfies readonly Action[];

export type ActionId = (typeof ACTIONS)[number]["id"];

/** Keys that nobody can choose: they lead out of things, or browsers and people need them for something else. */
const TAKEN = new Set(["Escape", "Enter", "Tab", "Shift+Tab", "Shift+Enter", "Shift", "Control", "Alt", "Meta", "CapsLock", t("Dead"), t("Process"), t("Unidentified"), "AltGraph"]);

export const mayBeChosen = (key: string): boolean => !TAKEN.has(key);

export type KeyMap = ReadonlyMap<ActionId, readonly string[]>;

export const USUAL: KeyMap = new Map(ACTIONS.map(({ id, keys }): [ActionId, readonly string[]] => [id, keys]));

/** What somebody has changed of the usual keys; anything that is not a list of keys counts as nothing. */
export function parseKeys(stored: string | null): KeyMap {
  let said: unknown;
  try {
    said = JSON.parse(stored ?? "{}");
  } catch {
    return USUAL;
  }
  if (typeof said !== "object" || said === null) return USUAL;
  const chosen = new Map<string, unknown>(Object.entries(said));
  return new Map(
    ACTIONS.map(({ id, keys }): [ActionId, readonly string[]] => {
      const own = chosen.get(id);
      return [id, Array.isArray(own) && own.every((key) => typeof key === "string") ? own : keys];
    }),
  );
}

/** The keys with another for one action, which is taken from whatever had it. */
export function withKey(map: KeyMap, id: ActionId, key: string): KeyMap {
  return new Map([...map].map(([other, keys]): [ActionId, readonly string[]] => [other, other === id ? [key] : keys.filter((one) => one !== key)]));
}

/** Only what differs from the usual is kept, so that new usual keys reach people later. */
export function storedKeys(map: KeyMap): string | null {
  const changed = ACTIONS.filter(({ id, keys }) => JSON.stringify(map.get(id)) !== JSON.stringify(keys));
  return changed.length === 0 ? null : JSON.stringify(Object.fromEntries(changed.map(({ id }) => [id, map.get(id)])));
}

/** Which action a key stands for. */
export function actionOf(map: KeyMap, key: string): ActionId | null {
  for (const [id, keys] of map) if (keys.includes(key)) return id;
  return null;
}

/** A pressed key by its name: letters small, others with Shift when it was held. */
export const keyName = ({ key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">): string => (key.length === 1 ? key.toLowerCase() : `${shiftKey ? "Shift+" : ""}${key}`);

/** Pedals and keyboards with buttons of their own send these; they write nothing. */
export const isPedal = (key: string): boolean => /^(?:F\d{1,2}|Media\w+|Audio\w+)$/.test(key);

const SIGNS: Record<string, string> = { " ": "Space", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** A key as people read it. */
export function shownKey(key: string): string {
  const bare = key.replace("Shift+", "");
  return `${key === bare ? "" : "Shift "}${SIGNS[bare] ?? (bare.length === 1 ? bare.toUpperCase() : bare)}`;
}
