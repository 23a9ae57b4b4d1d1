"""Why the several names that one document gives of somebody or something were taken for one."""

from __future__ import annotations

import re
from functools import cache

from graph_builder import vocabulary
from graph_builder.model import EntityType, Referent
from graph_builder.names import PersonName, acronym_of, fold, may_be_short_for, person_name
from graph_builder.resolve.body_names import is_acronym
from graph_builder.vocabulary import Cue
from graph_builder.vocabulary.registers import register

__all__ = ["told_as_one"]

BEFORE = 60  # characters before a name in which words stand that call it another name of one


def told_as_one(referent: Referent, text: str) -> list[tuple[str, str]]:
    """Each name of a referent but its fullest, in the order of its forms, and why the reading took it for one.

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
    if fold(" ".join(said.words)) == fold(" ".join(full.words)):
        how = "full name" if full.given else "same name"
        return f"the {how} with a title" if said.titles else "the same name in other letters"
    if said.given and said.surname and fold(said.surname) == fold(full.surname) and full.given:
        return _with_given_name(full, said)
    if said.peer and fold(said.surname) == fold(full.surname):
        return "title of peerage and surname"
    if len(said.words) == 1 or not said.given:
        return _by_one_name(full, said, _where(name, form, text)) or _other_name(form, text)
    return _other_name(form, text)


def _by_one_name(full: PersonName, said: PersonName, where: str) -> str:
    """Why a surname or a given name alone was taken for somebody's; nothing where it is neither of theirs."""
    alone = fold(" ".join(said.words))
    if not said.by_given_name and alone in (fold(full.surname), *map(fold, full.surname.split()[-1:])):
        return "title and surname" if said.titles else f"surname {where} in the same document"
    if alone in map(fold, full.given):
        return "title and given name" if said.titles else f"given name {where}"
    return ""


def _with_given_name(full: PersonName, said: PersonName) -> str:
    """Why a given name and the surname, not as in the fullest name, were taken for it."""
    short, long = (fold(each.given[0]).rstrip(".") for each in (said, full))
    if len(short) == 1:
        return "initial and surname"
    if short == long:
        return "the same name but for a middle one"
    if short in map(fold, full.given[1:]):
        return "middle name and surname"
    alike = may_be_short_for(short, long) or may_be_short_for(long, short)
    return "short form of the given name" if alike else "the same surname, and a like given name"


def _of_body(referent: Referent, form: str, text: str) -> str:
    name = referent.name
    if fold(form) == fold(name):
        return "the same name in other letters"
    if is_acronym(form) and (found := _of_acronym(referent, form, text)):
        return found
    if referent.known and fold(form) in _registered(referent.known):
        return "the register's other name of it"
    if _called_otherwise(form, text) or _called_otherwise(name, text):
        return _other_name(form, text)
    mine, yours = set(fold(name).split()), set(fold(form).split())
    if yours <= mine:
        return "short form of the name"
    return "fuller form of the name" if mine <= yours else "another name in the same document"


def _of_acronym(referent: Referent, form: str, text: str) -> str:
    """Why an acronym was taken for a body's, where the document or the name itself tells."""
    if re.search(rf"\(\s*(?:the |or |[“\"‘])?{re.escape(form)}\b", text):
        return "acronym defined in brackets"
    letters = {acronym_of(each) for each in (referent.name, *referent.forms) if not is_acronym(each)}
    return "acronym of its initials" if form.replace(".", "") in letters else ""


def _where(name: str, form: str, text: str) -> str:
    """Whether a lesser name stands behind the full one for the first time, or before it."""
    alone = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text.replace(name, "·" * len(name)))
    return "before full name" if alone is not None and alone.start() < text.find(name) else "after full name"


def _other_name(form: str, text: str) -> str:
    cue = _called_otherwise(form, text)
    if cue is None:
        return "another name that the document gives"
    return (
        "a name that the document gives as its present one"
        if cue in NOW
        else "a name that the document gives as its former one"
    )


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
