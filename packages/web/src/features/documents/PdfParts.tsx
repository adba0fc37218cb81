import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { PasswordInput } from "@verbatim/ui/password-input";
import { t } from "@verbatim/ui/texts";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState, type SubmitEvent } from "react";
import { outlineOf, type Heading } from "./pdf";

/** A protected PDF asks here; what is typed goes to the program that draws it, and nowhere else. */
export function Password({ give, wrong }: { give: (password: string) => void; wrong: boolean }) {
  const [password, setPassword] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    give(password);
  };
  return (
    <Card className="p-6">
      <form onSubmit={submit} className="flex max-w-sm flex-col gap-3">
        <label htmlFor="pdf-password" className="text-sm font-medium">
          {t("Password to see the pages")}
        </label>
        <PasswordInput id="pdf-password" autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />
        {wrong && (
          <p role="alert" className="text-xs text-destructive">
            {t("This password does not open the document; try another.")}
          </p>
        )}
        <p className="text-xs text-muted-foreground">{t("It stays in this browser, and is forgotten with this page.")}</p>
        <Button type="submit" variant="primary" className="self-start" disabled={password === ""}>
          {t("Show the pages")}
        </Button>
      </form>
    </Card>
  );
}

export function Outline({ pdf, onPage }: { pdf: PDFDocumentProxy; onPage: (page: number) => void }) {
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  useEffect(() => {
    let left = false;
    outlineOf(pdf).then(
      (found) => !left && setHeadings(found),
      () => undefined, // without an outline there is none to show
    );
    return () => {
      left = true;
    };
  }, [pdf]);
  if (headings.length === 0) return null;
  return (
    <details className="rounded-lg border border-border bg-card px-4 py-2 text-sm">
      <summary className="font-medium">{t("Outline")}</summary>
      <ul className="mt-2 flex max-h-64 flex-col gap-1 overflow-y-auto">
        {headings.map((heading, place) => {
          const key = `${place}`;
          return (
            <li key={key} style={{ paddingInlineStart: `${heading.level}rem` }}>
              <button type="button" dir="auto" disabled={heading.page === null} onClick={() => heading.page !== null && onPage(heading.page)} className="text-start hover:text-primary hover:underline">
                {heading.title}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
