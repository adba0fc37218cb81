import { ErrorState } from "@verbatim/ui/states";
import { Component, type ReactNode } from "react";

interface PluginBoundaryProps {
  title: string;
  small?: boolean;
  onRetry: () => void;
  children: ReactNode;
}

/** A plugin that breaks costs its own place on the page and nothing else. */
export class PluginBoundary extends Component<PluginBoundaryProps, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    if (this.props.small) {
      return (
        <p role="alert" title={this.state.message} className="text-xs text-destructive">
          A plugin could not be shown here.
        </p>
      );
    }
    return (
      <ErrorState
        title={`The plugin “${this.props.title}” could not be shown`}
        message={`${this.state.message} The rest of the app is not affected. Tell whoever looks after this plugin.`}
        onRetry={() => {
          this.props.onRetry();
          this.setState({ message: null });
        }}
      />
    );
  }
}
