import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, unwrap } from "./client";
import { guardLeaving } from "./leaving";
import { checkSession, forgetSession, readInfo, recoverSession, sessionState, startSession, tellSignedIn } from "./session";

const server = vi.fn<(input: Request | string) => Promise<Response>>();
const reload = vi.fn<() => void>();

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const info = (user: { id: string; owner: string | null } | null, required = true) => ({ auth: { required, methods: [] }, permissions: [], user: user && { name: user.id, ...user } });
const ada = { id: "ada", owner: "team" };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

let now: unknown = info(ada);
let refused = 0;

beforeEach(async () => {
  forgetSession();
  now = info(ada);
  refused = 0;
  reload.mockReset();
  vi.stubGlobal("fetch", server);
  vi.spyOn(location, "reload").mockImplementation(reload);
  server.mockReset().mockImplementation(async (input) => {
    if (input === "/api/info") return answer(now);
    if (refused === 0) return answer({ items: [] });
    refused -= 1;
    return answer({ detail: "Sign in to continue.", code: "not_signed_in" }, 401);
  });
});
afterEach(() => vi.unstubAllGlobals());

const tags = () => unwrap(api.GET("/api/tags"));
const saved = () => unwrap(api.POST("/api/tags", { body: { name: "urgent" } }));

describe("a session that ends in the middle of work", () => {
  it("holds back what was refused, and sends it again when somebody has signed in", async () => {
    await readInfo();
    now = info(null);
    refused = 1;
    const done = vi.fn<(value: unknown) => void>();
    const pending = saved().then(done);
    await settled();
    expect(sessionState()).toBe("lost");
    expect(done).not.toHaveBeenCalled();

    now = info(ada);
    await checkSession();
    await pending;
    expect(sessionState()).toBe("fine");
    const bodies = server.mock.calls.flatMap(([input]) => (input instanceof Request ? [input] : []));
    expect(await Promise.all(bodies.slice(1).map((request) => request.json()))).toEqual([{ name: "urgent" }]);
  });

  it("keeps what was known while nobody is signed in", async () => {
    await readInfo();
    now = info(null);
    const later = readInfo();
    await settled();
    expect(sessionState()).toBe("lost");
    now = info(ada);
    await checkSession();
    expect((await later).user?.id).toBe("ada");
  });

  it("asks again once when the session turns out to be fine, and no more than once", async () => {
    await readInfo();
    refused = 1;
    await expect(tags()).resolves.toEqual({ items: [] });
    refused = 2;
    await expect(tags()).rejects.toMatchObject({ status: 401 });
    expect(sessionState()).toBe("fine");
  });

  it("says nothing about the session when the server cannot be reached", async () => {
    await readInfo();
    server.mockRejectedValueOnce(new TypeError("no network"));
    await checkSession();
    expect(sessionState()).toBe("fine");
  });

  it.each([
    ["somebody else", { id: "bob", owner: "team" }],
    ["another owner", { id: "ada", owner: "other" }],
  ])("draws the page anew for %s", async (_, user) => {
    await readInfo();
    now = info(user);
    await checkSession();
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe("a page that nobody is signed in to", () => {
  it("passes a refusal on", async () => {
    now = info(null);
    await readInfo();
    refused = 1;
    await expect(tags()).rejects.toMatchObject({ status: 401 });
    expect(await recoverSession()).toBe(false);
  });

  it("never asks for sign-in where the server does not", async () => {
    now = info({ id: "local", owner: null }, false);
    await readInfo();
    now = info(null, false);
    await expect(readInfo()).resolves.toMatchObject({ user: null });
    expect(sessionState()).toBe("fine");
  });
});

describe("the other tabs", () => {
  const elsewhere = new BroadcastChannel("verbatim-session");

  it("are followed out at once, unless that would lose work", async () => {
    await readInfo();
    const stop = startSession(() => undefined);
    elsewhere.postMessage("out");
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());

    const unguard = guardLeaving(() => true);
    elsewhere.postMessage("out");
    await vi.waitFor(() => expect(sessionState()).toBe("lost"));
    expect(reload).toHaveBeenCalledOnce();
    unguard();
    stop();
  });

  it("are told of a sign-in", async () => {
    const heard = vi.fn<(event: MessageEvent) => void>();
    elsewhere.addEventListener("message", heard);
    tellSignedIn();
    await vi.waitFor(() => expect(heard.mock.calls[0]?.[0].data).toBe("in"));
  });
});
