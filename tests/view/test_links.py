"""A link, Back and Forward bring a view again exactly, to the pixel."""

import base64

import pytest

pytestmark = [pytest.mark.page, pytest.mark.long]

STEPS = (
    "document.querySelector('[data-view=positions]').click()",
    "document.querySelector('#positions .cell').click()",
    "document.querySelector('[data-sorts=who] .sort').click()",
    "document.getElementById('more-filters').open = true",
    "document.querySelector('[data-sort=role]').click()",
    "document.querySelector('[data-view=timeline]').click()",
    "document.querySelector('button.item:nth-of-type(2)').click()",
    "document.querySelector('[data-view=table]').click()",
    "document.getElementById('panel').scrollTop = 90; document.getElementById('view-table').scrollTop = 400",
    "document.querySelector('[data-view=network]').click()",
    "document.getElementById('loose').click()",
    "document.querySelector('#panel button.thing').click()",
    "document.querySelector('[data-view=sources]').click()",
    "document.querySelector('#documents li:last-child button').click()",
)


SOFT = 12
STILL = {"reduced_motion": "reduce"}


def picture(page):
    page.wait_for_timeout(450)
    page.evaluate("document.activeElement.blur()")
    # Out of the picture by way of its empty corner: nothing is pointed at any longer.
    page.mouse.move(8, 790)
    page.mouse.move(2, 2)
    return page.screenshot()


# How many pixels differ by more than the softening of an edge.
DIFFERENT = """async (pictures) => {
  const [a, b] = await Promise.all(pictures.map(async (data) => {
    const image = new Image();
    image.src = "data:image/png;base64," + data;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  let number = a.length === b.length ? 0 : Infinity;
  for (let i = 0; i < a.length; i += 4) {
    if ([0, 1, 2].some((c) => Math.abs(a[i + c] - b[i + c]) > 60)) number += 1;
  }
  return number;
}"""


@pytest.fixture
def differ(browser):
    page = browser.new_page()
    yield lambda *pictures: page.evaluate(DIFFERENT, [base64.b64encode(each).decode() for each in pictures])
    page.close()


def test_back_and_forward_bring_each_view_again_to_the_pixel(visit, differ, debate):
    page = visit(debate, **STILL).page
    seen = [(page.evaluate("location.hash"), picture(page))]
    steps = page.evaluate("history.length")
    for step in STEPS:
        page.evaluate(f"() => {{ {step}; }}")
        after = picture(page)
        shown = (page.evaluate("location.hash"), after)
        # A step that only changes the place one is at, as reading further down does, is no step of Back.
        if page.evaluate("history.length") == steps:
            seen.pop()
        steps = page.evaluate("history.length")
        seen.append(shown)
    for way, order in (("go_back", seen[-2::-1]), ("go_forward", seen[1:])):
        for link, before in order:
            getattr(page, way)()
            after = picture(page)
            assert page.evaluate("location.hash") == link
            assert differ(after, before) <= SOFT, link


@pytest.mark.parametrize("view", ["network", "positions", "timeline", "table", "sources"])
def test_a_link_brings_the_view_to_another_window_to_the_pixel(visit, differ, debate, view):
    page = visit(debate, **STILL).page
    page.locator(f"[data-view={view}]").click()
    page.evaluate("onrecord.go('organisation/readers-together')")
    page.locator("#more-filters summary").click()
    page.locator("#doubt").select_option("sure")
    first = picture(page)
    other = visit(debate, page.evaluate("location.hash"), **STILL).page
    assert differ(picture(other), first) <= SOFT


def test_a_click_in_the_picture_leaves_it_where_it_is_also_for_who_gets_the_link(visit, differ, debate):
    seen = visit(debate, **STILL)
    spot = seen.page.evaluate("onrecord.point('person/linus-aguirre')")
    seen.page.mouse.click(*seen.middle("person/linus-aguirre"))
    first = picture(seen.page)
    after = seen.page.evaluate("onrecord.point('person/linus-aguirre')")
    assert max(abs(after[axis] - spot[axis]) for axis in "xy") < 0.5
    other = visit(debate, seen.page.evaluate("location.hash"), **STILL).page
    assert differ(picture(other), first) <= SOFT


def test_what_was_dragged_stays_there_and_back_undoes_it(visit, differ, debate):
    seen = visit(debate, **STILL)
    page = seen.page
    before = page.evaluate("onrecord.point('person/linus-aguirre')")
    page.mouse.move(*seen.middle("person/linus-aguirre"))
    page.mouse.down()
    page.mouse.move(*(each + 80 for each in seen.middle("person/linus-aguirre")), steps=5)
    page.mouse.up()
    first = picture(page)
    other = visit(debate, page.evaluate("location.hash"), **STILL).page
    assert differ(picture(other), first) <= SOFT
    page.go_back()
    page.wait_for_timeout(200)
    after = page.evaluate("onrecord.point('person/linus-aguirre')")
    assert (round(after["x"]), round(after["y"])) == (round(before["x"]), round(before["y"]))


MAUD = {"holder": "https://example.org/id/person/maud-ellery", "holderName": "Maud Ellery"}


def test_an_opened_list_is_in_the_link(visit, debate):
    for i in range(60):
        debate["positions"].append({**debate["positions"][0], "topic": f"matter {i}", "said": "", **MAUD})
    page = visit(debate, "#view=timeline&at=person/maud-ellery").page
    page.locator("#panel .more").first.click()
    page.locator("#timeline .more").click()
    lines = page.locator("#timeline .line-of").count(), page.locator("#panel .fact").count()
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert (page.locator("#timeline .line-of").count(), page.locator("#panel .fact").count()) == lines
