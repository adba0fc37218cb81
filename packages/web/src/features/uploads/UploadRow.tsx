import { Button } from "@verbatim/ui/button";
import { bytes } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { Progress } from "@verbatim/ui/progress";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { CircleAlert, CircleCheck, CirclePause, Clock, Copy, Pause, Play, RotateCcw, Upload, X } from "lucide-react";
import { Link } from "react-router";
import { canPause, placeOf, type UploadItem } from "./queue";
import { uploads } from "./uploads";

const LOOK = "mt-0.5 size-4 shrink-0";
const NOTE = "mt-0.5 text-xs text-muted-foreground";

export function UploadRow({ item }: { item: UploadItem }) {
  return (
    <li className="flex items-start gap-3 py-2.5 pl-4 pr-2">
      <StateIcon item={item} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-sm" title={item.file.name}>
          {item.path ? (
            <Link to={item.path} className="font-medium hover:text-primary hover:underline">
              {item.file.name}
            </Link>
          ) : (
            item.file.name
          )}
        </p>
        <UploadNote item={item} />
      </div>
      <Controls item={item} />
    </li>
  );
}

function Controls({ item }: { item: UploadItem }) {
  const { id, state, file } = item;
  const over = state === "failed" || state === "cancelled";
  return (
    <>
      {over && (
        <IconButton label={t("Upload {file} again", { file: file.name })} onClick={() => uploads.retry(id)}>
          <RotateCcw aria-hidden="true" />
        </IconButton>
      )}
      {state === "sending" && canPause(item) && (
        <IconButton label={t("Pause the upload of {file}", { file: file.name })} onClick={() => uploads.pause(id)}>
          <Pause aria-hidden="true" />
        </IconButton>
      )}
      {state === "paused" && (
        <IconButton label={t("Go on with the upload of {file}", { file: file.name })} onClick={() => uploads.retry(id)}>
          <Play aria-hidden="true" />
        </IconButton>
      )}
      {over || state === "done" || state === "same" ? (
        <IconButton label={t("Dismiss {file}", { file: file.name })} onClick={() => uploads.dismiss(id)}>
          <X aria-hidden="true" />
        </IconButton>
      ) : (
        <IconButton label={t("Cancel the upload of {file}", { file: file.name })} onClick={() => uploads.cancel(id)}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </>
  );
}

function StateIcon({ item: { state } }: { item: UploadItem }) {
  if (state === "done") return <CircleCheck aria-hidden="true" className={`${LOOK} text-success`} />;
  if (state === "failed") return <CircleAlert aria-hidden="true" className={`${LOOK} text-destructive`} />;
  if (state === "waiting" || state === "looking") return <Clock aria-hidden="true" className={`${LOOK} text-muted-foreground`} />;
  if (state === "paused") return <CirclePause aria-hidden="true" className={`${LOOK} text-muted-foreground`} />;
  if (state === "same") return <Copy aria-hidden="true" className={`${LOOK} text-muted-foreground`} />;
  return <Upload aria-hidden="true" className={`${LOOK} text-primary`} />;
}

function UploadNote({ item }: { item: UploadItem }) {
  const { state, file } = item;
  const percent = Math.round(item.progress * 100);
  if (state === "failed") return <p className="mt-0.5 text-xs text-destructive">{item.error}</p>;
  if (state === "cancelled") return <p className={NOTE}>{t("Cancelled")}</p>;
  if (state === "waiting") return <p className={NOTE}>{rich("Waiting · {size}", { size: bytes(file.size) })}</p>;
  if (state === "looking") return <p className={NOTE}>{t("Looking whether it is here already")}</p>;
  if (state === "paused") return <p className={NOTE}>{t("Paused at {percent} % of {size}", { percent, size: bytes(file.size) })}</p>;
  if (item.duplicateOf) return <SameAs item={item} />;
  if (state === "done") return <p className={NOTE}>{t("Uploaded")}</p>;
  return (
    <>
      <Progress value={state === "finishing" ? null : percent} label={t("Upload of {file}", { file: file.name })} className="mt-1.5" />
      <p className="mt-1 text-xs tabular-nums text-muted-foreground">{state === "finishing" ? t("Checking the file") : t("{percent} % of {size}", { percent, size: bytes(file.size) })}</p>
    </>
  );
}

function SameAs({ item: { id, file, state, duplicateOf } }: { item: UploadItem }) {
  if (!duplicateOf) return null;
  return (
    <>
      <p className={NOTE}>
        {state === "same" && t("Not sent: ")}
        {state === "same" ? t("the same file as ") : t("The same file as ")}
        <Link dir="auto" to={`${placeOf(file.name)}/${duplicateOf.id}`} className="font-medium text-primary underline underline-offset-2">
          {duplicateOf.title}
        </Link>
      </p>
      {state === "same" && (
        <Button size="sm" variant="outline" className="mt-1.5" aria-label={t("Upload all the same: {file}", { file: file.name })} onClick={() => uploads.retry(id)}>
          {t("Upload all the same")}
        </Button>
      )}
    </>
  );
}
