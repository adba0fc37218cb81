import { useQuery } from "@tanstack/react-query";
import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { infoQuery, useMaxUploadBytes } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { bytes } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "–");

export function About() {
  const { data, error, refetch } = useQuery(infoQuery);
  const most = useMaxUploadBytes();
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-48 rounded-xl" />;
  const rows: [string, string][] = [
    [t("Version"), text(data.version)],
    [t("API version"), text(data.api_version)],
    [t("Mode"), text(data.mode)],
    [t("Largest upload"), most === null ? "–" : bytes(most)],
  ];
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <dl className="divide-y divide-border text-sm">
          {rows.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-4 px-5 py-3">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <p className="text-sm text-muted-foreground">
        {rich("Verbatim is free software under the Apache License 2.0. Its programming interface is described at {link}", { link: <a href="/docs" className="font-medium text-primary underline underline-offset-2">
          /docs
        </a> })}
        .
      </p>
    </div>
  );
}
