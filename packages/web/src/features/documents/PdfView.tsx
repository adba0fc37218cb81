import { Card } from "@verbatim/ui/card";
import { IconButton } from "@verbatim/ui/icon-button";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { openPdf } from "./pdf";
import { Outline, Password } from "./PdfParts";

interface PdfViewProps {
  url: string;
  title: string;
  page: number;
  onPage: (page: number) => void;
}

interface Opening {
  pdf: PDFDocumentProxy | null;
  failed: boolean;
  ask: { give: (password: string) => void; wrong: boolean } | null;
}

function useOpened(url: string): Opening {
  const [opening, setOpening] = useState<Opening>({ pdf: null, failed: false, ask: null });
  useEffect(() => {
    let left = false;
    const { opened, close } = openPdf(url, (give, wrong) => !left && setOpening((now) => ({ ...now, ask: { give, wrong } })));
    opened.then(
      (pdf) => !left && setOpening({ pdf, failed: false, ask: null }),
      () => !left && setOpening({ pdf: null, failed: true, ask: null }),
    );
    return () => {
      left = true;
      close();
    };
  }, [url]);
  return opening;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const FITTING = 2;

/** The pages of a PDF, one at a time, with its outline. */
export default function PdfView({ url, title, page, onPage }: PdfViewProps) {
  const { pdf, failed, ask } = useOpened(url);
  const [zoom, setZoom] = useState<number>(FITTING);
  if (failed) return <Notice tone="danger">{t("The pages of this document cannot be drawn here. Its text, as far as it could be read, is under Text; the file itself can be downloaded.")}</Notice>;
  if (ask) return <Password key={ask.wrong ? "again" : "first"} {...ask} />;
  if (!pdf) return <Skeleton className="h-[70vh] rounded-xl" />;
  const count = pdf.numPages;
  const at = Math.min(Math.max(page, 1), count);
  return (
    <div className="flex flex-col gap-3">
      <div role="toolbar" aria-label={t("Pages")} className="flex flex-wrap items-center gap-2 text-sm">
        <IconButton label={t("Previous page")} disabled={at <= 1} onClick={() => onPage(at - 1)}>
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <label className="flex items-center gap-2 tabular-nums">
          {t("Page")}
          <input
            type="number"
            min={1}
            max={count}
            key={at}
            defaultValue={at}
            onKeyDown={(event) => event.key === "Enter" && onPage(Math.min(Math.max(Math.trunc(event.currentTarget.valueAsNumber) || at, 1), count))}
            className="h-8 w-18 rounded-md border border-input/60 bg-card px-2 text-sm"
          />
          {rich("of {count}", { count })}
        </label>
        <IconButton label={t("Next page")} disabled={at >= count} onClick={() => onPage(at + 1)}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <span className="ms-auto flex">
          <IconButton label={t("Smaller")} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            <ZoomOut aria-hidden="true" />
          </IconButton>
          <IconButton label={t("Larger")} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
            <ZoomIn aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <Outline pdf={pdf} onPage={onPage} />
      <PageCanvas pdf={pdf} page={at} zoom={ZOOMS[zoom] ?? 1} label={t("Page {at} of {title}", { at, title })} />
    </div>
  );
}

function PageCanvas({ pdf, page, zoom, label }: { pdf: PDFDocumentProxy; page: number; zoom: number; label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    let left = false;
    let stop: (() => void) | undefined;
    async function draw(into: HTMLDivElement) {
      const shown = await pdf.getPage(page);
      const natural = shown.getViewport({ scale: 1 });
      const scale = (Math.max(240, into.clientWidth) / natural.width) * zoom;
      const sharp = Math.min(window.devicePixelRatio || 1, 2, Math.sqrt(16_000_000 / (natural.width * natural.height * scale * scale)));
      const viewport = shown.getViewport({ scale: scale * sharp });
      const canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      canvas.style.width = `${Math.floor(viewport.width / sharp)}px`;
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", label);
      canvas.dataset.page = `${page}`;
      const task = shown.render({ canvas, viewport });
      stop = () => task.cancel();
      await task.promise;
      if (left) return;
      into.replaceChildren(canvas);
      setDrawn("");
    }
    draw(place).catch((reason: unknown) => {
      if (!left && !(reason instanceof Error && reason.name === "RenderingCancelledException")) setDrawn(t("This page cannot be drawn; its text is under Text."));
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [pdf, page, zoom, label]);
  return (
    <Card className="overflow-auto">
      {drawn && (
        <p role="alert" className="p-4 text-sm text-destructive">
          {drawn}
        </p>
      )}
      {/* What scrolls must be reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={frame} tabIndex={0} role="group" aria-label={t("Page")} className="min-h-64 bg-white" />
    </Card>
  );
}
