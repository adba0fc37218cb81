// Names for the values inside a sentence.
import ts from "typescript";

const OF_ONE_THING = /^(count|plural|clock|bytes|exactTime|ago|String|hours|duration|languageName|compactCount|encodeURIComponent|t|rich)$/;

/** What an element holds, when it is one value. */
function heldBy(element) {
  const held = element.children.filter((child) => !ts.isJsxText(child) || child.text.trim());
  return held.length === 1 && ts.isJsxExpression(held[0]) && held[0].expression ? nameOf(held[0].expression) : null;
}

function calledWith(node) {
  const callee = node.expression;
  const isMember = ts.isPropertyAccessExpression(callee);
  const called = isMember ? callee.name.text : callee.getText();
  if (called === "plural" || called === "count") return "count";
  if (called === "messageOf") return "message";
  const first = node.arguments[0];
  if (first && (OF_ONE_THING.test(called) || /Of$/.test(called) || (isMember && callee.expression.getText() === "Math"))) {
    const name = nameOf(first);
    return name === "value" ? called.replace(/Of$/, "") : name;
  }
  return isMember ? nameOf(callee.expression) : called;
}

function nameOf(node) {
  if (ts.isJsxExpression(node) && node.expression) return nameOf(node.expression);
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node)) return nameOf(node.expression);
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return /^(length|name)$/.test(node.name.text) ? nameOf(node.expression) : node.name.text;
  if (ts.isCallExpression(node)) return calledWith(node);
  if (ts.isBinaryExpression(node)) return ts.isNumericLiteral(node.left) ? nameOf(node.right) : nameOf(node.left);
  if (ts.isConditionalExpression(node)) return "value";
  if (ts.isElementAccessExpression(node)) return nameOf(node.argumentExpression);
  if (ts.isJsxElement(node)) return heldBy(node) ?? node.openingElement.tagName.getText();
  if (ts.isJsxSelfClosingElement(node)) return node.tagName.getText();
  return "value";
}

const TAGS = { b: "strong", a: "link", Link: "link", code: "code", kbd: "key", Kbd: "key", TimeAgo: "time", em: "emphasis" };

/** A plain name for each expression, each once. */
export function namesFor(nodes) {
  const taken = new Map();
  return nodes.map((node) => {
    const raw = nameOf(node).replaceAll(/\W/g, "") || "value";
    const plain = TAGS[raw] ?? (/^[A-Z_0-9]+$/.test(raw) ? raw.toLowerCase() : raw[0].toLowerCase() + raw.slice(1));
    const times = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, times);
    return times === 1 ? plain : `${plain}${times}`;
  });
}
