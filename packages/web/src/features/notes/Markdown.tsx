import { Fragment } from "react";
import { blocksOf, type Block, type Inline } from "./markdown";

/** Markdown drawn as elements of our own: nothing in a note is ever taken for HTML. */
export function Markdown({ source }: { source: string }) {
  return (
    <div dir="auto" className="flex flex-col gap-2 text-sm leading-relaxed wrap-anywhere">
      {/* Blocks and lines have no identity of their own and never move: their place is their key. */}
      {blocksOf(source).map((block, place) => {
        const key = `${place}`;
        return <BlockView key={key} block={block} />;
      })}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "code") return <pre dir="ltr" className="whitespace-pre-wrap rounded-md bg-secondary px-3 py-2 text-xs">{block.text}</pre>;
  if (block.kind === "list") {
    const items = block.items.map((item, place) => {
      const key = `${place}`;
      return (
        <li key={key}>
          <Line parts={item} />
        </li>
      );
    });
    return block.ordered ? <ol className="list-decimal ps-5">{items}</ol> : <ul className="list-disc ps-5">{items}</ul>;
  }
  const lines = block.lines.map((line, place) => {
    const key = `${place}`;
    return (
      <Fragment key={key}>
        {place > 0 && <br />}
        <Line parts={line} />
      </Fragment>
    );
  });
  if (block.kind === "heading") return <p className="font-semibold">{lines}</p>;
  if (block.kind === "quote") return <blockquote className="border-s-2 border-border ps-3 text-muted-foreground">{lines}</blockquote>;
  return <p>{lines}</p>;
}

function Line({ parts }: { parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, place) => {
        const key = `${place}`;
        if (part.kind === "strong") return <strong key={key}>{part.text}</strong>;
        if (part.kind === "em") return <em key={key}>{part.text}</em>;
        if (part.kind === "code") return <code key={key} className="rounded bg-secondary px-1 text-xs">{part.text}</code>;
        if (part.kind === "link") {
          return (
            <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow" className="font-medium text-primary underline underline-offset-2">
              {part.text}
            </a>
          );
        }
        return <Fragment key={key}>{part.text}</Fragment>;
      })}
    </>
  );
}
