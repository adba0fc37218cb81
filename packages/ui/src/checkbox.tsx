import { Check, Minus } from "lucide-react";
import * as Radix from "radix-ui/checkbox";

interface CheckboxProps {
  checked: boolean | "indeterminate";
  onCheckedChange: (checked: boolean) => void;
  label: string;
  disabled?: boolean;
}

export function Checkbox({ checked, onCheckedChange, label, disabled }: CheckboxProps) {
  return (
    <Radix.Root
      checked={checked}
      onCheckedChange={(next) => onCheckedChange(next === true)}
      aria-label={label}
      disabled={disabled}
      className="relative flex size-4.5 items-center justify-center rounded-[5px] border border-input bg-card transition-colors disabled:opacity-50 before:absolute before:-inset-2 data-[state=checked]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:border-primary data-[state=indeterminate]:bg-primary"
    >
      <Radix.Indicator className="text-primary-foreground">
        {checked === "indeterminate" ? <Minus aria-hidden="true" className="size-3.5" /> : <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />}
      </Radix.Indicator>
    </Radix.Root>
  );
}
