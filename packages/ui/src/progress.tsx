import { cn } from "./cn";

interface ProgressProps {
  /** 0 to 100; null while nobody knows. */
  value: number | null;
  label: string;
  className?: string;
}

export function Progress({ value, label, className }: ProgressProps) {
  const known = value === null ? undefined : Math.max(0, Math.min(100, Math.round(value)));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-secondary", className)}
    >
      <div
        className={cn("h-full rounded-full bg-primary transition-[width] duration-300", known === undefined && "w-1/3 animate-pulse")}
        style={known === undefined ? undefined : { width: `${known}%` }}
      />
    </div>
  );
}
