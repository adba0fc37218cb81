import { History } from "lucide-react";
import { latePanel } from "../late";
import { registerPanel } from "../registry";
import { t } from "@verbatim/ui/texts";

registerPanel({ id: "history", label: t("History"), icon: History, order: 50, View: latePanel(() => import("./HistoryPanel")) });
