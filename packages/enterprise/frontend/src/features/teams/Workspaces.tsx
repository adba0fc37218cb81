import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus, FolderTree, Lock } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import type { Me } from "@/lib/session";
import { workspacesQuery, type Team, type Workspace } from "./api";
import { NewWorkspaceDialog } from "./NewWorkspaceDialog";
import { WorkspaceMenu } from "./WorkspaceMenu";

const columns = (me: Me, team: Team): Column<Workspace>[] => [
  {
    key: "name",
    label: t("Workspace"),
    cell: (workspace) => (
      <div className="flex flex-wrap items-center gap-2">
        <span dir="auto" className="break-words font-medium">{workspace.name}</span>
        {workspace.is_default && <Badge tone="info">{t("Default")}</Badge>}
        {workspace.is_private && (
          <Badge tone="warning">
            <Lock aria-hidden="true" />
            {t("Private")}
          </Badge>
        )}
      </div>
    ),
  },
  { key: "who", label: t("Seen by"), className: "w-44", from: "sm", cell: (workspace) => <span className="text-muted-foreground">{workspace.is_private ? t("Named members") : t("The whole team")}</span> },
  { key: "made", label: t("Made"), className: "w-36", from: "md", cell: (workspace) => <TimeAgo iso={workspace.created_at} className="text-muted-foreground" /> },
  { key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (workspace) => <WorkspaceMenu me={me} team={team} workspace={workspace} /> },
];

export function Workspaces({ me, team }: { me: Me; team: Team }) {
  const [adding, setAdding] = useState(false);
  const workspaces = useQuery(workspacesQuery(team.id));
  return (
    <Section
      flush
      untitled
      title={t("Workspaces")}
      purpose={t("They divide the team's content, by client or department. A private one is seen only by the members named for it.")}
      actions={
        team.allowed.includes("manage_workspaces") && (
          <Button variant="primary" onClick={() => setAdding(true)}>
            <FolderPlus aria-hidden="true" />
            {t("New workspace")}
          </Button>
        )
      }
    >
      <DataTable
        label={t("Workspaces")}
        noun="workspaces"
        columns={columns(me, team)}
        query={workspaces}
        keyOf={(workspace) => workspace.id}
        empty={
          <EmptyState icon={<FolderTree aria-hidden="true" />} title={t("No workspace that you can see")}>
            {t("Ask an admin of the team to name you for one.")}
          </EmptyState>
        }
      />
      {adding && <NewWorkspaceDialog team={team} onClose={() => setAdding(false)} />}
    </Section>
  );
}
