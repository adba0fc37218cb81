import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";

/** How a summary stands that is to be made by itself. */
export function Automatic({ state: { state, detail } }: { state: { state: string; detail: string | null } }) {
  if (state === "waiting") {
    return (
      <p role="status" className="mb-3 text-[0.8125rem] text-muted-foreground">
        {t("A summary is being made by itself. It appears here.")}
      </p>
    );
  }
  return <Notice className="mb-3">{t("No summary was made by itself. {detail}", { detail: detail ?? "" })}</Notice>;
}
