// Types of the HTTP API for each front end, from its openapi.json. With --check: fails when what is committed is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const FRONT_ENDS = ["packages/web", "packages/enterprise/frontend"];
const HEADER = "// Generated from openapi.json by `npm run generate`. Never edited by hand.\n\n";

async function typesOf(folder) {
  const source = JSON.parse(readFileSync(new URL(`../${folder}/openapi.json`, import.meta.url), "utf8"));
  // Operations are named by method and path. Their ids repeat where one function answers several of them.
  for (const item of Object.values(source.paths)) {
    for (const operation of Object.values(item)) delete operation.operationId;
  }
  return HEADER + astToString(await openapiTS(source, { alphabetize: true }));
}

let stale = 0;
for (const folder of FRONT_ENDS) {
  const target = new URL(`../${folder}/src/generated/api.ts`, import.meta.url);
  const wanted = await typesOf(folder);
  const present = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (present === wanted) {
    console.log(`${folder}/src/generated/api.ts is up to date.`);
  } else if (process.argv.includes("--check")) {
    console.error(`${folder}/src/generated/api.ts is stale: run \`make docs\` and commit the result.`);
    stale += 1;
  } else {
    mkdirSync(new URL("./", target), { recursive: true });
    writeFileSync(target, wanted);
    console.log(`wrote ${folder}/src/generated/api.ts`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
