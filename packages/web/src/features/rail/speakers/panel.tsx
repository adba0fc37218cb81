import { Users } from "lucide-react";
import { latePanel } from "../late";
import { registerPanel } from "../registry";
import { t } from "@verbatim/ui/texts";

registerPanel({ id: "speakers", label: t("Speakers"), icon: Users, order: 10, View: latePanel(() => import("./SpeakersPanel")) });
