import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { Checkbox } from "@verbatim/ui/checkbox";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Pagination } from "@verbatim/ui/pagination";
import { SearchField } from "@verbatim/ui/search-field";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { RotateCcw, SearchX, Trash2 } from "lucide-react";
import { useCallback, useState, type ReactNode } from "react";
import { Page } from "@/components/Page";
import { TRASH_PAGE, trashQuery, usePurge } from "@/features/trash/api";
import { TrashList } from "@/features/trash/TrashList";
import { daysOf, useRestore } from "@/features/trash/undo";
import { useTrashDays } from "@/lib/catalog";
import type { TrashedItem } from "@/lib/types";
import { useUrlState, wholeNumber } from "@/lib/url-state";

const NOTHING: ReadonlySet<string> = new Set();

export default function TrashPage() {
  const [params, set] = useUrlState();
  const search = params.get("q") ?? "";
  const page = wholeNumber(params.get("page"), 1);
  const days = useTrashDays();
  const { data, error, dataUpdatedAt, refetch } = useQuery(trashQuery(search, page));
  const [chosen, setChosen] = useState(NOTHING);
  const [purging, setPurging] = useState<readonly TrashedItem[] | "all" | null>(null);
  const restore = useRestore();
  const items = data?.items ?? [];
  const selected = items.filter(({ id }) => chosen.has(id));
  const onSearch = useCallback((q: string) => set({ q, page: null }, { replace: true }), [set]);

  function choose(ids: readonly string[], on: boolean) {
    const next = new Set(chosen);
    for (const id of ids) if (on) next.add(id); else next.delete(id);
    setChosen(next);
  }

  const bringBack = (ids: readonly string[]) =>
    restore.mutate(ids, {
      onSuccess: (count) => (toast("success", t("{count} restored", { count: plural(count, { one: "{count} item", other: "{count} items" }) })), setChosen(NOTHING)),
      onError: (reason) => toast("error", t("Nothing was restored"), { detail: messageOf(reason) }),
    });

  let content: ReactNode;
  if (error && !data) content = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!data) content = <Waiting />;
  else if (items.length > 0) {
    content = (
      <>
        <div className="flex h-10 items-center gap-3 border-b border-border px-4 text-xs text-muted-foreground">
          <Checkbox
            label={t("Select all on this page")}
            checked={selected.length === items.length || (selected.length > 0 && "indeterminate")}
            onCheckedChange={(on) => choose(items.map(({ id }) => id), on)}
          />
          <span role="status" className="flex-1">{selected.length > 0 ? t("{selected} selected", { selected: selected.length }) : t("Title")}</span>
          {selected.length > 0 && <Chosen items={selected} onRestore={bringBack} onPurge={setPurging} />}
        </div>
        <TrashList items={items} now={dataUpdatedAt} chosen={chosen} onChoose={choose} onRestore={bringBack} onPurge={setPurging} />
      </>
    );
  } else if (search) content = <EmptyState icon={<SearchX aria-hidden="true" />} title={t("Nothing in the trash matches")} action={<Button onClick={() => set({ q: null, page: null })}>{t("Clear the search")}</Button>} />;
  else content = <EmptyState icon={<Trash2 aria-hidden="true" />} title={t("The trash is empty")}>{days > 0 ? t("What you delete lies here for {days}, and can be restored.", { days: daysOf(days) }) : t("This server keeps no trash: what is deleted is gone at once.")}</EmptyState>;

  return (
    <Page
      title={t("Trash")}
      purpose={days > 0 ? t("What was deleted can be restored for {days}; then it is gone for ever.", { days: daysOf(days) }) : t("What was deleted before the trash was turned off.")}
      actions={data && data.total > 0 && !search && <Button variant="ghost" className="text-destructive" onClick={() => setPurging("all")}><Trash2 aria-hidden="true" />{t("Empty the trash")}</Button>}
    >
      <div className="flex flex-col gap-4">
        {(search || (data?.total ?? 0) > 0) && <SearchField label={t("Search the trash")} value={search} onChange={onSearch} className="max-w-md" />}
        <Card className="overflow-hidden" aria-busy={!data && !error}>{content}</Card>
        {data && data.total_pages > 1 && <Pagination page={page} totalPages={data.total_pages} total={data.total} pageSize={TRASH_PAGE} noun="items" onPageChange={(next) => set({ page: next > 1 ? next : null })} />}
      </div>
      <PurgeDialog what={purging} onClose={() => setPurging(null)} onDone={() => setChosen(NOTHING)} />
    </Page>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-3 p-4">
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} className="h-5 w-full" />
      ))}
    </div>
  );
}

function Chosen({ items, onRestore, onPurge }: { items: readonly TrashedItem[]; onRestore: (ids: readonly string[]) => void; onPurge: (items: readonly TrashedItem[]) => void }) {
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => onRestore(items.map(({ id }) => id))}>
        <RotateCcw aria-hidden="true" />
        {t("Restore")}
      </Button>
      <Button size="sm" variant="ghost" className="text-destructive" onClick={() => onPurge(items)}>
        <Trash2 aria-hidden="true" />
        {t("Delete for ever")}
      </Button>
    </>
  );
}

function PurgeDialog({ what, onClose, onDone }: { what: readonly TrashedItem[] | "all" | null; onClose: () => void; onDone: () => void }) {
  const purge = usePurge();
  const named = what === "all" || what === null ? t("everything in the trash") : what.length === 1 ? `“${what[0]?.title}”` : plural(what.length, { one: "{count} item", other: "{count} items" });
  return (
    <ConfirmDialog
      open={what !== null}
      onOpenChange={onClose}
      title={t("Delete {named} for ever?", { named })}
      description={t("The files, the transcripts with their corrections and the notes are gone then. This cannot be undone. What is under legal hold stays.")}
      confirmLabel={t("Delete for ever")}
      onConfirm={async () => {
        const { count, left } = await purge.mutateAsync(what === "all" ? null : (what ?? []).map(({ id }) => id));
        toast("success", t("{count} deleted for ever", { count: plural(count, { one: "{count} item", other: "{count} items" }) }), left > 0 ? { detail: t("{count} under legal hold stay.", { count: plural(left, { one: "{count} item", other: "{count} items" }) }) } : {});
        onDone();
      }}
    />
  );
}
