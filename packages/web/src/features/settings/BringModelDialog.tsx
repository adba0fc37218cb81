import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { Segmented } from "@verbatim/ui/segmented";
import { Select } from "@verbatim/ui/select";
import { useState, type SubmitEvent } from "react";
import { useBringModel } from "./models";

/** From small and quick to large and good; about how much is fetched. */
const SIZES = [
  { value: "tiny", label: "tiny, 75 MB: quick, many mistakes" },
  { value: "base", label: "base, 145 MB" },
  { value: "small", label: "small, 480 MB: good on most machines" },
  { value: "medium", label: "medium, 1.5 GB" },
  { value: "large-v3", label: "large-v3, 3.1 GB: best, needs a graphics card" },
  { value: "large-v3-turbo", label: "large-v3-turbo, 1.6 GB: nearly as good, quicker" },
  { value: "", label: "Another, by its name on the hub" },
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
    <Dialog open onOpenChange={onClose} title="Add a model" description="Models know languages. Those for many languages also translate to English.">
      <form onSubmit={submit} className="flex flex-col gap-5">
        {bring.error && <Notice tone="danger">{messageOf(bring.error)}</Notice>}
        <Segmented
          label="Where it comes from"
          value={from}
          onValueChange={setFrom}
          options={[
            { value: "hub", label: "From the hub" },
            { value: "folder", label: "From a folder" },
          ]}
        />
        {from === "hub" && <Field label="Model">{(control) => <Select {...control} className="w-full" value={size} options={SIZES} onValueChange={setSize} />}</Field>}
        {from === "folder" && (
          <Field label="Folder on the server" hint="It holds model.bin, config.json, tokenizer.json and a vocabulary. Its files are copied.">
            {(control) => <Input {...control} dir="ltr" value={folder} maxLength={1000} placeholder="/srv/models/whisper-small" onChange={(event) => setFolder(event.target.value)} />}
          </Field>
        )}
        {(from === "folder" || size === "") && (
          <Field label="Name" hint={from === "folder" ? "What it is called here." : "Such as Systran/faster-whisper-small.en."}>
            {(control) => <Input {...control} dir="ltr" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
          </Field>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={!ready} pending={bring.isPending}>
            {from === "hub" ? "Get it" : "Import it"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
