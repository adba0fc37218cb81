import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { Download } from "lucide-react";
import { exportAddress, type Wanted } from "./api";

/** Files of what the list shows, and one of everything that can be proved elsewhere. */
export function ExportMenu({ wanted }: { wanted: Wanted }) {
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden="true" />
          {t("Export")}
        </Button>
      }
    >
      <MenuLabel>{t("What the list shows")}</MenuLabel>
      <MenuItem asChild>
        <a href={exportAddress("csv", wanted)} download>
          {t("CSV, for a spreadsheet")}
        </a>
      </MenuItem>
      <MenuItem asChild>
        <a href={exportAddress("jsonl", wanted)} download>
          {t("JSON Lines, for a program")}
        </a>
      </MenuItem>
      <MenuSeparator />
      <MenuItem asChild>
        <a href={exportAddress("proof", {})} download>
          {t("The whole log with its proof")}
        </a>
      </MenuItem>
    </Menu>
  );
}
