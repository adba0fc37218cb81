import { Skeleton } from "@verbatim/ui/skeleton";

const ROWS = ["w-full", "w-11/12", "w-4/5", "w-[97%]", "w-3/4", "w-5/6"];

export function RowsSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-7 px-3 pt-3">
      {ROWS.map((width) => (
        <div key={width} className="grid gap-3 md:grid-cols-[10.5rem_minmax(0,1fr)_4.25rem]">
          <Skeleton className="h-4 w-24" />
          <div className="flex flex-col gap-3">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-4 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  );
}

export function ReaderSkeleton() {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 pt-6 sm:px-6 lg:px-8 lg:pt-8">
      <Skeleton className="mb-3 h-4 w-24" />
      <Skeleton className="mb-2 h-8 w-80 max-w-full" />
      <Skeleton className="mb-8 h-4 w-56" />
      <RowsSkeleton />
    </div>
  );
}
