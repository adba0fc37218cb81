import { Button } from "@verbatim/ui/button";
import { Popover } from "@verbatim/ui/popover";
import { Field } from "@verbatim/ui/field";
import { Segmented } from "@verbatim/ui/segmented";
import { Select, type SelectOption } from "@verbatim/ui/select";
import { Switch } from "@verbatim/ui/switch";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Download, FileDown } from "lucide-react";
import { useId, useState } from "react";
import { exportPath, type ExportFormat } from "./files";

const formats: readonly { value: ExportFormat; label: string; note: string }[] = [
  { value: "txt", label: t("TXT"), note: t("Plain text, to read or paste.") },
  { value: "docx", label: t("DOCX"), note: t("For word processors, with headings for speakers.") },
  { value: "pdf", label: t("PDF"), note: t("To print or to send, with all fonts inside.") },
  { value: "md", label: t("MD"), note: t("Markdown, for notes and wikis.") },
  { value: "srt", label: t("SRT"), note: t("Subtitles for nearly every video player.") },
  { value: "vtt", label: t("VTT"), note: t("Subtitles for the web.") },
  { value: "json", label: t("JSON"), note: t("Everything, with the timing of every word.") },
];

type CutName = "line_length" | "lines" | "speed";

/** How subtitles are cut; the first of each is what most stations ask for. */
const CUTS: readonly { name: CutName; label: string; options: SelectOption[] }[] = [
  { name: "line_length", label: t("Length of a line"), options: ["42", "37", "32", "60"].map((value) => ({ value, label: t("{value} columns", { value }) })) },
  { name: "lines", label: t("Lines"), options: [{ value: "2", label: t("At most two") }, { value: "1", label: t("One") }, { value: "3", label: t("At most three") }] },
  { name: "speed", label: t("Reading speed"), options: [{ value: "20", label: t("Usual") }, { value: "15", label: t("Slow") }, { value: "25", label: t("Quick") }] },
];

export function ExportPopover({ transcriptId }: { transcriptId: string }) {
  const [format, setFormat] = useState<ExportFormat>("txt");
  const [timestamps, setTimestamps] = useState(true);
  const [speakers, setSpeakers] = useState(true);
  const [cut, setCut] = useState<Record<CutName, string>>({ line_length: "42", lines: "2", speed: "20" });
  const subtitles = format === "srt" || format === "vtt";
  return (
    <Popover
      label={t("Export")}
      align="end"
      className="w-76 p-4!"
      trigger={
        <Button size="sm" className="max-sm:px-2!">
          <FileDown aria-hidden="true" />
          <span className="max-sm:sr-only">{t("Export")}</span>
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <Segmented label={t("Format")} value={format} onValueChange={setFormat} options={formats} className="grid! w-full grid-cols-4 [&>button]:justify-center [&>button]:px-0" />
          <p className="mt-2 text-xs text-muted-foreground">{formats.find(({ value }) => value === format)?.note}</p>
        </div>
        <Option label={t("Timestamps")} checked={timestamps || subtitles} disabled={subtitles} onChange={setTimestamps} />
        <Option label={t("Speaker names")} checked={speakers} onChange={setSpeakers} />
        {subtitles && (
          <div className="flex flex-col gap-3 border-t border-border pt-3">
            {CUTS.map(({ name, label, options }) => (
              <Field key={name} label={label} className="flex-row! items-center justify-between">
                {(control) => <Select {...control} className="w-36" value={cut[name]} options={options} onValueChange={(value) => setCut({ ...cut, [name]: value })} />}
              </Field>
            ))}
          </div>
        )}
        <Button asChild variant="primary">
          <a href={exportPath(transcriptId, format, timestamps, speakers, subtitles ? cut : {})} download>
            <Download aria-hidden="true" />
            {rich("Download {format}", { format: format.toUpperCase() })}
          </a>
        </Button>
      </div>
    </Popover>
  );
}

function Option({ label, checked, disabled, onChange }: { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-center justify-between">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <Switch id={id} checked={checked} disabled={disabled} onCheckedChange={onChange} />
    </div>
  );
}
