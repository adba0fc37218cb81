import { Card } from "@verbatim/ui/card";
import { Notice } from "@verbatim/ui/notice";
import { SearchField } from "@verbatim/ui/search-field";
import { EmptyState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { useUrlState } from "@/lib/location";
import { saveSettings, settingsQuery, type Section, type Settings } from "./api";
import { bodyOf, found, problemsOfSettings, withDraft, type Drafts } from "./draft";
import { LastChange } from "./LastChange";
import { Row } from "./Row";
import { SaveBar } from "./SaveBar";
import { TryOut } from "./TryOut";

/** All settings, in sections that a search narrows. What was typed is saved together, or not at all. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const client = useQueryClient();
  const [params, setParams] = useUrlState();
  const [drafts, setDrafts] = useState<Drafts>({});
  const search = params.get("q") ?? "";
  const sections = found(settings.groups, search);
  const save = useMutation({
    mutationFn: () => saveSettings(bodyOf(settings.version, settings.groups, drafts)),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      setDrafts({});
      toast("success", t("The settings are saved."));
    },
    onError: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
    meta: { quiet: true },
  });
  const problems = problemsOfSettings(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending && Object.keys(drafts).length > 0) save.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      {settings.restart_needed.length > 0 && <Notice>{restartNeeded(settings)}</Notice>}
      <LastChange settings={settings} />
      <SearchField label={t("Search settings")} value={search} onChange={(q) => setParams({ q: q || null })} className="max-w-md" />
      {sections.length === 0 && (
        <EmptyState icon={<Search aria-hidden="true" />} title={t("No setting is called that")}>
          {t("Search for a part of its name, of what it does, or of its variable.")}
        </EmptyState>
      )}
      {sections.map((section) => (
        <Group key={section.title} section={section}>
          {section.settings.map((setting) => (
            <Row
              key={setting.name}
              setting={setting}
              draft={drafts[setting.name]}
              problem={problems[setting.name]}
              onChange={(draft) => setDrafts((known) => withDraft(known, setting, draft))}
            />
          ))}
          <TryOut section={section} body={bodyOf(settings.version, whole(settings, section), drafts)} />
        </Group>
      ))}
      <SaveBar count={Object.keys(drafts).length} pending={save.isPending} problem={problems.form ?? elsewhere(problems)} onDiscard={() => (setDrafts({}), save.reset())} />
    </form>
  );
}

/** A section with the settings that a search leaves out. */
const whole = (settings: Settings, { title }: Section) => settings.groups.filter((group) => group.title === title);

function Group({ section, children }: { section: Section; children: React.ReactNode }) {
  const heading = useId();
  return (
    <Card role="group" aria-labelledby={heading}>
      <div className="border-b border-border px-5 py-4">
        <h2 id={heading} className="text-base font-semibold">
          {section.title}
        </h2>
        {section.description && <p className="mt-0.5 text-sm text-muted-foreground">{section.description}</p>}
      </div>
      <div className="divide-y divide-border">{children}</div>
    </Card>
  );
}

function elsewhere(problems: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(problems).length > 0 ? t("Nothing was saved: look at the settings marked in red.") : undefined;
}

function restartNeeded(settings: Settings): string {
  const waiting = settings.groups.flatMap((group) => group.settings).filter((setting) => setting.waits);
  return t("Start the server again, so that these count: {waiting}.", { waiting: waiting.map((setting) => setting.title).join(", ") });
}
