import { late } from "@verbatim/ui/late";
import { LateNotice } from "@/components/LateNotice";

export const SplitDialog = late(() => import("./SplitDialog"), {
  failed: (failure) => <LateNotice what="Splitting a segment" failure={failure} />,
});

export const KeepVoiceDialog = late(() => import("@/features/voices/KeepVoiceDialog"), {
  failed: (failure) => <LateNotice what="Remembering a voice" failure={failure} />,
});
