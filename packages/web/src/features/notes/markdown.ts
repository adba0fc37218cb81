/** A piece of a line: plain, or with a look. Addresses are only those that a browser opens as pages. */
export type Inline = { kind: "text" | "strong" | "em" | "code"; text: string } | { kind: "link"; text: string; href: string };

export type Block = { kind: "paragraph" | "heading" | "quote"; lines: Inline[][] } | { kind: "list"; ordered: boolean; items: Inline[][] } | { kind: "code"; text: string };

const INLINE = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|__([^_\n]+)__|\*([^*\n]+)\*|\[([^\]\n]{1,500})\]\((https?:\/\/[^\s()<>"]{1,2000})\)/g;

export function inlineOf(line: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(INLINE)) {
    const [whole, code, strong, strong2, em, label, href] = match;
    if (match.index > at) found.push({ kind: "text", text: line.slice(at, match.index) });
    if (code !== undefined) found.push({ kind: "code", text: code });
    else if (strong !== undefined || strong2 !== undefined) found.push({ kind: "strong", text: strong ?? strong2 ?? "" });
    else if (em !== undefined) found.push({ kind: "em", text: em });
    else if (label !== undefined && href !== undefined) found.push({ kind: "link", text: label, href });
    at = match.index + whole.length;
  }
  if (at < line.length) found.push({ kind: "text", text: line.slice(at) });
  return found;
}

const ITEM = /^\s{0,3}(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;

/** The parts of Markdown that notes are written with. What is anything else, HTML too, stays the text it is. */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let fenced: string[] | null = null;
  let open = false;
  for (const line of source.replaceAll("\r\n", "\n").split("\n")) {
    if (line.startsWith("```")) {
      if (fenced) blocks.push({ kind: "code", text: fenced.join("\n") });
      fenced = fenced ? null : [];
      open = false;
      continue;
    }
    if (fenced) {
      fenced.push(line);
      continue;
    }
    if (line.trim() === "") {
      open = false;
      continue;
    }
    addLine(blocks, line, open);
    open = true;
  }
  if (fenced) blocks.push({ kind: "code", text: fenced.join("\n") });
  return blocks;
}

function addLine(blocks: Block[], line: string, open: boolean): void {
  const last = open ? blocks.at(-1) : undefined;
  const item = ITEM.exec(line);
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  const quote = /^>\s?(.*)$/.exec(line);
  if (item) {
    const ordered = item[1] !== undefined;
    if (last?.kind === "list" && last.ordered === ordered) last.items.push(inlineOf(item[2] ?? ""));
    else blocks.push({ kind: "list", ordered, items: [inlineOf(item[2] ?? "")] });
  } else if (heading) blocks.push({ kind: "heading", lines: [inlineOf(heading[1] ?? "")] });
  else if (quote) {
    if (last?.kind === "quote") last.lines.push(inlineOf(quote[1] ?? ""));
    else blocks.push({ kind: "quote", lines: [inlineOf(quote[1] ?? "")] });
  } else if (last?.kind === "paragraph") last.lines.push(inlineOf(line));
  else blocks.push({ kind: "paragraph", lines: [inlineOf(line)] });
}
