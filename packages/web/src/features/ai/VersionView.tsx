import { Button } from "@verbatim/ui/button";
import { count } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { Notice } from "@verbatim/ui/notice";
import { Select } from "@verbatim/ui/select";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { usePermission } from "@/lib/catalog";
import type { Summary } from "@/lib/types";
import { resultPath, useDeleteResult } from "./api";
import { money } from "./money";
import { Sentences } from "./Sentences";

/** One version of a summary, by default the newest, and what made it. */
export function VersionView({ versions }: { versions: readonly Summary[] }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = versions.find(({ id }) => id === wanted) ?? versions[0];
  const remove = useDeleteResult();
  const mayDelete = usePermission("transcript:update");
  if (!shown) return null;
  return (
    <>
      {shown.stale && <Notice className="mb-3">{t("The transcript was corrected since this was written.")}</Notice>}
      {!shown.complete && <Notice className="mb-3">{t("This was stopped before the end.")}</Notice>}
      <Sentences sentences={shown.sentences} />
      <p className="mt-3 text-xs leading-5 text-muted-foreground">
        {shown.model_label}, <TimeAgo iso={shown.created_at} />
        {shown.is_language_model && <Cost summary={shown} />}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-1">
        {versions.length > 1 && (
          <Select aria-label={t("Version")} className="[&>select]:h-8 [&>select]:text-[0.8125rem]" value={shown.id} options={versions.map(({ id, version }) => ({ value: id, label: t("Version {version}", { version }) }))} onValueChange={setWanted} />
        )}
        <Button asChild size="sm" variant="subtle">
          <a href={resultPath(shown.id)} download>
            <Download aria-hidden="true" />
            {t("Export")}
          </a>
        </Button>
        {mayDelete && (
          <IconButton label={t("Delete this version")} pending={remove.isPending} onClick={() => remove.mutate(shown.id)}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </>
  );
}

function Cost({ summary: { tokens_in: read, tokens_out: written, cost_micros: cost } }: { summary: Summary }) {
  return (
    <>
      <br />
      {t("{count} tokens, {value}", { count: count(read + written), value: cost === null ? t("no price named") : t("cost {money}", { money: money(cost) }) })}
    </>
  );
}
