import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { Button } from "./button";
import { t } from "./texts";

export type ToastTone = "success" | "error" | "info";

interface ToastEntry {
  id: number;
  tone: ToastTone;
  title: string;
  detail?: string;
  action?: { label: string; run: () => void };
}

const AT_ONCE = 4;
const SHOWN_MS: Record<ToastTone, number> = { success: 5000, info: 8000, error: 10_000 };

let entries: readonly ToastEntry[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly ToastEntry[]) {
  entries = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Announces something that has happened. Errors stay longer. */
export function toast(tone: ToastTone, title: string, more: Pick<ToastEntry, "detail" | "action"> = {}): void {
  publish([...entries.slice(1 - AT_ONCE), { id: nextId++, tone, title, ...more }]);
}

const dismiss = (id: number) => publish(entries.filter((entry) => entry.id !== id));

const icons: Record<ToastTone, ReactNode> = {
  success: <CircleCheck aria-hidden="true" className="text-success" />,
  error: <CircleAlert aria-hidden="true" className="text-destructive" />,
  info: <Info aria-hidden="true" className="text-primary" />,
};

/** The place where toasts appear. It is always there, because a screen reader announces only changes of what it knows. */
export function Toaster() {
  const shown = useSyncExternalStore(subscribe, () => entries);
  const [held, setHeld] = useState(false);
  return (
    // Hovering and focusing only hold the clock: nothing is operated by it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t("Notifications")}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-none fixed bottom-[calc(1rem+var(--dock,0px))] left-4 z-70 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 lg:left-64"
    >
      {shown.map((entry) => (
        <Toast key={entry.id} entry={entry} held={held} />
      ))}
    </section>
  );
}

/** Goes by itself, but not from under a pointer or the focus. */
function Toast({ entry, held }: { entry: ToastEntry; held: boolean }) {
  const { id, tone, title, detail, action } = entry;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS[tone]);
    return () => clearTimeout(timer);
  }, [held, id, tone]);
  return (
    <div
      role={tone === "error" ? "alert" : undefined}
      className="pointer-events-auto flex animate-slide items-start gap-3 rounded-lg border border-border bg-card p-3.5 text-card-foreground shadow-pop"
    >
      <span className="mt-0.5 [&_svg]:size-4.5">{icons[tone]}</span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="break-words text-sm font-medium">{title}</p>
        {detail && <p className="mt-0.5 break-words text-[0.8125rem] text-muted-foreground">{detail}</p>}
        {action && (
          <Button
            variant="link"
            size="inline"
            className="mt-1.5"
            onClick={() => {
              action.run();
              dismiss(id);
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <Button variant="subtle" size="icon-sm" aria-label={t("Dismiss")} className="-m-1.5" onClick={() => dismiss(id)}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
