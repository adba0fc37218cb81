import { readFileSync, writeFileSync } from "node:fs";
import { ROOT, sources } from "./files.mjs";
import { Finder } from "./find.mjs";

const MODULES = { t: "texts", rich: "rich", plural: "texts" };

/** `plural` stood among the formats once. */
function withoutOldPlural(text) {
  return text.replace(/import \{ ([^}]*) \} from "([^"]*\/format)";\n/, (line, names, module) => {
    const left = names.split(", ").filter((name) => name !== "plural");
    return left.length === 0 ? "" : `import { ${left.join(", ")} } from "${module}";\n`;
  });
}

/** The file with imports of what its sentences need now. */
function withImports(path, text, used) {
  const from = path.startsWith("packages/ui/") ? "./" : "@verbatim/ui/";
  let out = used.has("plural") ? withoutOldPlural(text) : text;
  for (const module of ["texts", "rich"]) {
    const names = [...used].filter((name) => MODULES[name] === module);
    if (names.length === 0) continue;
    const present = new RegExp(`import \\{ ([^}]*) \\} from "${from}${module}";`).exec(out);
    if (present) {
      const all = [...new Set([...present[1].split(", "), ...names])].toSorted();
      out = out.replace(present[0], `import { ${all.join(", ")} } from "${from}${module}";`);
      continue;
    }
    const line = `import { ${names.toSorted().join(", ")} } from "${from}${module}";\n`;
    const imports = [...out.matchAll(/^import [^;]*?;\n/gm)];
    const near = imports.findLast((one) => one[0].includes(`"${from}`) && !one[0].includes("../")) ?? imports.at(-1);
    const at = near ? near.index + near[0].length : 0;
    out = out.slice(0, at) + line + out.slice(at);
  }
  return out;
}

/** Wraps what stands in the code alone, in every front end or in the files named. Returns how many there were. */
export function wrapAll(wanted, check) {
  let total = 0;
  for (const path of sources(wanted)) {
    const text = readFileSync(ROOT + path, "utf8");
    const finder = new Finder(path, text);
    const out = finder.run();
    if (finder.found.length === 0) continue;
    total += finder.found.length;
    if (check) for (const { line, words } of finder.found) console.error(`${path}:${line}: not in the catalogue: ${words}`);
    else writeFileSync(ROOT + path, withImports(path, out, finder.used));
  }
  return total;
}
