"""The invented debate of `debate.toml`, as the catalogue's questions answer it, and a browser to look at its page."""

import socket
import threading
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph_builder.model import Document, Span
from graph_builder.view.network import TITLE, page_data
from graph_builder.view.page import write_page

BASE = "https://example.org/id/"
Row = dict[str, str]
Rows = dict[str, list[Row]]

HOSTILE = (
    "</script><script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=2>",
    "\"><svg onload=window.hurt=3> href='javascript:window.hurt=4'",
    "{{ 7*7 }} {% raw %} ]]> <!-- \u2028",
    "اللجنة العليا للمكتبات العامة",
    "\u202ereversed name\u202c of a committee",
    "A Committee With A Name So Long That It Would Reach Across Any Page " * 3,
    'O’Neill & Sons\' "Books"',
)


def iri(sort: str, name: str) -> str:
    return BASE + sort + "/" + name.lower().replace(" ", "-")


def documents(rows: Rows) -> list[Document]:
    """The documents whose paragraphs are the sentences that the rows give, in their order."""
    told: dict[str, dict[str, None]] = {row["source"]: {} for row in rows.get("documents", ())}
    for table in ("roles", "events", "statements", "positions"):
        for row in rows.get(table, ()):
            told.setdefault(row["source"], {})[" ".join(row["evidence"].split())] = None
    made = []
    for source, sentences in told.items():
        text, body = "Menu. Sign in.", []
        for sentence in sentences:
            body.append(Span(len(text) + 2, len(text) + 2 + len(sentence)))
            text += "\n\n" + sentence
        made.append(Document(source, "", text, tuple(body)))
    return made


class Debate:
    """The debate's rows; each fact in its turn is from the next document."""

    def __init__(self) -> None:
        text = (Path(__file__).parent / "debate.toml").read_text(encoding="utf-8")
        self.told = tomllib.loads(text)
        self.files = [row[0] for row in self.told["documents"]]
        self.people = {row[0] for row in self.told["people"]}

    def agent(self, name: str) -> str:
        return iri("person" if name in self.people else "organisation", name) if name else ""

    def each(self, table: str) -> Iterator[tuple[int, str, list[str]]]:
        for i, row in enumerate(self.told[table]):
            yield i, self.files[i % len(self.files)], row

    def rows(self) -> Rows:
        answers: Rows = defaultdict(list)
        names = ("source", "title", "published", "publisher", "author")
        answers["documents"] = [dict(zip(names, row, strict=True)) for row in self.told["documents"]]
        answers["documents"][0]["address"] = "https://courier.example/libraries"
        for _, file, forms in self.each("people"):
            shared = {"person": self.agent(forms[0]), "name": forms[0], "source": file}
            answers["people"] += [{**shared, "mention": form} for form in forms]
        for _, file, (name, kind) in self.each("organisations"):
            row = {"organisation": self.agent(name), "name": name, "kind": kind, "mention": name, "source": file}
            answers["organisations"].append(row)
        answers["events"] = [self._event(file, row) for _, file, row in self.each("events")]
        answers["roles"] = [self._role(i, file, row) for i, file, row in self.each("roles")]
        # A second document that says the same makes one fact of two sentences.
        answers["roles"].append({**answers["roles"][0], "source": "levy-row.eml", "evidence": "She did not reply."})
        for _, file, (label, name, role) in self.each("participants"):
            row = {"event": iri("event", label), "label": label, "agent": self.agent(name), "agentName": name}
            answers["participants"].append({**row, "role": role, "source": file})
        answers["positions"] = [self._position(i, file, row) for i, file, row in self.each("positions")]
        for i, file, row in self.each("statements"):
            answers["statements"].append(self._statement(i, file, row))
        return dict(answers)

    def _event(self, file: str, row: list[str]) -> Row:
        label, kind, start, end, place = row
        shared = {"event": iri("event", label), "label": label, "kind": kind, "start": start, "end": end}
        planned = "true" if "summit" in label else "false"
        return {**shared, "place": place, "source": file, "evidence": f"On record: {label}.", "planned": planned}

    def _role(self, i: int, file: str, row: list[str]) -> Row:
        person, role, body, area, status, start, end = row
        who = {"person": self.agent(person), "personName": person, "role": role, "area": area, "status": status}
        where = {"organisation": self.agent(body), "organisationName": body, "start": start, "end": end}
        said = f"{person} is known as {role}{f' of the {body}' if body else ''}."
        return {**who, **where, "source": file, "evidence": said, "confidence": "0.55" if i == 7 else "0.90"}

    def _position(self, i: int, file: str, row: list[str]) -> Row:
        holder, stance, topic, evidence = row
        who = {"position": iri("stance", str(i)), "holder": self.agent(holder), "holderName": holder}
        hedged = "true" if "might" in evidence else "false"
        what = {"stance": stance, "topic": topic, "evidence": evidence, "hedged": hedged, "confidence": "0.85"}
        return {**who, **what, "said": "2031-05-19" if i % 4 == 0 else "", "source": file}

    def _statement(self, i: int, file: str, row: list[str]) -> Row:
        speaker, text, form, addressee, evidence = row
        who = {"statement": iri("statement", str(i)), "speaker": self.agent(speaker), "speakerName": speaker}
        to = {"addressee": self.agent(addressee), "addresseeName": addressee, "form": form, "evidence": evidence}
        return {**who, **to, "text": text, "start": "0", "source": file}


@pytest.fixture
def debate() -> Rows:
    return Debate().rows()


@pytest.fixture
def hostile(debate: Rows) -> Rows:
    """The debate, joined by names, titles, quotations and dates that try to break out of the page."""
    for i, words in enumerate(HOSTILE):
        who = f"{BASE}person/hostile-{i}"
        shared = {"source": words, "evidence": words}
        debate["people"].append({"person": who, "name": words, "mention": words + " again", "source": words})
        document = dict.fromkeys(("title", "published", "publisher", "author", "source"), words)
        debate["documents"].append({**document, "address": "javascript:window.hurt=5"})
        stance = {"holder": who, "holderName": words, "stance": words, "topic": words, "said": words}
        debate["positions"].append({**stance, **shared})
        debate["statements"].append({"speaker": who, "speakerName": words, "text": words, "form": "direct", **shared})
        role = {"person": who, "role": words, "area": words, "status": "current", "start": words}
        debate["roles"].append({**role, **shared})
    return debate


class Nowhere:
    """A server that lets everybody in and never answers; it keeps what it was asked first."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self._held: list[socket.socket] = []
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._hold, daemon=True).start()

    def _hold(self) -> None:
        # Closing the server ends the wait.
        with suppress(OSError):
            while True:
                caller, _ = self._server.accept()
                self._held.append(caller)
                self.asked.append(caller.recv(400).decode("latin-1"))

    def close(self) -> None:
        for each in (self._server, *self._held):
            each.close()


@pytest.fixture
def nowhere() -> Iterator[Nowhere]:
    server = Nowhere()
    yield server
    server.close()


class Visit:
    """A page in the browser, and whatever it did that a page must not do."""

    def __init__(self, page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def middle(self, *keys: str) -> tuple[float, float]:
        """Where on the screen a thing is, or the middle between two."""
        box = self.page.locator("#network").bounding_box()
        points = [self.page.evaluate("key => onrecord.point(key)", key) for key in keys]
        mean = {axis: sum(point[axis] for point in points) / len(points) for axis in "xy"}
        return box["x"] + mean["x"], box["y"] + mean["y"]


@pytest.fixture
def visit(browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    yield from visits(browser, tmp_path)


@pytest.fixture
def cut_off(launch, nowhere: Nowhere, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Opens a page where every name and address leads to a server that never answers."""
    chromium = launch(f"--proxy-server={nowhere.address}", "--proxy-bypass-list=<-loopback>")
    yield from visits(chromium, tmp_path)
    chromium.close()


def visits(browser, folder: Path) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def open_page(rows: Rows, at: str = "", title: str = TITLE, **context: object) -> Visit:
        path = folder / "graph.html"
        write_page(page_data(rows, title, documents(rows)), path)
        contexts.append(browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **context}))
        seen = Visit(contexts[-1].new_page())
        seen.page.set_default_timeout(8000)
        seen.page.goto(path.as_uri() + at)
        seen.page.wait_for_selector("html[data-ready]", state="attached")
        return seen

    yield open_page
    for each in contexts:
        each.close()
