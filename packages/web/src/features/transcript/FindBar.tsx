import { IconButton } from "@verbatim/ui/icon-button";
import { CaseSensitive, ChevronDown, ChevronUp, Search, WholeWord, X } from "lucide-react";
import { type ReactNode, type RefObject } from "react";
import { count } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { useTranscript } from "./context";
import type { FindOptions } from "./find";
import { Replace } from "./late";
import type { Finding } from "./useFind";

function result(find: Finding): string {
  if (find.text.trim() === "") return "";
  return find.matches.length === 0 ? t("Nothing found") : t("{count} of {count2}", { count: count(find.at + 1), count2: count(find.matches.length) });
}

export function FindBar({ find, input }: { find: Finding; input: RefObject<HTMLInputElement | null> }) {
  const { editable } = useTranscript();
  const none = find.matches.length === 0;
  return (
    <search className="pointer-events-none sticky top-[calc(7rem+var(--notice,0px))] z-20 mb-2 flex flex-col items-end gap-1 lg:top-[calc(3.5rem+var(--notice,0px))]">
      <div className="pointer-events-auto flex h-11 w-full animate-slide items-center gap-1 rounded-lg border border-border bg-card pl-3 pr-1.5 shadow-pop sm:w-112">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <input
          ref={input}
          type="text"
          aria-label={t("Find in this transcript")}
          placeholder={t("Find in this transcript")}
          value={find.text}
          onChange={(event) => find.setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              find.step(event.shiftKey ? -1 : 1);
            } else if (event.key === "Escape") {
              event.stopPropagation();
              find.close();
            }
          }}
          className="min-w-0 flex-1 bg-transparent px-1 text-sm outline-none placeholder:text-muted-foreground"
        />
        <p role="status" className="shrink-0 px-1 text-xs tabular-nums text-muted-foreground">
          {result(find)}
        </p>
        <Option label={t("Match case")} of="case" find={find}>
          <CaseSensitive aria-hidden="true" />
        </Option>
        <Option label={t("Whole words")} of="words" find={find}>
          <WholeWord aria-hidden="true" />
        </Option>
        <Option label={t("Without accents")} of="plain" find={find}>
          <span aria-hidden="true" className="text-[0.9375rem] leading-none">é</span>
        </Option>
        <IconButton label={t("Previous")} shortcut={t("Shift Enter")} disabled={none} onClick={() => find.step(-1)}>
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton label={t("Next")} shortcut="Enter" disabled={none} onClick={() => find.step(1)}>
          <ChevronDown aria-hidden="true" />
        </IconButton>
        <IconButton label={t("Close find")} shortcut={t("Esc")} onClick={find.close}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {editable && find.text.trim() !== "" && <Replace find={find} />}
    </search>
  );
}

function Option({ label, of, find, children }: { label: string; of: keyof FindOptions; find: Finding; children: ReactNode }) {
  const { options, setOptions } = find;
  return (
    <IconButton label={label} aria-pressed={options[of]} className="aria-pressed:bg-accent aria-pressed:text-accent-foreground" onClick={() => setOptions({ ...options, [of]: !options[of] })}>
      {children}
    </IconButton>
  );
}
