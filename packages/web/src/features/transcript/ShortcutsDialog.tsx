import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Kbd } from "@verbatim/ui/kbd";
import { t } from "@verbatim/ui/texts";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { actionOf, ACTIONS, keyName, mayBeChosen, shownKey, storedKeys, withKey, type ActionId } from "@/lib/actions/actions";
import { useKeys } from "@/lib/actions/useKeys";

/** Keys that are the same for everybody. */
const FIXED: readonly [readonly string[], string][] = [
  [[t("Ctrl F")], t("Find in this transcript")],
  [[t("Ctrl Z")], t("Take back your last change")],
  [[t("Ctrl Shift Z")], t("Make it again")],
  [["Tab"], t("While editing: play or pause")],
  [["Enter"], t("While editing: save")],
  [[t("Shift Enter")], t("While editing: new line")],
  [[t("Esc")], t("While editing: discard")],
  [[t("Ctrl K")], t("Search everything")],
];

const labelOf = (id: ActionId): string => ACTIONS.find((action) => action.id === id)?.label ?? id;

/** All keys of the page; most can be others, and stay so in this browser for whoever is signed in. */
export default function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { map, change } = useKeys();
  const [waiting, setWaiting] = useState<ActionId | null>(null);
  const [said, setSaid] = useState("");

  function choose(id: ActionId, event: KeyboardEvent) {
    if (event.key === "Tab") return setWaiting(null);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return setWaiting(null);
    const key = keyName(event);
    if (!mayBeChosen(key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const before = actionOf(map, key);
    change(withKey(map, id, key));
    setWaiting(null);
    setSaid(before && before !== id ? t("{key} is now “{label}”, and not “{before}” any more.", { key: shownKey(key), label: labelOf(id), before: labelOf(before) }) : t("{key} is now “{label}”.", { key: shownKey(key), label: labelOf(id) }));
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Keyboard shortcuts")}
      description={t("Press a key here to use another one, also one of a foot pedal. This browser remembers it for you.")}
      footer={
        storedKeys(map) !== null && (
          <Button
            onClick={() => {
              change(null);
              setSaid(t("All keys are the usual ones again."));
            }}
          >
            {t("Use the usual keys")}
          </Button>
        )
      }
    >
      <p role="status" className="min-h-5 text-[0.8125rem] text-muted-foreground">
        {said}
      </p>
      <dl className="divide-y divide-border text-sm">
        {ACTIONS.map(({ id, label }) => (
          <Row key={id} label={label}>
            <button
              type="button"
              aria-label={t("Key for {label}: {value}", { label, value: waiting === id ? t("press the new one") : (map.get(id)?.map(shownKey).join(" or ") || t("none")) })}
              onClick={() => setWaiting(waiting === id ? null : id)}
              onKeyDown={(event) => waiting === id && choose(id, event)}
              onBlur={() => setWaiting(null)}
              className="flex min-h-8 min-w-12 items-center justify-end gap-1.5 rounded-md px-1 hover:bg-secondary"
            >
              {waiting === id ? <span className="text-xs text-primary">{t("Press a key…")}</span> : <Keys names={map.get(id)?.map(shownKey) ?? []} />}
            </button>
          </Row>
        ))}
        {FIXED.map(([names, label]) => (
          <Row key={label} label={label}>
            <span className="flex gap-1.5 px-1">
              <Keys names={names} />
            </span>
          </Row>
        ))}
      </dl>
    </Dialog>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-10 items-center justify-between gap-4 py-1">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Keys({ names }: { names: readonly string[] }) {
  return names.length === 0 ? <span className="text-xs text-muted-foreground">{t("None")}</span> : names.map((name) => <Kbd key={name}>{name}</Kbd>);
}
