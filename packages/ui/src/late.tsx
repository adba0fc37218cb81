import { Component, Suspense, useEffect, useLayoutEffect, useState, type ComponentType, type ReactNode } from "react";
import { messageOf } from "./errors";
import { addressIn, isFetchFailure, reasonFor, whenReachable, type Reason } from "./failure";
import { t } from "./texts";

interface Module<P> {
  default: ComponentType<P>;
}

/** What is shown in the place of a part that failed. `retry` tries again by hand; it also happens by itself. */
export interface Failure {
  reason: Reason;
  message: string;
  retry: () => void;
}

interface Options {
  /** Shown while it is fetched; nothing by default. */
  pending?: ReactNode;
  /** Shown when it cannot be. */
  failed: (failure: Failure) => ReactNode;
}

export type Late<P extends object> = ComponentType<P> & {
  /** Fetches it before anybody asks, so that it is there when the server is not. */
  preload: () => Promise<unknown>;
};

/**
 * A part of the page that is fetched when it is needed. It fails alone, says why, and comes by itself once the server
 * answers again: everything that is loaded late goes through here, because an error that nothing catches takes the whole
 * page away.
 *
 * React's own `lazy` keeps what stands in for a part on the page for 300 ms, though the part is there after twenty; so this
 * draws it as soon as it has come, and one that has come before at once.
 */
export function late<P extends object>(load: () => Promise<Module<P>>, options: Options): Late<P> {
  let found: ComponentType<P> | null = null;
  let fetching: Promise<ComponentType<P>> | null = null;
  let failure: unknown = null;
  let tries = 0;

  async function fetchAnew(): Promise<ComponentType<P>> {
    try {
      found = (await again(load, failure, tries)).default;
      return found;
    } catch (reason) {
      fetching = null;
      failure = reason;
      tries += 1;
      throw reason;
    }
  }

  const fetchPart = () => (fetching ??= fetchAnew());

  function Fetched(props: P) {
    const [Shown, show] = useState<ComponentType<P> | null>(() => found);
    const [failed, fail] = useState<{ reason: unknown } | null>(null);
    useLayoutEffect(() => {
      if (Shown) return;
      let gone = false;
      fetchPart().then(
        (part) => {
          if (!gone) show(() => part);
        },
        (reason: unknown) => {
          if (!gone) fail({ reason });
        },
      );
      return () => {
        gone = true;
      };
    }, [Shown]);
    if (failed) throw failed.reason;
    return Shown ? <Shown {...props} /> : options.pending;
  }

  function LatePart(props: P) {
    return (
      <Boundary failed={options.failed}>
        <Suspense fallback={options.pending ?? null}>
          <Fetched {...props} />
        </Suspense>
      </Boundary>
    );
  }
  LatePart.preload = () => fetchPart().catch(() => undefined);
  return LatePart;
}

/** A browser may remember a module that failed by its address: the next try asks for another one. */
async function again<P>(load: () => Promise<Module<P>>, failure: unknown, tries: number): Promise<Module<P>> {
  try {
    return await load();
  } catch (reason) {
    const address = addressIn(failure ?? reason);
    if (tries === 0 || address === null || !isFetchFailure(reason)) throw reason;
    const url = new URL(address);
    url.searchParams.set("retry", String(tries));
    return (await import(/* @vite-ignore */ url.href)) as Module<P>;
  }
}

interface BoundaryProps {
  failed: (failure: Failure) => ReactNode;
  onRetry?: () => void;
  children: ReactNode;
}

/** Keeps an error in its place; what is a matter of the connection is tried again as soon as that is back. */
export class Boundary extends Component<BoundaryProps, { error: unknown; has: boolean }> {
  override state: { error: unknown; has: boolean } = { error: null, has: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, has: true };
  }

  override render() {
    if (!this.state.has) return this.props.children;
    const retry = () => {
      this.setState({ error: null, has: false });
      this.props.onRetry?.();
    };
    return <Failed error={this.state.error} failed={this.props.failed} retry={retry} />;
  }
}

const SENTENCES: Record<Exclude<Reason, "broken">, string> = {
  away: t("The server cannot be reached. This comes by itself when it answers again."),
  outdated: t("The server was updated while this tab was open. Reload to continue."),
};

function Failed({ error, failed, retry }: { error: unknown; failed: BoundaryProps["failed"]; retry: () => void }) {
  const [reason, setReason] = useState<Reason | null>(isFetchFailure(error) ? null : "broken");
  useEffect(() => {
    let gone = false;
    void reasonFor(error).then((found) => {
      if (!gone) setReason(found);
    });
    return () => {
      gone = true;
    };
  }, [error]);
  useEffect(() => (reason === "away" ? whenReachable(retry) : undefined), [reason, retry]);
  if (reason === null) return null;
  return failed({ reason, message: reason === "broken" ? messageOf(error) : SENTENCES[reason], retry: reason === "outdated" ? () => location.reload() : retry });
}
