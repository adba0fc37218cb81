import { ListTree } from "lucide-react";
import { latePanel } from "../late";
import { registerPanel } from "../registry";
import { t } from "@verbatim/ui/texts";

registerPanel({ id: "outline", label: t("Outline"), icon: ListTree, order: 20, View: latePanel(() => import("./OutlinePanel")) });
