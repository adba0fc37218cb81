import { api, unwrap, type Schemas } from "@/lib/client";
import { t } from "@verbatim/ui/texts";

export type Imported = Schemas["PeopleImported"];

/** As the server: a longer file would be refused anyway. */
export const MOST_LETTERS = 300_000;

export const importPeople = (body: { csv: string; apply: boolean; invite: boolean; seal?: string }) => unwrap(api.POST("/api/admin/people/import", { body: { seal: null, ...body } }));

export const handOver = (user_id: string, to_user_id: string) => unwrap(api.POST("/api/admin/people/{user_id}/hand-over", { params: { path: { user_id } }, body: { to_user_id } }));

export const EXAMPLE = "email,display_name,role,status,teams\nnina@example.org,Nina Berg,user,active,Radio: member; Archive: viewer\n";

/** What a file does, or would do, in a sentence. */
export function summary({ applied, changes, problems }: Pick<Imported, "applied" | "changes" | "problems">): string {
  const people = (count: number) => `${count} ${count === 1 ? "person" : "people"}`;
  if (problems > 0) return t("{people} cannot be taken in, so nothing is done. Mend these lines, and choose the file again.", { people: people(problems) });
  if (changes === 0) return t("Everything is as the file says already.");
  return applied ? t("Done: {people} changed.", { people: people(changes) }) : t("{people} would change. Nothing is done yet.", { people: people(changes) });
}
