import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ButtonProps, "aria-label"> {
  /** The accessible name, shown as the tooltip too. */
  label: string;
  shortcut?: string;
}

export function IconButton({ label, shortcut, variant = "subtle", size = "icon-sm", children, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Button variant={variant} size={size} aria-label={label} {...rest}>
        {children}
      </Button>
    </Tooltip>
  );
}
