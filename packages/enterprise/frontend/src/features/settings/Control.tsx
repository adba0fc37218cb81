import { Input, Textarea, type ControlProps } from "@verbatim/ui/field";
import { PasswordInput } from "@verbatim/ui/password-input";
import { Select } from "@verbatim/ui/select";
import { Switch } from "@verbatim/ui/switch";
import { t } from "@verbatim/ui/texts";
import type { Setting } from "./api";
import { typed, type Draft } from "./draft";
import { LogoControl } from "./LogoControl";

interface ControlOfProps {
  setting: Setting;
  draft: Draft | undefined;
  control: ControlProps;
  onChange: (draft: string | boolean) => void;
}

/** What a setting is changed with. A secret is never shown: what is typed takes its place. */
export function Control({ setting, draft, control, onChange }: ControlOfProps) {
  const value = draft === undefined ? typed(setting) : draft === null ? typed(setting, setting.default) : draft;
  const text = typeof value === "string" ? value : "";
  const common = { ...control, disabled: setting.locked, autoComplete: "off", spellCheck: false } as const;
  if (setting.kind === "yes_no") return <Switch {...control} disabled={setting.locked} checked={value === true} onCheckedChange={onChange} />;
  if (setting.kind === "choice") {
    return <Select {...control} disabled={setting.locked} className="w-full" value={text} options={setting.choices.map((choice) => ({ value: choice, label: choice }))} onValueChange={onChange} />;
  }
  if (setting.kind === "secret") {
    return <PasswordInput {...control} disabled={setting.locked} autoComplete="new-password" value={typeof draft === "string" ? draft : ""} placeholder={held(setting, draft)} onChange={(event) => onChange(event.target.value)} />;
  }
  if (setting.kind === "json") {
    return <Textarea {...common} dir="ltr" className="font-mono text-xs" value={typeof draft === "string" ? draft : ""} placeholder={held(setting, draft)} onChange={(event) => onChange(event.target.value)} />;
  }
  if (setting.name === "brand_logo") return <LogoControl control={control} disabled={setting.locked} value={text} onChange={onChange} />;
  const isNumber = setting.kind === "whole_number" || setting.kind === "number";
  return <Input {...common} inputMode={isNumber ? "decimal" : undefined} maxLength={setting.max_length ?? undefined} value={text} onChange={(event) => onChange(event.target.value)} />;
}

function held(setting: Setting, draft: Draft | undefined): string {
  return setting.is_set && draft !== null ? t("Set, and not shown") : t("Not set");
}
