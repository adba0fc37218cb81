import { Button } from "@verbatim/ui/button";
import { Menu, MenuCheckItem } from "@verbatim/ui/menu";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme, type Theme } from "@/lib/theme";

const choices: readonly { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the system", icon: Monitor },
];

export function ThemeMenu() {
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      trigger={
        <Button variant="subtle" size="icon-sm" aria-label="Theme">
          <Sun aria-hidden="true" className="dark:hidden" />
          <Moon aria-hidden="true" className="hidden dark:block" />
        </Button>
      }
    >
      {choices.map(({ value, label, icon: Icon }) => (
        <MenuCheckItem key={value} checked={theme === value} onCheckedChange={() => setTheme(value)}>
          <Icon aria-hidden="true" />
          {label}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
