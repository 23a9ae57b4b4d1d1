"""What the page costs, against bare vis-network and against pyvis's own page of the same graph.

    python benchmarks/page.py [--runs 3] [--sizes 60,500,2000] [--pyvis 500]

Prints one row for each target: CPU until the page can be used, CPU for each panned frame, how long a keystroke and a
click take, the size of the file, the share of labels shown, and what the layout of 10,000 things costs. CPU is that of
all processes of the browser together; figures are medians over the runs. Needs Chromium, Playwright and psutil.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, Page, sync_playwright

from graph_builder.model import Document, Span
from graph_builder.view.drawing import vis_script
from graph_builder.view.layout import positions
from graph_builder.view.model import PageData
from graph_builder.view.network import page_data
from graph_builder.view.page import page_html

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync "
    "--disable-component-update --host-resolver-rules=MAP*~NOTFOUND"
).split()
BASE = "https://example.org/id/"
SYLLABLES = "bram dell fen gar hal kett lor mar nor ost pell quar ren sil tor ul vann wick yar zell".split()
STANCES = "supports opposes calls-for commits-to warns-of questions".split()
FRAMES = 60
PAN = f"""async (network) => {{
  const {{ x, y }} = network.getViewPosition();
  for (let i = 0; i < {FRAMES}; i++) {{
    network.moveTo({{ position: {{ x: x + 4 * (i % 20), y }}, animation: false }});
    await new Promise(requestAnimationFrame);
  }}
}}"""
BARE = """<!doctype html><meta charset="utf-8"><style>html,body,#n{height:100%;margin:0}</style><div id="n"></div>
<script>@vis@</script><script>
const data = @data@;
window.network = new vis.Network(document.getElementById("n"),
  { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
  { physics: false, layout: { improvedLayout: false }, edges: { smooth: false, arrows: "to" } });
network.once("afterDrawing", () => { document.documentElement.dataset.ready = "1"; });
</script>"""


def debate(size: int) -> PageData:
    """An invented debate of about so many things and half as many facts again, some of them hubs."""
    chance = random.Random(size)  # noqa: S311 - the same debate each time

    def name(parts: int) -> str:
        return " ".join("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(parts))

    people = [name(2) for _ in range(size * 11 // 20)]
    bodies = [f"{name(1)} Council" for _ in range(size // 4)]
    topics = [f"the {name(1)} bill" for _ in range(size // 5)]
    files = [f"{i}.txt" for i in range(max(3, size // 20))]
    rows: dict[str, list[dict[str, str]]] = {
        "documents": [{"source": file, "title": f"Report {file}", "published": "2031-05-02"} for file in files],
        "people": [{"person": f"{BASE}person/{i}", "name": who, "mention": who} for i, who in enumerate(people)],
        "organisations": [
            {"organisation": f"{BASE}organisation/{i}", "name": n, "mention": n} for i, n in enumerate(bodies)
        ],
        "roles": [],
        "positions": [],
    }
    said: dict[str, list[str]] = {file: [] for file in files}
    for i in range(size * 3 // 2):
        who = int(len(people) * chance.random() ** 2)
        file = chance.choice(files)
        shared = {
            "source": file,
            "confidence": chance.choice(("0.9", "0.6")),
            "evidence": f"{people[who]} said so, {i}.",
        }
        said[file].append(shared["evidence"])
        if i % 2:
            body = int(len(bodies) * chance.random() ** 2)
            where = {"organisation": f"{BASE}organisation/{body}", "organisationName": bodies[body], "role": "member"}
            rows["roles"].append({"person": f"{BASE}person/{who}", "personName": people[who], **where, **shared})
        else:
            about = {"topic": chance.choice(topics), "stance": chance.choice(STANCES), "said": f"2031-0{i % 9 + 1}"}
            rows["positions"].append({"holder": f"{BASE}person/{who}", "holderName": people[who], **about, **shared})
    return page_data(rows, documents=[document(file, sentences) for file, sentences in said.items()])


def document(source: str, sentences: list[str]) -> Document:
    """A document whose paragraphs are these sentences."""
    text, body = "", []
    for sentence in sentences:
        body.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    return Document(source, "", text, tuple(body))


def bare(data: PageData) -> str:
    """The same things and lines in vis-network alone, at the same places, physics off."""
    places = positions({t.key: t.label for t in data.things}, [(k.source, k.target) for k in data.links])
    nodes = [{"id": t.key, "label": t.label, "x": places[t.key][0], "y": places[t.key][1]} for t in data.things]
    edges = [{"from": k.source, "to": k.target, "label": k.words} for k in data.links]
    return BARE.replace("@data@", json.dumps({"nodes": nodes, "edges": edges})).replace("@vis@", str(vis_script()))


def pyvis_own(data: PageData) -> str:
    """Pyvis's page as it comes."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for thing in data.things:
        network.add_node(thing.key, label=thing.label)
    for link in data.links:
        network.add_edge(link.source, link.target, label=link.words)
    return str(network.generate_html())


def cpu(browser_processes: list[psutil.Process]) -> float:
    """CPU seconds that these processes have used."""
    total = 0.0
    for process in browser_processes:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


@contextmanager
def fresh(chromium: Callable[[], Browser]) -> Iterator[tuple[Page, Callable[[], float]]]:
    """A page in a browser of its own, and the CPU that the browser has used so far."""
    browser = chromium()
    try:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto("about:blank")
        me = psutil.Process()
        yield page, lambda: cpu([p for p in me.children(recursive=True) if "chrom" in p.name()])
    finally:
        browser.close()


def opened(page: Page, used: Callable[[], float], path: Path, ready: str, limit: float) -> float:
    """CPU seconds from the address to the first frame of a page that can be used; infinite where that never comes."""
    before = used()
    page.goto(path.as_uri(), wait_until="commit")
    try:
        # A page whose policy forbids eval cannot be asked by a function again and again.
        if ready.startswith("["):
            page.wait_for_selector(f"html{ready}", state="attached", timeout=limit * 1000)
        else:
            page.wait_for_function(ready, timeout=limit * 1000)
    except Exception as error:
        if "Timeout" not in str(error):
            raise
        return float("inf")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return used() - before


def panned(page: Page, used: Callable[[], float], network: str) -> float:
    """CPU milliseconds for each of the frames in which a picture is moved."""
    before = used()
    page.evaluate(f"({PAN})({network})")
    return (used() - before) / FRAMES * 1000


def measured(chromium: Callable[[], Browser], files: dict[str, Path], runs: int) -> dict[str, list[float]]:
    """Every figure of the pages of one graph, from so many runs."""
    found: dict[str, list[float]] = {}
    add = lambda name, value: found.setdefault(name, []).append(value)  # noqa: E731
    for run in range(runs):
        with fresh(chromium) as (page, used):
            add("bare usable", opened(page, used, files["bare"], "[data-ready]", 120))
            add("bare frame", panned(page, used, "network"))
        with fresh(chromium) as (page, used):
            add("ours usable", opened(page, used, files["ours"], "[data-ready]", 120))
            add("ours frame", panned(page, used, "onrecord.network()"))
            add("labels", page.evaluate("onrecord.labelled().length / onrecord.shown().length"))
            for letters in ("b", "br", "bra", "bram"):
                add("keystroke", timed(page, f"onrecord.find('{letters}')"))
            for key in page.evaluate("onrecord.shown().slice(0, 5)"):
                add("click", timed(page, f"onrecord.go({json.dumps(key)})"))
            page.evaluate("loose.click()")
            page.wait_for_timeout(300)
            add("all frame", panned(page, used, "onrecord.network()"))
        if "pyvis" in files and not run:  # once: it takes minutes
            with fresh(chromium) as (page, used):
                done = "window.network && network.physics && network.physics.ready"
                add("pyvis usable", opened(page, used, files["pyvis"], done, 240))
    return found


def timed(page: Page, action: str) -> float:
    """Milliseconds until the browser has drawn what an action changed."""
    frame = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
    script = (
        f"async () => {{ const start = performance.now(); {action}; await {frame}; return performance.now() - start; }}"
    )
    return float(page.evaluate(script))


def layout_seconds(size: int) -> tuple[float, bool]:
    """What a layout costs, and whether it comes out the same again."""
    data = debate(size)
    lines = [(link.source, link.target) for link in data.links]
    labels = {thing.key: thing.label for thing in data.things}
    start = time.process_time()
    first = positions(labels, lines)
    return time.process_time() - start, first == positions(labels, lines)


def row(size: object, what: str, value: str, target: str) -> None:
    """One line of the table."""
    print(f"{size!s:>7}  {what:<44} {value:>22}   {target}")


def tell(size: int, data: PageData, bytes_: int, found: dict[str, list[float]]) -> None:
    """The rows for one graph."""
    middle: dict[str, Any] = {name: statistics.median(values) for name, values in found.items()}
    ours, plain = middle["ours usable"], middle["bare usable"]
    row(size, "CPU to usable: ours / bare", f"{ours:.2f} / {plain:.2f} s = {ours / plain:.2f}", "≤ 1.5")
    if "pyvis usable" in middle:
        row(size, "CPU to usable: pyvis's own / ours", f"{middle['pyvis usable'] / ours:.1f}", "≥ 10 at 500")
    for name, what in (("ours frame", "as it opens"), ("all frame", "everything drawn")):
        ratio = middle[name] / middle["bare frame"]
        row(
            size,
            f"CPU per panned frame, {what}",
            f"{middle[name]:.1f} / {middle['bare frame']:.1f} ms = {ratio:.2f}",
            "≤ 1.25",
        )
    row(size, "a keystroke lists in", f"{middle['keystroke']:.0f} ms", "≤ 100 at 2,000")
    row(size, "a click fills the panel in", f"{middle['click']:.0f} ms", "≤ 250 at 2,000")
    row(size, "labels shown as it opens", f"{middle['labels']:.0%}", "≥ 80 % at 60")
    budget = 510 + 0.6 * len(data.facts)
    row(size, f"size, {len(data.facts):,} facts", f"{bytes_ / 1000:.0f} KB", f"≤ {budget:.0f} KB")


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="60,500,2000")
    parser.add_argument("--pyvis", default="500", help="the sizes at which pyvis's own page is tried")
    parser.add_argument("--layout", type=int, default=10_000)
    asked = parser.parse_args()
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    row("things", "what", "measured", "target")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for size in map(int, asked.sizes.split(",")):
            data = debate(size)
            pages = {"ours": page_html(data), "bare": bare(data)}
            if str(size) in asked.pyvis.split(","):
                pages["pyvis"] = pyvis_own(data)
            files = {name: Path(folder) / f"{name}.html" for name in pages}
            for name, html in pages.items():
                files[name].write_text(html, encoding="utf-8")
            found = measured(lambda: playwright.chromium.launch(executable_path=program, args=FLAGS), files, asked.runs)
            tell(size, data, len(pages["ours"].encode()), found)
    if asked.layout:
        seconds, same = layout_seconds(asked.layout)
        row(
            asked.layout,
            "layout",
            f"{seconds:.1f} CPU s, {'the same' if same else 'NOT the same'}",
            "≤ 4, the same each time",
        )


if __name__ == "__main__":
    main()
