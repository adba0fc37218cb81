import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { FormError } from "@/components/FormError";

interface SaveBarProps {
  count: number;
  pending: boolean;
  problem: string | undefined;
  onDiscard: () => void;
}

/** Stays in sight while something is typed that has not been saved. */
export function SaveBar({ count, pending, problem, onDiscard }: SaveBarProps) {
  if (count === 0) return null;
  return (
    <div role="region" aria-label={t("Changes")} className="sticky bottom-3 z-10 flex flex-col gap-3 rounded-xl border border-border bg-card px-5 py-3 shadow-card">
      <FormError message={problem} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm">{count === 1 ? t("1 setting is changed and not saved yet.") : t("{count} settings are changed and not saved yet.", { count })}</p>
        <div className="flex gap-2">
          <Button onClick={onDiscard}>{t("Discard")}</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {t("Save")}
          </Button>
        </div>
      </div>
    </div>
  );
}
