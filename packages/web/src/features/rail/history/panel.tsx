import { History } from "lucide-react";
import { latePanel } from "../late";
import { registerPanel } from "../registry";

registerPanel({ id: "history", label: "History", icon: History, order: 50, View: latePanel(() => import("./HistoryPanel")) });
