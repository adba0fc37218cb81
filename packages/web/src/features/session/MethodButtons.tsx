import { Button } from "@verbatim/ui/button";
import { rich } from "@verbatim/ui/rich";
import { KeyRound } from "lucide-react";
import { rememberWanted } from "@/lib/wanted";
import type { SignInButton } from "./methods";

interface MethodButtonsProps {
  buttons: readonly SignInButton[];
  /** Where to go afterwards. */
  returnTo: string;
  /** In a window of its own, so that the work on this page stays. */
  apart: boolean;
}

export const DONE_PATH = "/login?done";

/** Other ways to sign in: each leads over a provider's own pages and back. */
export function MethodButtons({ buttons, returnTo, apart }: MethodButtonsProps) {
  const address = ({ url }: SignInButton) => `${url}?${new URLSearchParams({ return_to: apart ? DONE_PATH : returnTo })}`;
  return (
    <div className="flex flex-col gap-2.5">
      {buttons.map((button) => (
        <Button key={button.id} asChild size="lg" className="w-full">
          <a
            href={address(button)}
            onClick={(event) => {
              if (!apart) return rememberWanted(returnTo);
              // A window that a script opened can be closed by one, when the sign-in is done.
              if (window.open(address(button), "verbatim-sign-in", "width=560,height=720")) event.preventDefault();
            }}
          >
            <KeyRound aria-hidden="true" className="text-muted-foreground" />
            {rich("Continue with {label}", { label: button.label })}
          </a>
        </Button>
      ))}
    </div>
  );
}
