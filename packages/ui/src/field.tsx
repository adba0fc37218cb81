import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./cn";

export const controlClass =
  "h-9 w-full rounded-md border border-input/60 bg-card px-3 text-sm text-foreground shadow-card placeholder:text-muted-foreground hover:border-input focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring/40 disabled:opacity-50 aria-invalid:border-destructive";

/** What people write goes the way of its own letters; addresses and numbers do not. */
const AUTO: ReadonlySet<string> = new Set(["text", "search"]);

export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} dir={AUTO.has(type) ? "auto" : undefined} className={cn(controlClass, className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea dir="auto" className={cn(controlClass, "h-auto min-h-20 py-2 leading-relaxed", className)} {...rest} />;
}

export interface ControlProps {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** Wires label, hint and error to one control; the child spreads what it is given. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-[0.8125rem] font-medium text-foreground">
        {label}
      </label>
      {children({ id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs text-destructive">
          {error}
        </p>
      )}
    </div>
  );
}
