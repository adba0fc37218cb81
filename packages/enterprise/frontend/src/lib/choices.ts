import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Choice, Choices } from "@verbatim/ui/picker";
import { api, unwrap } from "./client";

const CHOICES = 20;
const ROOT = ["verbatim-enterprise", "choices"] as const;

function choicesOf({ data, isPending }: UseQueryResult<{ items: Choice[]; total: number }>): Choices {
  return { items: data?.items ?? [], more: (data?.total ?? 0) > CHOICES, pending: isPending };
}

/** Projects of the team at work: those that fit a search, else those that were worked on last; null while nobody picks. */
export function useProjectChoices(search: string | null): Choices {
  return choicesOf(
    useQuery({
      enabled: search !== null,
      queryKey: [...ROOT, "projects", search],
      queryFn: ({ signal }) => unwrap(api.GET("/api/projects", { signal, params: { query: { search: search || undefined, page_size: CHOICES } } })),
      placeholderData: keepPreviousData,
    }),
  );
}

/** All teams of the server that fit a search, for those who may see them. */
export function useTeamChoices(search: string | null): Choices {
  return choicesOf(
    useQuery({
      enabled: search !== null,
      queryKey: [...ROOT, "teams", search],
      queryFn: ({ signal }) => unwrap(api.GET("/api/teams", { signal, params: { query: { all: true, search: search || undefined, page: 1, page_size: CHOICES } } })),
      placeholderData: keepPreviousData,
    }),
  );
}
