/** One event of a stream of server-sent events. */
export interface StreamEvent {
  event: string;
  data: unknown;
}

/** Reads server-sent events out of text that comes in pieces. */
export class EventReader {
  private rest = "";

  feed(text: string): StreamEvent[] {
    this.rest += text;
    const blocks = this.rest.split("\n\n");
    this.rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => {
      const lines = block.split("\n");
      const event = lines.find((line) => line.startsWith("event: "))?.slice(7);
      const data = lines.find((line) => line.startsWith("data: "))?.slice(6);
      return event && data ? [{ event, data: JSON.parse(data) as unknown }] : [];
    });
  }
}
