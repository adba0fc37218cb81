import { ApiError } from "@verbatim/ui/errors";
import { describe, expect, it } from "vitest";
import type { Section, Setting } from "./api";
import { bodyOf, boundsOf, found, meant, problemsOfSettings, typed, withDraft } from "./draft";

function setting(more: Partial<Setting>): Setting {
  return {
    name: "invite_days", title: "Invite days", description: "Days after which an invitation expires.", kind: "whole_number", value: 7, is_set: true, default: 7,
    source: "default", variable: "VERBATIM_INVITE_DAYS", locked: false, applies: "at_once", needs_restart: false, waits: false, choices: [],
    minimum: null, above: null, maximum: null, below: null, max_length: null, changed_by: null, changed_at: null, problem: null, ...more,
  };
}

const days = setting({});
const domains = setting({ name: "registration_domains", title: "Registration domains", kind: "list", value: ["a.org", "b.org"], variable: "VERBATIM_REGISTRATION_DOMAINS" });
const password = setting({ name: "mail_password", title: "Mail password", kind: "secret", value: null, source: "database", variable: "VERBATIM_MAIL_PASSWORD" });
const sections: Section[] = [
  { title: "Teams and invitations", description: "", settings: [days] },
  { title: "Accounts", description: "", settings: [domains, password] },
];

describe("what is typed", () => {
  it("stands in its control and comes back as it was meant", () => {
    expect(typed(domains)).toBe("a.org, b.org");
    expect(meant(domains, " a.org ,, c.org ")).toEqual(["a.org", "c.org"]);
    expect(meant(days, " 12 ")).toBe(12);
    expect(meant(days, "many")).toBe("many");
    expect(meant(days, "")).toBe("");
    expect(meant(password, " kept as it is ")).toBe(" kept as it is ");
    expect(meant(setting({ kind: "json" }), '[{"id": 1}]')).toEqual([{ id: 1 }]);
    expect(meant(setting({ kind: "json" }), "{no")).toBe("{no");
    expect(typed(setting({ kind: "yes_no", value: true }))).toBe(true);
  });

  it("is no change when it is what is there", () => {
    expect(withDraft({}, days, "8")).toEqual({ invite_days: "8" });
    expect(withDraft({ invite_days: "8" }, days, "7")).toEqual({});
    expect(withDraft({}, days, null)).toEqual({});
    expect(withDraft({}, password, null)).toEqual({ mail_password: null });
    expect(withDraft({ mail_password: "x" }, password, "")).toEqual({});
  });

  it("is sent together, with what gets its default back", () => {
    expect(bodyOf(4, sections, { invite_days: "9", mail_password: null })).toEqual({ version: 4, values: { invite_days: 9 }, reset: ["mail_password"] });
  });
});

describe("searching", () => {
  it("looks at names, descriptions, headings and variables", () => {
    const names = (text: string) => found(sections, text).flatMap((section) => section.settings.map((one) => one.name));
    expect(names("EXPIRES")).toContain("invite_days");
    expect(names("verbatim_mail")).toEqual(["mail_password"]);
    expect(names("accounts domains")).toEqual(["registration_domains"]);
    expect(names("nothing like it")).toEqual([]);
    expect(found(sections, " ")).toHaveLength(2);
  });
});

describe("what the server refuses", () => {
  it("stands beside its setting", () => {
    const refused = (body: Record<string, unknown>) => problemsOfSettings(new ApiError(422, "invalid_settings", "All of it.", body));
    expect(refused({ problems: { invite_days: "Too few." } })).toEqual({ invite_days: "Too few." });
    expect(refused({ problems: { "": "They do not fit." } })).toEqual({ form: "They do not fit." });
    expect(refused({ field: "workers" })).toEqual({ workers: "All of it." });
    expect(refused({})).toEqual({ form: "All of it." });
    expect(problemsOfSettings(null)).toEqual({});
  });
});

it("says bounds in words", () => {
  expect(boundsOf(setting({ minimum: 1, maximum: 90 }))).toBe("1 to 90");
  expect(boundsOf(setting({ above: 0, maximum: 60 }))).toBe("more than 0, at most 60");
  expect(boundsOf(setting({ minimum: 0 }))).toBe("0 or more");
  expect(boundsOf(setting({}))).toBeNull();
});
