import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { FolderClosed } from "lucide-react";
import { Link } from "react-router";
import { TagPill } from "@/components/TagPill";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { Project } from "@/lib/types";
import { Star } from "@/features/favourites/late";
import { ProjectMenu } from "./ProjectMenu";

const GRID = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";

export function ProjectCardsSkeleton() {
  return (
    <div aria-busy="true" className={GRID}>
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <Skeleton key={key} className="h-40 rounded-xl" />
      ))}
    </div>
  );
}

export function ProjectCards({ projects }: { projects: readonly Project[] }) {
  return (
    <ul className={GRID}>
      {projects.map((project) => (
        <li key={project.id}>
          <Card className="relative flex h-full min-h-40 flex-col p-5 transition-colors hover:border-input">
            <div className="flex items-start gap-3">
              <FolderClosed aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-primary" />
              <Link dir="auto" to={`/projects/${project.id}`} className="line-clamp-2 min-w-0 flex-1 font-semibold after:absolute after:inset-0 hover:text-primary">
                {project.name}
              </Link>
              <div className="relative z-1 -mr-2 -mt-1.5 flex">
                <Star kind="project" id={project.id} title={project.name} />
                <ProjectMenu project={project} />
              </div>
            </div>
            {project.description && <p dir="auto" className="mt-2 line-clamp-2 text-[0.8125rem] leading-relaxed text-muted-foreground">{project.description}</p>}
            {project.inherited_tags.length > 0 && (
              <div className="mt-3 flex flex-wrap gap-1.5">
                {project.inherited_tags.slice(0, 3).map((tag) => (
                  <TagPill key={tag.id} name={tag.name} color={tag.color} />
                ))}
              </div>
            )}
            <p className="mt-auto pt-4 text-xs text-muted-foreground">
              {rich("{count} · changed {time}", { count: plural(project.recording_count, { one: "{count} recording", other: "{count} recordings" }), time: <TimeAgo iso={project.updated_at} /> })}
            </p>
          </Card>
        </li>
      ))}
    </ul>
  );
}
