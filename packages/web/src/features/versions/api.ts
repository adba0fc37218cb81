import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

/** The attempts to transcribe a recording of which something was heard, the newest first. */
export const attemptsQuery = (recordingId: string) =>
  queryOptions({
    queryKey: keys.recordingDetail(recordingId, "attempts"),
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings/{recording_id}/attempts", { params: { path: { recording_id: recordingId } }, signal })),
    select: (answer) => answer.items,
  });

export const outputPath = (recordingId: string, jobId: string): string => `/api/recordings/${recordingId}/attempts/${jobId}/output`;
