import { Columns2 } from "lucide-react";
import { latePanel } from "@/features/rail/late";
import { registerPanel } from "@/features/rail/registry";

registerPanel({ id: "corrections", label: "Corrections", icon: Columns2, order: 40, shows: ({ transcript }) => (transcript?.corrections ?? 0) > 0, View: latePanel(() => import("./CorrectionsPanel")) });
