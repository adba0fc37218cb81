import { late } from "@verbatim/ui/late";

/** Fetched after what it stands beside. Where it cannot be, nothing is missing that one came for. */
export const Star = late(() => import("./Star"), { pending: <span className="size-8 shrink-0" />, failed: () => null });
