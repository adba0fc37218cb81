import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
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
    label: "Workspace",
    cell: (workspace) => (
      <div className="flex flex-wrap items-center gap-2">
        <span dir="auto" className="break-words font-medium">{workspace.name}</span>
        {workspace.is_default && <Badge tone="info">Default</Badge>}
        {workspace.is_private && (
          <Badge tone="warning">
            <Lock aria-hidden="true" />
            Private
          </Badge>
        )}
      </div>
    ),
  },
  { key: "who", label: "Seen by", className: "w-44", from: "sm", cell: (workspace) => <span className="text-muted-foreground">{workspace.is_private ? "Named members" : "The whole team"}</span> },
  { key: "made", label: "Made", className: "w-36", from: "md", cell: (workspace) => <TimeAgo iso={workspace.created_at} className="text-muted-foreground" /> },
  { key: "actions", label: "Actions", quiet: true, className: "w-14 text-right", cell: (workspace) => <WorkspaceMenu me={me} team={team} workspace={workspace} /> },
];

export function Workspaces({ me, team }: { me: Me; team: Team }) {
  const [adding, setAdding] = useState(false);
  const workspaces = useQuery(workspacesQuery(team.id));
  return (
    <Section
      flush
      untitled
      title="Workspaces"
      purpose="They divide the team's content, by client or department. A private one is seen only by the members named for it."
      actions={
        team.allowed.includes("manage_workspaces") && (
          <Button variant="primary" onClick={() => setAdding(true)}>
            <FolderPlus aria-hidden="true" />
            New workspace
          </Button>
        )
      }
    >
      <DataTable
        label="Workspaces"
        noun="workspaces"
        columns={columns(me, team)}
        query={workspaces}
        keyOf={(workspace) => workspace.id}
        empty={
          <EmptyState icon={<FolderTree aria-hidden="true" />} title="No workspace that you can see">
            Ask an admin of the team to name you for one.
          </EmptyState>
        }
      />
      {adding && <NewWorkspaceDialog team={team} onClose={() => setAdding(false)} />}
    </Section>
  );
}
