import { Button } from "@verbatim/ui/button";
import { Menu, MenuCheckItem, MenuLabel } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { TagDot, TagPill } from "@/components/TagPill";
import { tagsQuery, usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { useTagRecordings } from "./api";

export function TagsEditor({ recording }: { recording: Recording }) {
  const all = useQuery(tagsQuery).data ?? [];
  const tagging = useTagRecordings();
  const editable = usePermission("recording:update");
  const set = (tagId: string, on: boolean) => tagging.mutate({ ids: [recording.id], tagId, on });
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {recording.tags.map((tag) => (
        <TagPill key={tag.id} name={tag.name} color={tag.color} onRemove={editable ? () => set(tag.id, false) : undefined} />
      ))}
      {recording.tags.length === 0 && !editable && <p className="text-[0.8125rem] text-muted-foreground">{t("None")}</p>}
      {editable && (
        <Menu
          align="start"
          trigger={
            <Button size="sm" variant="subtle" aria-label={t("Tag this recording")} className="h-6! px-2!">
              <Plus aria-hidden="true" />
              {t("Tag")}
            </Button>
          }
        >
          {all.length === 0 && <MenuLabel>{t("Make tags under Settings")}</MenuLabel>}
          {all.map((tag) => (
            <MenuCheckItem key={tag.id} checked={recording.tag_ids.includes(tag.id)} onCheckedChange={(on) => set(tag.id, on)}>
              <TagDot color={tag.color} />
              {tag.name}
            </MenuCheckItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
