import { speak, type Catalogue } from "@verbatim/ui/texts";

const parts = import.meta.glob<Catalogue>(["./de/*.json", "../../../../ui/texts/de/*.json"], { eager: true, import: "default" });

for (const part of Object.values(parts)) speak(part);
