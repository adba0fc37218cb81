import { useQuery } from "@tanstack/react-query";
import { Badge } from "@verbatim/ui/badge";
import { Card } from "@verbatim/ui/card";
import { cn } from "@verbatim/ui/cn";
import { messageOf } from "@verbatim/ui/errors";
import { Pagination } from "@verbatim/ui/pagination";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useEffect, useRef, useState, type Ref } from "react";
import type { DocumentFile, Passage } from "@/lib/types";
import { findQuery, TEXT_PAGE, textQuery } from "./api";
import { litParts } from "./lit";
import { placeName } from "./place";

interface TextViewProps {
  document: DocumentFile;
  q: string;
  page: number | null;
  /** The piece that is opened. */
  passage: string | null;
}

/** Which part of the text to show: that with the piece that was asked for, which the search knows the place of. */
function useOpenedPart({ document, q, passage }: TextViewProps): [number, (part: number) => void] {
  const [chosen, setChosen] = useState<{ part: number; passage: string | null } | null>(null);
  const { data } = useQuery(findQuery(document.id, passage ? q : ""));
  const position = data?.results.find((hit) => hit.id === passage)?.position ?? 0;
  const part = chosen?.passage === passage ? chosen.part : Math.floor(position / TEXT_PAGE);
  return [part, (next) => setChosen({ part: next, passage })];
}

/** The text that was read of a document, each piece with its place; the words that were looked for are lit. */
export function TextView(props: TextViewProps) {
  const { document, q, page, passage } = props;
  const [part, setPart] = useOpenedPart(props);
  const { data, error, refetch } = useQuery(textQuery(document.id, part * TEXT_PAGE));
  const opened = useRef<HTMLLIElement>(null);
  const target = data?.items.find((item) => item.id === passage) ?? data?.items.find((item) => page !== null && item.page === page);
  const targetId = target?.id;
  useEffect(() => {
    if (targetId !== undefined) opened.current?.scrollIntoView({ block: "center" });
  }, [targetId]);
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-96 rounded-xl" />;
  if (data.total === 0) return <EmptyState title={t("No text")}>{document.status === "completed" ? t("No text was found in this document.") : t("Its text appears here as soon as it has been read.")}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <ol aria-label={t("Text")} className="divide-y divide-border">
          {data.items.map((item) => (
            <Piece key={item.id} ref={item === target ? opened : undefined} item={item} kind={document.kind} q={q} isOpened={item === target} />
          ))}
        </ol>
      </Card>
      {data.total > TEXT_PAGE && (
        <Pagination page={part + 1} totalPages={Math.ceil(data.total / TEXT_PAGE)} total={data.total} pageSize={TEXT_PAGE} noun="pieces" onPageChange={(next) => setPart(next - 1)} />
      )}
    </div>
  );
}

interface PieceProps {
  ref: Ref<HTMLLIElement> | undefined;
  item: Passage;
  kind: string;
  q: string;
  isOpened: boolean;
}

function Piece({ ref, item, kind, q, isOpened }: PieceProps) {
  return (
    <li ref={ref} aria-current={isOpened ? "location" : undefined} className={cn("grid gap-x-4 gap-y-1 px-5 py-3 sm:grid-cols-[7rem_minmax(0,1fr)]", isOpened && "bg-accent/50")}>
      <span className="text-xs leading-6 text-muted-foreground">
        <bdi>{placeName(item, kind)}</bdi>
        {item.confidence !== null && (
          <Badge tone="outline" className="ms-2">
            {rich("OCR, {confidence} % sure", { confidence: Math.round(item.confidence * 100) })}
          </Badge>
        )}
      </span>
      <p dir="auto" className="whitespace-pre-wrap text-[0.9375rem] leading-relaxed wrap-anywhere">
        {litParts(item.text, q).map((part, place) => {
          const key = `${place}`;
          return part.hit ? (
            <mark key={key} className="rounded-[3px] bg-highlight px-0.5 text-foreground">
              {part.text}
            </mark>
          ) : (
            <span key={key}>{part.text}</span>
          );
        })}
      </p>
    </li>
  );
}
