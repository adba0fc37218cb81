import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { PickerButton } from "@verbatim/ui/picker";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { projectQuery, usePermission } from "@/lib/catalog";
import type { TranscriptionOptions } from "@/lib/types";
import { useUrlState } from "@/lib/url-state";
import { choicesQuery, useSetChoices } from "./api";
import { OptionsForm, useObstacle } from "./OptionsForm";
import { chosenOnly, over } from "./options";
import { Vocabulary } from "./Vocabulary";

const EVERY = { id: "", name: t("Every project") };
const NOTHING: TranscriptionOptions = {};

/** What holds for new transcriptions where nobody chooses otherwise, and the vocabulary: for all, or for one project. */
export function ScopeChoices() {
  const [params, set] = useUrlState();
  const projectId = params.get("project");
  const project = useQuery({ ...projectQuery(projectId ?? ""), enabled: projectId !== null }).data;
  const name = projectId === null ? EVERY.name : (project?.name ?? "…");
  return (
    <section aria-labelledby="usual-choices" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="max-w-xl">
          <h2 id="usual-choices" className="text-sm font-semibold">
            {t("Usual choices and vocabulary")}
          </h2>
          <p className="mt-0.5 text-[0.8125rem] leading-relaxed text-muted-foreground">{t("They hold for new transcriptions unless somebody chooses otherwise. What a project leaves open is as for every project.")}</p>
        </div>
        <ProjectPicker
          first={EVERY}
          align="end"
          chosen={[projectId ?? ""]}
          onChoose={({ id }) => set({ project: id || null })}
          trigger={
            <PickerButton aria-label={t("For: {name}", { name })} className="w-56! max-sm:w-full!">
              {name}
            </PickerButton>
          }
        />
      </div>
      <Choices key={projectId} projectId={projectId} />
    </section>
  );
}

function Choices({ projectId }: { projectId: string | null }) {
  const { data, error, refetch } = useQuery(choicesQuery(projectId));
  const ofTeam = useQuery({ ...choicesQuery(null), enabled: projectId !== null }).data ?? NOTHING;
  const mayChange = usePermission("project:update");
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-96 rounded-xl" />;
  const usual = projectId === null ? NOTHING : ofTeam;
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Card className="p-5">
        <UsualForm projectId={projectId} stored={data} usual={usual} mayChange={mayChange} />
      </Card>
      <Card className="p-5">
        <Vocabulary projectId={projectId} terms={data.vocabulary ?? []} usual={usual.vocabulary ?? []} mayChange={mayChange} />
      </Card>
    </div>
  );
}

interface UsualFormProps {
  projectId: string | null;
  stored: TranscriptionOptions;
  usual: TranscriptionOptions;
  mayChange: boolean;
}

function UsualForm({ projectId, stored, usual, mayChange }: UsualFormProps) {
  const before = chosenOnly({ ...stored, vocabulary: null });
  const stamp = JSON.stringify(before);
  const [value, setValue] = useState<TranscriptionOptions>(before);
  const [seen, setSeen] = useState(stamp);
  if (stamp !== seen) {
    // Somebody else's change shows itself, but takes nothing away that is not saved yet.
    if (JSON.stringify(chosenOnly(value)) === seen) setValue(before);
    setSeen(stamp);
  }
  const save = useSetChoices(projectId);
  const problem = useObstacle(over(value, usual));
  const changed = JSON.stringify(chosenOnly(value)) !== stamp;
  const put = (next: TranscriptionOptions, message: string) => save.mutate(chosenOnly({ ...next, vocabulary: stored.vocabulary }), { onSuccess: () => toast("success", message) });
  return (
    <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-5">
      <legend className="sr-only">{t("Usual choices")}</legend>
      {save.error && <Notice tone="danger">{messageOf(save.error)}</Notice>}
      <OptionsForm value={value} usual={usual} onChange={setValue} withoutTerms />
      {mayChange ? (
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" pending={save.isPending} disabled={!changed || problem !== null} onClick={() => put(value, t("Saved"))}>
            {t("Save")}
          </Button>
          {changed && <Button onClick={() => setValue(before)}>{t("Discard")}</Button>}
          {!changed && Object.keys(before).length > 0 && <Button onClick={() => put(NOTHING, t("Nothing is chosen any more"))}>{t("Choose nothing")}</Button>}
        </div>
      ) : (
        <p className="text-xs text-muted-foreground">{t("Your role may read this, not change it.")}</p>
      )}
    </fieldset>
  );
}
