import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface WaitingProps<T> {
  query: UseQueryResult<T>;
  /** As tall as what will come. */
  height?: string;
  children: (data: T) => ReactNode;
}

/** What a query brings: a quiet stand-in, then the thing itself, or the server's sentence and another try. */
export function Waiting<T>({ query, height = "h-40", children }: WaitingProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} className="py-8!" />;
  return (
    <div aria-busy="true" className="py-1">
      <span className="sr-only">{t("Loading")}</span>
      <Skeleton className={`${height} w-full`} />
    </div>
  );
}
