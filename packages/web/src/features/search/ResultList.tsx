import { Card } from "@verbatim/ui/card";
import { AudioLines, FileText, FolderClosed } from "lucide-react";
import { Link } from "react-router";
import { Snippet } from "@/components/Snippet";
import { thingPath, type Hit, type HitGroup } from "./hits";

const icons = { recording: AudioLines, document: FileText, project: FolderClosed };

/** What was found, under what it was found in, in the order of rank. */
export function ResultList({ groups, q }: { groups: readonly HitGroup[]; q: string }) {
  return (
    <ol className="flex flex-col gap-4">
      {groups.map((group) => {
        const Icon = icons[group.thing.kind];
        return (
          <li key={group.key}>
            <Card className="overflow-hidden">
              <h2 className="flex items-center gap-3 px-5 py-3.5">
                <Icon aria-label={group.thing.kind} role="img" className="size-4.5 shrink-0 text-muted-foreground" />
                <Link dir="auto" to={thingPath(group.thing)} className="min-w-0 truncate text-[0.9375rem] font-semibold hover:text-primary hover:underline">
                  {group.title ? <Snippet parts={group.title} /> : group.thing.title}
                </Link>
              </h2>
              {group.inside.length > 0 && (
                <ul className="divide-y divide-border border-t border-border">
                  {group.inside.map((hit) => (
                    <Found key={hit.id} hit={hit} q={q} />
                  ))}
                </ul>
              )}
            </Card>
          </li>
        );
      })}
    </ol>
  );
}

function Found({ hit, q }: { hit: Hit; q: string }) {
  return (
    <li>
      <Link
        to={hit.path(q)}
        className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3 px-5 py-3 -outline-offset-2 transition-colors hover:bg-muted/60"
      >
        <span className="truncate pt-0.5 text-xs tabular-nums leading-6 text-primary" aria-label={hit.placeLabel}>
          {hit.place}
        </span>
        <span className="text-[0.9375rem] leading-relaxed">
          {hit.speaker && <span className="me-1.5 text-[0.8125rem] font-medium text-muted-foreground">{hit.speaker}:</span>}
          <Snippet parts={hit.snippet} />
        </span>
      </Link>
    </li>
  );
}
