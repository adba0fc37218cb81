import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Field } from "@verbatim/ui/field";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Lock } from "lucide-react";
import type { Setting } from "./api";
import { Control } from "./Control";
import { boundsOf, isSecret, typed, type Draft } from "./draft";
import { inWords } from "./measure";

const SOURCES: Readonly<Record<Setting["source"], { label: string; tone: Tone }>> = {
  default: { label: t("Default"), tone: "outline" },
  environment: { label: t("Environment"), tone: "neutral" },
  database: { label: t("Set here"), tone: "info" },
};

interface RowProps {
  setting: Setting;
  draft: Draft | undefined;
  problem: string | undefined;
  onChange: (draft: Draft) => void;
}

/** One setting: what it is and where its value comes from, and beside it what changes it. */
export function Row({ setting, draft, problem, onChange }: RowProps) {
  const source = SOURCES[setting.source];
  const shown = draft === undefined || draft === null ? typed(setting, draft === null ? setting.default : setting.value) : draft;
  const words = typeof shown === "string" ? inWords(setting.name, shown) : null;
  const mayReset = !setting.locked && draft !== null && (setting.source === "database" || draft !== undefined);
  return (
    <div className="grid gap-x-8 gap-y-3 px-5 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]" data-setting={setting.name}>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-sm font-medium">{setting.title}</p>
          {draft === undefined ? <Badge tone={source.tone}>{source.label}</Badge> : <Badge tone="warning">{draft === null ? t("Goes back to its default") : t("Changed")}</Badge>}
          {setting.waits && <Badge tone="warning">{t("Counts after a restart")}</Badge>}
        </div>
        <p className="mt-1 text-sm leading-relaxed text-muted-foreground">{setting.description}</p>
        <p className="mt-1 text-xs text-muted-foreground">{more(setting)}</p>
        {setting.problem && <p className="mt-1 text-xs text-destructive">{setting.problem}</p>}
        {setting.changed_by && setting.changed_at && (
          <p className="mt-1 text-xs text-muted-foreground">
            {rich("Changed by {changed_by} {time}", { changed_by: setting.changed_by, time: <TimeAgo iso={setting.changed_at} /> })}
          </p>
        )}
      </div>
      <div className="flex min-w-0 flex-col items-stretch gap-1">
        <Field label={<span className="sr-only">{setting.title}</span>} error={problem}>
          {(control) => <Control setting={setting} draft={draft} control={control} onChange={onChange} />}
        </Field>
        {words !== null && <p className="text-xs text-muted-foreground">{words}</p>}
        {setting.locked ? (
          <p className="flex items-start gap-1.5 text-xs text-muted-foreground">
            <Lock aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0 break-words">
              {rich(setting.source === "environment" ? t("Set by {variable} in the server's environment.") : t("Can only be set by {variable} in the server's environment."), { variable: <code>{setting.variable}</code> })}
            </span>
          </p>
        ) : (
          mayReset && (
            <Button variant="link" size="inline" className="self-start text-xs" onClick={() => onChange(setting.source === "database" ? null : typed(setting))}>
              {setting.source === "database" ? t("Use the default{value}", { value: isSecret(setting) ? "" : ` (${shownDefault(setting)})` }) : t("Undo")}
            </Button>
          )
        )}
      </div>
    </div>
  );
}

function shownDefault(setting: Setting): string {
  const text = typed(setting, setting.default);
  if (typeof text === "boolean") return text ? "on" : "off";
  return text === "" ? "empty" : inWords(setting.name, text) ?? text;
}

function more(setting: Setting): string {
  const parts: string[] = [];
  const bounds = setting.locked ? null : boundsOf(setting);
  if (bounds !== null) parts.push(`${bounds.charAt(0).toUpperCase()}${bounds.slice(1)}.`);
  if (setting.kind === "list" && !setting.locked) parts.push(t("Several are separated by commas."));
  if (setting.needs_restart && !setting.locked) parts.push(t("A change counts once the server is started again."));
  return parts.join(" ");
}
