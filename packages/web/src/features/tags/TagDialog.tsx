import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import * as RadioGroup from "radix-ui/radio-group";
import { useState, type SubmitEvent } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import type { Tag } from "@/lib/types";
import { useSaveTag } from "./api";

const COLORS: readonly { value: string; name: string }[] = [
  { value: "#3b82f6", name: t("Blue") },
  { value: "#0d9488", name: t("Teal") },
  { value: "#16a34a", name: t("Green") },
  { value: "#ca8a04", name: t("Yellow") },
  { value: "#ea580c", name: t("Orange") },
  { value: "#dc2626", name: t("Red") },
  { value: "#db2777", name: t("Pink") },
  { value: "#7c3aed", name: t("Purple") },
  { value: "#64748b", name: t("Grey") },
];

/** Null makes a new tag. */
export function TagDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  const [name, setName] = useState(tag?.name ?? "");
  const [color, setColor] = useState(tag?.color ?? COLORS[0]?.value ?? "#3b82f6");
  const save = useSaveTag();

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim() !== "" && !save.isPending) save.mutate({ id: tag?.id ?? null, name: name.trim(), color }, { onSuccess: onClose });
  }

  return (
    <Dialog open onOpenChange={onClose} title={tag ? t("Edit tag") : t("New tag")}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field label={t("Name")} error={save.error ? messageOf(save.error) : undefined}>
          {(control) => <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <div className="flex flex-col gap-2">
          <p id="tag-color" className="text-[0.8125rem] font-medium">
            {t("Colour")}
          </p>
          <RadioGroup.Root aria-labelledby="tag-color" value={color} onValueChange={setColor} className="flex flex-wrap gap-2">
            {COLORS.map((choice) => (
              <RadioGroup.Item
                key={choice.value}
                value={choice.value}
                aria-label={choice.name}
                className="size-7 rounded-full border-2 border-card outline-2 outline-transparent transition-[outline-color] data-[state=checked]:outline-ring"
                style={{ background: choice.value }}
              />
            ))}
          </RadioGroup.Root>
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" pending={save.isPending} disabled={name.trim() === ""}>
            {tag ? t("Save") : t("Create tag")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
