import { Button } from "@verbatim/ui/button";
import { Popover } from "@verbatim/ui/popover";
import { Field } from "@verbatim/ui/field";
import { Segmented } from "@verbatim/ui/segmented";
import { Select, type SelectOption } from "@verbatim/ui/select";
import { Switch } from "@verbatim/ui/switch";
import { Download, FileDown } from "lucide-react";
import { useId, useState } from "react";
import { exportPath, type ExportFormat } from "./files";

const formats: readonly { value: ExportFormat; label: string; note: string }[] = [
  { value: "txt", label: "TXT", note: "Plain text, to read or paste." },
  { value: "docx", label: "DOCX", note: "For word processors, with headings for speakers." },
  { value: "pdf", label: "PDF", note: "To print or to send, with all fonts inside." },
  { value: "md", label: "MD", note: "Markdown, for notes and wikis." },
  { value: "srt", label: "SRT", note: "Subtitles for nearly every video player." },
  { value: "vtt", label: "VTT", note: "Subtitles for the web." },
  { value: "json", label: "JSON", note: "Everything, with the timing of every word." },
];

type CutName = "line_length" | "lines" | "speed";

/** How subtitles are cut; the first of each is what most stations ask for. */
const CUTS: readonly { name: CutName; label: string; options: SelectOption[] }[] = [
  { name: "line_length", label: "Length of a line", options: ["42", "37", "32", "60"].map((value) => ({ value, label: `${value} columns` })) },
  { name: "lines", label: "Lines", options: [{ value: "2", label: "At most two" }, { value: "1", label: "One" }, { value: "3", label: "At most three" }] },
  { name: "speed", label: "Reading speed", options: [{ value: "20", label: "Usual" }, { value: "15", label: "Slow" }, { value: "25", label: "Quick" }] },
];

export function ExportPopover({ transcriptId }: { transcriptId: string }) {
  const [format, setFormat] = useState<ExportFormat>("txt");
  const [timestamps, setTimestamps] = useState(true);
  const [speakers, setSpeakers] = useState(true);
  const [cut, setCut] = useState<Record<CutName, string>>({ line_length: "42", lines: "2", speed: "20" });
  const subtitles = format === "srt" || format === "vtt";
  return (
    <Popover
      label="Export"
      align="end"
      className="w-76 p-4!"
      trigger={
        <Button size="sm" className="max-sm:px-2!">
          <FileDown aria-hidden="true" />
          <span className="max-sm:sr-only">Export</span>
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <Segmented label="Format" value={format} onValueChange={setFormat} options={formats} className="grid! w-full grid-cols-4 [&>button]:justify-center [&>button]:px-0" />
          <p className="mt-2 text-xs text-muted-foreground">{formats.find(({ value }) => value === format)?.note}</p>
        </div>
        <Option label="Timestamps" checked={timestamps || subtitles} disabled={subtitles} onChange={setTimestamps} />
        <Option label="Speaker names" checked={speakers} onChange={setSpeakers} />
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
            Download {format.toUpperCase()}
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
