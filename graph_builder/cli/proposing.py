"""What the prompt completes: questions, parameters and values; prefixes, terms, variables, and names from the graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from prompt_toolkit.completion import CompleteEvent, Completer, Completion

from graph_builder.cli.options import folder_at
from graph_builder.cli.stopping import Told
from graph_builder.graph.catalogue import Parameter, from_file, names
from graph_builder.graph.namespaces import DEFAULT_BASE, prefixes
from graph_builder.names import fold

if TYPE_CHECKING:
    from prompt_toolkit.document import Document

    from graph_builder.cli.asking import Request
    from graph_builder.graph.parameters import Name

__all__ = ["Proposals", "Vocabulary", "is_sparql"]

MOST = 40
KEYWORDS = (
    "SELECT ASK CONSTRUCT DESCRIBE WHERE DISTINCT OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH PREFIX "
    "GROUP ORDER LIMIT OFFSET HAVING COUNT SUM MIN MAX AVG CONTAINS LCASE STR REGEX BOUND EXISTS NOT DESC"
).split()
COMMANDS = ("help", "queries", "exit")
OPTIONS = ("--evidence", "--explain", "--first", "--format", "--iris", "--limit", "--output", "--timeout", "--verbose")
BEGINS = re.compile(r"\s*(?:#|(?:SELECT|ASK|CONSTRUCT|DESCRIBE|PREFIX|BASE|INSERT|DELETE)\b)", re.IGNORECASE)
IN_STRING = re.compile(r'(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*"((?:[^"\\]|\\.)*)')
WORD = re.compile(r"[?$]?[\w-]*(?::[\w.-]*)?$")
VALUE = re.compile(r"""(?:^|\s)(\w+)=(["']?)([^"']*)$""")


def is_sparql(text: str) -> bool:
    """Whether what is typed is SPARQL, and not the name of a question."""
    return bool(BEGINS.match(text)) or "{" in text


class Vocabulary:
    """All that can be completed; the names in the graph are read by another process while somebody begins to type.

    Raises GraphError where there is no graph.
    """

    def __init__(self, asked: Request) -> None:
        from graph_builder.graph.store import open_store

        folder = folder_at(asked.graph)
        if not asked.endpoint and not asked.file and not folder.store.exists():
            open_store(folder)  # which says what to do
        self.questions = names(asked.folders)
        self._told = Told(lambda: _names_in(asked)) if not asked.endpoint else None

    @cached_property
    def things(self) -> list[Name]:
        """The people, organisations, events and topics of the graph, by their names."""
        from graph_builder.graph.parameters import Name

        return [Name(*each) for each in self._told.all()] if self._told else []

    @cached_property
    def terms(self) -> list[str]:
        """The prefixed names of the ontology's terms and codes, and the prefixes."""
        from graph_builder.graph.spelling import terms

        known = prefixes(DEFAULT_BASE)
        return sorted({*terms(known), *(f"{prefix}:" for prefix in known)})

    def parameters(self, name: str) -> tuple[Parameter, ...]:
        """Those of a question; none where there is no such question."""
        return from_file(self.questions[name]).parameters if name in self.questions else ()

    def values(self, name: str, parameter: str) -> Iterator[str]:
        """What a parameter of a question can be."""
        from graph_builder.graph.parameters import named, proposals

        for one in self.parameters(name):
            if one.name == parameter:
                yield from proposals(None, one)
                yield from dict.fromkeys(thing.label for thing in self.things if named(one, thing.kind))


def _names_in(asked: Request) -> list[list[str]]:
    """The names in the graph that is asked, or nothing where it cannot be read: then nothing is completed."""
    from graph_builder.errors import OnRecordError
    from graph_builder.graph.parameters import names_in
    from graph_builder.graph.store import load_file, open_store

    try:
        store = load_file(asked.file) if asked.file else open_store(folder_at(asked.graph))
    except OnRecordError:
        return []
    return [list(name) for name in names_in(store)]


class Proposals(Completer):
    """Completes what stands before the cursor."""

    def __init__(self, known: Vocabulary) -> None:
        self._known = known

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """What may stand there; the most likely first."""
        text = document.text_before_cursor
        return islice(self._sparql(text) if is_sparql(text) else self._line(text), MOST)

    def _line(self, text: str) -> Iterator[Completion]:
        words = text.split()
        if found := VALUE.search(text):
            yield from self._value(words[0], *found.groups())
            return
        word = "" if text[-1:].isspace() or not text else words[-1]
        if len(words) <= (1 if word else 0) or (words[0] == "queries"):
            choices = [*self._known.questions, *COMMANDS, *KEYWORDS[:4]]
            yield from _beginning(word, choices)
        else:
            parameters = [f"{p.name}=" for p in self._known.parameters(words[0])]
            yield from _beginning(word, [*parameters, *OPTIONS])

    def _value(self, name: str, parameter: str, quote: str, begun: str) -> Iterator[Completion]:
        wanted = fold(begun)
        for value in self._known.values(name, parameter):
            if wanted in fold(value):
                spaced = not re.fullmatch(r"[\w.-]+", value)
                written = f"{quote}{value}{quote}" if quote else f'"{value}"' if spaced else value
                yield Completion(written, -len(begun) - len(quote), display=value)

    def _sparql(self, text: str) -> Iterator[Completion]:
        if string := IN_STRING.fullmatch(text.rpartition("\n")[2]):
            wanted = fold(string[1])
            for thing in self._known.things:
                if wanted and wanted in fold(thing.label):
                    yield Completion(f'{thing.label}"', -len(string[1]), display=thing.label, display_meta=thing.kind)
            return
        found = WORD.search(text)
        word = found[0] if found else ""
        if word[:1] in ("?", "$"):
            variables = dict.fromkeys(re.findall(r"[?$]\w+", text[: len(text) - len(word)]))
            yield from _beginning(word, variables)
            return
        if ":" not in word:
            yield from _beginning(word, KEYWORDS)
        prefix = word.partition(":")[0] + ":"
        terms = self._known.terms
        yield from _beginning(word, (t for t in terms if ":" in word or t.endswith(":")))
        yield from self._things(word, prefix)

    def _things(self, word: str, prefix: str) -> Iterator[Completion]:
        """Names in the graph for the beginning of their IRI, or for words of their label."""
        wanted = fold(word.rpartition(":")[2])
        for thing in self._known.things if len(wanted) > 2 or ":" in word else ():
            if wanted in fold(thing.label) and (":" not in word or thing.short.startswith(prefix)):
                yield Completion(thing.short, -len(word), display=thing.label, display_meta=thing.kind)


def _beginning(word: str, choices: Iterable[str]) -> Iterator[Completion]:
    for choice in choices:
        if choice.lower().startswith(word.lower()) and choice != word:
            yield Completion(choice, -len(word))
