import { cn } from "./cn";

/** A quiet stand-in with the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block animate-pulse rounded-md bg-secondary", className)} />;
}
