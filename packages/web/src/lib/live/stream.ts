/**
 * What the stream tells: `hello` a new connection (what happened before it went unheard), `here` another tab is already
 * connected, `lost` the connection broke, `change` something changed.
 */
export type StreamMessage = { kind: "hello" } | { kind: "here" } | { kind: "lost" } | { kind: "change"; data: string };

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * Holds one EventSource open until the signal aborts. The browser reconnects by itself after a lost connection, but gives up
 * for ever when a proxy answers with an error page; then a new one is opened, after ever longer waits.
 */
export function openStream(url: string, tell: (message: StreamMessage) => void, signal: AbortSignal): void {
  let wait = FIRST_WAIT;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect() {
    source = new EventSource(url);
    source.addEventListener("hello", () => {
      wait = FIRST_WAIT;
      tell({ kind: "hello" });
    });
    source.addEventListener("change", (event: MessageEvent<string>) => tell({ kind: "change", data: event.data }));
    source.addEventListener("error", () => {
      tell({ kind: "lost" });
      if (source?.readyState !== EventSource.CLOSED || signal.aborted) return;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    source?.close();
  });
  if (!signal.aborted) connect();
}
