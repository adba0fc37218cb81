import { useQuery } from "@tanstack/react-query";
import { cn } from "@verbatim/ui/cn";
import { IconButton } from "@verbatim/ui/icon-button";
import { t } from "@verbatim/ui/texts";
import { Star as Icon } from "lucide-react";
import { favouritesQuery, useStar, type Kind } from "./api";

interface StarProps {
  kind: Kind;
  id: string;
  /** What it is called, for those who hear the page. */
  title: string;
}

/** One's own star on something. While it is being sent it looks as it will be. */
export default function Star({ kind, id, title }: StarProps) {
  const stars = useQuery(favouritesQuery).data;
  const star = useStar(kind, id);
  if (!stars) return <span className="size-8 shrink-0" />;
  const stored = stars.some((one) => one.kind === kind && one.id === id);
  const on = star.isPending ? star.variables : stored;
  return (
    <IconButton label={t("Favourite: {title}", { title })} aria-pressed={on} onClick={() => star.mutate(!on)} className="shrink-0">
      <Icon aria-hidden="true" className={cn(on && "fill-current text-warning")} />
    </IconButton>
  );
}
