import { useQuery } from "@tanstack/react-query";
import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { AudioLines } from "lucide-react";
import { useNavigate, useParams } from "react-router";
import { Crumb } from "@/components/Crumb";
import { Page } from "@/components/Page";
import { projectQuery } from "@/lib/catalog";
import { ProjectMenu } from "@/features/projects/ProjectMenu";
import { DocumentsBrowser } from "@/features/documents/DocumentsBrowser";
import { NotesSection } from "@/features/notes/NotesSection";
import { RecordingsBrowser } from "@/features/recordings/RecordingsBrowser";
import { Star } from "@/features/favourites/late";
import { AskLink } from "@/features/chat/AskLink";
import { UploadButton } from "@/features/uploads/UploadButton";
import { useDropInto } from "@/features/uploads/uploads";
import { usePermission } from "@/lib/catalog";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { plural, t } from "@verbatim/ui/texts";
import { NotFound } from "./ErrorPage";

export default function ProjectPage() {
  const { projectId = "" } = useParams();
  const { data: project, error, refetch } = useQuery(projectQuery(projectId));
  const navigate = useNavigate();
  const mayUpload = usePermission("recording:create");
  const mayReadDocuments = usePermission("document:read");
  useDropInto(project?.id, project?.name);
  if (error instanceof ApiError && error.status === 404) return <NotFound what="project" />;
  if (error && !project) return <ErrorState whole className="min-h-[70vh] justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  return (
    <Page
      above={<Crumb to="/projects" label={t("Projects")} />}
      title={project?.name ?? <ProjectNameSkeleton />}
      name={project?.name}
      purpose={project ? (project.description ?? plural(project.recording_count, { one: "{count} recording", other: "{count} recordings" })) : <Skeleton className="mt-1 h-4 w-40" />}
      actions={
        project && (
          <>
            <Star kind="project" id={projectId} title={project.name} />
            <UploadButton projectId={projectId} />
            <AskLink project={projectId} />
            <ProjectMenu project={project} outlined onDeleted={() => void navigate("/projects", { replace: true })} />
          </>
        )
      }
    >
      {project ? (
        <>
        <RecordingsBrowser
          key={projectId}
          projectId={projectId}
          empty={
            <EmptyState icon={<AudioLines aria-hidden="true" />} title={t("This project is empty")} action={<UploadButton label={t("Choose files")} projectId={projectId} />}>
              {mayUpload
                ? t("Drop files here to upload them into the project, or select recordings in the list of all recordings and put them in.")
                : t("Recordings that others put into this project appear here.")}
            </EmptyState>
          }
        />
        {mayReadDocuments && <ProjectPapers projectId={projectId} />}
        </>
      ) : (
        <Card className="h-96" />
      )}
    </Page>
  );
}

/** What else lies in the project: documents, and notes on it. */
function ProjectPapers({ projectId }: { projectId: string }) {
  return (
    <div className="mt-10 flex flex-col gap-8">
      <section aria-labelledby="project-documents">
        <h2 id="project-documents" className="mb-3 text-base font-semibold">
          {t("Documents")}
        </h2>
        <DocumentsBrowser projectId={projectId} empty={<EmptyState title={t("No documents in this project")}>{t("Drop PDF, Word or other documents here to add them.")}</EmptyState>} />
      </section>
      <NotesSection on={{ project_id: projectId }} />
    </div>
  );
}

function ProjectNameSkeleton() {
  return (
    <>
      <span className="sr-only">{t("Project")}</span>
      <Skeleton className="h-8 w-64" />
    </>
  );
}
