import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SavedState } from "@/features/workbench/SavedState";
import { keys } from "@/lib/keys";
import type { Segment, Transcript } from "@/lib/types";
import ConflictDialog from "./ConflictDialog";
import { TranscriptContext } from "./context";
import { Drafts, useDraft } from "./drafts";
import { SegmentEditor } from "./SegmentEditor";
import { useEditing } from "./useEditing";

const segment = { id: "s", segment_index: 0, text: "as it was", version: 3, original_text: null, words: null } as unknown as Segment;
const transcript = { id: "t", recording_id: "r", segments: [segment], speakers: [] } as unknown as Transcript;

function Editing() {
  const known = useQuery({ queryKey: keys.transcriptOf("r"), queryFn: () => transcript, staleTime: Infinity }).data ?? transcript;
  const editing = useEditing("t", "r", known.segments);
  const { drafts, save } = editing;
  const shown = editing.segments[0] ?? segment;
  const draft = useDraft(drafts, "s");
  const context = { transcriptId: "t", recordingId: "r", speakers: [], drafts, editable: true, save, seek: () => undefined, hear: () => undefined, split: () => undefined, choose: () => undefined, voices: false };
  return (
    <TranscriptContext value={context}>
      {draft && !draft.saving ? <SegmentEditor segment={shown} draft={draft} /> : <button onClick={() => drafts.begin("s", shown.text, shown.version)}>Edit</button>}
      <p data-testid="row">{shown.text}</p>
      <SavedState transcriptId="t" drafts={drafts} onShow={() => undefined} />
      {editing.conflict && <ConflictDialog conflict={editing.conflict} onKeepMine={editing.keepMine} onTakeTheirs={editing.takeTheirs} onClose={editing.dismiss} />}
    </TranscriptContext>
  );
}

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const server = vi.fn<(request: Request) => Promise<Response>>();
let client: QueryClient;

/** What was sent, each as method and body. */
const sent = () => Promise.all(server.mock.calls.map(async ([request]) => (await request.clone().json()) as { text: string; version: number }));
const shown = () => client.getQueryData<Transcript>(keys.transcriptOf("r"))?.segments[0]?.text;

beforeEach(() => {
  localStorage.clear();
  server.mockReset();
  vi.stubGlobal("fetch", server);
  client = new QueryClient();
  client.setQueryData(keys.transcriptOf("r"), transcript);
});
afterEach(cleanup);

async function type(text: string) {
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={client}>
      <Editing />
    </QueryClientProvider>,
  );
  await user.click(screen.getByRole("button", { name: "Edit" }));
  const area = screen.getByRole("textbox");
  await user.clear(area);
  await user.type(area, text);
  return user;
}

const conflict = { detail: "Somebody changed it.", code: "segment_conflict", current: { ...segment, text: "as they wrote", version: 4 } };

describe("correcting a segment", () => {
  it("saves with Enter, with the version that editing began with", async () => {
    server.mockImplementation(async () => answer(200, { ...segment, text: "as it is", version: 4 }));
    await type("as it is{Enter}");
    await screen.findByRole("button", { name: "Edit" });
    await waitFor(() => expect(server).toHaveBeenCalled());
    expect(await sent()).toEqual([{ text: "as it is", version: 3 }]);
    await waitFor(() => expect(shown()).toBe("as it is"));
    expect(new Drafts("t").get("s")).toBeNull();
  });

  it("sends nothing when nothing was changed", async () => {
    await type("as it was{Enter}");
    expect(server).not.toHaveBeenCalled();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("begins a line with Shift and Enter", async () => {
    await type("one{Shift>}{Enter}{/Shift}two");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("one\ntwo");
  });

  it("keeps what was typed when the server cannot be reached, says so, and sends it later", async () => {
    server.mockRejectedValueOnce(new TypeError("failed"));
    const user = await type("mine{Enter}");
    const state = await screen.findByRole("button", { name: "1 change not saved yet" });
    expect(screen.getByTestId("row").textContent).toBe("mine");
    expect(shown()).toBe("as it was");
    server.mockImplementation(async () => answer(200, { ...segment, text: "mine", version: 4 }));
    await user.click(state);
    await user.click(screen.getByRole("button", { name: "Send now" }));
    await screen.findByText("Saved");
    expect(shown()).toBe("mine");
  });

  it("keeps what the server refuses, with its reason", async () => {
    server.mockImplementation(async () => answer(404, { detail: "There is no such segment in this transcript.", code: "segment_not_found" }));
    const user = await type("mine{Enter}");
    await user.click(await screen.findByRole("button", { name: "1 change not saved yet" }));
    expect(screen.getByText("There is no such segment in this transcript.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(await screen.findByText("Saved")).toBeTruthy();
    expect(screen.getByTestId("row").textContent).toBe("as it was");
  });

  it("keeps what was typed through a reload", async () => {
    await type("half a sen");
    expect(new Drafts("t").get("s")).toMatchObject({ text: "half a sen", version: 3 });
  });

  it("shows what somebody typed to nobody else on the same computer", () => {
    const mine = new Drafts("t", "ada");
    mine.begin("s", "as it was", 3);
    mine.type("s", "half a secret");
    expect(new Drafts("t", "ada").get("s")).toMatchObject({ text: "half a secret" });
    expect(new Drafts("t", "bob").get("s")).toBeNull();
    mine.end("s");
  });

  it("will not save an empty segment", async () => {
    await type(" {Enter}");
    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(server).not.toHaveBeenCalled();
  });
});

describe("two editors of one segment", () => {
  it("shows both texts", async () => {
    server.mockImplementation(async () => answer(409, conflict));
    await type("as I wrote{Enter}");
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("as I wrote");
    expect(dialog.textContent).toContain("as they wrote");
    expect(shown()).toBe("as they wrote");
  });

  it("keeps mine on top of theirs", async () => {
    server.mockImplementationOnce(async () => answer(409, conflict)).mockImplementationOnce(async () => answer(200, { ...segment, text: "as I wrote", version: 5 }));
    const user = await type("as I wrote{Enter}");
    await user.click(await screen.findByRole("button", { name: "Keep mine" }));
    await waitFor(() => expect(shown()).toBe("as I wrote"));
    expect((await sent())[1]).toEqual({ text: "as I wrote", version: 4 });
  });

  it("takes theirs and drops the draft", async () => {
    server.mockImplementation(async () => answer(409, conflict));
    const user = await type("as I wrote{Enter}");
    await user.click(await screen.findByRole("button", { name: "Take theirs" }));
    expect(shown()).toBe("as they wrote");
    expect(new Drafts("t").get("s")).toBeNull();
  });

  it("goes back to editing mine when the question is closed", async () => {
    server.mockImplementation(async () => answer(409, conflict));
    const user = await type("as I wrote{Enter}");
    await screen.findByRole("dialog");
    await user.keyboard("{Escape}");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("as I wrote");
    expect(new Drafts("t").get("s")).toMatchObject({ text: "as I wrote", version: 4 });
  });
});
