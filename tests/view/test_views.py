"""The views of one graph, and what holds across them."""

import csv
import io
import re
from xml.etree import ElementTree as ET

import pytest

from graph_builder.view.network import page_data

pytestmark = pytest.mark.page
VIEWS = ("network", "positions", "timeline", "table", "sources")


def panel(page):
    return page.locator("#panel").inner_text()


def test_who_stands_where_and_who_says_so_takes_two_clicks(visit, debate):
    page = visit(debate).page
    page.locator("[data-view=positions]").click()
    page.locator("#positions tr", has_text="Linus Aguirre").locator(".cell", has_text="opposes").first.click()
    assert "“A levy on books is a levy on readers,” said Linus Aguirre." in panel(page)
    assert page.locator("#positions tr").count() > 5


def test_a_cell_counts_its_facts_and_shows_doubt(visit, debate):
    first = debate["positions"][0]
    debate["positions"] += [{**first, "evidence": f"Again {i}.", "said": f"2031-0{i}"} for i in (1, 2)]
    page = visit(debate, "#view=positions").page
    assert page.locator("#positions .cell", has_text="×3").count() == 1
    assert "hedged" in page.locator("#positions .cell .query").first.get_attribute("title")


def test_positions_are_grouped_by_party_or_kind_and_sorted(visit, debate):
    page = visit(debate, "#view=positions").page
    assert any("Union Party" in group for group in page.locator("tr.group").all_inner_texts())
    page.locator("#group").select_option("kind")
    assert "People" in page.locator("tr.group").last.inner_text()
    page.locator("#group").select_option("name")
    names = page.locator("#positions tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    page.locator("[data-sorts=who] .sort").click()
    page.locator("[data-sorts=who] .sort").click()
    assert page.locator("[data-sorts=who]").get_attribute("aria-sort") == "descending"
    assert page.locator("#positions tbody th").all_inner_texts() == names[::-1]


def test_the_timeline_has_lanes_spans_and_an_open_list_of_what_has_no_date(visit, debate):
    page = visit(debate, "#view=timeline").page
    lanes = page.locator(".lane[role=group]").evaluate_all("all => all.map((e) => e.getAttribute('aria-label'))")
    assert {"Published", "Review"} <= set(lanes)
    span = page.locator(".item[title^='Farrant review of public']")
    assert span.locator(".bar").bounding_box()["width"] > 60
    undated = page.locator(".undated h2").inner_text()
    number = sum(not f.date and f.sort != "participation" for f in page_data(debate).facts)
    assert f"{number} facts" in undated
    span.click()
    assert "Farrant review of public libraries" in panel(page)


def test_a_crowded_lane_counts_and_opens_its_facts(visit, debate):
    for i in range(70):
        told = {"evidence": f"No {i}.", "said": f"2031-{i % 12 + 1:02}-11", "topic": f"matter {i}"}
        debate["positions"].append({**debate["positions"][0], **told})
    page = visit(debate, "#view=timeline").page
    heap = page.locator("button.heap").first
    number = heap.inner_text()
    heap.click()
    assert page.locator("#panel .fact").count() == int(number)
    before = panel(page)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert panel(page) == before


def test_the_table_sorts_filters_and_gives_what_is_on_screen(visit, debate):
    page = visit(debate, "#view=table").page
    assert page.locator("#table tbody tr").count() == len(page_data(debate).facts)
    page.locator("#words").fill("levy aguirre")
    rows = page.locator("#table tbody tr").count()
    assert 0 < rows < 10
    told = list(csv.reader(io.StringIO(page.evaluate("onrecord.csv()").lstrip("\ufeff"))))
    notes = {"About this table", "Legend", "Source"}
    assert len({tuple(row[:6]) for row in told[1:] if row[0] not in notes}) == rows
    assert any("“A levy on books is a levy on readers,” said Linus Aguirre." in row for row in told)
    page.locator("[data-sorts=who] .sort").click()
    names = page.locator("#table [data-label=Who]").all_inner_texts()
    assert names == sorted(names)


def test_a_formula_in_a_document_stays_text_in_a_spreadsheet(visit, debate):
    debate["positions"][0]["topic"] = "=HYPERLINK(0)"
    page = visit(debate, "#view=table").page
    assert '"\'=HYPERLINK(0)"' in page.evaluate("onrecord.csv()")


def test_every_piece_of_evidence_is_marked_in_its_text_and_leads_to_its_facts(visit, debate):
    page = visit(debate, "#view=sources&document=levy-row.eml").page
    text = page.locator("#text").inner_text()
    told = [e for f in page_data(debate).facts for e in f.evidence if e.source == "levy-row.eml" and e.quote]
    marked = re.sub(r"\s+", " ", " ".join(page.locator("#text .evidence").all_inner_texts()))
    assert all(e.quote in text for e in told)
    assert all(e.quote[:40] in marked for e in told)
    page.locator("#text .evidence", has_text="She did not reply.").first.click()
    assert "Secretary of State for Culture" in panel(page)
    assert page.locator("#text .evidence.on").count() == 1


def test_a_fact_leads_to_its_sentence_in_its_paragraph(visit, debate):
    page = visit(debate, "#at=person/linus-aguirre").page
    page.locator(".fact", has_text="A levy on books").get_by_text("In its paragraph").first.click()
    assert page.locator("#view-sources").is_visible()
    assert "A levy on books is a levy on readers" in page.locator("#text .evidence.on").first.inner_text()


def test_who_is_in_focus_stays_so_from_document_to_document(visit, debate):
    page = visit(debate, "#view=sources&at=person/linus-aguirre").page
    page.locator("#documents button").last.click()
    assert page.locator("#focus-name").inner_text() == "Linus Aguirre"
    assert (
        page.locator("#documents button[aria-current]").inner_text()
        == page.locator("#documents button").last.inner_text()
    )
    page.go_back()
    assert page.locator("#documents button[aria-current]").count() == 1


def test_characters_beyond_the_first_plane_move_no_mark(visit, debate):
    debate["roles"].insert(0, {**debate["roles"][0], "evidence": "𝔄𝔅ℭ 🙂 came first.", "source": "levy-row.eml"})
    page = visit(debate, "#view=sources&document=levy-row.eml").page
    marks = [re.sub(r"\d+$", "", words) for words in page.locator("#text .evidence").all_inner_texts()]
    assert "She did not reply." in marks


def test_focus_filters_and_dates_hold_across_views_and_are_in_the_link(visit, debate):
    page = visit(debate, "#at=person/maud-ellery").page
    page.locator("#more-filters summary").click()
    page.locator("#from").fill("2030")
    page.locator("#doubt").select_option("sure")
    page.locator("[data-sort=statement]").uncheck()
    left = page.locator("#narrowed").inner_text()
    for view in VIEWS:
        page.locator(f"[data-view={view}]").click()
        assert page.locator("#focus-name").inner_text() == "Maud Ellery"
        assert page.locator("#narrowed").inner_text() == left
    page.locator("[data-view=table]").click()
    kinds = set(page.locator("#table [data-label=Kind]").all_inner_texts())
    assert kinds
    assert "Statements" not in kinds
    assert page.locator("#table .doubt").count() == 0
    other = visit(debate, page.evaluate("location.hash")).page
    assert other.locator("#table").inner_text() == page.locator("#table").inner_text()
    assert other.locator("#from").input_value() == "2030"
    assert panel(other) == panel(page)


def test_back_and_forward_restore_each_view_exactly(visit, debate):
    page = visit(debate).page
    steps = [
        lambda: page.locator("[data-view=positions]").click(),
        page.locator("#positions .cell").first.click,
        lambda: page.locator("#group").select_option("kind"),
        lambda: page.locator("[data-view=sources]").click(),
        page.locator("#documents button").last.click,
        lambda: page.locator("[data-view=network]").click(),
    ]
    seen = [page.locator("body").inner_text()]
    for step in steps:
        step()
        seen.append(page.locator("body").inner_text())
    for before in reversed(seen[:-1]):
        page.go_back()
        assert page.locator("body").inner_text() == before
    for after in seen[1:]:
        page.go_forward()
        assert page.locator("body").inner_text() == after


def test_the_link_holds_where_the_picture_was_moved_to(visit, debate):
    seen = visit(debate)
    page = seen.page
    page.locator("#network").hover()
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(400)
    spot = page.evaluate("onrecord.point('person/maud-ellery')")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    again = page.evaluate("onrecord.point('person/maud-ellery')")
    assert abs(again["x"] - spot["x"]) < 4
    assert abs(again["y"] - spot["y"]) < 4


def test_dates_leave_what_may_have_been_then(visit, debate):
    page = visit(debate, "#view=table&from=2031-05&to=2031-05&undated=0").page
    shown = page.locator("#table [data-label=When]").all_inner_texts()
    assert shown
    assert all("2031" in when or "2030" in when for when in shown)
    assert any("19 May 2031" in when for when in shown)


def test_how_two_are_connected(visit, debate):
    page = visit(debate, "#at=person/linus-aguirre").page
    page.get_by_text("How is it connected with …").click()
    page.keyboard.type("maud ell")
    page.keyboard.press("Enter")
    assert "The shortest way has" in panel(page)
    assert page.locator("#panel blockquote").count() >= 2
    assert "path" in page.evaluate("location.hash")


def test_doubt_can_be_asked_for_and_a_contradiction_is_one(visit, debate):
    debate["positions"].append({**debate["positions"][0], "stance": "opposes", "evidence": "She opposed it."})
    page = visit(debate, "#view=table&doubt=contradicted").page
    assert set(page.locator("#table [data-label='Says or does']").all_inner_texts()) == {"supports", "opposes"}
    page.locator("#more-filters summary").click()
    page.locator("#doubt").select_option("hedged")
    assert set(page.locator("#table .doubt").all_inner_texts()) == {"hedged"}


@pytest.mark.parametrize("view", ["positions", "timeline", "table", "network"])
def test_an_empty_view_says_what_to_do(visit, debate, view):
    page = visit(debate, f"#view={view}&hide=person,party,organisation,event,topic").page
    page.get_by_text("Show everything again").locator("visible=true").click()
    assert page.evaluate("location.hash") in {"", f"#view={view}"}


def test_the_picture_can_be_taken_away_with_its_legend_and_sources(visit, debate):
    page = visit(debate).page
    root = ET.fromstring(page.evaluate("onrecord.svg()"))  # noqa: S314 - our own page wrote it
    said = "\n".join(root.itertext())
    for words in ("Maud Ellery", "People", "in doubt", "Sources", "Row over the reading levy deepens"):
        assert words in said
    assert page.evaluate("onrecord.png()") > 20_000
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#printed svg").is_visible()


def test_a_line_says_how_many_facts_it_has(visit, debate):
    first = debate["positions"][0]
    debate["positions"] += [{**first, "evidence": "Again.", "said": "2031-01"}]
    page = visit(debate).page
    name = "person/maud-ellery>topic/public-libraries-bill"
    assert name in page.evaluate("onrecord.lines()")
    assert page.evaluate("name => onrecord.words(name)", name) == "supports ×2"
