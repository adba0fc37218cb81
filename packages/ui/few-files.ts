/*
 * How a front end is cut into files: few, because each costs a round trip on a busy server, and none that its page does not need.
 * The bundler can merge small files by itself, but then files may need one another in a circle, which breaks at random.
 */

interface Graph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** Names `name` for everything that the modules in `starts` need before anything is fetched late. */
export function neededBy(name: string, starts: readonly string[]) {
  const needed = new Set<string>();
  return (id: string, graph: Graph): string | null => {
    if (needed.size === 0) for (const start of starts) walk(start, graph, needed);
    return needed.has(id) ? name : null;
  };
}

/** The same, and for what each of several `pages` needs: none of them fetches then what is another's alone. */
export function neededByAll(name: string, starts: readonly string[], pages: readonly (readonly string[])[]) {
  const always = neededBy(name, starts);
  const each = pages.map((page) => neededBy(name, page));
  return (id: string, graph: Graph): string | null => always(id, graph) ?? (each.every((needed) => needed(id, graph)) ? name : null);
}

function walk(id: string, graph: Graph, seen: Set<string>): void {
  if (seen.has(id)) return;
  seen.add(id);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) walk(next, graph, seen);
}
