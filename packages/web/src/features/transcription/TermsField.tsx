import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { X } from "lucide-react";
import { useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { LONGEST_TERM, MOST_TERMS } from "./options";

interface TermsFieldProps {
  label?: string;
  terms: readonly string[];
  /** Listened for in any case, by the team or the project. */
  usual?: readonly string[];
  onAdd: (terms: readonly string[]) => void;
  onRemove: (term: string) => void;
  error?: string;
  disabled?: boolean;
}

const NONE: readonly string[] = [];

const parts = (text: string): string[] => text.split(/[,;\n]/).map((term) => term.replace(/\s+/g, " ").trim().slice(0, LONGEST_TERM)).filter(Boolean);

/** Names and terms to listen for, each taken with Enter or a comma; a pasted list becomes as many. */
export function TermsField({ label = t("Names and terms to listen for"), terms, usual = NONE, onAdd, onRemove, error, disabled }: TermsFieldProps) {
  const [text, setText] = useState("");
  const full = terms.length >= MOST_TERMS;

  function take(raw: string) {
    const fresh = [...new Set(parts(raw))].filter((term) => !terms.includes(term));
    if (fresh.length > 0) onAdd(fresh.slice(0, MOST_TERMS - terms.length));
    setText("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== ",")) return;
    event.preventDefault();
    take(text);
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text");
    if (parts(pasted).length < 2) return;
    event.preventDefault();
    take(text + pasted);
  }

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={full ? t("There is room for {most_terms} terms.", { most_terms: MOST_TERMS }) : t("Enter or a comma takes a term. Such as Ngozi Okonjo, EBITDA, Grünau.")} error={error}>
        {(control) => (
          <Input
            {...control}
            value={text}
            maxLength={20_000}
            disabled={disabled || full}
            autoComplete="off"
            placeholder={t("A name or term")}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => text.trim() && take(text)}
          />
        )}
      </Field>
      {terms.length > 0 && <Terms terms={terms} onRemove={disabled ? undefined : onRemove} />}
      {usual.length > 0 && (
        <p className="text-xs leading-relaxed text-muted-foreground">
          {rich("Listened for in any case: {usual}", { usual: <span dir="auto">{usual.slice(0, 12).join(", ")}</span> })}
          {usual.length > 12 && t(" and {usual} more", { usual: usual.length - 12 })}
        </p>
      )}
    </div>
  );
}

export function Terms({ terms, onRemove }: { terms: readonly string[]; onRemove?: (term: string) => void }) {
  return (
    <ul aria-label={t("Names and terms")} className="flex flex-wrap gap-1.5">
      {terms.map((term) => (
        <li key={term} className="inline-flex h-7 max-w-full items-center gap-0.5 rounded-md bg-secondary ps-2.5 text-[0.8125rem] last:pe-0 [&:not(:has(button))]:pe-2.5">
          <span dir="auto" className="truncate">
            {term}
          </span>
          {onRemove && (
            <button type="button" aria-label={t("Remove {term}", { term })} onClick={() => onRemove(term)} className="flex size-7 items-center justify-center rounded-md text-muted-foreground hover:text-foreground">
              <X aria-hidden="true" className="size-3.5" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
