"""How a question may be put in plain English: a line of its file says which words, and what they tell its parameters.

    # Asked: who (signed|put their name to) {about}
    # Asked: what has been promised [on {about}] -> taking=commits-to
    # Asked: which (bodies|{of}) are there

`(a|b)` is either, `[a]` may be missing, `{about}` is a value of that parameter, and what follows the arrow is told
besides. A value of a parameter that takes a code is one of the words by which the codes are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.graph.catalogue import PLAIN, Question
from graph_builder.graph.spoken import code_words

__all__ = ["Said", "phrasings", "readings", "words_of"]

LINE = re.compile(r"^#\s*Asked:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
OWNER = re.compile(r"(?<=\w)'s(?= )|(?<=s)'(?= )")  # is a word of its own: "Ada Nwosu 's job"
PART = re.compile(r"[()\[\]|]|\{\w+\}|[^\s()\[\]|{}]+")


class Said(NamedTuple):
    """What a plain question was understood to say."""

    question: Question
    values: tuple[tuple[str, str], ...]  # parameter and words, or parameter and code
    words: int  # of the question's own words how many the phrasing knows, so that the closest can be told


def phrasings(question: Question) -> list[str]:
    """The lines of a question's file that say how it may be put."""
    return LINE.findall(question.text)


def words_of(asked: str) -> str:
    """The question as phrasings have it: in one line, plain quotation marks, no courtesies, and owners apart."""
    plain = asked.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    bare = re.sub(r"\s+", " ", plain).strip(" ?!.")
    bare = re.sub(
        r"^(?:please |can you |could you |tell me |show me |list |i (?:want|would like) to know )+",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    for short, long in (("who's", "who is"), ("what's", "what is"), ("who've", "who have"), ("when's", "when is")):
        bare = re.sub(rf"\b{short}\b", long, bare, flags=re.IGNORECASE)
    return OWNER.sub(" 's", bare.removesuffix(" please").strip(" ,"))


def readings(question: Question, asked: str) -> Iterator[Said]:
    """Every way in which the question may be what is asked."""
    for line in phrasings(question):
        phrase, _, besides = line.partition("->")
        fixed = tuple(_pair(told) for told in besides.split(",") if told.strip())
        pattern, names = _pattern(question, phrase, asked)
        if found := re.fullmatch(pattern, f"{asked} ", re.IGNORECASE):
            yield _said(question, found, names, fixed)


def _said(question: Question, found: re.Match[str], names: dict[str, str], fixed: tuple[tuple[str, str], ...]) -> Said:
    types = {p.name: p.type for p in question.parameters}
    values, told = dict(fixed), 0
    for group, name in names.items():
        if words := found[group]:
            plain = types[name] in PLAIN
            words = words.strip().replace(" 's", "'s")
            values[name] = words if plain else code_words(types[name])[words.casefold()]
            told += len(words.split()) if plain else 0
    return Said(question, tuple(sorted(values.items())), len(found.string.split()) - told)


def _pattern(question: Question, phrase: str, asked: str) -> tuple[str, dict[str, str]]:
    """The phrasing as a regular expression in which every word ends with a space; and what its groups are values of."""
    types = {p.name: p.type for p in question.parameters}
    names: dict[str, str] = {}
    pattern = ""
    for part in PART.findall(phrase):
        if part in "()[]|":
            pattern += {"(": "(?:", "[": "(?:", "]": ")?"}.get(part, part)
        elif part[0] != "{":
            pattern += f"{re.escape(part)} "
        else:
            name = part[1:-1]
            group = f"v{len(names)}"
            names[group] = name
            pattern += f"(?P<{group}>{_value(types[name], asked)})"
    return pattern, names


def _value(kind: str, asked: str) -> str:
    if kind in PLAIN:
        return r"(?:\S+ )+?"
    told = f" {asked.casefold()} "
    known = sorted((w for w in code_words(kind) if f" {w} " in told), key=len, reverse=True)
    return "|".join(f"{re.escape(words)} " for words in known) or r"(?!)"


def _pair(told: str) -> tuple[str, str]:
    name, _, value = told.partition("=")
    return name.strip(), value.strip()
