"""Language models under control: a server that really answers, what it costs from which day on, and a budget."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator

import pytest
from accessibility import faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer
from support.tiny_model import make_model
from verbatim.adapters.llm.local import LlamaProcess


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_LLM_ALLOW_PRIVATE": "127.0.0.0/8"}


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaProcess]:
    """Run llama.cpp's own server with a model of one sentence, in a thread: the browser has the loop of this one."""
    file = make_model(tmp_path_factory.mktemp("model") / "tiny.gguf")
    found: list[LlamaProcess] = []
    ready, loop = threading.Event(), asyncio.new_event_loop()
    ended = asyncio.Event()

    async def run() -> None:
        process = LlamaProcess(file, 4096)
        try:
            await process.ready()
            found.append(process)
            ready.set()
            await ended.wait()
        finally:
            await process.close()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    assert ready.wait(60)
    yield found[0]
    loop.call_soon_threadsafe(ended.set)
    thread.join(30)
    loop.close()


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    """Open a browser profile at the server for organisations."""
    yield from open_context(browser, enterprise_server)


def test_a_server_its_price_and_a_budget_from_beginning_to_end(page: Page, ada: Program, llama: LlamaProcess) -> None:
    sign_in(page, "ada")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/admin/models")
    expect(page.get_by_text("No model answers yet")).to_be_visible()
    page.get_by_role("button", name="New server").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Llama")
    dialog.get_by_label("Kind").select_option("generic_openai")
    dialog.get_by_label("Address").fill(llama.url)
    dialog.get_by_label("Key", exact=True).fill("wrong")
    dialog.get_by_label("Model", exact=True).fill("tiny")
    dialog.get_by_role("button", name="Add the server").click()
    page.get_by_role("button", name="Try Llama").click()
    expect(page.get_by_text("The server does not answer").first).to_be_visible()
    (wrong,) = ada.get("/api/llm/endpoints")["items"]
    ada.patch(f"/api/llm/endpoints/{wrong['id']}", api_key=llama.key)
    page.get_by_role("button", name="Try Llama").click()
    expect(page.get_by_text("The server answers").first).to_be_visible()
    # A price from a day of long ago on, and another one of a day to come, which is not yet what it costs.
    for read, day in (("1000000", "2020-01-01"), ("9000000", "2999-01-01")):
        page.get_by_role("button", name="Set the price of tiny").click()
        dialog = page.get_by_role("dialog", name="Price of tiny")
        dialog.get_by_label("Read", exact=True).fill(read)
        dialog.get_by_label("Written").fill("1000000")
        dialog.get_by_label("Valid from").fill(day)
        dialog.get_by_role("button", name="Set the price").click()
        expect(dialog).to_be_hidden()
    expect(page.get_by_text("tiny: no price")).to_be_hidden()
    page.get_by_role("button", name="New budget").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Limit in money").fill("1000000")
    dialog.get_by_role("button", name="Make the budget").click()
    expect(page.get_by_text(re.compile(r"0\.00 of 1000000\.00"))).to_be_visible()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        assert faults_at_all_widths(page, f"models-in-use-{theme}") == []
    (budget,) = ada.get("/api/llm/budgets")["items"]
    ada.patch(f"/api/llm/budgets/{budget['id']}", limit_micros=0)
    page.reload()
    expect(page.get_by_role("progressbar", name=re.compile("Everybody together"))).to_have_attribute(
        "aria-valuenow", "100"
    )
    page.get_by_role("button", name=re.compile("Remove the budget")).click()
    expect(page.get_by_text("There is no limit")).to_be_visible()
    page.get_by_role("button", name="Remove Llama").click()
    expect(page.get_by_text("No model answers yet")).to_be_visible()
