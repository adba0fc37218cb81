import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

/** Whose voices are known, and whether this server keeps any. */
export const voiceProfilesQuery = queryOptions({
  queryKey: keys.voiceProfiles,
  queryFn: ({ signal }) => unwrap(api.GET("/api/voice-profiles", { signal })),
});

/** Who the speakers of a transcript may be. */
export const voiceSuggestionsQuery = (transcriptId: string) =>
  queryOptions({
    queryKey: [...keys.voiceProfiles, "suggestions", transcriptId],
    queryFn: ({ signal }) => unwrap(api.GET("/api/voice-profiles/suggestions/{transcript_id}", { params: { path: { transcript_id: transcriptId } }, signal })),
    select: (answer) => answer.items,
  });

function useProfileMutation<V, R>(run: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet: true },
    onSuccess: () => Promise.all([keys.voiceProfiles, keys.transcripts].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export interface Keeping {
  speaker_id: string;
  name: string;
  consent_by: string;
}

export const useKeepVoice = () => useProfileMutation((body: Keeping) => unwrap(api.POST("/api/voice-profiles", { body })));

export const useNameByVoice = () =>
  useProfileMutation(({ profileId, speakerId }: { profileId: string; speakerId: string }) =>
    unwrap(api.POST("/api/voice-profiles/{voice_profile_id}/speakers", { params: { path: { voice_profile_id: profileId } }, body: { speaker_id: speakerId } })),
  );

export const useRenameProfile = () =>
  useProfileMutation(({ id, name }: { id: string; name: string }) => unwrap(api.PATCH("/api/voice-profiles/{voice_profile_id}", { params: { path: { voice_profile_id: id } }, body: { name } })));

export const useEraseProfile = () => useProfileMutation((id: string) => unwrap(api.DELETE("/api/voice-profiles/{voice_profile_id}", { params: { path: { voice_profile_id: id } } })));
