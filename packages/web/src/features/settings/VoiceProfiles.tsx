import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { hours } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { AudioWaveform, Pencil, Trash2 } from "lucide-react";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { useEraseProfile, useRenameProfile, voiceProfilesQuery } from "@/features/voices/api";
import { usePermission } from "@/lib/catalog";
import type { VoiceProfile } from "@/lib/types";

/** Whose voices are known here, with whose consent. Nothing where the server keeps none. */
export function VoiceProfiles() {
  const { data, error, refetch } = useQuery(voiceProfilesQuery);
  if (data && !data.enabled && data.items.length === 0) return null;
  let content: ReactNode;
  if (error && !data) content = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!data) content = <Skeleton className="m-5 h-16" />;
  else if (data.items.length === 0) {
    content = (
      <EmptyState icon={<AudioWaveform aria-hidden="true" />} title={t("No voice is known yet")}>
        {t("Open a transcript, choose a speaker and “Remember this voice…”. It needs the consent of whose voice it is.")}
      </EmptyState>
    );
  } else {
    content = (
      <ul aria-label={t("Voice profiles")} className="divide-y divide-border">
        {data.items.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} />
        ))}
      </ul>
    );
  }
  return (
    <section aria-labelledby="voice-profiles">
      <h2 id="voice-profiles" className="text-sm font-semibold">
        {t("Known voices")}
      </h2>
      <p className="mb-3 mt-0.5 max-w-xl text-[0.8125rem] leading-relaxed text-muted-foreground">
        {data && !data.enabled
          ? t("Voice profiles are turned off. Those that were made before can be erased.")
          : t("What a voice sounds like is kept as numbers, for this team only, and suggests names in new transcripts. Nothing is named until somebody agrees.")}
      </p>
      <Card>{content}</Card>
    </section>
  );
}

function ProfileRow({ profile }: { profile: VoiceProfile }) {
  const mayChange = usePermission("transcript:update");
  const [dialog, setDialog] = useState<"rename" | "erase" | null>(null);
  const close = () => setDialog(null);
  return (
    <li className="flex items-center gap-3 py-3 pe-3 ps-5">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-sm font-medium">
          {profile.name}
        </p>
        <p className="mt-0.5 text-[0.8125rem] leading-relaxed text-muted-foreground">
          {rich("{consent_by} agreed {time}, entered by {entered_by} · measured in {seconds} of speech", { consent_by: <bdi>{profile.consent_by}</bdi>, time: <TimeAgo iso={profile.consent_at} />, entered_by: <bdi>{profile.entered_by}</bdi>, seconds: hours(profile.seconds) })}
        </p>
      </div>
      {mayChange && (
        <div className="flex shrink-0 items-center gap-1">
          <IconButton label={t("Rename {profile}", { profile: profile.name })} onClick={() => setDialog("rename")}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton label={t("Erase the voice of {profile}", { profile: profile.name })} onClick={() => setDialog("erase")}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {dialog === "rename" && <RenameProfile profile={profile} onClose={close} />}
      {dialog === "erase" && <EraseProfile profile={profile} onClose={close} />}
    </li>
  );
}

function RenameProfile({ profile, onClose }: { profile: VoiceProfile; onClose: () => void }) {
  const [name, setName] = useState(profile.name);
  const rename = useRenameProfile();
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim() !== "" && !rename.isPending) rename.mutate({ id: profile.id, name: name.trim() }, { onSuccess: onClose });
  }
  return (
    <Dialog open onOpenChange={onClose} title={t("Rename the voice")} description={t("Speakers that were named by it before keep their names.")}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field label={t("Name")} error={rename.error ? messageOf(rename.error) : undefined}>
          {(control) => <Input {...control} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" pending={rename.isPending} disabled={name.trim() === ""}>
            {t("Rename")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function EraseProfile({ profile, onClose }: { profile: VoiceProfile; onClose: () => void }) {
  const erase = useEraseProfile();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Erase the voice of {profile}?", { profile: profile.name })}
      description={t("The profile and what was measured of this voice are erased for good. Names in transcripts stay.")}
      confirmLabel={t("Erase voice")}
      onConfirm={() => erase.mutateAsync(profile.id)}
    />
  );
}
