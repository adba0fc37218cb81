import type { Location } from "./api";
import { t } from "@verbatim/ui/texts";

export type Kind = "s3" | "azure_blob";

/** What is typed into the form of a location. Secrets are empty when it is opened: they are never shown. */
export interface Draft {
  name: string;
  kind: Kind;
  place: Record<string, string>;
  /** Browsers fetch files from the store itself. */
  links: boolean;
  secrets: Record<string, string>;
}

interface Line {
  key: string;
  label: string;
  hint?: string;
  required?: boolean;
}

const publicly: Line = { key: "public_endpoint", label: t("Endpoint for browsers"), hint: t("Only for links, where browsers reach the store at another address.") };

export const places: Record<Kind, readonly Line[]> = {
  s3: [
    { key: "bucket", label: t("Bucket"), required: true },
    { key: "region", label: t("Region"), hint: t("Such as eu-central-1.") },
    { key: "endpoint", label: t("Endpoint"), hint: t("Address of a compatible store, such as https://garage.example.org:3900. Empty: Amazon S3.") },
    { key: "prefix", label: t("Folder"), hint: t("Everything lies under it. May be empty.") },
    publicly,
  ],
  azure_blob: [
    { key: "account", label: t("Storage account"), required: true },
    { key: "container", label: t("Container"), required: true },
    { key: "endpoint", label: t("Endpoint"), hint: t("Only for clouds other than Azure's public one.") },
    { key: "prefix", label: t("Folder"), hint: t("Everything lies under it. May be empty.") },
    publicly,
  ],
};

export const credentials: Record<Kind, readonly Line[]> = {
  s3: [
    { key: "key_id", label: t("Access key ID") },
    { key: "secret", label: t("Secret access key") },
  ],
  azure_blob: [{ key: "key", label: t("Account key") }],
};

export const titles: Record<Location["type"], string> = { local: t("Disk"), s3: "S3", azure_blob: t("Azure Blob") };

export const emptyDraft: Draft = { name: "", kind: "s3", place: {}, links: false, secrets: {} };

export const draftOf = ({ name, type, config }: Location): Draft => ({
  name,
  kind: type === "azure_blob" ? "azure_blob" : "s3",
  place: Object.fromEntries(Object.entries(config).map(([key, value]) => [key, String(value)])),
  links: config.signed_links === true,
  secrets: {},
});

const chosen = (lines: readonly Line[], values: Record<string, string>): Record<string, string | null> =>
  Object.fromEntries(lines.map(({ key }) => [key, values[key]?.trim() || null]));

export const configOf = ({ kind, place, links }: Draft) => ({ ...chosen(places[kind], place), signed_links: links });
export const secretsOf = ({ kind, secrets }: Draft) => chosen(credentials[kind], secrets);
export const hasSecrets = (draft: Draft): boolean => Object.values(secretsOf(draft)).some(Boolean);

/** Where the files of a location lie, in a few words. */
export function whereOf({ type, config }: Location): string {
  if (type === "local") return t("The data folder of the server");
  const { bucket, account, container, endpoint, prefix } = config as Record<string, string | undefined>;
  const root = bucket ?? [account, container].filter(Boolean).join("/");
  const folder = [root, prefix].filter(Boolean).join("/");
  return [folder || t("As the environment says"), endpoint].filter(Boolean).join(" at ");
}
