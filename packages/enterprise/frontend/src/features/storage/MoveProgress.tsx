import { Button } from "@verbatim/ui/button";
import { Notice } from "@verbatim/ui/notice";
import { Progress } from "@verbatim/ui/progress";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Section } from "@/components/Section";
import { isGoingOn, moveQuery, stopMoving, useRefreshStorage, type Location, type Move } from "./api";

/** The move that is going on, or what came of the last one. */
export function MoveProgress({ locations }: { locations: readonly Location[] }) {
  const { data: move } = useQuery(moveQuery);
  const refresh = useRefreshStorage();
  const stop = useMutation({ mutationFn: stopMoving, onSuccess: refresh });
  const going = isGoingOn(move);
  const before = useRef(going);
  useEffect(() => {
    if (before.current && !going) void refresh();
    before.current = going;
  }, [going, refresh]);
  if (!move || move.status === "none") return null;
  const nameOf = (id: string | null | undefined) => locations.find((one) => one.id === id)?.name ?? t("a location that is gone");
  const title = t("From {source} to {target}", { source: nameOf(move.source), target: nameOf(move.target) });
  return (
    <Section title={t("Moving files")} purpose={title} actions={going && <Button pending={stop.isPending} onClick={() => stop.mutate()}>{t("Stop")}</Button>}>
      {going ? (
        <div className="flex flex-col gap-2">
          <Progress value={move.progress} label={title} />
          <p className="text-sm text-muted-foreground" aria-live="polite">
            {move.stage ?? t("About to begin")}
          </p>
        </div>
      ) : (
        <Outcome move={move} />
      )}
    </Section>
  );
}

function Outcome({ move }: { move: Move }) {
  if (move.status === "cancelled") return <Notice>{t("It was stopped. What was moved by then stays where it is now.")}</Notice>;
  if (move.status === "failed") return <Notice tone="danger">{rich("{error} Move again to go on with what is left.", { error: move.error ?? t("It failed.") })}</Notice>;
  const left = move.later + move.failed;
  const problems = move.problems ?? [];
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={left ? "danger" : "success"}>
        {left ? t("{moved} moved, {left} left where they were: move again to try once more.", { moved: plural(move.moved, { one: "{count} file", other: "{count} files" }), left: plural(left, { one: "{count} file", other: "{count} files" }) }) : t("{moved} moved.", { moved: plural(move.moved, { one: "{count} file", other: "{count} files" }) })}
      </Notice>
      {problems.length > 0 && (
        <ul className="flex flex-col gap-1 text-sm" aria-label={t("Files that were not moved")}>
          {problems.map(({ id, key, detail }) => (
            <li key={id}>
              <span className="break-all font-medium">{key}</span>: {detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
