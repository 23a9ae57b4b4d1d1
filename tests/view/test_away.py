"""What is taken away, pictures, rows and paper, says what it shows, what its signs mean and where it is from."""

import csv
import io
import itertools
import re
from xml.etree import ElementTree as ET

import pytest

pytestmark = pytest.mark.page

VIEWS = ("network", "positions", "timeline", "table", "sources")
SVG = "{http://www.w3.org/2000/svg}"
SHOWN = {  # what a picture of each view has, and its legend
    "network": ("Maud Ellery", "supports", "People", "in doubt", "for and against", "several documents"),
    "positions": ("Union Party", "Linus Aguirre", "opposes", "against it", "in doubt", "topics 1–"),
    "timeline": ("Published", "Farrant review of public libraries", "Without a date", "a span, or a month", "in doubt"),
    "table": ("Linus Aguirre", "said", "Statements", "for it", "in doubt"),
    "sources": ("She did not reply.", "positions", "statements", "several facts"),
}


def at(view):
    return "#view=sources&document=levy-row.eml" if view == "sources" else f"#view={view}"


def words(svg):
    return [(each, "".join(each.itertext())) for each in svg.iter(f"{SVG}text")]


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_of_any_view_has_its_legend_and_sources(visit, debate, view):
    page = visit(debate, at(view)).page
    svg = ET.fromstring(page.evaluate("onrecord.svg()"))  # noqa: S314 - our own page wrote it
    said = " ".join(text for _, text in words(svg))
    for part in (*SHOWN[view], "Who stands where", "Read from", "Sources", "Row over the reading levy deepens"):
        assert part in said
    assert page.evaluate("onrecord.png()") > 20_000


@pytest.mark.parametrize("view", VIEWS)
def test_no_words_of_a_picture_lie_outside_of_it_or_are_small(visit, hostile, view):
    svg = ET.fromstring(visit(hostile, at(view)).page.evaluate("onrecord.svg()"))  # noqa: S314 - as above
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    for each, _ in words(svg):
        assert left <= float(each.attrib["x"]) <= left + width
        assert top <= float(each.attrib["y"]) <= top + height
        assert float(each.get("font-size", "13").removesuffix("px")) >= 12


def test_a_picture_holds_what_is_below_the_edge_of_the_screen_once(visit, debate):
    page = visit(debate, "#view=table").page
    page.evaluate("document.getElementById('view-table').scrollTop = 700")
    svg = ET.fromstring(page.evaluate("onrecord.svg()"))  # noqa: S314 - as above
    places = sorted((float(each.attrib["y"]), float(each.attrib["x"]), text) for each, text in words(svg))
    rows = page.locator("#table tbody tr").count()
    assert sum("Read 1" in text or "Read 2" in text for *_, text in places) == rows + 1
    assert [x for x, y in itertools.pairwise(places) if x[:2] == y[:2]] == []
    assert page.evaluate("document.getElementById('view-table').scrollTop") == 700


def test_a_picture_of_what_is_chosen_shows_it_and_its_neighbours_alone(visit, debate):
    page = visit(debate, "#at=person/linus-aguirre").page
    svg = ET.fromstring(page.evaluate("onrecord.svg()"))  # noqa: S314 - as above
    said = " ".join(text for _, text in words(svg))
    assert "Shown: about Linus Aguirre" in said
    assert "Readers Together" in said
    assert "Hamish Rook" not in said


@pytest.mark.parametrize("view", VIEWS)
def test_a_csv_ends_with_what_it_holds_and_its_sources(visit, debate, view):
    page = visit(debate, f"{at(view)}&from=2029").page
    rows = list(csv.DictReader(io.StringIO(page.evaluate("onrecord.csv()").lstrip("\ufeff"))))
    kinds = [row["kind"] for row in rows]
    assert rows[kinds.index("About this table")]["who"].startswith("Read from")
    assert any("from 2029" in row["who"] for row in rows if row["kind"] == "About this table")
    assert any("opposes" in row["who"] for row in rows if row["kind"] == "Legend")
    told = rows[: kinds.index("About this table")]
    assert {row["document"] for row in told} == {row["document"] for row in rows if row["kind"] == "Source"}
    assert all(row["title"] for row in told)
    assert any(row["sentence"] for row in told)


def test_the_csv_of_positions_has_only_the_topics_that_were_asked_for(visit, debate):
    page = visit(debate, "#view=positions&topics=|levy").page
    rows = list(csv.DictReader(io.StringIO(page.evaluate("onrecord.csv()").lstrip("\ufeff"))))
    told = [row for row in rows if row["kind"] == "Positions"]
    assert {row["leaning"] for row in told} >= {"for", "against"}
    assert all("levy" in row["about"].lower() for row in told)


@pytest.mark.parametrize("view", VIEWS)
def test_paper_is_white_and_has_the_view_its_legend_and_its_sources(visit, debate, view):
    page = visit(debate, at(view), color_scheme="dark").page
    page.set_viewport_size({"width": 720, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = re.sub(
        r"\s+", " ", page.evaluate("document.body.innerText + document.getElementById('printed').textContent")
    )
    for part in (
        "Sources",
        "Row over the reading levy deepens",
        SHOWN[view][0],
        SHOWN[view][-1].replace("topics 1–", ""),
    ):
        assert part in shown
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
