import type { HostProps, Mount, Unmount } from "./props";

/*
 * A component for hosts that render the default export with their own React. Hooks of the React in this bundle would fail
 * there, so it uses none: it is a class by React's own convention, and its one element holds whatever `mount` draws.
 */

type Ref = (element: HTMLElement | null) => void;

interface ElementMaker {
  createElement: (type: string, props: object) => unknown;
}

const SHARED = "__HOST_SHARED__";
const FIBER = "_reactInternals";

/** React as the host offers it, if it does. */
function hostReact(): ElementMaker | null {
  const shared = (globalThis as Record<string, unknown>)[SHARED] as { react?: ElementMaker } | undefined;
  return typeof shared?.react?.createElement === "function" ? shared.react : null;
}

/** React's own record of a component, set before its first render. */
const fiberOf = (component: object): object => (component as Record<string, object>)[FIBER] ?? {};

/** What `createElement("div", {ref})` returns in the React that runs: 19 took `ref` into the properties. */
function divFor(ref: Ref, fiber: object): object {
  const common = { type: "div", key: null, _owner: null, _store: {} };
  if ("refCleanup" in fiber) return { $$typeof: Symbol.for("react.transitional.element"), ...common, ref, props: { ref } };
  return { $$typeof: Symbol.for("react.element"), ...common, ref, props: {} };
}

export function componentFor(mount: Mount): new (props: HostProps) => object {
  class PluginPart {
    static displayName = "VerbatimEnterprise";

    place: HTMLElement | null = null;
    unmount: Unmount | null = null;
    state = null;
    constructor(public props: HostProps) {}

    keep: Ref = (element) => {
      this.place = element;
    };

    componentDidMount() {
      if (this.place) this.unmount = mount(this.place, this.props);
    }

    componentDidUpdate(before: HostProps) {
      if (before.route?.path === this.props.route?.path && before.slot === this.props.slot) return;
      this.componentWillUnmount();
      this.componentDidMount();
    }

    componentWillUnmount() {
      this.unmount?.();
      this.unmount = null;
    }

    render(): unknown {
      return hostReact()?.createElement("div", { ref: this.keep }) ?? divFor(this.keep, fiberOf(this));
    }
  }
  Object.assign(PluginPart.prototype, { isReactComponent: {} });
  return PluginPart;
}
