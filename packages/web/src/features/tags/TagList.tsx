import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { Card } from "@verbatim/ui/card";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { Pencil, Plus, Tag as TagIcon, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { TagDot } from "@/components/TagPill";
import { tagsQuery, usePermission } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import type { Tag } from "@/lib/types";
import { useDeleteTag } from "./api";
import { TagDialog } from "./TagDialog";

/** All tags, to make, rename, recolour and delete. */
export function TagList() {
  const { data, error, refetch } = useQuery(tagsQuery);
  const [editing, setEditing] = useState<{ tag: Tag | null } | null>(null);
  const [deleting, setDeleting] = useState<Tag | null>(null);
  const editable = usePermission("recording:update");
  const create = editable && (
    <Button variant="primary" onClick={() => setEditing({ tag: null })}>
      <Plus aria-hidden="true" />
      {t("New tag")}
    </Button>
  );

  let content: ReactNode;
  if (error && !data) content = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!data) content = <Skeleton className="m-5 h-40" />;
  else if (data.length === 0) {
    content = (
      <EmptyState icon={<TagIcon aria-hidden="true" />} title={t("No tags yet")}>
        {t("Tags mark recordings across projects: interviews, drafts, urgent ones.")}
      </EmptyState>
    );
  } else {
    content = (
      <ul className="divide-y divide-border">
        {data.map((tag) => (
          <li key={tag.id} className="flex items-center gap-3 py-1.5 pl-5 pr-3">
            <TagDot color={tag.color} />
            <Link dir="auto" to={`/recordings?tag=${tag.id}`} className="min-w-0 flex-1 truncate text-sm font-medium hover:text-primary hover:underline">
              {tag.name}
            </Link>
            {editable && (
              <>
                <IconButton label={t("Edit {tag}", { tag: tag.name })} onClick={() => setEditing({ tag })}>
                  <Pencil aria-hidden="true" />
                </IconButton>
                <IconButton label={t("Delete {tag}", { tag: tag.name })} onClick={() => setDeleting(tag)}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
    );
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted-foreground">{t("Tags mark recordings across projects.")}</p>
        {create}
      </div>
      <Card className="overflow-hidden">{content}</Card>
      {editing && <TagDialog tag={editing.tag} onClose={() => setEditing(null)} />}
      {deleting && <DeleteTag tag={deleting} onClose={() => setDeleting(null)} />}
    </div>
  );
}

function DeleteTag({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const remove = useDeleteTag();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Delete the tag “{tag}”?", { tag: tag.name })}
      description={t("It is taken off every recording that has it. The recordings themselves stay.")}
      confirmLabel={t("Delete tag")}
      onConfirm={() => remove.mutateAsync(tag.id)}
    />
  );
}
