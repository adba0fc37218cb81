import { IconButton } from "./icon-button";
import { cn } from "./cn";
import { Input } from "./field";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useDebounced } from "./debounce";
import { t } from "./texts";

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called once typing rests. */
  onChange: (value: string) => void;
  large?: boolean;
  focusFirst?: boolean;
  className?: string;
}

/** A search whose value lives in the address: typing is never disturbed by it, and Back or "Clear" is followed. */
export function SearchField({ label, value, onChange, large, focusFirst, className }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const rested = useDebounced(text);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (rested === sent.current) return;
    sent.current = rested;
    onChange(rested);
  }, [rested, onChange]);

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (focusFirst) input.current?.focus();
  }, [focusFirst]);

  return (
    <div className={cn("relative", className)}>
      <Search aria-hidden="true" className={cn("pointer-events-none absolute left-3 top-1/2 -translate-y-1/2 text-muted-foreground", large ? "size-5" : "size-4")} />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={cn("pr-10! [&::-webkit-search-cancel-button]:hidden", large ? "h-12! rounded-lg! pl-11! text-base!" : "pl-9!")}
      />
      {text && (
        <IconButton label={t("Clear the search")} className={cn("absolute! right-0.5", large ? "top-2" : "top-0.5")} onClick={() => setText("")}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
