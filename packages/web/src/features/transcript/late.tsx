import { Dialog } from "@verbatim/ui/dialog";
import { ErrorState } from "@verbatim/ui/states";
import { late } from "@verbatim/ui/late";

/** Fetched once somebody asks for the keys. */
export const ShortcutsDialog = late(() => import("./ShortcutsDialog"), {
  failed: ({ message, retry }) => (
    <Dialog open title="Keys" onOpenChange={retry}>
      <ErrorState message={message} onRetry={retry} />
    </Dialog>
  ),
});
