// Types of the HTTP API from openapi.json. With --check: fails when what is committed is not what would be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const source = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
const target = new URL("../src/generated/api.ts", import.meta.url);

// Operations are named by method and path. Their ids repeat where one function answers several of them.
for (const item of Object.values(source.paths)) {
  for (const operation of Object.values(item)) delete operation.operationId;
}

const header = "// Generated from openapi.json by `npm run generate`. Never edited by hand.\n\n";
const wanted = header + astToString(await openapiTS(source, { alphabetize: true }));

if (process.argv.includes("--check")) {
  const present = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (present !== wanted) {
    console.error("src/generated/api.ts is stale: run `npm run generate` in packages/web and commit the result.");
    process.exit(1);
  }
  console.log("src/generated/api.ts is up to date.");
} else {
  mkdirSync(new URL("./", target), { recursive: true });
  writeFileSync(target, wanted);
  console.log("wrote src/generated/api.ts");
}
