import * as Radix from "radix-ui/tooltip";
import type { ReactElement, ReactNode } from "react";
import { usePortalPlace } from "./portal";

interface TooltipProps {
  label: ReactNode;
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactElement;
}

/** Each brings its own provider, so that a page without tooltips does not load what places them. */
export function Tooltip({ label, shortcut, side = "bottom", children }: TooltipProps) {
  const place = usePortalPlace();
  return (
    <Radix.Provider delayDuration={350}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={place}>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 flex max-w-72 animate-fade items-center gap-2 rounded-md bg-foreground px-2.5 py-1.5 text-xs font-medium text-background shadow-pop"
          >
            {label}
            {shortcut && <span className="opacity-70">{shortcut}</span>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
