import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Textarea } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useRef, useState, type FormEvent } from "react";
import { Section } from "@/components/Section";
import { tryLicense, type Preview, type Status } from "./api";
import { ConfirmDialog } from "./ConfirmDialog";
import { day } from "./days";

const LONGEST_FILE = 20_000;

/** Another licence: pasted or from a file, looked at before it counts. */
export function Upload({ status }: { status: Status }) {
  const [text, setText] = useState("");
  const [preview, setPreview] = useState<Preview | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const trying = useMutation({ mutationFn: tryLicense, onSuccess: setPreview, meta: { quiet: true } });

  function submit(event: FormEvent) {
    event.preventDefault();
    trying.mutate(text);
  }
  async function read(chosen: File | undefined) {
    if (!chosen) return;
    const found = await chosen.slice(0, LONGEST_FILE).text();
    setText(found.trim());
    trying.mutate(found);
  }
  return (
    <Section title={t("Another licence")} purpose={t("Paste what your vendor sent you, or choose the file. You see what would change before anything does.")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Licence")} error={trying.isError ? messageOf(trying.error) : undefined}>
          {(control) => (
            <Textarea
              {...control}
              required
              rows={4}
              spellCheck={false}
              autoComplete="off"
              className="font-mono text-xs [overflow-wrap:anywhere]"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                trying.reset();
              }}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" disabled={text.trim() === "" || trying.isPending}>
            {t("Show what would change")}
          </Button>
          <Button onClick={() => file.current?.click()}>
            <FileUp aria-hidden="true" />
            {t("Choose a file")}
          </Button>
          <input
            ref={file}
            type="file"
            aria-label={t("File with a licence")}
            accept=".txt,.lic,.jwt,.key,text/plain"
            className="hidden"
            onChange={(event) => {
              void read(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </div>
        {status.previous && (
          <p className="text-xs text-muted-foreground">
            {rich("Before this one: {org_name}, {seat_count} seats, until {day}. It was replaced on {day2}; an encrypted copy is kept.", { org_name: status.previous.org_name, seat_count: status.previous.seat_count, day: day(status.previous.expires_at), day2: day(status.previous.replaced_at) })}
          </p>
        )}
      </form>
      {preview && (
        <ConfirmDialog
          preview={preview}
          text={text}
          onClose={(done) => {
            setPreview(null);
            if (done) setText("");
          }}
        />
      )}
    </Section>
  );
}
