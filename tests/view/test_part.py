import pytest

from graph_builder.view.answered import Asked, drawn, named_in
from graph_builder.view.network import page_data
from graph_builder.view.page import summary
from graph_builder.view.part import Part, part_of


def keys(data):
    return {thing.key for thing in data.things}


def test_a_part_grows_by_steps_from_its_focus(debate):
    data = page_data(debate)
    focus = frozenset({"person/linus-aguirre"})
    parts = [keys(part_of(data, Part(focus, "Linus Aguirre", depth))) for depth in (0, 1, 2)]
    assert parts[0] == set(focus)
    assert parts[0] < parts[1] < parts[2]
    near = {f.object for f in data.facts if f.subject in focus} | {f.subject for f in data.facts if f.object in focus}
    assert parts[1] == focus | near - {""}


def test_a_part_of_some_kinds_has_no_other(debate):
    part = part_of(page_data(debate), Part(kinds=frozenset({"person", "organisation"})))
    assert {thing.kind for thing in part.things} == {"person", "organisation"}
    assert part.links
    assert all({link.source, link.target} <= keys(part) for link in part.links)


def test_a_part_from_a_time_keeps_what_has_no_date(debate):
    data = page_data(debate)
    part = part_of(data, Part(since="2031-05", until="2031-05-31"))
    dates = {fact.date for fact in part.facts if fact.date}
    assert "2031-05-19" in dates
    assert all((f.until or f.date) >= "2031" and f.date <= "2031-05-31" for f in part.facts if f.date)
    assert {f.key for f in data.facts if not f.date} <= {f.key for f in part.facts}


def test_a_part_about_words_keeps_who_they_are_that_speak_of_it(debate):
    part = part_of(page_data(debate), Part(topic="LEVY"))
    assert "topic/national-reading-levy" in keys(part)
    assert {fact.sort for fact in part.facts} >= {"stance", "role"}
    assert "event/closure-of-saltby-library" not in keys(part)


def test_a_part_says_what_it_leaves_out(debate):
    data = page_data(debate)
    part = part_of(data, Part(topic="levy", kinds=frozenset({"person", "topic"}), since="2031"))
    first = summary(part).split(". Read from")[0]
    counts = f"{len(part.things)} of {len(data.things)} things and {len(part.facts)} of {len(data.facts)} facts"
    assert first == f"A part of the graph: people and topics, about “levy”, from 2031, or without a date; {counts}"


def test_the_things_that_an_answer_names_are_a_part(debate):
    data = page_data(debate)
    asked = Asked("q", ("who", "what"), [("https://example.org/id/person/maud-ellery", "x")], {})
    assert named_in(data, asked) == {"person/maud-ellery"}


@pytest.mark.parametrize("columns", [("subject", "predicate", "object"), ("a", "meets", "c")])
def test_any_answer_can_be_drawn(debate, columns):
    rows = [("https://x.example/id/a/1", "https://x.example/ns#metWith", "https://x.example/id/b/2")]
    labels = {"https://x.example/id/a/1": "One", "https://x.example/id/b/2": "Two"}
    data = drawn(page_data(debate), Asked("Meetings", columns, rows, labels))
    assert {"One", "Two"} <= {thing.label for thing in data.things}
    words = {link.words for link in data.links if (link.source, link.target) == ("a/1", "b/2")}
    assert words == {"met with" if columns[0] == "subject" else "c"}
    assert summary(data).startswith("The answer to a question, drawn:")


def test_values_of_an_answer_are_told_and_not_drawn(debate):
    rows = [("A letter", "2031-05-19", ""), ("Another", "", "")]
    data = drawn(page_data(debate), Asked("Dates", ("title", "published", "by"), rows, {}))
    assert {(f.words, f.text) for f in data.facts} == {("published", "2031-05-19"), ("is in the answer", "")}


@pytest.mark.page
def test_a_page_of_an_answer_opens_without_documents(browser, debate, tmp_path):
    from graph_builder.view.page import write_page

    rows = [("https://x.example/id/a/1", "https://x.example/ns#metWith", "https://x.example/id/b/2")]
    write_page(drawn(page_data(debate), Asked("M", ("subject", "predicate", "object"), rows, {})), tmp_path / "p.html")
    page = browser.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for view in ("network", "positions", "timeline", "table", "sources"):
        page.goto((tmp_path / "p.html").as_uri() + f"#view={view}&at=a/1")
        page.reload()
        page.wait_for_selector("html[data-ready]", state="attached")
        assert "met with" in page.locator("#panel").inner_text()
    assert complaints == []
    page.close()
