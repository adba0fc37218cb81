import { Dialog } from "@verbatim/ui/dialog";
import { ErrorState } from "@verbatim/ui/states";
import { late } from "@verbatim/ui/late";
import { t } from "@verbatim/ui/texts";
import { LateNotice } from "@/components/LateNotice";

/** Fetched once somebody asks for the keys. */
export const ShortcutsDialog = late(() => import("./ShortcutsDialog"), {
  failed: ({ message, retry }) => (
    <Dialog open title={t("Keys")} onOpenChange={retry}>
      <ErrorState message={message} onRetry={retry} />
    </Dialog>
  ),
});

/** Fetched at the first conflict: the server has just answered. */
export const ConflictDialog = late(() => import("./ConflictDialog"), {
  failed: (failure) => <LateNotice what={t("The choice between both texts")} failure={failure} />,
});

/** What stands below the words to find, as soon as there are some. */
export const Replace = late(() => import("./Replace"), {
  failed: (failure) => <LateNotice what={t("Replacing")} failure={failure} />,
});
