import { ApiError, messageOf } from "@verbatim/ui/errors";
import { toast } from "@verbatim/ui/toast";
import { MutationCache, QueryClient } from "@tanstack/react-query";

declare module "@tanstack/react-query" {
  interface Register {
    /** `quiet` mutations show their failure themselves, where it happened. */
    mutationMeta: { quiet?: boolean };
  }
}

function retry(failures: number, error: unknown): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status >= 502);
  return passing && failures < 2;
}

/** One for all pages and slots, so that the switcher in the side bar and the page beside it tell the same. */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (!mutation.meta?.quiet) toast("error", messageOf(error));
    },
  }),
  defaultOptions: { queries: { staleTime: 15_000, retry }, mutations: { retry: false } },
});
