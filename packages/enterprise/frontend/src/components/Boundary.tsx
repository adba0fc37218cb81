import { ErrorState } from "@verbatim/ui/states";
import { Component, type ReactNode } from "react";

/** A fault costs its own page. A new version on the server takes old files away: loading the page anew brings them. */
export class Boundary extends Component<{ quiet: boolean; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    if (this.props.quiet) return null;
    return <ErrorState title="This page could not be shown" message="Load it anew; the server may have been updated." onRetry={() => location.reload()} />;
  }
}
