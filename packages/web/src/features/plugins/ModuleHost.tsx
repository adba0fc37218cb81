import { Skeleton } from "@verbatim/ui/skeleton";
import { createElement, Suspense, use, useEffect, useRef } from "react";
import { forgetModule, loadModule, type Mount } from "./modules";
import { PluginBoundary } from "./PluginBoundary";

interface ModuleHostProps {
  title: string;
  url: string;
  /** Given to the module: `{route}` for a page, `{slot, ...}` for a slot. Keep it the same object while nothing changes. */
  props: object;
  small?: boolean;
  quiet?: boolean;
}

/** Shows a plugin's module, with its own waiting state and its own place to fail. */
export function ModuleHost({ title, url, props, small, quiet }: ModuleHostProps) {
  return (
    <PluginBoundary key={url} title={title} small={small} onRetry={() => forgetModule(url)}>
      <Suspense fallback={quiet ? null : <Skeleton className={small ? "h-9 w-full" : "h-40 w-full"} />}>
        <Loaded url={url} props={props} />
      </Suspense>
    </PluginBoundary>
  );
}

/** Through its `mount` when it has one, else its default export as a component. */
function Loaded({ url, props }: { url: string; props: object }) {
  const { mount, Component } = use(loadModule(url));
  if (mount) return <Mounted mount={mount} props={props} />;
  return Component ? createElement(Component, props) : null;
}

function Mounted({ mount, props }: { mount: Mount; props: object }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // A node of its own: the plugin may do with it what it likes, React does not look inside.
    const root = document.createElement("div");
    element.append(root);
    // What mount throws is caught by the boundary.
    const unmount = mount(root, props);
    return () => {
      if (typeof unmount === "function") unmount();
      root.remove();
    };
  }, [mount, props]);
  return <div ref={place} className="[overflow-wrap:anywhere]" />;
}
