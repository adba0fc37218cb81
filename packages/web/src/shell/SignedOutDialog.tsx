import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { overlayClass } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import * as Dialog from "radix-ui/dialog";
import { readMethods } from "@/features/session/methods";
import { SignIn, type StepFrameProps } from "@/features/session/SignIn";
import { infoQuery } from "@/lib/catalog";
import { checkSession, tellSignedIn } from "@/lib/session";

async function done() {
  tellSignedIn();
  await checkSession();
}

const stay = (event: Event) => event.preventDefault();

/** Over the page of somebody who was signed out in the middle of it. Everything on the page stays as it is. */
export default function SignedOutDialog() {
  const { data: info } = useQuery(infoQuery);
  if (!info) return null;
  const { pathname, search } = location;
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content
          onEscapeKeyDown={stay}
          onInteractOutside={stay}
          className="fixed left-1/2 top-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-100 -translate-x-1/2 -translate-y-1/2 animate-in overflow-y-auto rounded-2xl border border-border bg-card p-6 text-card-foreground shadow-pop focus:outline-none"
        >
          <SignIn
            apart
            methods={readMethods(info.auth.methods)}
            returnTo={pathname + search}
            onDone={() => void done()}
            Frame={Heading}
          />
          <div className="mt-4 text-center">
            <Button variant="link" size="inline" className="text-[0.8125rem]!" onClick={() => location.reload()}>
              {t("I am somebody else")}
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Heading({ isFirst, title, children }: StepFrameProps) {
  const name = useQuery(infoQuery).data?.user?.name;
  return (
    <>
      <Dialog.Title className="text-lg font-semibold tracking-tight">{isFirst ? t("You were signed out") : title}</Dialog.Title>
      <Dialog.Description className="mb-5 mt-1 text-sm leading-relaxed text-muted-foreground">
        {name ? t("Sign in again as {name}. What you were doing stays as it is.", { name }) : t("Sign in again. What you were doing stays as it is.")}
      </Dialog.Description>
      {children}
    </>
  );
}
