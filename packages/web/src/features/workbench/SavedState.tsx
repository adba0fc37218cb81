import { Button } from "@verbatim/ui/button";
import { Popover } from "@verbatim/ui/popover";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { Check, CloudUpload, LoaderCircle, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import type { Drafts } from "@/features/transcript/drafts";
import { useOpenDrafts } from "@/features/transcript/drafts";
import type { Waiting } from "@/lib/outbox/disk";
import { useOutbox } from "@/lib/outbox/useOutbox";

/** Saving takes a moment; only longer than this is it worth a word. */
const MOMENT_MS = 1200;

function useLasting(is: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasts(is), is ? MOMENT_MS : 0);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasts;
}

interface SavedStateProps {
  transcriptId: string;
  drafts: Drafts;
  /** Brings a segment into view. */
  onShow: (segmentId: string) => void;
}

/** Whether the server has everything that was typed here, said at all times; what it does not have can be looked at. */
export function SavedState({ transcriptId, drafts, onShow }: SavedStateProps) {
  const { box, view } = useOutbox();
  const own = view.changes.filter((change) => change.transcriptId === transcriptId);
  const open = useOpenDrafts(drafts);
  const stuck = own.some(({ state }) => state !== "waiting");
  const lasting = useLasting(own.length > 0) || stuck || (view.away && own.length > 0);
  if (!lasting) {
    const busy = own.length > 0;
    const Icon = busy ? LoaderCircle : Check;
    const saved = open > 0 ? t("Editing") : t("Saved");
    return (
      <p role="status" className="flex shrink-0 items-center gap-1.5 text-[0.8125rem] text-muted-foreground">
        <Icon aria-hidden="true" className={busy ? "size-3.5 animate-spin" : "size-3.5"} />
        {busy ? t("Saving…") : saved}
      </p>
    );
  }
  return (
    <div role="status" className="shrink-0">
      <Popover
        label={t("Changes that are not saved yet")}
        className="w-96 p-4!"
        trigger={
          <Button size="sm" className="border-warning/50! font-medium text-warning!">
            {stuck ? <TriangleAlert aria-hidden="true" /> : <CloudUpload aria-hidden="true" />}
            <span className="whitespace-nowrap">
              <span aria-hidden="true" className="sm:hidden">{t("{count} not saved", { count: own.length })}</span>
              <span className="max-sm:sr-only">{plural(own.length, { one: "{count} change not saved yet", other: "{count} changes not saved yet" })}</span>
            </span>
          </Button>
        }
      >
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {view.away ? t("The server cannot be reached. What you wrote is kept in this browser, also through a reload, and is sent by itself.") : t("What you wrote is kept in this browser until the server has it.")}
        </p>
        <ul className="mt-3 flex max-h-80 flex-col gap-3 overflow-y-auto">
          {own.map((change) => (
            <Unsaved key={change.key} change={change} onShow={() => onShow(change.segmentId)} onAgain={() => void box.again(change.key)} onDrop={() => void box.drop(change.key)} />
          ))}
        </ul>
        <Button size="sm" className="mt-3" onClick={() => box.wake()}>
          {t("Send now")}
        </Button>
      </Popover>
    </div>
  );
}

interface UnsavedProps {
  change: Waiting;
  onShow: () => void;
  onAgain: () => void;
  onDrop: () => void;
}

function Unsaved({ change, onShow, onAgain, onDrop }: UnsavedProps) {
  const isRefused = change.state === "refused";
  return (
    <li className="rounded-md border border-border p-2.5 text-sm">
      <p dir="auto" className="line-clamp-3 break-words">{change.text}</p>
      {isRefused && <p className="mt-1 text-[0.8125rem] text-destructive">{change.reason}</p>}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="sm" variant="subtle" onClick={onShow}>
          {t("Show")}
        </Button>
        {isRefused && (
          <>
            <Button size="sm" variant="subtle" onClick={onAgain}>
              {t("Try again")}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => void navigator.clipboard.writeText(change.text).then(() => toast("success", t("Text copied")))}>
              {t("Copy")}
            </Button>
            <Button size="sm" variant="subtle" className="text-destructive!" onClick={onDrop}>
              {t("Discard")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
