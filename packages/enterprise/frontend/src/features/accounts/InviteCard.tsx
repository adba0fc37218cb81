import { Badge } from "@verbatim/ui/badge";
import { exactTime } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { Users } from "lucide-react";
import { ROLES } from "@/lib/roles";
import type { Invitation } from "./api";

/** What an invitation is for, who sent it, and until when it holds. */
export function InviteCard({ invitation }: { invitation: Invitation }) {
  const role = ROLES[invitation.role];
  return (
    <div className="mb-6 flex items-start gap-3.5 rounded-lg border border-border bg-muted/60 p-4">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-accent text-accent-foreground">
        <Users aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          <span dir="auto" className="break-words">{invitation.team_name}</span>
          <Badge tone="info">{role?.label ?? invitation.role}</Badge>
        </p>
        {role && <p className="mt-0.5 text-muted-foreground">{role.may}</p>}
        <p className="mt-1.5 text-xs text-muted-foreground">
          {invitation.invited_by ? t("From {invited_by}, until ", { invited_by: invitation.invited_by }) : t("Until ")}
          {exactTime(invitation.expires_at)}
        </p>
      </div>
    </div>
  );
}
