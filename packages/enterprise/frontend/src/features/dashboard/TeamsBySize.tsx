import { bytes, count, tenths } from "@verbatim/ui/format";
import { BodyCell, BodyRow, HeadCell, Table } from "@verbatim/ui/table";
import { t } from "@verbatim/ui/texts";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import type { Overview } from "./api";

/** Who fills the storage. */
export function TeamsBySize({ content }: { content: Overview["content"] }) {
  if (content.teams.length === 0) return null;
  return (
    <Section flush title={t("Teams by size")} purpose={content.team_count > content.teams.length ? t("The largest {teams} of {count}.", { teams: content.teams.length, count: count(content.team_count) }) : undefined}>
      <Table aria-label={t("Teams by size")}>
        <thead>
          <tr>
            <HeadCell className="pl-5">{t("Team")}</HeadCell>
            <HeadCell className="w-28 text-right">{t("Recordings")}</HeadCell>
            <HeadCell className="hidden w-24 text-right sm:table-cell">{t("Hours")}</HeadCell>
            <HeadCell className="w-28 pr-5 text-right" sorted="desc">
              {t("Bytes")}
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {content.teams.map((team) => (
            <BodyRow key={team.team_id ?? "none"}>
              <BodyCell className="pl-5">
                {team.team_id ? (
                  <AppLink dir="auto" href={`/team?team=${team.team_id}`} className="break-words underline-offset-4 hover:underline">
                    {team.name}
                  </AppLink>
                ) : (
                  team.name
                )}
              </BodyCell>
              <BodyCell className="text-right tabular-nums">{count(team.recordings)}</BodyCell>
              <BodyCell className="hidden text-right tabular-nums sm:table-cell">{tenths(team.hours)}</BodyCell>
              <BodyCell className="pr-5 text-right tabular-nums">{bytes(team.bytes)}</BodyCell>
            </BodyRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
