"""The page in a real browser, opened from disk as a colleague would open it."""

import re

import pytest

from graph_builder.view.network import page_data
from graph_builder.view.words import date_words

pytestmark = pytest.mark.page


def find(page, words):
    page.keyboard.press("Escape")
    page.locator("#find").fill(words)
    return page.locator("#found li").all_inner_texts()


def test_the_page_asks_the_network_for_nothing_and_complains_of_nothing(visit, debate):
    seen = visit(debate)
    page = seen.page
    find(page, "ellery")
    page.keyboard.press("Enter")
    page.locator("#theme").click()
    page.locator("[data-kind=event]").uncheck()
    page.locator("#all").click()
    page.mouse.move(*seen.middle("person/orla-farrant"))
    page.wait_for_timeout(200)
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    assert len(seen.requests) == 1
    assert seen.complaints == []


def test_nothing_in_the_documents_runs(visit, hostile):
    seen = visit(hostile)
    for key in seen.page.evaluate("onrecord.shown()"):
        seen.page.evaluate("key => { location.hash = new URLSearchParams({at: key}) }", key)
    for words in ("script", "img", "svg", "اللجنة"):
        assert find(seen.page, words)
    assert seen.page.evaluate("window.hurt") is None
    assert seen.page.locator("#panel img, #panel script, #found img").count() == 0
    assert seen.complaints == []


@pytest.mark.parametrize("words", ["severine duval", "SÉVERINE", "duval, sev", "Ms Duval", "Severrine"])
def test_search_finds_a_name_in_any_spelling(visit, debate, words):
    assert "Séverine Duval" in find(visit(debate).page, words)[0]


def test_search_finds_what_was_said_and_opens_it(visit, debate):
    page = visit(debate).page
    hits = find(page, "shelf without books")
    assert "Tobias Crane" in hits[0]
    page.keyboard.press("Enter")
    assert "This bill is a shelf without books." in page.locator(".fact.on mark").inner_text()


def test_a_search_without_a_match_says_so(visit, debate):
    assert find(visit(debate).page, "zzzzqqq") == ["Nothing goes by that name. Try fewer letters."]


def test_a_click_on_a_thing_shows_its_facts_with_their_sentences_documents_and_dates(visit, debate):
    seen = visit(debate)
    seen.page.mouse.click(*seen.middle("person/linus-aguirre"))
    panel = seen.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Linus Aguirre"
    text = panel.inner_text()
    assert "“A levy on books is a levy on readers,” said Linus Aguirre." in text
    assert "opposes a national reading levy" in text
    assert date_words("2031-05-19") in text


def test_a_click_on_a_line_shows_every_sentence_behind_it(visit, debate):
    seen = visit(debate, "#at=person/maud-ellery")
    seen.page.wait_for_timeout(400)
    seen.page.mouse.click(*seen.middle("person/maud-ellery", "organisation/union-party"))
    assert seen.page.locator("#panel h2").inner_text() == "Maud Ellery and Union Party"
    assert "Maud Ellery is known as member of the Union Party." in seen.page.locator("#panel").inner_text()


def test_a_topic_shows_who_is_for_it_and_who_against(visit, debate):
    page = visit(debate, "#at=topic/national-reading-levy").page
    headings = page.locator("#panel h3").all_inner_texts()
    assert headings == ["For", "Against"]
    assert page.locator("#panel .doubt").all_inner_texts() == ["hedged"]


def test_a_document_shows_its_own_facts(visit, debate):
    page = visit(debate, "#at=document:levy-row.eml").page
    assert "Row over the reading levy deepens" in page.locator("#panel h2").inner_text()
    assert set(page.locator("#panel blockquote footer button:first-child").all_inner_texts()) == {
        "Row over the reading levy deepens"
    }


def test_kinds_are_filtered_with_counts_and_the_link_remembers(visit, debate):
    page = visit(debate).page
    events = sum(thing.kind == "event" for thing in page_data(debate).things)
    assert page.locator("[data-count=event]").inner_text() == str(events)
    page.locator("[data-kind=event]").uncheck()
    assert not [key for key in page.evaluate("onrecord.shown()") if key.startswith("event/")]
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert not page.locator("[data-kind=event]").is_checked()


def test_back_returns_to_what_was_looked_at_before(visit, debate):
    page = visit(debate).page
    for name in ("Hamish Rook", "Petra Halloway"):
        find(page, name)
        page.keyboard.press("Enter")
    page.go_back()
    assert page.locator("#panel h2").inner_text() == "Hamish Rook"


def test_who_is_only_named_is_found_but_not_drawn_at_first(visit, debate):
    page = visit(debate).page
    assert "person/rowan-tilley" not in page.evaluate("onrecord.shown()")
    find(page, "tilley")
    page.keyboard.press("Enter")
    assert "person/rowan-tilley" in page.evaluate("onrecord.shown()")
    assert "say nothing of it" in page.locator("#panel").inner_text()


def test_everything_can_be_reached_by_keyboard(visit, debate):
    page = visit(debate).page
    page.keyboard.press("/")
    page.keyboard.type("crane")
    page.keyboard.press("Enter")
    page.locator("#network").focus()
    page.keyboard.press("ArrowUp")
    assert page.locator("#panel h2").inner_text() != "Tobias Crane"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").inner_text() == "What is here"


def test_four_labels_of_five_are_shown_at_sixty_things(visit, debate):
    page = visit(debate).page
    page.wait_for_timeout(200)
    assert page.evaluate("onrecord.labelled().length / onrecord.shown().length") >= 0.8


@pytest.mark.parametrize("at", ["", "#at=person/maud-ellery", "#loose=1", "#camera=0,0,0.3"])
def test_no_name_in_the_picture_lies_over_another_and_none_is_small(visit, debate, at):
    page = visit(debate, at).page
    page.wait_for_timeout(400)
    boxes = page.evaluate("onrecord.labelled()")
    assert len(boxes) > 5
    overlaps = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]
    ]
    assert overlaps == []
    sizes = [
        float(size) for size in re.findall(r"(\d+)px \$\{FACE\}", page.evaluate("[...document.scripts].at(-1).text"))
    ]
    assert sizes
    assert min(sizes) >= 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit, debate, scheme):
    page = visit(debate, color_scheme=scheme).page
    ratios = page.evaluate(CONTRAST)
    assert {name: round(ratio, 2) for name, (ratio, least) in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("at", ["", "#at=person/maud-ellery", "#at=document:levy-row.eml"])
def test_a_telephone_needs_no_sideways_scroll(visit, hostile, at):
    page = visit(hostile, at, viewport={"width": 390, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_tap_on_a_telephone_brings_the_facts_into_sight(visit, debate):
    page = visit(debate, viewport={"width": 390, "height": 844}).page
    find(page, "Maud")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.locator("#panel h2").bounding_box()["y"] < 844


def test_in_a_large_graph_a_lone_voice_s_topic_waits_until_it_is_asked_for(visit, debate):
    for i in range(90):
        holder = {"holder": f"https://example.org/id/person/voice-{i}", "holderName": f"Voice {i}"}
        debate["positions"].append({**debate["positions"][0], **holder})
    debate["positions"].append({**debate["positions"][0], "topic": "her own idea"})
    seen = visit(debate)
    assert "topic/her-own-idea" not in seen.page.evaluate("onrecord.shown()")
    assert "loose end" in seen.page.locator("#panel").inner_text()
    find(seen.page, "Maud Ellery")
    seen.page.keyboard.press("Enter")
    assert "topic/her-own-idea" in seen.page.evaluate("onrecord.shown()")


def test_an_empty_graph_says_what_to_do_and_nothing_breaks(visit):
    seen = visit({})
    assert "onrecord build FOLDER" in seen.page.locator("main").inner_text()
    assert seen.complaints == []


# WCAG 2: text 4.5 : 1, shapes and lines that carry meaning 3 : 1.
CONTRAST = """() => {
  const style = getComputedStyle(document.documentElement);
  const light = (name) => {
    const hex = style.getPropertyValue(`--${name}`).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const pairs = [["fg", "bg", 4.5], ["mute", "bg", 4.5], ["accent", "bg", 4.5], ["fg", "mark", 4.5],
    ["mute", "mark", 4.5],
    ["accent", "mark", 4.5], ["fg", "card", 4.5], ["for", "bg", 4.5], ["against", "bg", 4.5], ["for", "mark", 4.5],
    ["against", "mark", 4.5], ["focus", "bg", 3], ["edge", "bg", 3], ["person", "bg", 3], ["party", "bg", 3],
    ["organisation", "bg", 3], ["event", "bg", 3], ["topic", "bg", 3]];
  return Object.fromEntries(pairs.map(([a, b, least]) => [`${a} on ${b}`, [ratio(a, b), least]]));
}"""
