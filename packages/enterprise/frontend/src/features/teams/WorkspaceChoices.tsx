import { useMutation, useQuery } from "@tanstack/react-query";
import { Check, FolderLock, Folders, Layers } from "lucide-react";
import { beginAt } from "@/lib/session";
import { chooseWorkspace, workspacesQuery } from "./api";
import { t } from "@verbatim/ui/texts";

interface WorkspaceChoicesProps {
  team: string;
  chosen: string | null;
  onClose: () => void;
}

/** Where there is more than one workspace: work in one of them, or in all that one sees. */
export function WorkspaceChoices({ team, chosen, onClose }: WorkspaceChoicesProps) {
  const { data } = useQuery(workspacesQuery(team));
  const choose = useMutation({ mutationFn: chooseWorkspace, onSuccess: () => beginAt("/") });
  if (!data || data.items.length < 2) return null;
  const choices = [{ id: null, name: t("All workspaces"), is_private: false }, ...data.items];
  return (
    <section aria-label={t("Workspaces")} className="mt-1 border-t border-border pt-1.5">
      <h2 className="px-2 pb-1 text-xs font-medium text-muted-foreground">{t("Workspace")}</h2>
      <ul className="flex max-h-48 flex-col gap-0.5 overflow-y-auto">
        {choices.map(({ id, name, is_private: isPrivate }) => {
          const Icon = id === null ? Layers : isPrivate ? FolderLock : Folders;
          const isChosen = id === chosen;
          return (
            <li key={id ?? "all"}>
              <button
                type="button"
                aria-current={isChosen || undefined}
                disabled={choose.isPending}
                onClick={() => (isChosen ? onClose() : choose.mutate(id))}
                className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-secondary focus-visible:bg-secondary"
              >
                <Icon aria-hidden="true" className="mx-1.5 size-4 shrink-0 text-muted-foreground" />
                <span className="min-w-0 flex-1 truncate">
                  {name}
                  {isPrivate && <span className="sr-only">{t(", private")}</span>}
                </span>
                {isChosen && <Check aria-hidden="true" className="size-4 text-primary" />}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
