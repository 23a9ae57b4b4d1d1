"""Every control of the page is used, and nobody is asked for anything: with a network, and where none answers."""

import re

import pytest

pytestmark = [pytest.mark.page, pytest.mark.long]

VIEWS = ("network", "positions", "timeline", "table", "sources")
PLACES = (
    "",
    "at=person/maud-ellery&focus=person/maud-ellery",
    "at=link:person/maud-ellery>topic/public-libraries-bill",
    "at=path:person/maud-ellery>person/linus-aguirre",
    "at=document:levy-row.eml",
    "words=zzzz&topics=|zzzz&hide=person,party,organisation,event,topic",
)
# A control is known by its id, or by what its kind is marked with; a link out of the page is no control of it.
CONTROLS = """() => {
  document.getElementById("away").open = true;
  const marks = ["view", "kind", "sort", "sorts", "reset"];
  const all = document.querySelectorAll("button, input, select, summary, a:not([target]), [tabindex='0']");
  return [...all].map((each) => {
    const mark = marks.find((name) => name in each.dataset);
    const name = each.id || (mark ? `[data-${mark}="${each.dataset[mark]}"]`
      : `${each.tagName.toLowerCase()}.${each.className || each.textContent.slice(0, 14)}`);
    each.dataset.name = name;
    return [name, each.checkVisibility()];
  });
}"""
WORDS = {"from": "2030", "to": "2031-05", "find": "aguirre"}


def use(page, control):
    """What a person does with a control of that sort."""
    tag, kind = control.evaluate("each => [each.tagName, each.type || each.getAttribute('role') || '']")
    if tag == "SELECT":
        for value in control.locator("option").evaluate_all("all => all.map((each) => each.value)"):
            control.select_option(value)
    elif tag == "INPUT" and kind == "text":
        control.fill(WORDS.get(control.get_attribute("id"), "levy"))
        control.press("Enter")
    elif kind == "application":
        use_picture(page, control)
    elif control.is_enabled():
        control.evaluate("each => { each.focus(); each.click(); }")


def use_picture(page, picture):
    picture.hover()
    page.mouse.wheel(0, -200)
    for key in ("ArrowRight", "ArrowUp", "+", "-", "Enter", "/", "Escape", "0"):
        page.keyboard.press(key)
        picture.focus()
    spot = page.evaluate("onrecord.point('person/maud-ellery')")
    picture.hover(position=spot)
    picture.dblclick(position=spot)
    box = picture.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=4)
    page.mouse.up()


def use_everything(page):
    """Uses each control in each place where it is first seen; what there is, and what was used."""
    known, used = set(), set()
    for view in VIEWS:
        for place in PLACES:
            here = f"#box=1&view={view}&{place}"
            page.evaluate("here => { location.hash = here; }", here)
            for name, is_seen in dict(sorted(page.evaluate(CONTROLS))).items():
                known.add(name)
                if name in used or not is_seen:
                    continue
                page.evaluate("here => { location.hash = ''; location.hash = here; }", here)
                page.wait_for_timeout(20)
                page.evaluate(CONTROLS)
                use(page, page.locator(f"[data-name='{name}']").locator("visible=true").first)
                used.add(name)
    return known, used


def asked(seen):
    return [url for url in seen.requests if not url.startswith(("file:", "blob:", "data:"))]


def asked_for(nowhere):
    """What came to the server that never answers, but for the browser's own calls to its maker."""
    first = [words.split("\r\n", 1)[0] for words in nowhere.asked]
    return [line for line in first if not re.search(r"[./](google|googleapis|gvt1)\.com\b", line)]


def test_nobody_is_asked_for_anything_while_every_control_is_used(visit, debate):
    seen = visit(debate)
    known, used = use_everything(seen.page)
    assert known - used == set()
    assert len(used) > 50
    assert asked(seen) == []
    assert [words for words in seen.complaints if "clipboard" not in words.lower()] == []


def test_the_page_is_useful_where_no_name_or_address_answers(cut_off, nowhere, debate):
    seen = cut_off(debate)
    page = seen.page
    page.keyboard.press("/")
    page.keyboard.type("aguirre")
    page.keyboard.press("Enter")
    assert "“A levy on books is a levy on readers,” said Linus Aguirre." in page.locator("#panel").inner_text()
    known, used = use_everything(page)
    assert known - used == set()
    assert asked(seen) == []
    assert asked_for(nowhere) == []


def test_a_page_that_asks_would_be_seen_to_ask_and_to_hang(cut_off, nowhere, debate):
    page = cut_off(debate).page
    page.goto("data:text/html,<p>Here</p><img src='http://x.example/a.png'>", wait_until="commit")
    page.wait_for_timeout(1000)
    assert "GET http://x.example/a.png HTTP/1.1" in asked_for(nowhere)
    assert page.evaluate("document.readyState") != "complete"
