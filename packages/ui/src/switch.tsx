import * as Radix from "radix-ui/switch";
import type { ComponentProps } from "react";

export function Switch(props: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className="relative inline-flex h-5.5 w-9.5 shrink-0 items-center rounded-full bg-input transition-colors data-[state=checked]:bg-primary disabled:opacity-50"
      {...props}
    >
      <Radix.Thumb className="block size-4.5 translate-x-0.5 rounded-full bg-white shadow-card transition-transform data-[state=checked]:translate-x-4.5 dark:data-[state=checked]:bg-background" />
    </Radix.Root>
  );
}
