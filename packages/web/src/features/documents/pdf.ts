import { getDocument, GlobalWorkerOptions, PasswordResponses, type PDFDocumentProxy } from "pdfjs-dist";
// oxlint-disable-next-line import/default -- an address that Vite makes of it
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;

/** Asked for a password; `wrong` when the one before did not open it. */
export type AskPassword = (give: (password: string) => void, wrong: boolean) => void;

/** Opens a PDF of this server. Scripts in it, forms and whatever it would fetch are not for us: only its pages are drawn. */
export function openPdf(url: string, ask: AskPassword): { opened: Promise<PDFDocumentProxy>; close: () => void } {
  const task = getDocument({
    url,
    enableXfa: false,
    disableAutoFetch: true,
    rangeChunkSize: 256 * 1024,
    useWasm: false,
    useSystemFonts: true,
    cMapUrl: "/pdf/cmaps/",
    cMapPacked: true,
    standardFontDataUrl: "/pdf/standard_fonts/",
    maxImageSize: 64 * 1024 * 1024,
  });
  task.onPassword = (give: (password: string) => void, reason: number) => ask(give, reason === PasswordResponses.INCORRECT_PASSWORD);
  return { opened: task.promise, close: () => void task.destroy() };
}

export interface Heading {
  title: string;
  level: number;
  page: number | null;
}

const MOST_HEADINGS = 500;

/** The outline of a document, as far as it leads to pages. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<Heading[]> {
  const found: Heading[] = [];
  type Items = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;
  async function add(items: Items | undefined, level: number): Promise<void> {
    for (const item of items ?? []) {
      if (found.length >= MOST_HEADINGS || level > 6) return;
      found.push({ title: item.title, level, page: await pageOf(pdf, item.dest) });
      await add(item.items as Items, level + 1);
    }
  }
  await add(await pdf.getOutline(), 0);
  return found;
}

async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  try {
    const found: unknown = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
    const first: unknown = Array.isArray(found) ? found[0] : null;
    if (typeof first === "number") return first + 1;
    return first === null || typeof first !== "object" ? null : (await pdf.getPageIndex(first as never)) + 1;
  } catch {
    return null;
  }
}
