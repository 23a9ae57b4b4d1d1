"""What a page shows: things, the facts about them, the lines between them, and the documents they are from.

Every value is frozen and ready to be read: dates and codes are already words. Keys are short and stable
(`person/ada-lovell`), so that a link to a thing still works after the next build.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KINDS", "Evidence", "Kind", "Link", "PageData", "PageFact", "Source", "Thing"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing, and the shape that tells it apart without its colour (a shape of vis-network)."""

    code: str
    label: str
    plural: str
    shape: str


KINDS = (
    Kind("person", "Person", "People", "dot"),
    Kind("party", "Party", "Parties", "hexagon"),
    Kind("organisation", "Organisation", "Organisations", "square"),
    Kind("event", "Event", "Events", "diamond"),
    Kind("topic", "Topic", "Topics", "triangle"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read."""

    key: str  # the file's name, as the graph has it
    title: str
    published: str = ""  # ISO, as precise as the document
    published_words: str = ""  # "20 June 2024"
    publisher: str = ""
    authors: tuple[str, ...] = ()
    address: str = ""  # http or https, or nothing
    text: str = ""  # one paragraph a line; "" where the page was made without it


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, party, organisation, event or topic."""

    key: str
    kind: str  # code of one of KINDS
    label: str
    aliases: tuple[str, ...] = ()
    detail: str = ""  # the finer kind, in words: "charity", "open letter"
    when: str = ""  # plain words; events only


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that proves a fact, and the document it stands in."""

    source: str  # key of a Source
    quote: str = ""  # "" where the question gave none
    start: int = -1  # where it stands in Source.text, in code points; -1 where it is not there
    end: int = -1


@dataclass(frozen=True, slots=True)
class PageFact:
    """Something the documents say, once, however many of them say it.

    It reads as a sentence: the subject's label, `words`, the object's label. Where there is no object,
    `text` ends it: the words of a statement, a post in no named body, when and where an event was.
    """

    key: str
    sort: str  # role · event · participation · statement · stance
    subject: str  # key of a Thing
    words: str
    object: str = ""  # key of a Thing, or ""
    text: str = ""
    when: str = ""  # plain words
    date: str = ""  # ISO, for sorting
    until: str = ""  # ISO: the end of a time that has one
    stance: str = ""  # code, for stances only
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[str, ...] = ()  # what to doubt, in words
    single: bool = True  # only one document says so


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the drawing: everything that is said of one thing towards one other."""

    key: str
    source: str
    target: str
    words: str  # "supports · calls for"
    facts: tuple[str, ...]  # keys, in the order of PageData.facts
    tone: str  # for · against · plain · mixed
    doubtful: bool  # each of its facts carries a doubt
    single: bool  # only one document stands behind it


@dataclass(frozen=True, slots=True)
class PageData:
    """A whole page; every tuple is sorted, so that the same graph gives the same bytes."""

    title: str
    things: tuple[Thing, ...] = ()
    facts: tuple[PageFact, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[Source, ...] = ()
    part: str = ""  # what part of a larger graph this is, in a sentence
