import { late } from "@verbatim/ui/late";

/** Fetched only where a transcript has corrections of an earlier one. Without it the panel beside the text still has them. */
export const CorrectionsNotice = late(() => import("./CorrectionsNotice"), { failed: () => null });
