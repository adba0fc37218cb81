import { Badge } from "@verbatim/ui/badge";
import { BodyCell, BodyRow, HeadCell, Table } from "@verbatim/ui/table";
import { t } from "@verbatim/ui/texts";
import type { Imported } from "./people";

/** What each line does; those with a problem come first. */
export function ImportPreview({ people }: { people: Imported["people"] }) {
  const sorted = people.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null) || a.line - b.line);
  return (
    <Table aria-label={t("What each line does")}>
      <thead>
        <tr>
          <HeadCell className="w-14">{t("Line")}</HeadCell>
          <HeadCell>{t("Person")}</HeadCell>
          <HeadCell>{t("What happens")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {sorted.map((one) => (
          <BodyRow key={one.line}>
            <BodyCell className="tabular-nums">{one.line}</BodyCell>
            <BodyCell>
              <span dir="auto" className="break-all">{one.email || "–"}</span>
              {one.username && <span className="block text-xs text-muted-foreground">{one.username}</span>}
            </BodyCell>
            <BodyCell>
              {one.problem ? (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone="danger">{t("Problem")}</Badge>
                  <span className="break-words">{one.problem}</span>
                </span>
              ) : one.actions.length === 0 ? (
                <span className="text-muted-foreground">{t("Nothing: it is so already")}</span>
              ) : (
                <ul className="flex flex-col gap-0.5">
                  {one.actions.map((action) => (
                    <li key={action} className="break-words">
                      {action}
                    </li>
                  ))}
                </ul>
              )}
            </BodyCell>
          </BodyRow>
        ))}
      </tbody>
    </Table>
  );
}
