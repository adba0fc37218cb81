import { Eye, EyeOff, TriangleAlert } from "lucide-react";
import { useId, useState, type ComponentProps, type KeyboardEvent } from "react";
import { cn } from "./cn";
import { Input } from "./field";
import { t } from "./texts";

/** A password that can be looked at, with a word of warning while Caps Lock is on. */
export function PasswordInput({ className, "aria-describedby": describedBy, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const id = useId();
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <div>
      <div className="relative">
        <Input
          {...rest}
          type={shown ? "text" : "password"}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onKeyDown={look}
          onKeyUp={look}
          onBlur={() => setCapsLock(false)}
          aria-describedby={[describedBy, capsLock && id].filter(Boolean).join(" ") || undefined}
          className={cn("pr-11", className)}
        />
        <button
          type="button"
          aria-label={shown ? t("Hide the password") : t("Show the password")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-md text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2"
        >
          {shown ? <EyeOff aria-hidden="true" className="size-4.5" /> : <Eye aria-hidden="true" className="size-4.5" />}
        </button>
      </div>
      <p id={id} role="status" className="text-xs text-warning">
        {capsLock && (
          <span className="mt-1.5 flex items-center gap-1.5">
            <TriangleAlert aria-hidden="true" className="size-3.5" />
            {t("Caps Lock is on.")}
          </span>
        )}
      </p>
    </div>
  );
}
