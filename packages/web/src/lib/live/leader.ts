import { openStream, type StreamMessage } from "./stream";

const NAME = "verbatim-events";

/** What the tabs say to each other: the leader passes on what it hears; a new tab asks where things stand. */
type TabMessage = StreamMessage | { kind: "ask" };

/**
 * Hears the server's events through one connection for all tabs: browsers allow six per server over HTTP/1.1, and a handful of
 * open tabs would otherwise starve the page itself. The tab that holds the lock listens and shares; when it closes, the lock
 * passes on. Without locks or channels every tab listens for itself.
 */
export function listen(url: string, tell: (message: StreamMessage) => void): () => void {
  const stop = new AbortController();
  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") {
    openStream(url, tell, stop.signal);
    return () => stop.abort();
  }

  const channel = new BroadcastChannel(NAME);
  let leading = false;
  let connected = false;

  function lead(message: StreamMessage) {
    if (message.kind !== "change") connected = message.kind === "hello";
    tell(message);
    channel.postMessage(message satisfies TabMessage);
  }

  channel.addEventListener("message", (event: MessageEvent<TabMessage>) => {
    if (event.data.kind !== "ask") tell(event.data);
    else if (leading && connected) channel.postMessage({ kind: "here" } satisfies TabMessage);
  });

  void navigator.locks
    .request(NAME, { signal: stop.signal }, () => {
      leading = true;
      openStream(url, lead, stop.signal);
      return new Promise<void>((release) => stop.signal.addEventListener("abort", () => release()));
    })
    .catch(() => undefined); // aborted while waiting

  channel.postMessage({ kind: "ask" } satisfies TabMessage);
  return () => {
    stop.abort();
    channel.close();
  };
}
