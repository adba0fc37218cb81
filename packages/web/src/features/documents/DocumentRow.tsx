import { Checkbox } from "@verbatim/ui/checkbox";
import { bytes } from "@verbatim/ui/format";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural, t } from "@verbatim/ui/texts";
import { FileText, Lock } from "lucide-react";
import { Link } from "react-router";
import { TagPill } from "@/components/TagPill";
import type { DocumentFile } from "@/lib/types";
import { Star } from "@/features/favourites/late";
import { DocumentStatus } from "./DocumentStatus";

interface DocumentRowProps {
  document: DocumentFile;
  /** Null where nothing can be done with several. */
  selected: boolean | null;
  onSelect: (on: boolean) => void;
}

export function DocumentRow({ document, selected, onSelect }: DocumentRowProps) {
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      {selected !== null && (
        <span className="pt-0.5">
          <Checkbox label={t("Select {title}", { title: document.title })} checked={selected} onCheckedChange={onSelect} />
        </span>
      )}
      <FileText aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link dir="auto" to={`/documents/${document.id}`} className="min-w-0 truncate text-[0.9375rem] font-medium hover:text-primary hover:underline">
            {document.title}
          </Link>
          {document.status !== "completed" && <DocumentStatus status={document.status} />}
          {document.held && <Lock aria-label={t("Under legal hold")} className="size-3.5 text-warning" />}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-muted-foreground">
          <span className="uppercase">{document.kind || t("file")}</span>
          {document.page_count !== null && <span>{plural(document.page_count, { one: "{count} page", other: "{count} pages" })}</span>}
          <span>{bytes(document.file_size_bytes)}</span>
          <TimeAgo iso={document.created_at} />
          {document.projects.map((project) => (
            <Link key={project.id} to={`/projects/${project.id}`} className="hover:text-primary hover:underline">
              <bdi>{project.name}</bdi>
            </Link>
          ))}
        </p>
        {document.error && <p className="mt-1 text-xs text-destructive">{document.error}</p>}
        {document.tags.length > 0 && (
          <p className="mt-1.5 flex flex-wrap gap-1.5">
            {document.tags.map((tag) => (
              <TagPill key={tag.id} name={tag.name} color={tag.color} />
            ))}
          </p>
        )}
      </div>
      <Star kind="document" id={document.id} title={document.title} />
    </li>
  );
}
