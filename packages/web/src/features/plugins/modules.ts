import type { ComponentType } from "react";
import { sameOrigin } from "./manifest";
import { t } from "@verbatim/ui/texts";

export type Mount = (element: HTMLElement, props: object) => unknown;

export interface PluginModule {
  mount: Mount | null;
  Component: ComponentType<object> | null;
}

const loaded = new Map<string, Promise<PluginModule>>();
const failures = new Map<string, number>();

const reasonOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

async function fetchModule(url: string): Promise<PluginModule> {
  if (!sameOrigin(url, location.origin)) throw new Error(t("Its module comes from another server ({url}), which is not allowed.", { url }));
  // A browser remembers a module that failed by its address: the next try needs another one.
  const tries = failures.get(url) ?? 0;
  const address = tries === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}retry=${tries}`;
  let module: { mount?: unknown; default?: unknown };
  try {
    module = (await import(/* @vite-ignore */ address)) as typeof module;
  } catch (reason) {
    failures.set(url, tries + 1);
    throw new Error(t("Its module {url} could not be loaded: {reason}", { url, reason: reasonOf(reason) }), { cause: reason });
  }
  const mount = typeof module.mount === "function" ? (module.mount as Mount) : null;
  const Component = typeof module.default === "function" ? (module.default as ComponentType<object>) : null;
  if (!mount && !Component) throw new Error(t("Its module {url} exports neither mount nor a default component.", { url }));
  return { mount, Component };
}

/** Each module is fetched once, and the same promise given out until it is forgotten. */
export function loadModule(url: string): Promise<PluginModule> {
  const known = loaded.get(url);
  if (known) return known;
  const pending = fetchModule(url);
  loaded.set(url, pending);
  return pending;
}

/** Before another try. */
export function forgetModule(url: string): void {
  loaded.delete(url);
}
