import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { PickerButton, type Choice } from "@verbatim/ui/picker";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { ProjectPicker } from "@/components/ProjectPicker";
import { createRule, updateRule, useRefreshRetention, type Basis, type Rule, type Terms } from "./api";
import { LivePreview } from "./LivePreview";

const WHOLE_TEAM: Choice = { id: "", name: t("The whole team") };
const A_YEAR = 365;
const BASES: { value: Basis; label: string }[] = [
  { value: "created", label: t("when it was made") },
  { value: "changed", label: t("its last change") },
];

interface RuleDialogProps {
  team: string;
  /** The rule to change; without one a new one is made. */
  rule?: Rule;
  onClose: () => void;
}

export function RuleDialog({ team, rule, onClose }: RuleDialogProps) {
  const [project, setProject] = useState<Choice>(rule?.project_id ? { id: rule.project_id, name: "" } : WHOLE_TEAM);
  const [days, setDays] = useState(String(rule ? (rule.keep_days ?? "") : A_YEAR));
  const [basis, setBasis] = useState<Basis>(rule?.basis ?? "created");
  const form = useId();
  const refresh = useRefreshRetention();
  const forever = days.trim() === "";
  const terms: Terms = { keep_days: forever ? null : Math.trunc(Number(days)), basis, project_id: project.id || null };
  const valid = forever ? project.id !== WHOLE_TEAM.id : terms.keep_days !== null && terms.keep_days >= 1;
  const save = useMutation({
    mutationFn: () => (rule ? updateRule(team, rule.id, terms) : createRule(team, terms)),
    onSuccess: () => {
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(save.error, ["keep_days"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (valid && !save.isPending) save.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={rule ? t("Change the rule") : t("New rule")}
      description={t("A rule is a draft and deletes nothing until somebody activates it.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={save.isPending} disabled={!valid}>
            {t("Save as a draft")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {!rule && (
          <Field label={t("Recordings of")} hint={t("A project's rule stands before the rule of the whole team.")}>
            {(control) => (
              <ProjectPicker
                first={WHOLE_TEAM}
                chosen={[project.id]}
                onChoose={setProject}
                trigger={
                  <PickerButton {...control} aria-label={t("Recordings of: {project}", { project: project.name })}>
                    {project.name}
                  </PickerButton>
                }
              />
            )}
          </Field>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("Delete after, in days")} error={problems.keep_days} hint={project.id === WHOLE_TEAM.id ? undefined : t("Leave it empty to keep them for ever.")}>
            {(control) => <Input {...control} type="number" inputMode="numeric" min={1} max={36_500} value={days} onChange={(event) => setDays(event.target.value)} />}
          </Field>
          <Field label={t("Counted from")}>{(control) => <Select {...control} value={basis} options={BASES} onValueChange={(value) => setBasis(value === "changed" ? "changed" : "created")} />}</Field>
        </div>
        {valid && !(rule?.for_project && !rule.project_id) && <LivePreview team={team} terms={terms} />}
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
