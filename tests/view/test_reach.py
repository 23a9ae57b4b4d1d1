"""Nobody is kept out: every view by axe's rules, in light and dark, on a desk and on a telephone."""

import pytest

pytestmark = pytest.mark.page

VIEWS = ("network", "positions", "timeline", "table", "sources")
PLACES = {
    "network": ("", "at=person/maud-ellery"),
    "positions": ("", "at=link:person/maud-ellery>topic/public-libraries-bill&doubt=sure&sort=number"),
    "timeline": ("", "at=organisation/readers-together"),
    "table": ("", "words=levy&sort=who", "words=zzzz"),
    "sources": ("", "at=document:levy-row.eml"),
}


def faults(page, axe):
    # Under the page's own policy no script may be added: axe comes in from outside of the page, as an extension would.
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    return [
        (rule["id"], node["target"], node["failureSummary"][:200])
        for rule in found["violations"]
        for node in rule["nodes"][:3]
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(visit, debate, axe, view):
    for i, place in enumerate(PLACES[view]):
        page = visit(debate, f"#view={view}&{place}", color_scheme=("light", "dark")[i % 2]).page
        assert faults(page, axe) == []
        page.set_viewport_size({"width": 390, "height": 844})
        page.locator("#theme").click()
        page.locator("#more-filters summary").click()
        page.locator("#away summary").click()
        assert faults(page, axe) == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_scrolls_sideways_on_a_telephone(visit, hostile, view):
    for place in ("", "at=person/hostile-6", "at=document:levy-row.eml"):
        page = visit(hostile, f"#view={view}&{place}", viewport={"width": 390, "height": 844}).page
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        inside = "[...document.querySelectorAll('main *')].filter((e) => e.scrollWidth > e.clientWidth + 1"
        wide = f"{inside} && /auto|scroll/.test(getComputedStyle(e).overflowX)).map((e) => e.id || e.className)"
        assert page.evaluate(wide) == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_and_every_fact_can_be_reached_by_keyboard(visit, debate, view):
    page = visit(debate).page
    page.keyboard.press("Tab")
    for _ in range(8):
        if page.evaluate("document.activeElement.dataset.view") == view:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(f"#view-{view}").is_visible()
    targets = {
        "network": "#network",
        "positions": "#positions .cell",
        "timeline": "#timeline .item",
        "table": "#table .read",
        "sources": "#text .evidence",
    }
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", targets[view]):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight" if view == "network" else "Enter")
    assert page.locator("#panel h2, #panel h3").first.inner_text() != "What is here"


def test_nothing_moves_where_less_motion_is_asked_for(visit, debate):
    page = visit(debate, reduced_motion="reduce").page
    page.locator("#find").fill("maud")
    page.keyboard.press("Enter")
    first = page.evaluate("onrecord.point('person/maud-ellery')")
    page.wait_for_timeout(120)
    assert page.evaluate("onrecord.point('person/maud-ellery')") == first


def test_no_text_is_smaller_than_twelve_pixels(visit, debate):
    smallest = """() => Math.min(...[...document.querySelectorAll("body *")]
      .filter((e) => e.getClientRects().length && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
    for view in VIEWS:
        assert visit(debate, f"#view={view}").page.evaluate(smallest) >= 12
