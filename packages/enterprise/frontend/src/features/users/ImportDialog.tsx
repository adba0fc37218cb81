import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { Switch } from "@verbatim/ui/switch";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useId, useRef, useState } from "react";
import { FormError } from "@/components/FormError";
import { useRefreshUsers } from "./api";
import { ImportPreview } from "./ImportPreview";
import { EXAMPLE, importPeople, MOST_LETTERS, summary, type Imported } from "./people";

/** The column that no file can do without. */
const REQUIRED = "email";

/** People from a file: chosen, looked at line by line, and only then done. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [csv, setCsv] = useState("");
  const [invite, setInvite] = useState(true);
  const [seen, setSeen] = useState<Imported | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const refresh = useRefreshUsers();
  const send = useMutation({
    mutationFn: (wanted: { csv: string; invite: boolean; apply: boolean; seal?: string }) => importPeople(wanted),
    onSuccess: (found) => {
      setSeen(found);
      if (!found.applied) return;
      toast("success", summary(found));
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });

  async function read(chosen: File | undefined) {
    if (!chosen) return;
    const text = await chosen.slice(0, MOST_LETTERS * 4).text();
    setSeen(null);
    setCsv(text);
    send.mutate({ csv: text, invite, apply: false });
  }
  function choose(wanted: boolean) {
    setInvite(wanted);
    if (csv) send.mutate({ csv, invite: wanted, apply: false });
  }
  const ready = seen !== null && seen.problems === 0 && seen.changes > 0 && !send.isPending;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("People from a file")}
      description={t("You see line by line what would happen before anything does. It is done wholly or not at all.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" disabled={!ready} pending={send.isPending && send.variables.apply} onClick={() => send.mutate({ csv, invite, apply: true, seal: seen?.seal })}>
            {seen && ready ? plural(seen.changes, { one: "Do it for {count} person", other: "Do it for {count} people" }) : t("Do it")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        <p className="text-muted-foreground">
          {rich("The first line names the columns: {strong}, and of username, display_name, role, status and teams those that are to change. New addresses get an account; who is there is changed. The export of this page is such a file.", { strong: <b className="font-medium text-foreground">{REQUIRED}</b> })}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={() => file.current?.click()}>
            <FileUp aria-hidden="true" />
            {t("Choose a CSV file")}
          </Button>
          <Button asChild variant="subtle">
            <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`} download="people.csv">
              {t("An example")}
            </a>
          </Button>
          <input ref={file} type="file" aria-label={t("CSV file with people")} accept=".csv,text/csv" className="hidden" onChange={(event) => (void read(event.target.files?.[0]), (event.target.value = ""))} />
        </div>
        <Invite checked={invite} onChange={choose} />
        <FormError message={send.isError ? messageOf(send.error) : undefined} />
        {seen && <Notice tone={seen.problems > 0 ? "danger" : "info"}>{summary(seen)}</Notice>}
        {seen && <ImportPreview people={seen.people} />}
      </div>
    </Dialog>
  );
}

function Invite({ checked, onChange }: { checked: boolean; onChange: (wanted: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-center gap-2.5">
      <Switch id={id} checked={checked} onCheckedChange={onChange} />
      <label htmlFor={id}>{t("Send new people a link to choose a password, where this server sends mail")}</label>
    </div>
  );
}
