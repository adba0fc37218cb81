import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { FileDown } from "lucide-react";
import { exportPath } from "./api";

const FORMATS = [
  ["md", t("Markdown")],
  ["docx", t("Word")],
  ["json", "JSON"],
] as const;

/** Saves a conversation as a file, with what its answers rest on. */
export function ExportMenu({ id }: { id: string }) {
  return (
    <Menu
      trigger={
        <IconButton label={t("Save this conversation as a file")}>
          <FileDown aria-hidden="true" />
        </IconButton>
      }
    >
      {FORMATS.map(([format, name]) => (
        <MenuItem key={format} asChild>
          <a href={exportPath(id, format)} download>
            {name}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
