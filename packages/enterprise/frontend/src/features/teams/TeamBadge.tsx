/** The first letter of a team's name. */
export function TeamBadge({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className="flex size-7 shrink-0 items-center justify-center rounded-md bg-primary text-[0.8125rem] font-semibold text-primary-foreground">
      {[...name.trim()][0]?.toUpperCase() ?? "?"}
    </span>
  );
}
