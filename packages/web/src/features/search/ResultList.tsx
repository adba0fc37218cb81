import { Card } from "@verbatim/ui/card";
import { AudioLines } from "lucide-react";
import { Link } from "react-router";
import { Snippet } from "@/components/Snippet";
import { clock, spokenClock } from "@verbatim/ui/format";
import { hitPath } from "./api";
import type { Hit, HitGroup } from "./hits";

/** What was found, under the recording it was said in, in the order of rank. */
export function ResultList({ groups, q }: { groups: readonly HitGroup[]; q: string }) {
  return (
    <ol className="flex flex-col gap-4">
      {groups.map((group) => (
        <li key={group.key}>
          <Card className="overflow-hidden">
            <h2 className="flex items-center gap-3 px-5 py-3.5">
              <AudioLines aria-hidden="true" className="size-4.5 shrink-0 text-muted-foreground" />
              <Link dir="auto" to={hitPath(group.recordingId, null, q)} className="min-w-0 truncate text-[0.9375rem] font-semibold hover:text-primary hover:underline">
                {group.title ? <Snippet parts={group.title} /> : group.recordingTitle}
              </Link>
            </h2>
            {group.said.length > 0 && (
              <ul className="divide-y divide-border border-t border-border">
                {group.said.map((hit) => (
                  <Said key={hit.id} hit={hit} q={q} />
                ))}
              </ul>
            )}
          </Card>
        </li>
      ))}
    </ol>
  );
}

function Said({ hit, q }: { hit: Hit; q: string }) {
  const at = hit.startTime ?? 0;
  return (
    <li>
      <Link
        to={hitPath(hit.recordingId, hit.startTime, q)}
        className="grid grid-cols-[3.75rem_minmax(0,1fr)] gap-3 px-5 py-3 -outline-offset-2 transition-colors hover:bg-muted/60"
      >
        <span className="pt-0.5 text-xs tabular-nums leading-6 text-primary" aria-label={`At ${spokenClock(at)}:`}>
          {clock(at)}
        </span>
        <span className="text-[0.9375rem] leading-relaxed">
          {hit.speaker && <span className="mr-1.5 text-[0.8125rem] font-medium text-muted-foreground">{hit.speaker}:</span>}
          <Snippet parts={hit.snippet} />
        </span>
      </Link>
    </li>
  );
}
