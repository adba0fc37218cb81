import { useQuery } from "@tanstack/react-query";
import { Badge } from "@verbatim/ui/badge";
import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { CircleCheck, CircleMinus } from "lucide-react";
import { ScopeChoices } from "@/features/transcription/late";
import { transcriptionQuery } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { TranscriptionConfig } from "@/lib/types";
import { Models } from "./Models";
import { VoiceProfiles } from "./VoiceProfiles";

/** Which engine makes the text, and why; its models; and what holds where nobody chooses otherwise. */
export function Transcription() {
  const { data, error, refetch } = useQuery(transcriptionQuery);
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-80 rounded-xl" />;
  return (
    <div className="flex flex-col gap-8">
      <Card className="p-5">
        <p className="text-[0.8125rem] text-muted-foreground">{t("New recordings are transcribed by")}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2.5 text-lg font-semibold">
          {data.effective_engine}
          {data.engine === "auto" && <Badge>{t("chosen automatically")}</Badge>}
        </p>
        {data.reason && <p dir="auto" className="mt-2 text-sm leading-relaxed text-muted-foreground">{data.reason}</p>}
        {data.engine_caveats.map((caveat) => (
          <p key={caveat} className="mt-2 text-sm leading-relaxed text-warning">
            {caveat}
          </p>
        ))}
      </Card>
      <Models />
      <ScopeChoices />
      <VoiceProfiles />
      <Engines config={data} />
      <Better />
    </div>
  );
}

function Engines({ config }: { config: TranscriptionConfig }) {
  return (
    <section>
      <h2 className="mb-3 text-sm font-semibold">{t("Engines on this server")}</h2>
      <Card>
        <ul className="divide-y divide-border">
          {config.engines.map((engine) => (
            <li key={engine.name} className="flex items-start gap-3 px-5 py-4">
              {engine.available ? (
                <CircleCheck aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-success" />
              ) : (
                <CircleMinus aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-muted-foreground" />
              )}
              <div className="min-w-0 flex-1">
                <p className="text-sm font-medium">
                  {engine.name}
                  {engine.model && <span className="ml-2 font-normal text-muted-foreground">{engine.model}</span>}
                </p>
                <p className="mt-0.5 text-[0.8125rem] leading-relaxed text-muted-foreground">{[engine.reason, engine.caveat].filter(Boolean).join(" ")}</p>
              </div>
              <Badge tone={engine.available ? "success" : "outline"}>{engine.available ? t("Available") : t("Not available")}</Badge>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Better() {
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold">{t("Better transcripts")}</h2>
      <p className="max-w-2xl text-sm leading-relaxed text-muted-foreground">
        {rich("The model that comes with the product runs everywhere and makes mistakes. A larger one makes fewer; so may a transcription service that speaks the OpenAI interface. With the automatic choice what is best is used from then on. The settings are described in the documentation, and {code} says what the server finds. Recordings you already have can then be transcribed again from their own pages.", { code: <code className="font-mono text-[0.8125rem]">{t("verbatim doctor")}</code> })}
      </p>
    </section>
  );
}
