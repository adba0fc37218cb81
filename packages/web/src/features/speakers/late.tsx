import { late } from "@verbatim/ui/late";
import { t } from "@verbatim/ui/texts";
import { LateNotice } from "@/components/LateNotice";

export const SplitDialog = late(() => import("./SplitDialog"), {
  failed: (failure) => <LateNotice what={t("Splitting a segment")} failure={failure} />,
});

/** What is done to chosen segments. */
export const SelectionBar = late(() => import("./SelectionBar"), {
  failed: (failure) => <LateNotice what={t("What is done to several segments")} failure={failure} />,
});

export const KeepVoiceDialog = late(() => import("@/features/voices/KeepVoiceDialog"), {
  failed: (failure) => <LateNotice what={t("Remembering a voice")} failure={failure} />,
});

/** Who speakers may be; the text is there without it. */
export const VoiceSuggestions = late(() => import("@/features/voices/VoiceSuggestions"), { failed: () => null });
