import type { ReactNode } from "react";
import { Link } from "react-router";
import { Section } from "@/components/Section";
import { languageName } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
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
      <Section title={t("Tags")}>
        <TagsEditor recording={recording} />
      </Section>
      <Section title={t("Projects")}>
        <ProjectsEditor recording={recording} />
      </Section>
      {recording.engine && <EngineNote engine={recording.engine} language={recording.language ?? null} />}
      <Versions recordingId={recording.id} mayChange={mayChange} />
      <Section title={t("Properties")}>
        <Properties recording={recording} />
      </Section>
      {children}
    </div>
  );
}

function EngineNote({ engine, language }: { engine: string; language: string | null }) {
  return (
    <Section title={t("Transcription")}>
      <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">
        {rich("Made by {engine}", { engine: <span className="font-medium text-foreground">{engine}</span> })}
        {language ? t(" in {language}", { language: languageName(language) }) : ""}.
        {engine === "pocketsphinx" && (
          <>
            {" "}
            {rich("This small engine comes with the product, so that every machine can transcribe; it mishears a lot. {link}", { link: <Link to="/settings/transcription" className="font-medium text-primary underline underline-offset-2">
              {t("How to get a better one")}
            </Link> })}
          </>
        )}
      </p>
    </Section>
  );
}
