import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { addLocation, changeLocation, tryDescription, useRefreshStorage, type Location } from "./api";
import { configOf, credentials, draftOf, emptyDraft, hasSecrets, places, secretsOf, type Draft, type Kind } from "./description";
import { Steps } from "./Steps";

const KINDS = [
  { value: "s3", label: t("Amazon S3 or a compatible store") },
  { value: "azure_blob", label: t("Azure Blob Storage") },
];

interface LocationDialogProps {
  /** The location to change; without one a new one is added. */
  location?: Location;
  onClose: () => void;
}

export function LocationDialog({ location, onClose }: LocationDialogProps) {
  const [draft, setDraft] = useState<Draft>(location ? draftOf(location) : emptyDraft);
  const form = useId();
  const refresh = useRefreshStorage();
  const { kind } = draft;
  const test = useMutation({ mutationFn: () => tryDescription({ type: kind, config: configOf(draft), credentials: secretsOf(draft) }), meta: { quiet: true } });
  const save = useMutation({
    mutationFn: () => {
      const body = { name: draft.name, config: configOf(draft) };
      if (!location) return addLocation({ ...body, type: kind, credentials: secretsOf(draft), is_default: false, stands_in: false });
      return changeLocation(location.id, hasSecrets(draft) ? { ...body, credentials: secretsOf(draft) } : body);
    },
    onSuccess: () => {
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(save.error ?? test.error, ["name"]);

  function change(part: Partial<Draft>) {
    test.reset();
    setDraft((before) => ({ ...before, ...part }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={location ? t("Change the location") : t("New location")}
      description={t("New files go there once it is made the default, or when files are moved there.")}
      footer={
        <>
          {(!location || hasSecrets(draft)) && (
            <Button className="mr-auto" pending={test.isPending} onClick={() => test.mutate()}>
              {t("Try it out")}
            </Button>
          )}
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={save.isPending}>
            {location ? t("Save") : t("Add the location")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Name")} error={problems.name}>
          {(control) => <Input {...control} value={draft.name} onChange={({ target }) => change({ name: target.value })} required maxLength={100} autoComplete="off" />}
        </Field>
        {!location && <Field label={t("Kind")}>{(control) => <Select {...control} value={kind} options={KINDS} onValueChange={(value) => change({ kind: value as Kind, place: {}, secrets: {} })} />}</Field>}
        {places[kind].map(({ key, label, hint, required }) => (
          <Field key={key} label={label} hint={hint}>
            {(control) => (
              <Input {...control} value={draft.place[key] ?? ""} onChange={({ target }) => change({ place: { ...draft.place, [key]: target.value } })} required={required} autoComplete="off" spellCheck={false} />
            )}
          </Field>
        ))}
        <Checkbox
          label={t("Browsers play and download from the store itself, by links that are good for a minute")}
          checked={draft.links}
          onCheckedChange={(links) => change({ links })}
        />
        {credentials[kind].map(({ key, label }) => (
          <Field key={key} label={label} hint={location?.has_credentials ? t("Leave it empty to keep what is there.") : undefined}>
            {(control) => (
              <Input
                {...control}
                type={key === "key_id" ? "text" : "password"}
                value={draft.secrets[key] ?? ""}
                onChange={({ target }) => change({ secrets: { ...draft.secrets, [key]: target.value } })}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        ))}
        {test.data && <Steps tried={test.data} />}
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
