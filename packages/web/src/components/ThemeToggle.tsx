import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme, type Theme } from "@/lib/theme";

const order: readonly { value: Theme; says: string; icon: typeof Sun }[] = [
  { value: "system", says: t("as the system"), icon: Monitor },
  { value: "light", says: "light", icon: Sun },
  { value: "dark", says: "dark", icon: Moon },
];

/** One press to the next of system, light and dark. */
export function ThemeToggle() {
  const [theme, setTheme] = useTheme();
  const place = order.findIndex(({ value }) => value === theme);
  const now = order[place] ?? order[0];
  const next = order[(place + 1) % order.length];
  if (!now || !next) return null;
  const label = t("Theme: {says}. Change to {says2}.", { says: now.says, says2: next.says });
  return (
    <Button variant="subtle" size="icon-sm" aria-label={label} title={label} onClick={() => setTheme(next.value)}>
      <now.icon aria-hidden="true" />
    </Button>
  );
}
