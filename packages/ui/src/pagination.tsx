import { count } from "./format";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "./button";
import { t } from "./texts";
import { rich } from "./rich";

interface PaginationProps {
  page: number;
  totalPages: number;
  total: number;
  pageSize: number;
  /** What is counted, in the plural: "recordings". */
  noun: string;
  capped?: boolean;
  onPageChange: (page: number) => void;
}

export function Pagination({ page, totalPages, total, pageSize, noun, capped, onPageChange }: PaginationProps) {
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const last = capped ? page * pageSize : Math.min(total, page * pageSize);
  return (
    <nav aria-label={t("Pages of {noun}", { noun })} className="flex flex-wrap items-center justify-between gap-3 text-[0.8125rem] text-muted-foreground">
      <p>
        {rich(capped ? t("{range} of more than {total} {noun}") : t("{range} of {total} {noun}"), {
          range: <span className="tabular-nums">{`${count(first)}–${count(last)}`}</span>,
          total: <span className="tabular-nums">{count(total)}</span>,
          noun,
        })}
      </p>
      <div className="flex items-center gap-2">
        <Button size="sm" disabled={page <= 1} onClick={() => onPageChange(page - 1)}>
          <ChevronLeft aria-hidden="true" />
          {t("Previous")}
        </Button>
        <Button size="sm" disabled={page >= totalPages} onClick={() => onPageChange(page + 1)}>
          {t("Next")}
          <ChevronRight aria-hidden="true" />
        </Button>
      </div>
    </nav>
  );
}
