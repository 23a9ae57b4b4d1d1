"""Two small documents about an invented debate, and what a reader finds in them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest
from pyoxigraph import Store

from graph_builder.decisions import Correction, Decision
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.store import open_store, replace_store
from graph_builder.graph.write import DEFAULT_BASE, Provenance, quads
from graph_builder.model import (
    Document,
    Entity,
    EntityType,
    Event,
    Extraction,
    Identities,
    Judgement,
    Mention,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
    Unattributed,
    Verdict,
)

NEWS = """Home | Sport
Library hours to be cut

Councillor Ada Nwosu, leader of Wexcombe Council, defended the plan on 3 March 2031. "Every branch will stay open," \
she told reporters, "but not every day."

Readers First, a charity, opposes the cut. Its director, Jozef Ilves, may support shorter Sundays. \
"Nobody asked us," a sign read.
"""
LETTER = """Dear Councillor Nwosu

We ask you to think again about the library hours. Mr Ilves has said that the hours fit "nobody who works".

Jozef Ilves, director of Readers First, and Zoë O'Hara
"""


def span(text: str, words: str, after: int = 0) -> Span:
    """Where a text has these words."""
    at = text.index(words, after)
    return Span(at, at + len(words))


def held(person: str, post: str, organisation: str) -> dict[str, str]:
    """A post in the text's own words."""
    return {"person": person, "post": post, "words": post, "organisation": organisation}


def document(source: str, text: str, **known: object) -> Document:
    """A document whose body is every paragraph but the first line."""
    body, at = [], text.index("\n") + 1
    for paragraph in text[at:].split("\n\n"):
        body.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return replace(Document(source, sha256(text.encode()).hexdigest(), text, tuple(body)), **known)  # type: ignore[arg-type]


PERSON, ORGANISATION, EVENT, TOPIC = EntityType.PERSON, EntityType.ORGANISATION, EntityType.EVENT, EntityType.TOPIC
ADA = Entity("ada-nwosu", PERSON, "Ada Nwosu", aliases=("Councillor Nwosu",))
JOZEF = Entity("jozef-ilves", PERSON, "Jozef Ilves")
ZOE = Entity("zoe-ohara", PERSON, "Zoë O'Hara")
COUNCIL = Entity("wexcombe-council", ORGANISATION, "Wexcombe Council", "local-authority")
READERS = Entity("readers-first", ORGANISATION, "Readers First", "charity")
OPEN_LETTER = Entity("open-letter-on-library-hours", EVENT, "Open letter on library hours", "letter")
CUT = Entity("cut", TOPIC, "cut")
SUNDAYS = Entity("shorter-sundays", TOPIC, "shorter Sundays")
HOURS = Entity("library-hours", TOPIC, "library hours", aliases=("hours of the library",))


# A news report with a direct quotation in two parts, two roles, two stances and words without a speaker.
NEWS_PAGE = document(
    "news.txt",
    NEWS,
    title="Library hours to be cut",
    published="2031-03-04",
    publisher="The Wexcombe Bugle",
    authors=("Jozef Ilves",),
    genre="news",
    url="https://example.org/library",
)
N_FIRST = span(NEWS, "Councillor Ada Nwosu, leader of Wexcombe Council, defended the plan on 3 March 2031.")
N_SAID = span(NEWS, '"Every branch will stay open," she told reporters, "but not every day."')
N_AGAINST = span(NEWS, "Readers First, a charity, opposes the cut.")
N_MAYBE = span(NEWS, "Its director, Jozef Ilves, may support shorter Sundays.")
NEWS_FACTS = Extraction(
    NEWS_PAGE.source,
    NEWS_PAGE.digest,
    referents=(
        Referent("p1", PERSON, "Ada Nwosu", forms=("Ada Nwosu",)),
        Referent("o1", ORGANISATION, "Wexcombe Council", "local-authority", ("Wexcombe Council",)),
        Referent("o2", ORGANISATION, "Readers First", "charity", ("Readers First",)),
        Referent("p2", PERSON, "Jozef Ilves", forms=("Jozef Ilves",)),
    ),
    mentions=(Mention(span(NEWS, "Ada Nwosu"), "p1"), Mention(span(NEWS, "she told"), "p1", "pronoun")),
    roles=(
        Role(evidence=N_FIRST, rule="role/apposition", confidence=0.9, **held("p1", "leader", "o1")),
        Role(evidence=N_FIRST, rule="role/other", confidence=0.5, **held("p1", "leader", "o1")),
        Role(evidence=N_MAYBE, rule="role/possessive", start="2029-06", **held("p2", "director", "o2")),
    ),
    statements=(
        Statement(
            evidence=N_SAID,
            rule="statement/direct",
            speaker="p1",
            form="direct",
            addressee_words="reporters",
            parts=(span(NEWS, "Every branch will stay open,"), span(NEWS, "but not every day.")),
            speaker_words=span(NEWS, "she"),
            cue=span(NEWS, "told"),
        ),
    ),
    stances=(
        Stance(evidence=N_AGAINST, rule="stance/verb", holder="o2", stance="opposes", topic="the cut"),
        Stance(
            evidence=N_MAYBE,
            rule="stance/verb",
            holder="p2",
            stance="supports",
            topic="shorter Sundays",
            hedged=True,
            on_behalf_of="o2",
        ),
    ),
    unattributed=(Unattributed(span(NEWS, "Nobody asked us,"), "no speaker near the words"),),
    model="test-model 1.0",
)


# An open letter, which is an event with participants, holding a mixed quotation.
LETTER_PAGE = document("post/letter one.md", LETTER, genre="open-letter")
L_ASKS = span(LETTER, "We ask you to think again about the library hours.")
L_SAID = span(LETTER, 'Mr Ilves has said that the hours fit "nobody who works".')
L_SIGNED = span(LETTER, "Jozef Ilves, director of Readers First, and Zoë O'Hara")
LETTER_FACTS = Extraction(
    LETTER_PAGE.source,
    LETTER_PAGE.digest,
    referents=(
        Referent("p1", PERSON, "Nwosu", forms=("Councillor Nwosu",)),
        Referent("p2", PERSON, "Jozef Ilves", forms=("Mr Ilves", "Jozef Ilves")),
        Referent("p3", PERSON, "Zoë O'Hara", forms=("Zoë O'Hara",)),
        Referent("o1", ORGANISATION, "Readers First", "charity", ("Readers First",)),
        Referent("e1", EVENT, "Open letter to Councillor Nwosu", "letter"),
    ),
    roles=(Role(evidence=L_SIGNED, rule="role/apposition", **held("p2", "director", "o1")),),
    events=(Event(evidence=L_ASKS, rule="event/letter", event="e1", start="2031-03", place="Wexcombe"),),
    participations=(
        Participation(evidence=L_SIGNED, rule="event/signed", event="e1", agent="p2", role="signatory"),
        Participation(evidence=L_SIGNED, rule="event/signed", event="e1", agent="p3", role="signatory"),
        Participation(evidence=L_ASKS, rule="event/letter", event="e1", agent="p1", role="addressee"),
    ),
    statements=(
        Statement(
            evidence=L_SAID,
            rule="statement/reported",
            speaker="p2",
            form="mixed",
            addressee="p1",
            parts=(span(LETTER, 'the hours fit "nobody who works"'),),
            said="2031",
        ),
    ),
    stances=(
        Stance(
            evidence=L_SAID,
            rule="stance/words",
            holder="p2",
            stance="opposes",
            topic="library hours",
            basis="said",
            statement=0,
        ),
    ),
    model="test-model 1.0",
)


# Who is meant by whom in both.
IDENTITIES = Identities(
    entities=(OPEN_LETTER, READERS, COUNCIL, ADA, JOZEF, ZOE, CUT, HOURS, SUNDAYS),
    entity_of={
        ("news.txt", "p1"): ADA,
        ("news.txt", "p2"): JOZEF,
        ("news.txt", "o1"): COUNCIL,
        ("news.txt", "o2"): READERS,
        ("post/letter one.md", "p1"): ADA,
        ("post/letter one.md", "p2"): JOZEF,
        ("post/letter one.md", "p3"): ZOE,
        ("post/letter one.md", "o1"): READERS,
        ("post/letter one.md", "e1"): OPEN_LETTER,
    },
    judgements=(
        Judgement(("news.txt", "p2"), ("post/letter one.md", "p2"), Verdict.SAME, "same full name"),
        Judgement(("news.txt", "p1"), ("post/letter one.md", "p1"), Verdict.UNSURE, "surname only"),
    ),
    topics={
        ("news.txt", "the cut"): CUT,
        ("news.txt", "shorter Sundays"): SUNDAYS,
        ("post/letter one.md", "library hours"): HOURS,
    },
)

DECIDED = Correction(Decision.REJECT, ("role/0000000000000000",), (("says", "nothing"),), "Jo Reader", "not there")
PROVENANCE = Provenance("0.0.test", "test-model 1.0", {"base": "default"}, {DECIDED: "no fact is called so any more"})


READ = ((NEWS_PAGE, NEWS_FACTS), (LETTER_PAGE, LETTER_FACTS))


def built(folder: GraphFolder, base: str = DEFAULT_BASE) -> GraphFolder:
    """The folder, with both documents built into it."""
    with folder.lock():
        for page, facts in READ:
            folder.keep(page.digest, page, facts)
        replace_store(folder, quads([p for p, _ in READ], [f for _, f in READ], IDENTITIES, base, PROVENANCE))
        folder.finish({page.source: page.digest for page, _ in READ}, {"read": 2})
    return folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    """A graph folder that both documents were built into; tests read it only."""
    return built(GraphFolder(tmp_path_factory.mktemp("graph")))


@pytest.fixture(scope="session")
def store(folder: GraphFolder) -> Store:
    """Its store."""
    return open_store(folder)


@pytest.fixture
def empty(tmp_path: Path) -> GraphFolder:
    """A graph folder that nothing was built into."""
    return GraphFolder(tmp_path / "graph")


@pytest.fixture(scope="session")
def debate() -> SimpleNamespace:
    """The documents, what was found in them, who is meant, and how to build them."""
    return SimpleNamespace(
        read=READ, identities=IDENTITIES, provenance=PROVENANCE, build=built, span=span, page=document
    )
