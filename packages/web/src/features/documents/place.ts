import type { Passage } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

type Place = Pick<Passage, "page" | "sheet" | "row" | "paragraph">;

/** Where a piece of a document stands, in words; what counts for its kind of document. */
export function placeName({ page, sheet, row, paragraph }: Place, kind = ""): string {
  if (sheet) return row === null ? sheet : t("{sheet}, row {row}", { sheet, row });
  if (row !== null) return t("Row {row}", { row });
  if (page !== null) return `${kind === "pptx" ? t("Slide") : t("Page")} ${page}`;
  return paragraph === null ? "" : t("Paragraph {paragraph}", { paragraph });
}

/** The address at which a document opens at a place, with the words that were looked for lit. */
export function documentPath(id: string, place: Place | null, q = "", passage = ""): string {
  const params = new URLSearchParams();
  if (place?.page) params.set("page", String(place.page));
  if (passage) params.set("at", passage);
  if (q) params.set("q", q);
  const query = params.toString();
  return `/documents/${id}${query ? `?${query}` : ""}`;
}
