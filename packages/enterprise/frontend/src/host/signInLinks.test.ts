import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { start } from "./signInLinks";

const state = { registration: "open", registration_domains: [], sends_mail: false, setup_required: false, token_required: false };
const answers = (...bodies: (object | number)[]) =>
  vi.spyOn(globalThis, "fetch").mockImplementation(() => {
    const next = bodies.length > 1 ? bodies.shift() : bodies[0];
    return Promise.resolve(typeof next === "number" ? new Response(null, { status: next }) : Response.json(next));
  });

const linksIn = (element: HTMLElement) => [...element.querySelectorAll("a")].map((link) => link.getAttribute("href"));

describe("below the sign-in form", () => {
  let place: HTMLElement;

  beforeEach(() => {
    vi.useFakeTimers();
    history.replaceState(null, "", "/recordings");
    place = document.createElement("div");
  });
  afterEach(() => vi.useRealTimers());

  it("leads to an account and to a new password", async () => {
    answers(state);
    start(place);
    await vi.waitFor(() => expect(linksIn(place)).toEqual(["/register", "/reset"]));
  });

  it("offers no account where nobody may make one", async () => {
    answers({ ...state, registration: "closed" });
    start(place);
    await vi.waitFor(() => expect(linksIn(place)).toEqual(["/reset"]));
  });

  it("leads on where nobody administers the server yet", async () => {
    answers({ ...state, setup_required: true });
    start(place);
    await vi.waitFor(() => expect(location.pathname).toBe("/setup"));
  });

  it("comes when the server is back", async () => {
    const asked = answers(503, 503, state);
    start(place);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(linksIn(place)).toEqual(["/register", "/reset"]);
  });

  it("asks no more once it was taken away", async () => {
    const asked = answers(503);
    start(place)();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(place.children).toHaveLength(0);
  });
});
