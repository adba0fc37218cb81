import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuCheckItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { ALargeSmall, AudioLines, Copy, LockKeyhole } from "lucide-react";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { Transcript } from "@/lib/types";
import { ExportPopover } from "./ExportPopover";
import { engineLabel, plainText } from "./plain-text";
import type { Reading } from "./reading";

interface ReaderToolsProps {
  transcript: Transcript;
  reading: Reading;
  showUnsure: boolean;
  setShowUnsure: (shown: boolean) => void;
}

async function copy(transcript: Transcript) {
  try {
    await navigator.clipboard.writeText(plainText(transcript));
    toast("success", t("Transcript copied"));
  } catch {
    toast("error", t("The browser did not allow copying. Export the text instead."));
  }
}

/** What the text is, below the row one works with. */
export function ReaderFacts({ transcript, isReader }: { transcript: Transcript; isReader: boolean }) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <Badge tone="info">
        <AudioLines aria-hidden="true" />
        {rich("Transcribed by {engineLabel}", { engineLabel: engineLabel(transcript) })}
      </Badge>
      <span className="text-xs tabular-nums text-muted-foreground">{plural(transcript.word_count ?? 0, { one: "{count} word", other: "{count} words" })}</span>
      {isReader && (
        <Badge tone="outline">
          <LockKeyhole aria-hidden="true" />
          {t("Your role may read, not change")}
        </Badge>
      )}
    </div>
  );
}

/** How the text looks, and ways to take it elsewhere. */
export function ReaderTools({ transcript, reading, showUnsure, setShowUnsure }: ReaderToolsProps) {
  return (
    <>
      <LookMenu reading={reading} showUnsure={showUnsure} setShowUnsure={setShowUnsure} />
      <IconButton label={t("Copy the transcript")} className="max-sm:hidden" onClick={() => void copy(transcript)}>
        <Copy aria-hidden="true" />
      </IconButton>
      <ExportPopover transcriptId={transcript.id} />
    </>
  );
}

function LookMenu({ reading, showUnsure, setShowUnsure }: Pick<ReaderToolsProps, "reading" | "showUnsure" | "setShowUnsure">) {
  return (
    <Menu
      trigger={
        <Button variant="subtle" size="icon-sm" aria-label={t("How the text looks")}>
          <ALargeSmall aria-hidden="true" className="size-5!" />
        </Button>
      }
    >
      <MenuLabel>{t("Typeface")}</MenuLabel>
      <MenuCheckItem checked={reading.font === "sans"} onCheckedChange={() => reading.setFont("sans")}>
        {t("Sans")}
      </MenuCheckItem>
      <MenuCheckItem checked={reading.font === "serif"} onCheckedChange={() => reading.setFont("serif")} className="font-serif">
        {t("Serif")}
      </MenuCheckItem>
      <MenuSeparator />
      <MenuLabel>{t("Size")}</MenuLabel>
      {(["small", "medium", "large"] as const).map((size) => (
        <MenuCheckItem key={size} checked={reading.size === size} onCheckedChange={() => reading.setSize(size)} className="capitalize">
          {size}
        </MenuCheckItem>
      ))}
      <MenuSeparator />
      <MenuCheckItem checked={showUnsure} onCheckedChange={setShowUnsure}>
        {t("Mark unsure words")}
      </MenuCheckItem>
    </Menu>
  );
}
