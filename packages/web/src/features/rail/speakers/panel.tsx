import { Users } from "lucide-react";
import { latePanel } from "../late";
import { registerPanel } from "../registry";

registerPanel({ id: "speakers", label: "Speakers", icon: Users, order: 10, View: latePanel(() => import("./SpeakersPanel")) });
