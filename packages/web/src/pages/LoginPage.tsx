import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { useTitle } from "@/components/Page";
import { PlainFrame } from "@/components/PlainFrame";
import { tellSignedIn } from "@/lib/session";

/** `/login` for whoever is signed in: on to where they wanted, or, in a window of its own, back to the one that waits. */
export default function LoginPage({ wanted }: { wanted: string }) {
  const { search } = useLocation();
  return new URLSearchParams(search).has("done") ? <Done /> : <Navigate to={wanted} replace />;
}

function Done() {
  useTitle(t("Signed in"));
  useEffect(() => {
    tellSignedIn();
    window.close(); // does nothing in a window that no script opened
  }, []);
  return (
    <PlainFrame>
      <h1 className="mb-5 text-2xl font-semibold tracking-tight">{t("You are signed in")}</h1>
      <Notice tone="success">{t("Close this window to go back to your work.")}</Notice>
    </PlainFrame>
  );
}
