import { useQuery } from "@tanstack/react-query";
import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { AudioLines, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Page } from "@/components/Page";
import { statsQuery } from "@/features/dashboard/api";
import { Failed } from "@/features/dashboard/Failed";
import { Favourites } from "@/features/dashboard/Favourites";
import { Recent } from "@/features/dashboard/Recent";
import { Running } from "@/features/dashboard/Running";
import { StatusChart } from "@/features/dashboard/StatusChart";
import { Totals } from "@/features/dashboard/Totals";
import { PluginSlot } from "@/features/plugins/PluginSlot";
import { UploadButton } from "@/features/uploads/UploadButton";
import { usePermission } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";

export default function DashboardPage() {
  const { data: stats, error, refetch } = useQuery(statsQuery);
  const mayUpload = usePermission("recording:create");
  if (error && !stats) {
    return (
      <Page title={t("Dashboard")}>
        <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  const empty = stats?.recordings.total_recordings === 0;
  return (
    <Page title={t("Dashboard")} purpose={t("What you have, and what is being transcribed right now.")} actions={!empty && <UploadButton />}>
      {empty && mayUpload && <FirstUpload />}
      {empty && !mayUpload && (
        <Card>
          <EmptyState icon={<AudioLines aria-hidden="true" />} title={t("No recordings yet")}>
            {t("What others upload appears here. Your role may read it, not add to it.")}
          </EmptyState>
        </Card>
      )}
      {!empty && <Overview />}
      <div className="mt-6 empty:hidden">
        <PluginSlot name="dashboard.bottom" />
      </div>
    </Page>
  );
}

function Overview() {
  const stats = useQuery(statsQuery).data;
  return (
    <div className="flex flex-col gap-4 sm:gap-6">
      <Failed total={stats?.recordings.by_status.failed ?? 0} />
      <Totals stats={stats} />
      <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <Panel
          title={t("Recent recordings")}
          action={
            <Link to="/recordings" className="text-[0.8125rem] font-medium text-primary hover:underline">
              {t("See all")}
            </Link>
          }
          flush
        >
          <Recent />
        </Panel>
        <div className="flex flex-col gap-4 sm:gap-6">
          <Favourites />
          <Panel title={t("Being transcribed")}>
            <Running />
          </Panel>
          <Panel title={t("By status")}>{stats ? <StatusChart stats={stats} /> : <Skeleton className="h-40" />}</Panel>
        </div>
      </div>
    </div>
  );
}

function Panel({ title, action, flush, children }: { title: string; action?: ReactNode; flush?: boolean; children: ReactNode }) {
  return (
    <Card className="overflow-hidden">
      <div className="flex items-center justify-between px-5 pb-3 pt-4">
        <h2 dir="auto" className="text-sm font-semibold">{title}</h2>
        {action}
      </div>
      <div className={flush ? "border-t border-border" : "px-5 pb-5"}>{children}</div>
    </Card>
  );
}

/** The first thing a new owner sees. */
function FirstUpload() {
  return (
    <div className="flex flex-col items-center rounded-2xl border-2 border-dashed border-input/60 bg-card px-6 py-24 text-center">
      <div className="mb-5 flex size-16 items-center justify-center rounded-full bg-accent text-accent-foreground">
        <Upload aria-hidden="true" className="size-7" />
      </div>
      <h2 className="text-xl font-semibold tracking-tight">{t("Drop an audio file here")}</h2>
      <p className="mb-7 mt-2 max-w-md text-[0.9375rem] leading-relaxed text-muted-foreground">
        {t("A meeting, an interview, a lecture: wav, mp3, m4a, mp4, webm, ogg, flac or mkv. It stays on this server, and becomes text you can read, correct, search and export.")}
      </p>
      <UploadButton label={t("Choose files")} size="lg" />
    </div>
  );
}
