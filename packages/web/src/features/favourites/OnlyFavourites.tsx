import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { Star } from "lucide-react";

/** Narrows a list to what one has starred. */
export function OnlyFavourites({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <Button aria-pressed={on} className={cn("font-normal! border-input/60! hover:border-input!", on && "border-primary! text-primary")} onClick={() => onChange(!on)}>
      <Star aria-hidden="true" className={cn(on && "fill-current")} />
      {t("Favourites")}
    </Button>
  );
}
