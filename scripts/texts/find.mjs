// Finds texts for people that do not go through the catalogue yet, and says what should stand in their place.
import ts from "typescript";
import { decode, isIcon, runsOf } from "./jsx.mjs";
import { isDeaf, isRead, isStyle, isText, isUnread, looksLikeText, NO_TEXT } from "./places.mjs";
import { namesFor } from "./values.mjs";

const quoted = (words) => JSON.stringify(words);

/** Icons of the file: whatever it imports from the icons' package. */
function iconsOf(source) {
  const icons = new Set();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || statement.moduleSpecifier.text !== "lucide-react") continue;
    for (const one of statement.importClause?.namedBindings?.elements ?? []) icons.add(one.name.text);
  }
  return icons;
}

const calledName = (call) => (ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText?.() ?? "");

/** One file's texts. `place`: "shown" where anything with letters is for people, "free" elsewhere, "deaf" where nothing is. */
export class Finder {
  constructor(name, text) {
    this.text = text;
    this.source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    this.icons = iconsOf(this.source);
    this.found = [];
    this.used = new Set();
  }

  run() {
    return this.rendered(this.source, "free", false);
  }

  /** The node's own text with everything inside it in its place. */
  rendered(node, place, trimmed = true) {
    const edits = [];
    const take = (child, where) => {
      const edit = this.edit(child, where);
      if (edit !== null) edits.push([child.getStart(), child.end, edit]);
    };
    this.children(node, place, take, edits);
    const start = trimmed ? node.getStart() : node.getFullStart();
    let out = "";
    let at = start;
    for (const [from, to, words] of edits.toSorted((a, b) => a[0] - b[0])) {
      out += this.text.slice(at, from) + words;
      at = to;
    }
    return out + this.text.slice(at, node.end);
  }

  note(node, words, maker) {
    const { line } = this.source.getLineAndCharacterOfPosition(node.getStart());
    this.found.push({ line: line + 1, words });
    this.used.add(maker);
  }

  /** What should stand in the node's place, or null when it stays as it is. */
  edit(node, place) {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (!this.counts(node.text, place) || this.isExcused(node)) return null;
      const isAttribute = ts.isJsxAttribute(node.parent);
      const words = isAttribute ? decode(node.text) : node.text;
      this.note(node, words, "t");
      return isAttribute ? `{t(${quoted(words)})}` : `t(${quoted(words)})`;
    }
    if (ts.isTemplateExpression(node)) return this.template(node, place);
    if (isOldPlural(node)) return this.counted(node);
    const inside = this.rendered(node, place);
    return inside === this.text.slice(node.getStart(), node.end) ? null : inside;
  }

  /** Whether the line says that it holds no text for people. */
  isExcused(node) {
    const end = this.text.indexOf("\n", node.end);
    const start = this.text.lastIndexOf("\n", node.getStart());
    return this.text.slice(start, end < 0 ? undefined : end).includes(NO_TEXT);
  }

  counts(words, place, hasValues = false) {
    if (place === "deaf") return false;
    if (place === "shown") return isText(words, hasValues);
    return looksLikeText(words) && !isStyle(words);
  }

  template(node, place) {
    const expressions = node.templateSpans.map((span) => span.expression);
    const names = namesFor(expressions);
    const words = node.head.text + node.templateSpans.map((span, at) => `{${names[at]}}${span.literal.text}`).join("");
    const plain = node.head.text + node.templateSpans.map((span) => span.literal.text).join("");
    const counts = place === "shown" ? isText(plain, true) && / |^\p{Lu}/u.test(plain) : this.counts(words.replaceAll(/\{\w+\}/g, "X"), place) && /\p{L}{2}/u.test(plain) && isText(plain, true);
    if (!counts || place === "deaf" || this.isExcused(node)) {
      const inside = this.rendered(node, place);
      return inside === node.getText() ? null : inside;
    }
    this.note(node, words, "t");
    return `t(${quoted(words)}, ${this.values(names, expressions)})`;
  }

  /** `plural(n, "file")` of before there were catalogues. */
  counted(node) {
    const [number, one, other = null] = node.arguments;
    const forms = [one.text, other?.text ?? `${one.text}s`].map((noun) => `{count} ${noun}`);
    this.note(node, forms[1], "plural");
    return `plural(${this.edit(number, "free") ?? number.getText()}, { one: ${quoted(forms[0])}, other: ${quoted(forms[1])} })`;
  }

  values(names, nodes) {
    const each = nodes.map((node, at) => {
      const inner = ts.isJsxExpression(node) ? node.expression : node;
      const words = this.edit(inner, "shown") ?? inner.getText();
      return words === names[at] ? words : `${names[at]}: ${words}`;
    });
    return `{ ${each.join(", ")} }`;
  }

  children(node, place, take, edits) {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      if (ts.isJsxElement(node)) take(node.openingElement, "free");
      for (const run of runsOf(node.children)) this.sentence(run, take, edits);
      return;
    }
    ts.forEachChild(node, (child) => this.child(node, child, place, take));
  }

  /** A run of children: one text, or a sentence with values and elements in it. */
  sentence(run, take, edits) {
    const rest = [...run];
    const outside = [];
    const isQuiet = (one) => (one.text === null ? isIcon(one.node, this.icons) : one.text.trim() === "" || !/\p{L}/u.test(one.text));
    while (rest.length > 0 && (isQuiet(rest[0]) && rest.some((one) => one.text !== null && /\p{L}/u.test(one.text))) && quietEnd(rest[0], this.icons)) outside.push(rest.shift());
    while (rest.length > 0 && isQuiet(rest.at(-1)) && quietEnd(rest.at(-1), this.icons)) outside.push(rest.pop());
    const hasWords = rest.some((one) => one.text !== null && isText(one.text));
    if (!hasWords) {
      for (const one of run) if (one.text === null || !ts.isJsxText(one.node)) take(one.node, "shown");
      return;
    }
    for (const one of outside) if (!ts.isJsxText(one.node)) take(one.node, "shown");
    const texts = rest.filter((one) => one.text !== null);
    const parts = rest.filter((one) => one.text === null);
    const first = rest[0].node;
    const last = rest.at(-1).node;
    const lead = ts.isJsxText(first) ? /^\s*/.exec(first.text)[0].length : 0;
    const trail = ts.isJsxText(last) ? /\s*$/.exec(last.text)[0].length : 0;
    const from = (ts.isJsxText(first) ? first.pos : first.getStart()) + lead;
    const to = last.end - trail;
    if (parts.length === 0) {
      const words = texts.map((one) => one.text).join("").trim();
      this.note(first, words, "t");
      edits.push([from, to, `{t(${quoted(words)})}`]);
      return;
    }
    const names = namesFor(parts.map((one) => one.node));
    const words = rest.map((one) => (one.text === null ? `{${names[parts.indexOf(one)]}}` : one.text)).join("").trim();
    this.note(first, words, "rich");
    edits.push([from, to, `{rich(${quoted(words)}, ${this.values(names, parts.map((one) => one.node))})}`]);
  }

  child(node, child, place, take) {
    if (ts.isTypeNode(child) || ts.isImportDeclaration(child) || ts.isExportDeclaration(child) || ts.isInterfaceDeclaration(child) || ts.isTypeAliasDeclaration(child)) return;
    if (ts.isJsxAttribute(node)) return void (child !== node.name && this.attribute(node.name.getText(), child, take));
    if (ts.isPropertyAssignment(node)) {
      if (child === node.name) return;
      const name = node.name.text ?? "";
      const literal = ts.isStringLiteral(child) || ts.isConditionalExpression(child) || ts.isTemplateExpression(child) || ts.isBinaryExpression(child);
      return void take(child, isUnread(name) && name !== "name" && literal ? "deaf" : isRead(name) ? "shown" : stay(place));
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = calledName(node);
      if (child === node.expression) return void take(child, "free");
      if (name === "toast") return void take(child, child === node.arguments[0] ? "deaf" : "shown");
      const isFunction = ts.isArrowFunction(child) || ts.isFunctionExpression(child);
      return void take(child, isFunction ? "free" : isDeaf(name) ? "deaf" : "free");
    }
    if (ts.isBinaryExpression(node)) {
      const sign = node.operatorToken.kind;
      const joins = sign === ts.SyntaxKind.BarBarToken || sign === ts.SyntaxKind.QuestionQuestionToken || sign === ts.SyntaxKind.AmpersandAmpersandToken || sign === ts.SyntaxKind.PlusToken;
      if (joins) return void take(child, child === node.right || sign === ts.SyntaxKind.PlusToken ? place : "free");
      const compares = sign >= ts.SyntaxKind.LessThanToken && sign <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
      return void take(child, compares || sign === ts.SyntaxKind.InKeyword ? "deaf" : "free");
    }
    if (ts.isConditionalExpression(node)) return void take(child, child === node.condition ? "free" : place);
    if (ts.isCaseClause(node) || ts.isElementAccessExpression(node)) return void take(child, child === node.expression || child === node.argumentExpression ? "deaf" : "free");
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isJsxExpression(node) || ts.isTemplateSpan(node) || ts.isTemplateExpression(node)) return void take(child, place);
    if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) return void take(child, stay(place));
    if (ts.isArrowFunction(node) && child === node.body) return void take(child, place === "shown" && !ts.isBlock(child) ? "shown" : "free");
    if (ts.isPropertyAccessExpression(node) && node.name.text === "split") return void take(child, "deaf");
    if (ts.isPropertyAccessExpression(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) return void take(child, "free");
    take(child, "free");
  }

  attribute(name, child, take) {
    if (isUnread(name) && !(name === "value" && ts.isJsxExpression(child))) {
      const isLiteral = ts.isStringLiteral(child) || !child.expression || !ts.isArrowFunction(child.expression);
      return void (isLiteral ? take(child, "deaf") : take(child, "free"));
    }
    take(child, isRead(name) ? "shown" : "free");
  }
}

const isOldPlural = (node) => ts.isCallExpression(node) && node.expression.getText() === "plural" && node.arguments[1] !== undefined && ts.isStringLiteral(node.arguments[1]);

/** What is deaf stays so inside lists and objects. */
const stay = (place) => (place === "deaf" ? "deaf" : "free");

/** Only blanks, icons and signs leave a sentence; an opening bracket or a full stop belongs to it. */
const quietEnd = (one, icons) => (one.text === null ? isIcon(one.node, icons) : one.text.trim() === "" || /^[\s·•|/–×→←]+$/u.test(one.text));
