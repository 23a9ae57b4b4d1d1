"""Why the several names that one document gives of somebody or something were taken for one."""

from __future__ import annotations

import re
from functools import cache

from graph_builder import vocabulary
from graph_builder.model import EntityType, Referent
from graph_builder.names import PersonName, acronym_of, fold, may_be_short_for, person_name
from graph_builder.resolve.bodies import is_acronym
from graph_builder.vocabulary import Cue
from graph_builder.vocabulary.registers import register

__all__ = ["told_as_one"]

BEFORE = 60  # characters before a name in which words stand that call it another name of one


def told_as_one(referent: Referent, text: str) -> list[tuple[str, str]]:
    """Each name of a referent but its fullest, in the order of its forms, and why the document's reading took it for one.

    `text` is the text of the document that the referent is of.
    """
    forms = dict.fromkeys(form for form in referent.forms if form != referent.name)
    return [(form, _reason(referent, form, text)) for form in forms]


def _reason(referent: Referent, form: str, text: str) -> str:
    if referent.type is EntityType.PERSON:
        return _of_person(referent.name, form, text)
    if referent.type is EntityType.ORGANISATION:
        return _of_body(referent, form, text)
    return "another wording in the same document"


def _of_person(name: str, form: str, text: str) -> str:
    full, said = person_name(name), person_name(form)
    if not full.given:  # a bare surname, with a title or without, is all that the document gives
        return "the same name with a title" if said.titles else "the same name without a title"
    if fold(" ".join(said.words)) == fold(" ".join(full.words)):
        return "the full name with a title" if said.titles else "the same name in other letters"
    if said.peer:
        return "title of peerage and surname" if fold(said.surname) == fold(full.surname) else _other_name(form, text)
    if not said.given and fold(" ".join(said.words)) in (fold(full.surname), fold(full.surname.split()[-1])):
        return "title and surname" if said.titles else f"surname {_where(name, form, text)} in the same document"
    if not said.surname or len(said.words) == 1:
        return _by_given_name(full, said, name, form, text)
    if fold(said.surname) != fold(full.surname):
        return _other_name(form, text)
    return _with_given_name(full, said)


def _by_given_name(full: PersonName, said: PersonName, name: str, form: str, text: str) -> str:
    """Why a single name that is no surname was taken for somebody's."""
    if fold(said.words[0]) not in map(fold, full.given):
        return _other_name(form, text)
    return "title and given name" if said.titles else f"given name {_where(name, form, text)}"


def _with_given_name(full: PersonName, said: PersonName) -> str:
    """Why a given name and the surname, not as in the fullest name, were taken for it."""
    short, long = (fold(each.given[0]).rstrip(".") for each in (said, full))
    if len(short) == 1:
        return "initial and surname"
    if short == long:
        return "the same name but for a middle one"
    if short in map(fold, full.given[1:]):
        return "middle name and surname"
    return "short form of the given name" if may_be_short_for(short, long) else "the same surname, and a like given name"


def _of_body(referent: Referent, form: str, text: str) -> str:
    name = referent.name
    if fold(form) == fold(name):
        return "the same name in other letters"
    if is_acronym(form):
        if re.search(rf"\(\s*(?:the |or |[“\"‘])?{re.escape(form)}\b", text):
            return "acronym defined in brackets"
        letters = {acronym_of(each) for each in (name, *referent.forms) if not is_acronym(each)}
        if form.replace(".", "") in letters:
            return "acronym of its initials"
    if referent.known and fold(form) in _registered(referent.known):
        return "the register's other name of it"
    if _called_otherwise(form, text) or _called_otherwise(name, text):
        return _other_name(form, text)
    if set(fold(form).split()) <= set(fold(name).split()):
        return "short form of the name"
    longer = set(fold(name).split()) <= set(fold(form).split())
    return "fuller form of the name" if longer else "another name in the same document"


def _where(name: str, form: str, text: str) -> str:
    """Whether a lesser name stands behind the full one for the first time, or before it."""
    alone = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text.replace(name, "·" * len(name)))
    return "before full name" if alone is not None and alone.start() < text.find(name) else "after full name"


def _other_name(form: str, text: str) -> str:
    cue = _called_otherwise(form, text)
    if cue is None:
        return "another name that the document gives"
    return "a name that the document gives as its present one" if cue in NOW else "a name that the document gives as its former one"


NOW = frozenset("now|now called|now known as|be called|be known as|takes the title|took the title".split("|"))


def _called_otherwise(form: str, text: str) -> str | None:
    """The words right before a name that call it another name of one, if such stand anywhere before it."""
    for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
        if cue := _cues().search(text[max(0, match.start() - BEFORE) : match.start()]):
            return cue[1].casefold()
    return None


@cache
def _cues() -> re.Pattern[str]:
    words = {w for how in ("once-called", "still-called") for w in vocabulary.words("name-pattern", how, Cue.WORD)}
    longest = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?i)(?<![\w-])({longest})\s+(?:the |dame |sir )?[“\"‘]?$")


@cache
def _registered(iri: str) -> frozenset[str]:
    """The folded names of an entry of the register."""
    found = (entry for entry in register() if entry.iri == iri)
    return frozenset(fold(form) for e in found for form in (e.name, *e.aliases, *e.members, *e.adjectives))
