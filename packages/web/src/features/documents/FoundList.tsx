import { useQuery } from "@tanstack/react-query";
import { Card } from "@verbatim/ui/card";
import { messageOf } from "@verbatim/ui/errors";
import { plural, t } from "@verbatim/ui/texts";
import { Snippet } from "@/components/Snippet";
import type { DocumentFile } from "@/lib/types";
import { findQuery } from "./api";
import { placeName } from "./place";

interface FoundListProps {
  document: DocumentFile;
  q: string;
  onOpen: (hit: { id: string; page: number | null }) => void;
}

/** Where in the document the words stand; each opens its place. */
export function FoundList({ document, q, onOpen }: FoundListProps) {
  const { data, error } = useQuery(findQuery(document.id, q));
  if (error && !data) return <p role="alert" className="text-sm text-destructive">{messageOf(error)}</p>;
  if (!data) return null;
  return (
    <Card className="overflow-hidden">
      <p role="status" className="px-4 py-2.5 text-[0.8125rem] text-muted-foreground">
        {data.total === 0 ? t("Not found in this document") : data.total_is_capped ? plural(data.total, { one: "Found in {count} place or more", other: "Found in {count} places or more" }) : plural(data.total, { one: "Found in {count} place", other: "Found in {count} places" })}
      </p>
      {data.results.length > 0 && (
        <ul className="max-h-64 divide-y divide-border overflow-y-auto border-t border-border">
          {data.results.map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                onClick={() => onOpen({ id: hit.id, page: hit.page ?? null })}
                className="grid w-full grid-cols-[6.5rem_minmax(0,1fr)] gap-3 px-4 py-2.5 text-start text-sm -outline-offset-2 hover:bg-muted/60"
              >
                <span className="truncate text-xs leading-6 text-primary">{placeName(hit, document.kind)}</span>
                <span className="leading-relaxed">
                  <Snippet parts={hit.snippet} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
