import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field } from "@verbatim/ui/field";
import { bytes } from "@verbatim/ui/format";
import { Select } from "@verbatim/ui/select";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { moveFiles, useRefreshStorage, type Location } from "./api";

interface MoveDialogProps {
  location: Location;
  others: readonly Location[];
  onClose: () => void;
}

export function MoveDialog({ location, others, onClose }: MoveDialogProps) {
  const [target, setTarget] = useState(others[0]?.id ?? "");
  const refresh = useRefreshStorage();
  const move = useMutation({
    mutationFn: () => moveFiles(location.id, target),
    onSuccess: () => {
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Move the files of {location}", { location: location.name })}
      description={t("People can go on working. Each file is read back and compared before it counts as moved, and only then deleted here.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" pending={move.isPending} onClick={() => move.mutate()}>
            {rich("Move {count} ({total_bytes})", { count: plural(location.file_count, { one: "{count} file", other: "{count} files" }), total_bytes: bytes(location.total_bytes) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("Where to")}>{(control) => <Select {...control} value={target} options={others.map(({ id, name }) => ({ value: id, label: name }))} onValueChange={setTarget} />}</Field>
        <FormError message={problemsOf(move.error, []).form} />
      </div>
    </Dialog>
  );
}
