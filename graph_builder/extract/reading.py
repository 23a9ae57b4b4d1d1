"""The whole reading of one document: its names, then what is said of them, then what they say."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.extract.authorship import authorship
from graph_builder.extract.casting import cast_of
from graph_builder.extract.coverage import unheard
from graph_builder.extract.events import events
from graph_builder.extract.language import Language, parse
from graph_builder.extract.roles import roles
from graph_builder.extract.speaker_lines import contributions
from graph_builder.extract.stances import stances
from graph_builder.extract.statements import statements
from graph_builder.extract.trust import trusted
from graph_builder.model import Document, Event, Extraction, Participation, Referent, Statement, Unattributed

__all__ = ["extract_facts", "read_facts", "version"]


def version(language: Language) -> str:
    """What reads the documents: the language model with its version, and the encoder by its weights."""
    return f"{language.name} {language.version}, encoder {language.encoder.digest}"


def extract_facts(document: Document, language: Language) -> Extraction:
    """Everything found in the document, in the order in which the text says it, as sure as its rules have earned."""
    found = read_facts(document, language)
    return replace(
        found,
        roles=trusted(found.roles),
        events=trusted(found.events),
        participations=trusted(found.participations),
        statements=trusted(found.statements),
        stances=trusted(found.stances),
    )


def read_facts(document: Document, language: Language) -> Extraction:
    """The same, as sure as the rules themselves say."""
    text = parse(document, language)
    cast = cast_of(text)
    authorship(text, cast)
    cast.lines = {n: c.speaker for c in contributions(text, cast) if c.speaker for n in c.paragraphs}
    held = tuple(roles(text, cast))
    spoken = list(statements(text, cast, text.reading.attributions))
    said = tuple(s for s in spoken if isinstance(s, Statement))
    happened = list(events(text, cast, said, held))
    stood = tuple(stances(text, cast, said))
    return Extraction(
        source=document.source,
        digest=document.digest,
        referents=(*cast.referents.values(), *(e for e in happened if isinstance(e, Referent))),
        mentions=tuple(cast.mentions),
        roles=held,
        events=tuple(e for e in happened if isinstance(e, Event)),
        participations=tuple(e for e in happened if isinstance(e, Participation)),
        statements=said,
        stances=stood,
        unattributed=tuple(s for s in spoken if isinstance(s, Unattributed)),
        unheard=sum(1 for _ in unheard(text, spoken)),
        model=version(language),
    )
