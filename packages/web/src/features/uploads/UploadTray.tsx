import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { Progress } from "@verbatim/ui/progress";
import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, Clock, RotateCcw, Upload, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "react-router";
import { bytes, plural } from "@verbatim/ui/format";
import { placeOf, type UploadItem } from "./queue";
import { uploads, useUploads } from "./uploads";

function summary(items: readonly UploadItem[]): string {
  const open = items.filter((item) => ["waiting", "sending", "finishing"].includes(item.state)).length;
  const failed = items.filter((item) => item.state === "failed").length;
  if (open > 0) return `Uploading ${plural(open, "file")}`;
  if (failed > 0) return `${plural(failed, "upload")} failed`;
  const done = items.filter((item) => item.state === "done").length;
  return done > 0 ? `${plural(done, "file")} uploaded` : "Uploads cancelled";
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

/** Uploads in progress, on every page, until they are dismissed or need no attention any more. */
export default function UploadTray() {
  const items = useUploads();
  const [open, setOpen] = useState(true);
  useForgottenAfter(items);
  if (items.length === 0) return null;
  const busy = uploads.busy;
  const sent = items.reduce((sum, item) => sum + item.progress * item.file.size, 0);
  const size = items.reduce((sum, item) => sum + (item.state === "cancelled" || item.state === "failed" ? 0 : item.file.size), 0);

  return (
    <section
      aria-label="Uploads"
      className="fixed bottom-[calc(1rem+var(--dock,0px))] right-4 z-40 w-[min(23rem,calc(100vw-2rem))] animate-slide overflow-hidden rounded-xl border border-border bg-card shadow-pop"
    >
      <header className="flex items-center gap-2 py-2 pl-4 pr-2">
        <p role="status" className="flex-1 truncate text-sm font-medium">
          {summary(items)}
        </p>
        {!busy && (
          <Button size="sm" variant="subtle" onClick={() => uploads.clear()}>
            Clear
          </Button>
        )}
        <IconButton label={open ? "Hide uploads" : "Show uploads"} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
        </IconButton>
      </header>
      {busy && !open && <Progress value={size > 0 ? (100 * sent) / size : null} label="All uploads" className="rounded-none" />}
      {open && (
        <ul className="max-h-72 divide-y divide-border overflow-y-auto border-t border-border">
          {items.map((item) => (
            <UploadRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function UploadRow({ item }: { item: UploadItem }) {
  const over = item.state === "failed" || item.state === "cancelled";
  return (
    <li className="flex items-start gap-3 py-2.5 pl-4 pr-2">
      <StateIcon item={item} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm" title={item.file.name}>
          {item.path ? (
            <Link dir="auto" to={item.path} className="font-medium hover:text-primary hover:underline">
              {item.file.name}
            </Link>
          ) : (
            item.file.name
          )}
        </p>
        <UploadNote item={item} />
      </div>
      {over && (
        <IconButton label={`Upload ${item.file.name} again`} onClick={() => uploads.retry(item.id)}>
          <RotateCcw aria-hidden="true" />
        </IconButton>
      )}
      {over || item.state === "done" ? (
        <IconButton label={`Dismiss ${item.file.name}`} onClick={() => uploads.dismiss(item.id)}>
          <X aria-hidden="true" />
        </IconButton>
      ) : (
        <IconButton label={`Cancel the upload of ${item.file.name}`} onClick={() => uploads.cancel(item.id)}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}

function StateIcon({ item }: { item: UploadItem }) {
  const look = "mt-0.5 size-4 shrink-0";
  if (item.state === "done") return <CircleCheck aria-hidden="true" className={`${look} text-success`} />;
  if (item.state === "failed") return <CircleAlert aria-hidden="true" className={`${look} text-destructive`} />;
  if (item.state === "waiting") return <Clock aria-hidden="true" className={`${look} text-muted-foreground`} />;
  return <Upload aria-hidden="true" className={`${look} text-primary`} />;
}

function UploadNote({ item }: { item: UploadItem }) {
  const note = "mt-0.5 text-xs text-muted-foreground";
  if (item.state === "failed") return <p className="mt-0.5 text-xs text-destructive">{item.error}</p>;
  if (item.state === "cancelled") return <p className={note}>Cancelled</p>;
  if (item.state === "waiting") return <p className={note}>Waiting · {bytes(item.file.size)}</p>;
  if (item.state === "done" && item.duplicateOf) {
    return (
      <p className={note}>
        The same file as{" "}
        <Link dir="auto" to={`${placeOf(item.file.name)}/${item.duplicateOf.id}`} className="font-medium text-primary underline underline-offset-2">
          {item.duplicateOf.title}
        </Link>
      </p>
    );
  }
  if (item.state === "done") return <p className={note}>Uploaded</p>;
  const percent = Math.round(item.progress * 100);
  return (
    <>
      <Progress value={item.state === "finishing" ? null : percent} label={`Upload of ${item.file.name}`} className="mt-1.5" />
      <p className="mt-1 text-xs tabular-nums text-muted-foreground">{item.state === "finishing" ? "Checking the file" : `${percent} % of ${bytes(item.file.size)}`}</p>
    </>
  );
}
