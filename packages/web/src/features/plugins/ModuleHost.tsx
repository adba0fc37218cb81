import { Skeleton } from "@verbatim/ui/skeleton";
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ComponentType } from "react";
import { sameOrigin } from "./manifest";

type Mount = (element: HTMLElement, props: object) => unknown;

interface PluginModule {
  mount?: Mount;
  default?: ComponentType<Record<string, unknown>> | Mount;
}

const loaded = new Map<string, Promise<PluginModule>>();

/** Each module is fetched once; one that failed is fetched again on the next try, under a new address. */
function load(url: string): Promise<PluginModule> {
  const known = loaded.get(url);
  if (known) return known;
  if (!sameOrigin(url, location.origin)) return Promise.reject(new Error(`Its module comes from another server (${url}), which is not allowed.`));
  const pending = (import(/* @vite-ignore */ url) as Promise<PluginModule>).catch((reason: unknown) => {
    loaded.delete(url);
    throw new Error(`Its module ${url} could not be loaded: ${reason instanceof Error ? reason.message : String(reason)}.`);
  });
  loaded.set(url, pending);
  return pending;
}

interface ModuleHostProps {
  url: string;
  /** Given to the module: `{route}` for a page, `{slot, ...}` for a slot. */
  props: object;
}

/** Shows a plugin's module: through its `mount` when it has one, else its default export as a component. */
export function ModuleHost({ url, props }: ModuleHostProps) {
  const Shown = useMemo(
    () =>
      lazy(async () => {
        const module = await load(url);
        const { mount } = module;
        if (typeof mount === "function") return { default: (given: { props: object }) => <Mounted mount={mount} props={given.props} /> };
        const Component = module.default;
        if (typeof Component !== "function") throw new Error(`Its module ${url} exports neither mount nor a default component.`);
        const Plugin = Component as ComponentType<Record<string, unknown>>;
        return { default: (given: { props: object }) => <Plugin {...given.props} /> };
      }),
    [url],
  );
  return (
    <Suspense fallback={<Skeleton className="h-40 w-full" />}>
      <Shown props={props} />
    </Suspense>
  );
}

function Mounted({ mount, props }: { mount: Mount; props: object }) {
  const place = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure) throw failure;

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // A node of its own: the plugin may do with it what it likes, React does not look inside.
    const root = document.createElement("div");
    element.append(root);
    let unmount: unknown;
    try {
      unmount = mount(root, props);
    } catch (reason) {
      setFailure(reason instanceof Error ? reason : new Error(String(reason)));
    }
    return () => {
      if (typeof unmount === "function") unmount();
      root.remove();
    };
  }, [mount, props]);

  return <div ref={place} />;
}
