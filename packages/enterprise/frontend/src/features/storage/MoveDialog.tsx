import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field } from "@verbatim/ui/field";
import { bytes, plural } from "@verbatim/ui/format";
import { Select } from "@verbatim/ui/select";
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
      title={`Move the files of ${location.name}`}
      description="People can go on working. Each file is read back and compared before it counts as moved, and only then deleted here."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={move.isPending} onClick={() => move.mutate()}>
            Move {plural(location.file_count, "file")} ({bytes(location.total_bytes)})
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Where to">{(control) => <Select {...control} value={target} options={others.map(({ id, name }) => ({ value: id, label: name }))} onValueChange={setTarget} />}</Field>
        <FormError message={problemsOf(move.error, []).form} />
      </div>
    </Dialog>
  );
}
