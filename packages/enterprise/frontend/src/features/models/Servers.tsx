import { useMutation, useQuery } from "@tanstack/react-query";
import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { IconButton } from "@verbatim/ui/icon-button";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { Bot, PlugZap, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Section } from "@/components/Section";
import { deleteServer, serversQuery, testServer, useRefreshModels, type ModelServer } from "./api";
import { PriceDialog } from "./PriceDialog";
import { ServerDialog } from "./ServerDialog";

/** Models that a server is said to have, by name; of more only the number. */
const SHOWN = 5;

export function Servers() {
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery(serversQuery);
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t("New server")}
    </Button>
  );
  return (
    <Section title={t("Servers")} purpose={t("Where language models answer that people may choose.")} actions={add}>
      {isPending && <Skeleton className="h-24" />}
      {error && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <EmptyState icon={<Bot aria-hidden="true" />} title={t("No model answers yet")} action={add}>
          {t("Until one does, summaries are key sentences, chosen without a language model.")}
        </EmptyState>
      )}
      <ul className="flex flex-col divide-y divide-border">{data?.items.map((server) => <Server key={server.id} server={server} />)}</ul>
      {adding && <ServerDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Server({ server }: { server: ModelServer }) {
  const refresh = useRefreshModels();
  const test = useMutation({ mutationFn: () => testServer(server.id), onSuccess: ({ ok, detail, models }) => toast(ok ? "success" : "error", ok ? t("The server answers") : t("The server does not answer"), { detail: ok && models.length > 0 ? t("It has {models}{value}.", { models: models.slice(0, SHOWN).join(", "), value: models.length > SHOWN ? t(" and {models} more", { models: models.length - SHOWN }) : "" }) : detail }) });
  const remove = useMutation({ mutationFn: () => deleteServer(server.id), onSuccess: () => void refresh() });
  const [toPrice, setPriced] = useState<string | null>(null);
  const isOurs = server.source === "database";
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate text-sm font-medium">{server.name}</p>
        <p className="truncate text-xs text-muted-foreground">{server.base_url}</p>
        <p className="mt-1 flex flex-wrap gap-1.5">
          {server.models.map(({ id, name, priced }) => {
            const shown = priced ? name : t("{name}: no price", { name });
            return (
              <button key={id} type="button" className="rounded-md hover:opacity-80" aria-label={t("Set the price of {shown}", { shown })} onClick={() => setPriced(name)}>
                <Badge tone={priced ? "neutral" : "warning"}>{shown}</Badge>
              </button>
            );
          })}
        </p>
      </div>
      {!isOurs && <span className="text-xs text-muted-foreground">{t("From the environment")}</span>}
      <Button size="sm" pending={test.isPending} aria-label={t("Try {server}", { server: server.name })} onClick={() => test.mutate()}>
        <PlugZap aria-hidden="true" />
        {t("Try")}
      </Button>
      {isOurs && (
        <IconButton label={t("Remove {server}", { server: server.name })} pending={remove.isPending} onClick={() => remove.mutate()}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
      {toPrice !== null && <PriceDialog server={server} model={toPrice} onClose={() => setPriced(null)} />}
    </li>
  );
}
