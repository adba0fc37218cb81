import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useSyncExternalStore, type ReactNode } from "react";
import { IconButton } from "./button";

export type ToastTone = "success" | "error" | "info";

interface ToastEntry {
  id: number;
  tone: ToastTone;
  title: string;
  detail?: string;
  action?: { label: string; run: () => void };
}

let entries: readonly ToastEntry[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly ToastEntry[]) {
  entries = next;
  for (const listener of listeners) listener();
}

/** Announces something that has happened. Errors stay longer. */
export function toast(tone: ToastTone, title: string, more: Pick<ToastEntry, "detail" | "action"> = {}): void {
  publish([...entries.slice(-3), { id: nextId++, tone, title, ...more }]);
}

const icons: Record<ToastTone, ReactNode> = {
  success: <CircleCheck aria-hidden="true" className="text-success" />,
  error: <CircleAlert aria-hidden="true" className="text-destructive" />,
  info: <Info aria-hidden="true" className="text-primary" />,
};

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toaster() {
  const shown = useSyncExternalStore(subscribe, () => entries);
  return (
    <Radix.Provider swipeDirection="right" label="Notification">
      {shown.map((entry) => (
        <Radix.Root
          key={entry.id}
          type={entry.tone === "error" ? "foreground" : "background"}
          duration={entry.tone === "error" ? 9000 : 5000}
          onOpenChange={(open) => {
            if (!open) publish(entries.filter((other) => other.id !== entry.id));
          }}
          className="pointer-events-auto flex animate-slide items-start gap-3 rounded-lg border border-border bg-card p-3.5 text-card-foreground shadow-pop"
        >
          <span className="mt-0.5 [&_svg]:size-4.5">{icons[entry.tone]}</span>
          <div className="min-w-0 flex-1">
            <Radix.Title className="break-words text-sm font-medium">{entry.title}</Radix.Title>
            {entry.detail && <Radix.Description className="mt-0.5 break-words text-[0.8125rem] text-muted-foreground">{entry.detail}</Radix.Description>}
            {entry.action && (
              <Radix.Action altText={entry.action.label} onClick={entry.action.run} className="mt-1.5 text-[0.8125rem] font-medium text-primary hover:underline">
                {entry.action.label}
              </Radix.Action>
            )}
          </div>
          <Radix.Close asChild>
            <IconButton label="Dismiss" className="-m-1.5">
              <X aria-hidden="true" />
            </IconButton>
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="pointer-events-none fixed right-4 top-4 z-70 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
    </Radix.Provider>
  );
}
