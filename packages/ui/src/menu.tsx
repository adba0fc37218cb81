import { Check } from "lucide-react";
import * as Radix from "radix-ui/dropdown-menu";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { usePortalPlace } from "./portal";

interface MenuProps {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "end" | "center";
  className?: string;
  onCloseAutoFocus?: (event: Event) => void;
}

export function Menu({ trigger, children, align = "end", className, onCloseAutoFocus }: MenuProps) {
  const place = usePortalPlace();
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={place}>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className={cn(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-[calc(100vw-1rem)] animate-in overflow-y-auto rounded-lg border border-border bg-card p-1 text-card-foreground shadow-pop",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemClass =
  "flex cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none data-disabled:pointer-events-none data-disabled:opacity-50 data-highlighted:bg-secondary [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

interface MenuItemProps extends ComponentProps<typeof Radix.Item> {
  destructive?: boolean;
}

export function MenuItem({ destructive, className, ...rest }: MenuItemProps) {
  return <Radix.Item className={cn(itemClass, destructive && "text-destructive [&_svg]:text-destructive", className)} {...rest} />;
}

export function MenuCheckItem({ className, children, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem className={cn(itemClass, className)} {...rest}>
      <span className="flex size-4 items-center justify-center">
        <Radix.ItemIndicator>
          <Check aria-hidden="true" />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pb-1 pt-2 text-xs font-medium text-muted-foreground">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1 h-px bg-border" />;
}
