import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

export const transcriptionQuery = queryOptions({
  queryKey: keys.transcription,
  queryFn: ({ signal }) => unwrap(api.GET("/api/config/transcription", { signal })),
});
