import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural, t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Section } from "@/components/Section";
import { compare, comparisonQuery, useRefreshStorage, type Comparison } from "./api";

const tones: Record<string, Tone> = { changed: "danger", missing: "danger", unreadable: "danger", unknown: "warning" };

/** Do the storages hold what the database says? */
export function LastCheck() {
  const { data } = useQuery(comparisonQuery);
  const refresh = useRefreshStorage();
  const start = useMutation({ mutationFn: compare, onSuccess: refresh });
  return (
    <Section
      title={t("Last comparison")}
      purpose={t("Once a day every stored file is compared with what was uploaded.")}
      actions={
        <Button pending={start.isPending || data?.running} onClick={() => start.mutate()}>
          {t("Compare now")}
        </Button>
      }
    >
      {!data ? <Skeleton className="h-16 w-full" /> : !data.last ? <p className="text-sm text-muted-foreground">{t("Files have not been compared yet.")}</p> : <Found last={data.last} />}
    </Section>
  );
}

function Found({ last }: { last: NonNullable<Comparison["last"]> }) {
  const wrong = Object.values(last.counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={last.ok ? "success" : wrong ? "danger" : "info"}>
        {last.ok ? t("{count} of {count2}: all is well.", { count: plural(last.files, { one: "{count} file", other: "{count} files" }), count2: plural(last.recordings, { one: "{count} recording", other: "{count} recordings" }) }) : wrong ? t("{count} are not as they should be.", { count: plural(wrong, { one: "{count} file", other: "{count} files" }) }) : t("There was no recording to compare.")}{" "}
        <TimeAgo iso={last.finished_at} />
      </Notice>
      {last.findings.length > 0 && (
        <ul className="flex flex-col divide-y divide-border text-sm" aria-label={t("What was found")}>
          {last.findings.map(({ kind, key, detail, title, location }) => (
            <li key={`${location}/${key}/${kind}`} className="flex items-start gap-3 py-2">
              <Badge tone={tones[kind] ?? "neutral"}>{kind}</Badge>
              <span className="min-w-0">
                {title && (
                  <span dir="auto" className="block font-medium">
                    {title}
                  </span>
                )}
                <span className="block break-all text-xs text-muted-foreground">{key}</span>
                <span className="block">{detail}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
