import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { useDebounced } from "@verbatim/ui/debounce";
import { Field, Input } from "@verbatim/ui/field";
import { count, exactTime, plural } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { A_YEAR, auditKey, oldRowsQuery, removeOldRows, SHORTEST_DAYS } from "./api";

/** Says how many rows would go before any does. */
export function RemoveOldDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState(String(A_YEAR));
  const days = Math.trunc(Number(text));
  const valid = days >= SHORTEST_DAYS && days <= 36_500;
  const rested = useDebounced(valid ? days : A_YEAR, 300);
  const preview = useQuery(oldRowsQuery(rested));
  const client = useQueryClient();
  const found = valid && rested === days ? preview.data : undefined;
  const rows = found?.rows ?? 0;

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Remove old rows of the audit log?"
      description="They are gone for good; export them first if somebody may ask. What is left can be proved as before, and that rows were removed stays in the log."
      confirmLabel={rows > 0 ? `Remove ${plural(rows, "row")}` : "Remove"}
      ready={rows > 0}
      onConfirm={async () => {
        const gone = await removeOldRows(days);
        toast("success", `${plural(gone.rows, "row was", "rows were")} removed.`);
        await client.invalidateQueries({ queryKey: auditKey });
      }}
    >
      <Field label="Older than, in days" error={valid ? undefined : `From ${SHORTEST_DAYS} to ${count(36_500)}.`}>
        {(control) => <Input {...control} type="number" inputMode="numeric" min={SHORTEST_DAYS} max={36_500} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <p aria-live="polite" className="text-sm text-muted-foreground">
        {found ? (rows > 0 ? `Would remove ${plural(rows, "row")} from before ${exactTime(found.before)}.` : `No row is older than ${plural(found.days, "day")}.`) : " "}
      </p>
    </ConfirmDialog>
  );
}
