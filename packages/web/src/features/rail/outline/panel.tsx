import { ListTree } from "lucide-react";
import { latePanel } from "../late";
import { registerPanel } from "../registry";

registerPanel({ id: "outline", label: "Outline", icon: ListTree, order: 20, View: latePanel(() => import("./OutlinePanel")) });
