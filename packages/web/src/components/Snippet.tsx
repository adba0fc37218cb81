import type { SnippetPart } from "@/lib/types";

/** What was found, from parts: never as HTML, because it is somebody's speech. Its direction is that of its own letters. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  return (
    <bdi>
      {/* Parts have no identity of their own and never move: their place is their key. */}
      {parts.map((part, place) => {
        const key = `${place}`;
        return part.hit ? (
          <mark key={key} className="rounded-[3px] bg-highlight px-0.5 text-foreground">
            {part.text}
          </mark>
        ) : (
          <span key={key}>{part.text}</span>
        );
      })}
    </bdi>
  );
}
