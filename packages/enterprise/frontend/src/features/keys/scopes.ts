import { t } from "@verbatim/ui/texts";
/** What a scope lets a program do, in the order in which people look for it. */
const SUBJECTS: Readonly<Record<string, string>> = {
  recording: t("Recordings"),
  transcript: t("Transcripts and search"),
  project: t("Projects and tags"),
  document: t("Documents"),
  conversation: t("AI conversations"),
  llm: t("Language models"),
  webhook: t("Webhooks"),
  apikey: t("API keys"),
  team: t("Teams"),
  user: t("Users"),
  audit: t("Audit log"),
  settings: t("Settings"),
  license: t("Licence"),
  system: t("The whole installation"),
};

const ACTIONS: Readonly<Record<string, string>> = {
  read: t("Read"),
  create: t("Create"),
  update: t("Change"),
  delete: "Delete",
  use: t("Use"),
  manage: t("Manage"),
  admin: t("Administer"),
};

export interface ScopeGroup<S extends string> {
  readonly subject: string;
  readonly scopes: readonly { readonly scope: S; readonly action: string }[];
}

const part = (scope: string, at: 0 | 1): string => scope.split(":")[at] ?? "";

/** Scopes by what they are about; unknown ones come last, under their own name. */
export function grouped<S extends string>(scopes: readonly S[]): ScopeGroup<S>[] {
  const known = Object.keys(SUBJECTS);
  const unknown = scopes.map((scope) => part(scope, 0)).filter((subject) => !known.includes(subject));
  const actions = Object.keys(ACTIONS);
  return [...known, ...new Set(unknown)].flatMap((subject) => {
    const mine = scopes.filter((scope) => part(scope, 0) === subject);
    if (mine.length === 0) return [];
    const ordered = mine.toSorted((a, b) => actions.indexOf(part(a, 1)) - actions.indexOf(part(b, 1)));
    return [{ subject: SUBJECTS[subject] ?? subject, scopes: ordered.map((scope) => ({ scope, action: ACTIONS[part(scope, 1)] ?? part(scope, 1) })) }];
  });
}

/** "Recordings: read, create · Projects and tags: read". */
export const described = (scopes: readonly string[]): string =>
  grouped(scopes)
    .map(({ subject, scopes: mine }) => `${subject}: ${mine.map(({ action }) => action.toLowerCase()).join(", ")}`)
    .join(" · ");

export const isReading = (scope: string): boolean => scope.endsWith(":read") && scope !== "audit:read";
