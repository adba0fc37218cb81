import { Tooltip } from "@verbatim/ui/tooltip";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { drawnForUser } from "@/lib/session";
import { colorOf, people, type Others, type Present } from "./present";

const SHOWN = 3;

/** Oneself in another window is not somebody else. */
export const nameOf = ({ person, name }: Pick<Present, "person" | "name">): string => (person === (drawnForUser() || "local") ? t("You, in another window") : name);

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();

interface PeopleProps {
  others: Others;
  /** Brings the segment into view in which somebody is. */
  onShow: (segmentId: string) => void;
}

/** Who else has this transcript open; a click leads to where they write. */
export function People({ others, onShow }: PeopleProps) {
  const all = people(others);
  if (all.length === 0) return null;
  return (
    <ul aria-label={t("{count} here", { count: plural(all.length, { one: "{count} other", other: "{count} others" }) })} className="flex shrink-0 items-center -space-x-1.5">
      {all.slice(0, SHOWN).map((one) => {
        const label = `${nameOf(one)}${one.editing ? " is writing" : " is here"}`;
        return (
          <li key={one.person}>
            <Tooltip label={label}>
              <button
                type="button"
                aria-label={label}
                onClick={() => one.segmentId !== null && onShow(one.segmentId)}
                className="flex size-7 items-center justify-center rounded-full border-2 border-background text-[0.6875rem] font-semibold text-white"
                style={{ background: colorOf(one.person) }}
              >
                {initials(one.name) || "?"}
              </button>
            </Tooltip>
          </li>
        );
      })}
      {all.length > SHOWN && <li className="ps-3 text-xs text-muted-foreground">{rich("and {all} more", { all: all.length - SHOWN })}</li>}
    </ul>
  );
}

/** On a segment in which somebody else writes. */
export function Writing({ by }: { by: Present }) {
  return (
    <p className="pointer-events-none mb-1 flex font-sans text-xs leading-5">
      <span dir="auto" className="max-w-full truncate rounded px-1.5 font-medium text-white" style={{ background: colorOf(by.person) }}>
        {rich("{by} is writing here", { by: nameOf(by) })}
      </span>
    </p>
  );
}
