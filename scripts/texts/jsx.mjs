// How JSX shows its text: what of it counts, and which pieces stand in one sentence.
import ts from "typescript";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", rsquo: "’", hellip: "…" };

export const decode = (text) => text.replaceAll(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);

/** What a browser shows of raw JSX text: lines are trimmed and joined with a space. */
export function shown(raw) {
  const lines = raw.split("\n");
  const kept = lines.map((line, at) => {
    let text = line.replaceAll("\t", " ");
    if (at > 0) text = text.trimStart();
    if (at < lines.length - 1) text = text.trimEnd();
    return text;
  });
  return decode(kept.filter(Boolean).join(" "));
}

/** Icons say nothing, so they belong to no sentence. */
export function isIcon(node, icons) {
  if (ts.isJsxExpression(node)) return ts.isIdentifier(node.expression ?? node) && /^(icon|mark|dot|children|below|badge)$/i.test(node.expression.text);
  if (!ts.isJsxSelfClosingElement(node)) return false;
  return icons.has(node.tagName.getText()) || node.attributes.properties.some((one) => one.name?.getText() === "aria-hidden") || /Icon|Mark$/.test(node.tagName.getText());
}

const isBlank = (child) => ts.isJsxExpression(child) && child.expression && ts.isStringLiteral(child.expression) && child.expression.text.trim() === "";

/** Children in runs: what is parted by a line break, and so by nothing that is shown, stands in different runs. */
export function runsOf(children) {
  const runs = [[]];
  const part = () => runs.at(-1).length > 0 && runs.push([]);
  for (const child of children) {
    if (ts.isJsxExpression(child) && !child.expression) continue; // a comment
    if (!ts.isJsxText(child)) {
      runs.at(-1).push({ node: child, text: isBlank(child) ? child.expression.text : null });
      continue;
    }
    const raw = child.text;
    if (/^\s*\n/.test(raw) && !endsBlank(runs.at(-1))) part();
    const text = shown(raw);
    if (text) runs.at(-1).push({ node: child, text });
    else if (!raw.includes("\n")) runs.at(-1).push({ node: child, text: raw });
    if (/\n\s*$/.test(raw) && text) part();
  }
  return runs.filter((run) => run.length > 0);
}

/** `{" "}` at the end of a line joins what the line break would part. */
const endsBlank = (run) => run.length > 0 && run.at(-1).text !== null && isBlank(run.at(-1).node);
