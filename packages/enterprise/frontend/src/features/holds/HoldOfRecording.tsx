import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useState } from "react";
import { SidePart } from "@/components/SidePart";
import { teamQuery } from "@/features/teams/api";
import { useMe } from "@/lib/session";
import { holdsOfRecordingQuery, type Hold } from "./api";
import { LiftDialog, PlaceDialog } from "./ReasonDialog";

/** Beside a transcript: whether it is held, by whom, and for those who may, the way to hold it. */
export function HoldOfRecording({ recordingId }: { recordingId: string }) {
  const [placing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<Hold | null>(null);
  const holds = useQuery(holdsOfRecordingQuery(recordingId)).data?.items ?? [];
  const team = useMe().data?.team_id ?? null;
  const allowed = useQuery({ ...teamQuery(team ?? ""), enabled: team !== null }).data?.allowed ?? [];
  const may = allowed.includes("manage_holds");
  if (holds.length === 0 && !may) return null;
  return (
    <SidePart title={t("Legal hold")}>
      {holds.map((hold) => (
        <div key={hold.id} className="flex flex-col items-start gap-1.5">
          <Badge tone="warning">
            <Lock aria-hidden="true" />
            {hold.kind === "project" ? t("Held with {title}", { title: hold.title ?? t("its project") }) : t("Under legal hold")}
          </Badge>
          {hold.reason && <p dir="auto" className="break-words">{hold.reason}</p>}
          <p className="text-xs text-muted-foreground">
            {rich("{placed_by_name}, {time}. It can be neither deleted nor changed.", { placed_by_name: hold.placed_by_name, time: <TimeAgo iso={hold.placed_at} /> })}
          </p>
          {hold.may_lift && <Button onClick={() => setLifting(hold)}>{t("Lift the hold")}</Button>}
        </div>
      ))}
      {may && !holds.some(({ kind }) => kind === "recording") && (
        <Button className="self-start" onClick={() => setPlacing(true)}>
          <Lock aria-hidden="true" />
          {t("Place a hold")}
        </Button>
      )}
      {placing && <PlaceDialog target={{ kind: "recording", id: recordingId }} onClose={() => setPlacing(false)} />}
      {lifting && <LiftDialog hold={lifting} onClose={() => setLifting(null)} />}
    </SidePart>
  );
}
