"""A picture of each view of the example documents, kept in build/screenshots, to see what a change did."""

from pathlib import Path

import pytest

from graph_builder.graph.folder import GraphFolder
from graph_builder.pipeline import page_of
from graph_builder.view.page import write_page

pytestmark = pytest.mark.page

KEPT = Path(__file__).parents[2] / "build" / "screenshots"
PLACES = {
    "network": "at=person/imogen-charlton-rae",
    "positions": "",
    "timeline": "",
    "table": "words=cash&sort=who",
    "sources": "at=document:treasury-oral-questions.txt",
}


@pytest.mark.parametrize("view", PLACES)
def test_a_picture_of_each_view_is_kept(browser, example, tmp_path, view):
    write_page(page_of(GraphFolder(example)), tmp_path / "graph.html")
    KEPT.mkdir(parents=True, exist_ok=True)
    for name, scheme, width, height in (
        ("", "light", 1440, 900),
        ("-dark", "dark", 1440, 900),
        ("-narrow", "light", 390, 844),
    ):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto((tmp_path / "graph.html").as_uri() + f"#view={view}&{PLACES[view]}")
        page.wait_for_selector("html[data-ready]", state="attached")
        page.wait_for_timeout(400)
        assert page.locator(f"#view-{view}").is_visible()
        page.screenshot(path=KEPT / f"{view}{name}.png")
        context.close()
    assert (KEPT / f"{view}.png").stat().st_size > 20_000
