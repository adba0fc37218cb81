// Which sentences the sources of a front end ask the catalogue for.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { ROOT } from "./files.mjs";

const ASKING = new Set(["t", "rich"]);
const COUNTING = new Set(["plural", "inForms"]);

/** Every sentence that may stand at the place: both of a choice. */
function sentencesAt(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...sentencesAt(node.whenTrue), ...sentencesAt(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return sentencesAt(node.expression);
  return [];
}

/** The sentences of one file with whether they are counted. */
export function keysIn(path) {
  const source = ts.createSourceFile(path, readFileSync(ROOT + path, "utf8"), ts.ScriptTarget.Latest, false, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found = new Map();
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first, second] = node.arguments;
      if (ASKING.has(node.expression.text) && first) for (const words of sentencesAt(first)) found.set(words, null);
      if (COUNTING.has(node.expression.text) && second && ts.isObjectLiteralExpression(second)) {
        const forms = Object.fromEntries(second.properties.map((one) => [one.name.text, one.initializer?.text]));
        if (forms.other) found.set(forms.other, forms.one);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
