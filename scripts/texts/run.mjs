/*
 * Texts for people go through the catalogue. `npm run texts` wraps those that do not yet, in every front end or in the files named,
 * and lists what needs German; with --check it only complains. Running it again changes nothing. A string that is no text for
 * people, though it looks like one, says so in a comment on its line: `// no text`.
 */
import { problems, writeCatalogues } from "./catalogues.mjs";
import { wrapAll } from "./wrapping.mjs";

const args = process.argv.slice(2);
const check = args.includes("--check");
const inline = wrapAll(args.filter((arg) => !arg.startsWith("--")), check);
if (!check) writeCatalogues();
const wrong = problems();
for (const line of wrong) console.error(line);
if (check && inline > 0) console.error(`${inline} texts stand in the code alone: run \`npm run texts\`, look at what it made, and give each sentence its German.`);
else if (wrong.length > 0) console.error(`${wrong.length} sentences need German: write it into the files named.`);
else console.log(inline > 0 ? `Wrapped ${inline} texts.` : "Every text goes through the catalogue, and has its German.");
process.exitCode = wrong.length > 0 || (check && inline > 0) ? 1 : 0;
