import type { ReactNode } from "react";
import { Link } from "react-router";
import { Section } from "@/components/Section";
import { languageName } from "@verbatim/ui/format";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { Versions } from "@/features/versions/Versions";
import { ProjectsEditor } from "./ProjectsEditor";
import { Properties } from "./Properties";
import { TagsEditor } from "./TagsEditor";

/** Everything about a recording beside its text. */
export function Details({ recording, children }: { recording: Recording; children?: ReactNode }) {
  const mayChange = usePermission("recording:update") && !recording.held;
  return (
    <div>
      <Section title="Tags">
        <TagsEditor recording={recording} />
      </Section>
      <Section title="Projects">
        <ProjectsEditor recording={recording} />
      </Section>
      {recording.engine && <EngineNote engine={recording.engine} language={recording.language ?? null} />}
      <Versions recordingId={recording.id} mayChange={mayChange} />
      <Section title="Properties">
        <Properties recording={recording} />
      </Section>
      {children}
    </div>
  );
}

function EngineNote({ engine, language }: { engine: string; language: string | null }) {
  return (
    <Section title="Transcription">
      <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">
        Made by <span className="font-medium text-foreground">{engine}</span>
        {language ? ` in ${languageName(language)}` : ""}.
        {engine === "pocketsphinx" && (
          <>
            {" "}
            This small engine comes with the product, so that every machine can transcribe; it mishears a lot.{" "}
            <Link to="/settings/transcription" className="font-medium text-primary underline underline-offset-2">
              How to get a better one
            </Link>
          </>
        )}
      </p>
    </Section>
  );
}
