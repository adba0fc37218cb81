import { ApiError, messageOf } from "@verbatim/ui/errors";

/** Which field of a form an answer is about, by its code; what is not here concerns the form as a whole. */
const FIELDS: Readonly<Record<string, string>> = {
  username_taken: "username",
  email_taken: "email",
  password_too_common: "password",
  password_length: "password",
  wrong_password: "current_password",
  invalid_code: "code",
  setup_required: "setup_token",
  confirmation_mismatch: "confirm",
  webhook_url_refused: "url",
  unknown_event: "events",
};

export type Problems = Readonly<Record<string, string>>;

function listed(detail: unknown): Problems {
  if (!Array.isArray(detail)) return {};
  const found: Record<string, string> = {};
  for (const entry of detail as { loc?: unknown[]; msg?: string }[]) {
    const name = entry.loc?.findLast((part) => typeof part === "string");
    if (typeof name === "string" && entry.msg) found[name] = sentence(entry.msg);
  }
  return found;
}

/** "Value error, choose another" as "Choose another." */
function sentence(text: string): string {
  const bare = text.replace(/^Value error, /, "");
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${/[.!?]$/.test(bare) ? "" : "."}`;
}

/** What is wrong, by field; `form` is what concerns no field. */
export function problemsOf(error: unknown, fields: readonly string[]): Problems {
  if (!error) return {};
  const all = error instanceof ApiError ? { ...listed(error.body.detail), ...byCode(error) } : {};
  const shown = Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
  return Object.keys(shown).length > 0 ? shown : { form: messageOf(error) };
}

function byCode(error: ApiError): Problems {
  const field = FIELDS[error.code];
  return field ? { [field]: error.message } : {};
}
