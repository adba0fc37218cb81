import type { ReactNode } from "react";
import { nameOf } from "@/lib/session";
import { t } from "@verbatim/ui/texts";

interface PersonProps {
  person: { username: string; email: string; display_name?: string | null };
  isMe?: boolean;
  /** What a narrow table has no column for. */
  note?: ReactNode;
}

/** Initials, name, and the address below. */
export function Person({ person, isMe, note }: PersonProps) {
  const name = nameOf(person);
  const initials = name
    .split(/[\s._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
  return (
    <div className="flex min-w-0 items-center gap-3">
      <span aria-hidden="true" className="hidden size-8 shrink-0 items-center justify-center rounded-full bg-accent text-xs font-semibold text-accent-foreground sm:flex">
        {initials}
      </span>
      <div className="min-w-0">
        <p className="truncate font-medium" title={`${name} (${person.username})`}>
          {name}
          {isMe && <span className="font-normal text-muted-foreground"> {t("(you)")}</span>}
        </p>
        <p className="truncate text-xs text-muted-foreground" title={person.email}>
          {person.email}
        </p>
        {note}
      </div>
    </div>
  );
}
