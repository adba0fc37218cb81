import { late, type Failure, type Late } from "@verbatim/ui/late";
import type { ComponentType } from "react";
import { BrokenPage } from "./ErrorPage";

export const pageFailed = (failure: Failure) => <BrokenPage failure={failure} />;

/** A page is fetched when somebody goes there. */
export function latePage<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Late<P> {
  return late(load, { failed: pageFailed });
}
