import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { X } from "lucide-react";

export function TagDot({ color }: { color: string | null | undefined }) {
  return <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full bg-muted-foreground" style={color ? { background: color } : undefined} />;
}

interface TagPillProps {
  name: string;
  color: string | null | undefined;
  onRemove?: () => void;
  className?: string;
}

/** The colour is a dot beside the name, never behind it: any colour stays readable. */
export function TagPill({ name, color, onRemove, className }: TagPillProps) {
  return (
    <span className={cn("inline-flex h-6 max-w-44 items-center gap-1.5 rounded-full border border-border bg-card pl-2 pr-2.5 text-xs font-medium text-foreground", className)}>
      <TagDot color={color} />
      <span dir="auto" className="truncate">{name}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={t("Remove tag {name}", { name })}
          onClick={onRemove}
          className="-mr-1.5 flex size-5 items-center justify-center rounded-full text-muted-foreground hover:bg-secondary hover:text-foreground"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  );
}
