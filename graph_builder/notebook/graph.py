"""A graph that was built, to be asked, seen and taken away in a Python program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph_builder.errors import GraphError, UnknownName
from graph_builder.graph.catalogue import question
from graph_builder.graph.check import check
from graph_builder.graph.describe import Description, Why, describe, find, why
from graph_builder.graph.export import FORMATS, export
from graph_builder.graph.find import kindly
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.info import info
from graph_builder.graph.query import answer
from graph_builder.graph.store import Store, base_of, open_store
from graph_builder.notebook.markup import counts_html, description_html
from graph_builder.notebook.table import Table
from graph_builder.settings import graph_folder

__all__ = ["About", "Graph"]

Given = str | int | float | Sequence[str]


class About(Description):
    """Everything that the documents say of one thing: `sections`, each of items with their evidence and document."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return description_html(self)


class Graph:
    """A graph folder that `build` or `onrecord build` made; every question is asked of it as it is then.

    graph = Graph("debate")
    graph.query("positions", about="school meals").to_pandas()
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        """The graph in a folder; by default ONRECORD_GRAPH, else `output`. Raises GraphError where there is none."""
        self._folder = GraphFolder(graph_folder(Path(folder) if folder is not None else None))
        open_store(self._folder)

    @property
    def folder(self) -> Path:
        """Where the graph lies."""
        return self._folder.path

    @property
    def report(self) -> dict[str, Any]:
        """What the last build did: the documents that are new, changed, removed, unchanged and skipped."""
        return self._folder.read_report()

    @property
    def counts(self) -> dict[str, int]:
        """How many documents, people, organisations, events, statements, positions and so on there are."""
        return info(self._folder).counts

    def query(self, asked: str, **parameters: Given) -> Table:
        """What a question answers: one of the catalogue, by its name and with its parameters, or any SPARQL.

        graph.query("statements", who="Imogen Charlton-Rae", about="cash")
        graph.query("SELECT ?name WHERE { ?person a foaf:Person ; foaf:name ?name }")

        A parameter may be given several values, any of which then fits. A graph that is asked for comes as its triples,
        yes or no as one row. Raises UnknownName for a question that there is not, and QueryError for one that cannot
        be answered.
        """
        store = open_store(self._folder)
        sparql, title = _asked(store, asked, parameters)
        base = base_of(store)
        found = answer(store, sparql, base)
        return Table(found.columns, found.values(), title, base)

    def documents(self) -> Table:
        """Which documents were read, and what they say of themselves."""
        return self.query("documents")

    def people(self, **parameters: Given) -> Table:
        """Who is named, by which names and where; `named`: part of the person's name."""
        return self.query("people", **parameters)

    def organisations(self, **parameters: Given) -> Table:
        """Which bodies are named, and of which kind they are."""
        return self.query("organisations", **parameters)

    def roles(self, **parameters: Given) -> Table:
        """Who holds which post, where and when."""
        return self.query("roles", **parameters)

    def events(self, **parameters: Given) -> Table:
        """What happened, when and where."""
        return self.query("events", **parameters)

    def participants(self, **parameters: Given) -> Table:
        """Who took part in which event, and as what."""
        return self.query("participants", **parameters)

    def statements(self, **parameters: Given) -> Table:
        """Who said what; `who`: part of the speaker's name, `about`: words in what was said."""
        return self.query("statements", **parameters)

    def positions(self, **parameters: Given) -> Table:
        """Who stands where; `about`: words in the topic, `who`: part of the holder's name, `taking`: a code."""
        return self.query("positions", **parameters)

    def show(self, name: str) -> About:
        """Everything said of one person, organisation, event or topic; part of its name is enough.

        Raises UnknownName where nothing goes by it, or several things do.
        """
        store = open_store(self._folder)
        found = find(store, name)
        if len(found) != 1:
            several = ", ".join(f"{match.label} ({match.kind or match.type})" for match in found)
            raise UnknownName(
                f"{name!r} may be any of {several}" if found else f"nothing in the graph goes by {name!r}"
            )
        about = describe(store, found[0].iri)
        return About(about.iri, about.label, about.type, about.kind, about.aliases, about.sections)

    def why(self, fact: str) -> Why:
        """The sentence that proves a fact, in its paragraph; `fact` as the answers name it, or its beginning."""
        return why(self._folder, fact)

    def check(self) -> list[str]:
        """What is wrong with the graph by the ontology's shapes, each a sentence; nothing where it is well made."""
        return check(self._folder)

    def export(self, path: str | Path, format: str = "") -> Path:  # noqa: A002  (the command's own word)
        """The graph in a file that other programs read; by default in the format that the file's name ends with.

        `format` is turtle, trig, nquads, ntriples, jsonld or rdfxml. Says where the file is.
        """
        file = Path(path)
        endings = {ending: name for name, ending in FORMATS.items() if name != "csv"}
        wanted = format or endings.get(file.suffix, "")
        if wanted not in endings.values():
            raise UnknownName(f"name a format for {file.name}: {', '.join(endings.values())}")
        with _written(file).open("wb") as out:
            export(self._folder, wanted, out)
        return file

    def view(self, path: str | Path | None = None) -> Path:
        """The page of the graph, which needs no network, and where it is; by default in the graph folder."""
        from graph_builder.pipeline import page_of
        from graph_builder.view.page import write_page

        file = Path(path) if path is not None else self._folder.page
        write_page(page_of(self._folder), _written(file))
        return file

    def __repr__(self) -> str:
        return f"Graph({str(self.folder)!r})"

    def _repr_html_(self) -> str:
        return counts_html(str(self.folder), self.counts)


def _asked(store: Store, asked: str, parameters: dict[str, Given]) -> tuple[str, str]:
    """The SPARQL of a question, and what it is called."""
    if "{" in asked or " " in asked.strip():
        if parameters:
            raise UnknownName("only a question of the catalogue has parameters; write the values into the SPARQL")
        return asked, ""
    chosen = question(asked)
    values = {name: _texts(given) for name, given in parameters.items()}
    return chosen.bind(kindly(store, chosen, values)), chosen.help


def _texts(given: Given) -> list[str]:
    return [str(given)] if isinstance(given, str | int | float) else [str(each) for each in given]


def _written(file: Path) -> Path:
    """The file, in a folder that is there."""
    if not file.parent.is_dir():
        raise GraphError(f"there is no folder {file.parent} to write {file.name} to")
    return file
