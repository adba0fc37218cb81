import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { Segmented } from "@verbatim/ui/segmented";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useState, type SubmitEvent } from "react";
import { useBringModel } from "./models";

/** From small and quick to large and good; about how much is fetched. */
const SIZES = [
  { value: "tiny", label: t("tiny, 75 MB: quick, many mistakes") },
  { value: "base", label: t("base, 145 MB") },
  { value: "small", label: t("small, 480 MB: good on most machines") },
  { value: "medium", label: t("medium, 1.5 GB") },
  { value: "large-v3", label: t("large-v3, 3.1 GB: best, needs a graphics card") },
  { value: "large-v3-turbo", label: t("large-v3-turbo, 1.6 GB: nearly as good, quicker") },
  { value: "", label: t("Another, by its name on the hub") },
] as const;

type From = "hub" | "folder";

/** Gets a model from the hub, or from a folder of the server. */
export function BringModelDialog({ onClose }: { onClose: () => void }) {
  const [from, setFrom] = useState<From>("hub");
  const [size, setSize] = useState<string>("small");
  const [name, setName] = useState("");
  const [folder, setFolder] = useState("");
  const bring = useBringModel();
  const wanted = from === "hub" && size !== "" ? size : name.trim();
  const ready = wanted !== "" && (from === "hub" || folder.trim() !== "");

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!ready || bring.isPending) return;
    bring.mutate({ name: wanted, ...(from === "folder" ? { folder: folder.trim() } : {}) }, { onSuccess: onClose });
  }

  return (
    <Dialog open onOpenChange={onClose} title={t("Add a model")} description={t("Models know languages. Those for many languages also translate to English.")}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        {bring.error && <Notice tone="danger">{messageOf(bring.error)}</Notice>}
        <Segmented
          label={t("Where it comes from")}
          value={from}
          onValueChange={setFrom}
          options={[
            { value: "hub", label: t("From the hub") },
            { value: "folder", label: t("From a folder") },
          ]}
        />
        {from === "hub" && <Field label={t("Model")}>{(control) => <Select {...control} className="w-full" value={size} options={SIZES} onValueChange={setSize} />}</Field>}
        {from === "folder" && (
          <Field label={t("Folder on the server")} hint={t("It holds model.bin, config.json, tokenizer.json and a vocabulary. Its files are copied.")}>
            {(control) => <Input {...control} dir="ltr" value={folder} maxLength={1000} placeholder="/srv/models/whisper-small" onChange={(event) => setFolder(event.target.value)} />}
          </Field>
        )}
        {(from === "folder" || size === "") && (
          <Field label={t("Name")} hint={from === "folder" ? t("What it is called here.") : t("Such as Systran/faster-whisper-small.en.")}>
            {(control) => <Input {...control} dir="ltr" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
          </Field>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" disabled={!ready} pending={bring.isPending}>
            {from === "hub" ? t("Get it") : t("Import it")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
