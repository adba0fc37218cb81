import { Command } from "cmdk";
import { Check, ChevronDown, Search } from "lucide-react";
import { useEffect, useState, type ComponentProps, type ReactElement, type ReactNode } from "react";
import { cn } from "./cn";
import { useDebounced } from "./debounce";
import { controlClass } from "./field";
import { Popover } from "./popover";
import { t } from "./texts";

export interface Choice {
  id: string;
  name: string;
}

/** What the server found for a search; `more` says that it has others. */
export interface Choices {
  items: readonly Choice[];
  more: boolean;
  pending: boolean;
}

export interface PickerProps {
  /** What is chosen from, as the name of the list and of its search. */
  label: string;
  trigger: ReactElement;
  choices: Choices;
  /** Called with what is searched for once typing rests: "" for what is likely, null when nobody chooses. */
  onSearch: (search: string | null) => void;
  chosen?: readonly string[];
  onChoose: (choice: Choice) => void;
  /** Stands before the others while nothing is searched for, as "All projects". */
  first?: Choice;
  /** What is said where there is nothing to choose. */
  empty: string;
  /** For choosing several: the list stays open. */
  several?: boolean;
  align?: "start" | "end";
}

/** Chooses from more things than a list can show: the server searches, arrow keys move, Enter takes. */
export function Picker({ label, trigger, align, onSearch, ...rest }: PickerProps) {
  const [open, setOpen] = useState(false);
  function show(open: boolean) {
    setOpen(open);
    onSearch(open ? "" : null);
  }
  return (
    <Popover label={label} trigger={trigger} open={open} onOpenChange={show} align={align} className="w-72 p-0!">
      <Found label={label} onSearch={onSearch} onClose={() => show(false)} {...rest} />
    </Popover>
  );
}

const NONE: readonly string[] = [];

interface FoundProps extends Omit<PickerProps, "trigger" | "align"> {
  onClose: () => void;
}

function Found({ label, choices: { items, more, pending }, onSearch, chosen = NONE, onChoose, first, empty, several, onClose }: FoundProps) {
  const [text, setText] = useState("");
  const [active, setActive] = useState("");
  const search = useDebounced(text.trim());
  useEffect(() => onSearch(search), [search, onSearch]);
  const shown = first && search === "" ? [first, ...items] : items;
  // What is lit must be there: of what was just found, the first.
  const lit = shown.find((choice) => valueOf(choice) === active) ?? shown[0];
  return (
    <Command shouldFilter={false} loop label={label} value={lit ? valueOf(lit) : ""} onValueChange={setActive}>
      <div className="flex items-center gap-2 border-b border-border px-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t("Search {label}", { label: label.toLowerCase() })}
          className="h-10 w-full bg-transparent text-sm text-foreground placeholder:text-muted-foreground focus:outline-none"
        />
      </div>
      <Command.List label={label} className="max-h-72 overflow-y-auto p-1 empty:hidden">
        {shown.map((choice) => (
          <Command.Item
            key={choice.id}
            value={valueOf(choice)}
            onSelect={() => {
              onChoose(choice);
              if (!several) onClose();
            }}
            className="flex cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-accent data-[selected=true]:text-accent-foreground"
          >
            <Check aria-hidden="true" className={cn("size-4 shrink-0", !chosen.includes(choice.id) && "invisible")} />
            <span dir="auto" className="truncate">
              {choice.name}
              {chosen.includes(choice.id) && <span className="sr-only">{t(", chosen")}</span>}
            </span>
          </Command.Item>
        ))}
      </Command.List>
      {items.length === 0 && <Hint>{pending ? t("Searching…") : search ? t("Nothing is called “{search}”.", { search }) : empty}</Hint>}
      {more && <Hint>{t("Type to find more.")}</Hint>}
    </Command>
  );
}

/** The list takes no empty value. */
const valueOf = ({ id }: Choice) => id || "none";

function Hint({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="px-3 py-2 text-xs text-muted-foreground">
      {children}
    </p>
  );
}

/** Looks like a select and says what is chosen. */
export function PickerButton({ className, children, ...rest }: ComponentProps<"button">) {
  return (
    <button type="button" className={cn(controlClass, "inline-flex items-center gap-2 text-left", className)} {...rest}>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
    </button>
  );
}
