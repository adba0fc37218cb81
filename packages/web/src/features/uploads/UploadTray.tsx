import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { Progress } from "@verbatim/ui/progress";
import { plural, t } from "@verbatim/ui/texts";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { UploadItem, UploadState } from "./queue";
import { UnfinishedRow } from "./UnfinishedRow";
import { UploadRow } from "./UploadRow";
import { useUnfinished } from "./unfinished";
import { uploads, useUploads } from "./uploads";

const OPEN: ReadonlySet<UploadState> = new Set(["waiting", "looking", "sending", "finishing"]);

function summary(items: readonly UploadItem[], unfinished: number): string {
  const open = items.filter((item) => OPEN.has(item.state)).length;
  const failed = items.filter((item) => item.state === "failed").length;
  if (open > 0) return t("Uploading {count}", { count: plural(open, { one: "{count} file", other: "{count} files" }) });
  if (failed > 0) return t("{count} failed", { count: plural(failed, { one: "{count} upload", other: "{count} uploads" }) });
  const done = items.filter((item) => item.state === "done").length;
  const same = items.filter((item) => item.state === "same").length;
  const paused = items.filter((item) => item.state === "paused").length;
  if (paused > 0) return t("{count} paused", { count: plural(paused, { one: "{count} upload", other: "{count} uploads" }) });
  if (same > 0) return t("{count} here already", { count: plural(same, { one: "{count} file", other: "{count} files" }) });
  if (items.length === 0) return plural(unfinished, { one: "{count} unfinished upload", other: "{count} unfinished uploads" });
  return done > 0 ? t("{count} uploaded", { count: plural(done, { one: "{count} file", other: "{count} files" }) }) : t("Uploads cancelled");
}

/** Forgets uploads that all went well as soon as the reader goes on to another page, where they would only cover something. */
function useForgottenAfter(items: readonly UploadItem[]): void {
  const { pathname } = useLocation();
  const place = useRef(pathname);
  const wentWell = items.length > 0 && items.every((item) => item.state === "done" && !item.duplicateOf);
  useEffect(() => {
    if (place.current !== pathname && wentWell) uploads.clear();
    place.current = pathname;
  }, [pathname, wentWell]);
}

/** What failed wants somebody, so it stands on top; the others stay in their order. */
const failedFirst = (items: readonly UploadItem[]): readonly UploadItem[] => [
  ...items.filter(({ state }) => state === "failed"),
  ...items.filter(({ state }) => state !== "failed"),
];

/** Uploads in progress, on every page, until they are dismissed or need no attention any more. */
export default function UploadTray() {
  const items = useUploads();
  const [open, setOpen] = useState(true);
  const unfinished = useUnfinished();
  useForgottenAfter(items);
  if (items.length === 0 && unfinished.length === 0) return null;
  const busy = uploads.busy;
  const sent = items.reduce((sum, item) => sum + item.progress * item.file.size, 0);
  const size = items.reduce((sum, item) => sum + (item.state === "cancelled" || item.state === "failed" ? 0 : item.file.size), 0);

  return (
    <section
      aria-label={t("Uploads")}
      className="animate-slide overflow-hidden rounded-xl border border-border bg-card shadow-pop"
    >
      <header className="flex items-center gap-2 py-2 pl-4 pr-2">
        <p role="status" className="flex-1 truncate text-sm font-medium">
          {summary(items, unfinished.length)}
        </p>
        {!busy && items.length > 0 && (
          <Button size="sm" variant="subtle" onClick={() => uploads.clear()}>
            {t("Clear")}
          </Button>
        )}
        <IconButton label={open ? t("Hide uploads") : t("Show uploads")} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
        </IconButton>
      </header>
      {busy && !open && <Progress value={size > 0 ? (100 * sent) / size : null} label={t("All uploads")} className="rounded-none" />}
      {open && (
        <ul className="max-h-72 divide-y divide-border overflow-y-auto border-t border-border">
          {failedFirst(items).map((item) => (
            <UploadRow key={item.id} item={item} />
          ))}
          {unfinished.map((upload) => (
            <UnfinishedRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  );
}
