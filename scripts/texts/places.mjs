// Where a text for people may stand, and where a string is something else.

/** Attributes and properties whose text is read by people, whatever it looks like. */
const READ = new Set(
  ("label title placeholder aria-label aria-description aria-roledescription aria-valuetext alt description hint note message text heading " +
    "subtitle empty detail tooltip caption summary sentence explanation confirmLabel cancelLabel verb unit done help").split(" "),
);

/** Attributes and properties whose strings only machines read. */
const UNREAD = new Set(
  ("className class style id htmlFor key type role name href to src value dir lang variant size tone autoComplete inputMode target rel form list " +
    "queryKey method path url kind mode code status slot color fill d viewBox accept pattern weight preload as align side event headers " +
    "credentials cache displayName width height containerClassName contentClassName start locale codec mime").split(" "),
);

/** Functions whose strings only machines read. */
const DEAF = new Set(
  ("cn includes startsWith endsWith indexOf addEventListener removeEventListener closest querySelector querySelectorAll matchMedia matches setAttribute " +
    "getAttribute removeAttribute hasAttribute get set has append delete getItem setItem removeItem readPref writePref usePref createElement lazy " +
    "split join replace replaceAll localeCompare Event CustomEvent RegExp URL URLSearchParams usePermission GET POST PUT PATCH DELETE getElementById " +
    "t plural rich known debug warn error log dispatchEvent neededBy add toggle useRecordingsParam execCommand test").split(" "),
);
DEAF.delete("error");

/** Says, at the end of a line, that its strings are not for people. */
export const NO_TEXT = "// no text";

/** Words with a capital that are names of keys, methods and formats. */
const NAMES = /^(Enter|Escape|Tab|Space|Home|End|Delete|Backspace|Page(Up|Down)|Arrow\w+|Shift|Control|Alt|Meta|Mac|Win|Linux|Accept|Authorization|Content-\w+|Location|GET|POST|PUT|PATCH|DELETE|HEAD|Blob|File|Files|Bearer|AbortError|BODY|INPUT|TEXTAREA|SELECT|Verbatim|VerbatimEnterprise|PluginPart)$/;

export const LETTER = /\p{L}/u;
const OURS = /^(Verbatim|VerbatimEnterprise|GET|POST|PUT|PATCH|DELETE)$/;
/** Several words in small letters. */
const PHRASE = /^\p{Ll}+,?( \p{Ll}[\p{L}’]*,?){2,}$/u;
/** Looks like a sentence or a label by itself. */
const SENTENCE = /^[“("]?\p{Lu}[^\s/]*(\s|’).*[\p{L}\d.?!…:)”]/u;
const ENDS = /^\S+\s.*[\p{L})”][.?!…]$/u;
const WORD = /^\p{Lu}\p{Ll}+(-\p{Ll}+)?[….:?!]?$/u;
const ADDRESS = /^(https?:|\/|\.\/|@\/|#|data:|[\w.-]+@[\w.-]+$)/;
const WORDS_OF_STYLE = /^[\w:[\]()./%&>*,+#!-]*[-:!][\w:[\]()./%&>*,+#!-]*( [\w:[\]()./%&>*,+#!-]+)*$/;
const MEASURE = /^(px|rem|em|vh|vw|deg|fr)$/;
const VARIABLE = /^VERBATIM_\w+$/;

export const isRead = (name) => READ.has(name);
export const isUnread = (name) => UNREAD.has(name) || name.startsWith("data-") || (name.startsWith("aria-") && !READ.has(name));
export const isDeaf = (name) => DEAF.has(name);

/** Whether words in a place that people read need translating: anything with letters but names, addresses and placeholders. */
export function isText(words, hasValues = false) {
  const plain = words.replaceAll(/\{\w+\}/g, "");
  if (!LETTER.test(plain) || ADDRESS.test(words) || VARIABLE.test(words) || MEASURE.test(plain)) return false;
  return hasValues || (!OURS.test(words) && /\p{L}.*\p{L}/u.test(words) && !/^(x+-?)+$/.test(words));
}

/** Whether words anywhere else are surely for people. */
export function looksLikeText(words) {
  if (ADDRESS.test(words) || NAMES.test(words)) return false;
  return PHRASE.test(words) || SENTENCE.test(words) || ENDS.test(words) || WORD.test(words);
}

/** Lists of classes, which have small letters. */
export const isStyle = (words) => !/^\p{Lu}/u.test(words) && WORDS_OF_STYLE.test(words);
