import type { SnippetPart } from "@/lib/types";

/** What was found, from parts: never as HTML, because it is somebody's speech. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  // Parts have no identity of their own and never move: their place is their key.
  return parts.map((part, place) => {
    const key = `${place}`;
    return part.hit ? (
      <mark key={key} className="rounded-[3px] bg-highlight px-0.5 text-foreground">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
