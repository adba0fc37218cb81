import { Button } from "@verbatim/ui/button";
import { Kbd } from "@verbatim/ui/kbd";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { SquareSplitHorizontal } from "lucide-react";
import type { Segment, Word } from "@/lib/types";
import { useTranscript } from "./context";
import type { Draft } from "./drafts";
import { tokenise } from "./tokens";

interface SegmentEditorProps {
  segment: Segment;
  draft: Draft;
  words?: readonly Word[];
}

/** Enter saves, Escape sets the change aside (and offers it back), Shift+Enter begins a line. */
export function SegmentEditor({ segment, draft, words }: SegmentEditorProps) {
  const { drafts, save, split, toggle } = useTranscript();
  const area = useRef<HTMLTextAreaElement>(null);
  const changed = draft.text !== segment.text;
  const original = segment.original_text ?? null;
  const isMoved = draft.base !== null && draft.base !== segment.text;

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [draft.text]);

  useLayoutEffect(() => {
    const element = area.current;
    // A change restored from an earlier visit, or scrolled back into view, does not take the focus from elsewhere.
    const elsewhere = document.activeElement?.closest("input, textarea, select");
    if (!element || elsewhere || changed) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    // Only when the editor opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  function cancel() {
    drafts.end(segment.id);
    if (!changed) return;
    const { text, version } = draft;
    const run = () => {
      drafts.begin(segment.id, text, version);
      drafts.type(segment.id, text);
    };
    toast("info", t("Change discarded"), { action: { label: t("Bring it back"), run } });
  }

  /** Only what is saved can be split. */
  const maySplit = !changed && (words?.length ?? 0) > 1;
  function splitHere() {
    const caret = area.current?.selectionStart ?? 0;
    const at = tokenise(segment.text, words).find((token) => token.from + token.text.length > caret && token.word !== null)?.word;
    drafts.end(segment.id);
    split(segment.id, at ?? undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && maySplit) {
      event.preventDefault();
      splitHere();
      return;
    }
    if (event.key === "Tab" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault(); // Shift+Tab and Escape lead out of the field
      toggle?.();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      save(segment);
    }
  }

  return (
    <div className="-mx-3 -my-1.5">
      <textarea
        ref={area}
        dir="auto"
        aria-label={t("Text of segment {segment_index}", { segment_index: segment.segment_index + 1 })}
        aria-invalid={draft.error ? true : undefined}
        value={draft.text}
        rows={1}
        onChange={(event) => drafts.type(segment.id, event.target.value)}
        onKeyDown={onKeyDown}
        className="block w-full resize-none overflow-hidden rounded-lg border border-ring bg-card px-3 py-1.5 text-inherit leading-[inherit] shadow-card outline-2 -outline-offset-1 outline-ring/40"
      />
      {isMoved && (
        <p role="status" className="px-3 pt-2 font-sans text-[0.8125rem] leading-5 text-warning">
          {rich("Somebody changed this meanwhile: {text} When you save, you choose which text stays.", { text: <q dir="auto">{segment.text}</q> })}
        </p>
      )}
      {draft.error && (
        <p role="alert" className="px-3 pt-2 font-sans text-[0.8125rem] leading-5 text-destructive">
          {rich("Not saved: {error} What you typed is kept.", { error: draft.error })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 px-3 pb-1.5 pt-2.5 font-sans text-xs leading-5 text-muted-foreground">
        <Button size="sm" variant="primary" onClick={() => save(segment)}>
          {t("Save")}
        </Button>
        <Button size="sm" onClick={cancel}>
          {t("Cancel")}
        </Button>
        {original !== null && original !== draft.text && (
          <Button size="sm" variant="subtle" onClick={() => drafts.type(segment.id, original)}>
            {t("Use the original text")}
          </Button>
        )}
        {maySplit && (
          <Button size="sm" variant="subtle" onClick={splitHere}>
            <SquareSplitHorizontal aria-hidden="true" />
            {t("Split here")}
          </Button>
        )}
        <span className="ms-auto hidden items-center gap-1.5 md:flex">
          {rich("{key} play {key2} save {key3} cancel", { key: <Kbd>{t("Tab")}</Kbd>, key2: <Kbd>{t("Enter")}</Kbd>, key3: <Kbd>{t("Esc")}</Kbd> })}
        </span>
      </div>
    </div>
  );
}
