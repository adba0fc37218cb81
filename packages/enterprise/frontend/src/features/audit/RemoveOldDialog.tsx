import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { useDebounced } from "@verbatim/ui/debounce";
import { Field, Input } from "@verbatim/ui/field";
import { count, exactTime } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
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
      title={t("Remove old rows of the audit log?")}
      description={t("They are gone for good; export them first if somebody may ask. What is left can be proved as before, and that rows were removed stays in the log.")}
      confirmLabel={rows > 0 ? t("Remove {count}", { count: plural(rows, { one: "{count} row", other: "{count} rows" }) }) : t("Remove")}
      ready={rows > 0}
      onConfirm={async () => {
        const gone = await removeOldRows(days);
        toast("success", t("{count} removed.", { count: plural(gone.rows, { one: "{count} row was", other: "{count} rows were" }) }));
        await client.invalidateQueries({ queryKey: auditKey });
      }}
    >
      <Field label={t("Older than, in days")} error={valid ? undefined : t("From {shortest_days} to {count}.", { shortest_days: SHORTEST_DAYS, count: count(36_500) })}>
        {(control) => <Input {...control} type="number" inputMode="numeric" min={SHORTEST_DAYS} max={36_500} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <p aria-live="polite" className="text-sm text-muted-foreground">
        {found ? (rows > 0 ? t("Would remove {count} from before {before}.", { count: plural(rows, { one: "{count} row", other: "{count} rows" }), before: exactTime(found.before) }) : t("No row is older than {count}.", { count: plural(found.days, { one: "{count} day", other: "{count} days" }) })) : " "}
      </p>
    </ConfirmDialog>
  );
}
