"""The public corpora that the encoder learns from, read from their own files; docs/model-card.md gives their terms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from graph_builder.extract.tagging.tags import Attributed, Named
from graph_builder.model import Span
from training.invent.markup import Annotated

__all__ = ["CROSSNER", "crossner", "polnear", "wikigold"]

CROSSNER = ("politics", "science", "music", "literature", "ai")
_LAW = re.compile(r"\b(Act|Bill|Treaty|Constitution|Agreement|Accords?|Convention|Charter|Declaration)\b")
_LABELS = {
    **dict.fromkeys(("person", "politician", "scientist", "writer", "musicalartist", "researcher", "PER"), "PER"),
    **dict.fromkeys(("organisation", "organization", "politicalparty", "university", "band", "ORG"), "ORG"),
    **dict.fromkeys(("location", "country", "LOC"), "LOC"),
    **dict.fromkeys(("event", "election", "conference"), "EVENT"),
    **dict.fromkeys(("book", "poem", "album", "song", "magazine", "academicjournal"), "WORK"),
    "misc": "MISC",
    "award": "MISC",
    "MISC": "?",  # nationalities, works and events alike: nothing is said of these words
}
_KINDS = {"politicalparty": "political-party", "university": "education", "band": "other"}


def polnear(folder: Path) -> Iterator[tuple[str, Annotated]]:
    """Each text with the attributions of its first annotator, by name; nothing is said of names."""
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{_literal(path.stem)}_*.ann"))
        if notes:
            text = path.read_bytes().decode("utf-8")
            yield path.stem, Annotated(text, None, tuple(_standoff(notes[0])))


def _literal(stem: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", stem)


def _standoff(path: Path) -> Iterator[Attributed]:
    """The attributions of one brat file: lines of spans (T) and of what they make together (E)."""
    spans: dict[str, list[Span]] = {}
    for line in path.read_bytes().decode("utf-8").split("\n"):
        key, _, rest = line.rstrip("\r").partition("\t")
        if re.fullmatch(r"T\d+", key):
            _, _, offsets = rest.partition("\t")[0].partition(" ")
            spans[key] = [Span(*map(int, o.split())) for o in offsets.split(";")]
        elif re.fullmatch(r"E\d+", key):
            parts: dict[str, list[Span]] = defaultdict(list)
            for argument in rest.split():
                role, _, target = argument.partition(":")
                parts[re.sub(r"\d+$", "", role).lower()] += spans.get(target, [])
            yield Attributed(*(tuple(sorted(parts[p])) for p in ("source", "cue", "content")))


def crossner(file: Path) -> Iterator[Annotated]:
    """One sentence after the other; what is no person, body, place, event or work of words has no mark."""
    for sentence in _sentences(file, "\t"):
        yield _columns(sentence)


def wikigold(file: Path) -> Iterator[Annotated]:
    """One sentence after the other; words marked MISC are left out of the training (label `?`)."""
    for sentence in _sentences(file, " "):
        yield _columns(sentence)


def _sentences(file: Path, separator: str) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
        word, _, tag = line.rstrip().rpartition(separator)
        if word and word != "-DOCSTART-":
            sentence.append((word, tag))
        elif sentence:
            yield sentence
            sentence = []


def _columns(sentence: list[tuple[str, str]]) -> Annotated:
    """Tokens with IOB tags (either convention) as a text with names."""
    text = ""
    found: list[tuple[int, int, str]] = []
    previous = "O"
    for word, tag in sentence:
        joined = text and not re.match(r"[,.;:!?)\]%]|'s$|n't$", word) and text[-1] not in "(["
        text += " " * bool(joined) + word
        prefix, _, label = tag.partition("-")
        if prefix == "I" and previous == label and found:
            found[-1] = (found[-1][0], len(text), label)
        elif prefix in {"B", "I"}:
            found.append((len(text) - len(word), len(text), label))
        previous = label
    named = (Named(Span(s, e), _label(text[s:e], label), _KINDS.get(label)) for s, e, label in found)
    return Annotated(text, tuple(n for n in named if n.label), None)


def _label(words: str, label: str) -> str:
    mapped = _LABELS.get(label, "")
    return "WORK" if mapped == "MISC" and _LAW.search(words) else mapped
