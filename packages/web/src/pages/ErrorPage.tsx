import { Button } from "@verbatim/ui/button";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { Compass, LockKeyhole } from "lucide-react";
import { Component, type ReactNode } from "react";
import { Link } from "react-router";
import { useTitle } from "@/components/Page";
import { messageOf } from "@verbatim/ui/errors";

/** A page that broke, without taking the app along. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <BrokenPage error={this.state.error} />;
  }
}

function BrokenPage({ error }: { error: unknown }) {
  useTitle("Something broke");
  const outdated = error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return (
    <ErrorState
      whole className="min-h-[70vh] justify-center"
      title={outdated ? "There is a newer version of this page" : "This page broke"}
      message={outdated ? "The server was updated while this tab was open. Reload to continue." : messageOf(error)}
      onRetry={() => location.reload()}
    />
  );
}

/** Signed in, but this page is not for them. */
export function NoAccess() {
  useTitle("No access");
  return (
    <EmptyState whole className="min-h-[70vh] justify-center" icon={<LockKeyhole aria-hidden="true" />} title="There is nothing here for you yet">
      Your account may not see this page. Ask whoever looks after this server, or a colleague who already works here, to let you in.
    </EmptyState>
  );
}

export function NotFound({ what = "page" }: { what?: string }) {
  useTitle("Not found");
  return (
    <EmptyState
      whole className="min-h-[70vh] justify-center"
      icon={<Compass aria-hidden="true" />}
      title={`There is no such ${what}`}
      action={
        <Button asChild>
          <Link to="/">Go to the dashboard</Link>
        </Button>
      }
    >
      It may have been deleted, or the address is not quite right.
    </EmptyState>
  );
}
