import { Columns2 } from "lucide-react";
import { latePanel } from "@/features/rail/late";
import { registerPanel } from "@/features/rail/registry";
import { t } from "@verbatim/ui/texts";

registerPanel({ id: "corrections", label: t("Corrections"), icon: Columns2, order: 40, shows: ({ transcript }) => (transcript?.corrections ?? 0) > 0, View: latePanel(() => import("./CorrectionsPanel")) });
