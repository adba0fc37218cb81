import { Picker, type PickerProps } from "@verbatim/ui/picker";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { useProjectChoices } from "@/lib/catalog";

type ProjectPickerProps = Omit<PickerProps, "label" | "choices" | "onSearch" | "empty">;

/** Chooses among the projects that somebody sees. */
export function ProjectPicker(props: ProjectPickerProps) {
  const [search, setSearch] = useState<string | null>(null);
  return <Picker label={t("Projects")} choices={useProjectChoices(search)} onSearch={setSearch} empty={t("There are no projects yet.")} {...props} />;
}
