import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./field";

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectProps extends Omit<ComponentProps<"select">, "onChange" | "children"> {
  options: readonly SelectOption[];
  onValueChange: (value: string) => void;
}

/** The platform's own select: right on phones, with a keyboard, and to a screen reader. */
export function Select({ options, onValueChange, className, ...rest }: SelectProps) {
  return (
    <span className={cn("relative inline-flex", className)}>
      <select className={cn(controlClass, "appearance-none truncate pr-8")} onChange={(event) => onValueChange(event.target.value)} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-card text-foreground">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-2.5 top-1/2 size-4 -translate-y-1/2 text-muted-foreground" />
    </span>
  );
}
