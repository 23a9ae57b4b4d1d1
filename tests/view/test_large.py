"""More than anybody can look at: the page opens on what is best connected, and grows step by step."""

import pytest

from graph_builder.view.network import page_data
from graph_builder.view.page import page_html

pytestmark = pytest.mark.page
PARTS = 400


@pytest.fixture
def many(debate):
    for i in range(PARTS):
        who = f"https://example.org/id/person/voice-{i}"
        shared = {"holder": who, "holderName": f"Voice {i}", "evidence": f"So said voice {i}."}
        for topic in ("the Public Libraries Bill", f"matter {i // 4}") if i < 60 else (f"matter {i // 4}",):
            debate["positions"].append({**debate["positions"][0], **shared, "topic": topic})
    return debate


def test_it_opens_on_the_best_connected_and_says_what_it_leaves_out(visit, many):
    page = visit(many).page
    shown = page.evaluate("onrecord.shown()")
    things = page_data(many).things
    assert len(shown) == 120
    assert {"topic/public-libraries-bill", "person/maud-ellery"} <= set(shown)
    left_out = f"{len(things) - 120} things of {len(things)}: the 120 best connected are drawn"
    assert left_out in page.locator("#panel").inner_text()
    page.locator("#loose").check()
    assert len(page.evaluate("onrecord.shown()")) == len(things)


def test_it_grows_by_a_step_and_the_link_remembers(visit, many):
    page = visit(many, "#at=topic/matter-95").page
    assert "person/voice-380" in page.evaluate("onrecord.shown()")
    page.get_by_text("Draw its neighbours").click()
    page.keyboard.press("Escape")
    page.evaluate("onrecord.go('person/maud-ellery')")
    assert "person/voice-380" in page.evaluate("onrecord.shown()")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert "person/voice-380" in page.evaluate("onrecord.shown()")


def test_the_page_stays_small(many, debate):
    for rows in (debate, many):
        data = page_data(rows)
        assert len(page_html(data).encode()) <= 510_000 + 600 * len(data.facts)


def test_a_keystroke_and_a_click_are_answered_at_once(visit, many):
    page = visit(many).page
    timed = """async (action) => {
      const start = performance.now();
      action === "find" ? onrecord.find("voi") : onrecord.go("topic/public-libraries-bill");
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    }"""
    assert min(page.evaluate(timed, "find") for _ in range(5)) <= 100
    assert min(page.evaluate(timed, "click") for _ in range(5)) <= 250
