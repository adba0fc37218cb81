import { ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
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
          {t("A plugin could not be shown here.")}
        </p>
      );
    }
    return (
      <ErrorState
        title={t("The plugin “{title}” could not be shown", { title: this.props.title })}
        message={t("{message} The rest of the app is not affected. Tell whoever looks after this plugin.", { message: this.state.message })}
        onRetry={() => {
          this.props.onRetry();
          this.setState({ message: null });
        }}
      />
    );
  }
}
