import { MutationCache, QueryClient } from "@tanstack/react-query";
import { toast } from "@verbatim/ui/toast";
import { ApiError, messageOf } from "@verbatim/ui/errors";

declare module "@tanstack/react-query" {
  interface Register {
    /** `quiet` mutations show their failure themselves, where it happened. */
    mutationMeta: { quiet?: boolean };
  }
}

/** Only what may pass by itself is tried again: no answer at all, or a server in trouble. */
function retry(failures: number, error: unknown): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status >= 502);
  return passing && failures < 2;
}

/** The live stream says when something changed, so nothing goes stale by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.quiet) toast("error", messageOf(error));
      },
    }),
    defaultOptions: {
      // A browser that thinks it is offline may be wrong, and a server may be on this very machine: asking tells.
      queries: { networkMode: "always", staleTime: 60_000, gcTime: 5 * 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false, retry },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
