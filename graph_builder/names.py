"""How names of people and bodies are taken apart and compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256

from graph_builder import vocabulary

__all__ = [
    "GENERATIONS",
    "PersonName",
    "acronym_of",
    "familiar",
    "fold",
    "may_be_short_for",
    "particles",
    "peerage",
    "person_name",
    "personal_titles",
    "plain",
    "post_nominals",
    "slug",
]

GENERATIONS = {
    "jr": "junior",
    "jnr": "junior",
    "junior": "junior",
    "the younger": "junior",
    "sr": "senior",
    "senior": "senior",
    "the elder": "senior",
    "ii": "second",
    "iii": "third",
}
WORD = re.compile(r"[^\s,()]+")
LONGEST_SLUG = 80


@cache
def personal_titles() -> Mapping[str, str]:
    """Titles before names, lower case and without full stops, and the full form of each: "revd" → Reverend."""
    found: dict[str, str] = {}
    for title in vocabulary.concepts("personal-title"):
        usual = title.broader in ("courtesy", "honour", "peerage")
        if usual if title.before_name is None else title.before_name:
            for form in (title.label, *title.alternatives):
                found.setdefault(form.casefold().replace(".", ""), title.label)
    found["rt"] = found["rt hon"]  # met word by word
    return found


def particles() -> frozenset[str]:
    """Small words, lower case, that are part of the surname after them: de, van."""
    return vocabulary.words("name-pattern", "particle", vocabulary.Cue.WORD)


@cache
def peerage() -> frozenset[str]:
    """Titles that make a peer: Lord, Baroness."""
    return frozenset(t.label for t in vocabulary.concepts("personal-title") if t.broader == "peerage")


@cache
def post_nominals() -> frozenset[str]:
    """Letters after names: MP, OBE, KC."""
    letters = (t for t in vocabulary.concepts("personal-title") if t.broader == "letters")
    forms = (form for t in letters for form in (t.label, *t.alternatives))
    return frozenset(f for f in forms if " " not in f and f.casefold() not in GENERATIONS and f not in ("MS", "AS"))


@cache
def _genders() -> Mapping[str, str | None]:
    return {title.label: title.gender for title in vocabulary.concepts("personal-title")}


def plain(name: str) -> str:
    """The name with straight apostrophes, single spaces, and no possessive ending."""
    straight = " ".join(name.replace("’", "'").replace("‘", "'").split())
    return re.sub(r"(?<=[sS])'$|'[sS]$", "", straight).strip(" ,;:")


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """What is left of a name when case, accents, "the", punctuation and "&" make no difference."""
    bare = unicodedata.normalize("NFKD", plain(name)).casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c)).replace("&", " and ")
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", bare)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words).replace("'", "")


def slug(name: str) -> str:
    """The name as the last part of an IRI: lower case, ASCII letters, digits and hyphens, at most 80 of them.

    A hash stands in for what is cut off, or for a name that has nothing such in it.
    """
    bare = fold(name)
    ascii_only = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    readable = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if readable and len(readable) <= LONGEST_SLUG:
        return readable
    digits = sha256((bare or name).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{readable[:60].rstrip('-')}-{digits}".lstrip("-")


@cache
def _familiar() -> Mapping[str, tuple[str, ...]]:
    """The given names that each familiar form may stand for, lower case, where it does not begin like them."""
    found: dict[str, tuple[str, ...]] = {}
    for name in vocabulary.concepts("given-name"):
        for form in name.alternatives:
            found[form.casefold()] = (*found.get(form.casefold(), ()), name.code)
    return found


def familiar(short: str) -> tuple[str, ...]:
    """The given names that a folded one may stand for without beginning like them: "bill" → william."""
    return _familiar().get(short, ())


def acronym_of(name: str) -> str:
    """The initials of the words of a name that are written with a capital: "Care Quality Commission" → "CQC"."""
    return "".join(w[0] for w in re.findall(r"[^\W\d_][\w'’]*", name) if w[0].isupper())


def may_be_short_for(short: str, long: str) -> bool:
    """Whether one folded given name may stand for another: an initial, a beginning ("ros"), or a familiar form."""
    if len(short) <= 1:
        return long.startswith(short)
    return (len(short) > 2 and long.startswith(short)) or long in familiar(short)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart; any part may be empty."""

    titles: tuple[str, ...] = ()  # Professor, Dame
    words: tuple[str, ...] = ()  # given names and surname, as written
    place: str = ""  # "Kell" of Baroness Orme of Kell
    letters: tuple[str, ...] = ()  # MP, OBE
    generation: str = ""  # "junior" or "senior", where father and son share the name

    @property
    def peer(self) -> str:
        """The title of peerage, or nothing."""
        return next((t for t in self.titles if t in peerage()), "")

    @property
    def full(self) -> str:
        """The name that a person goes by: without courtesy titles, but with a peerage, which is part of it."""
        bare = " ".join(self.words)
        if self.peer and len(self.given) == 0:
            return " ".join(filter(None, (self.peer, bare, f"of {self.place}" if self.place else "")))
        return bare

    @property
    def surname(self) -> str:
        """The last name with its particles: "de Souza"; a knight's or dame's single name is a given name."""
        if not self.words or (len(self.words) == 1 and self.by_given_name):
            return ""
        first = len(self.words) - 1
        while first > 0 and self.words[first - 1].lower() in particles():
            first -= 1
        small = (i for i, word in enumerate(self.words[:first]) if word in particles())
        return " ".join(self.words[next(small, first) :])

    @property
    def given(self) -> tuple[str, ...]:
        """The names before the surname."""
        if len(self.words) == 1:
            return self.words if self.by_given_name else ()
        return self.words[: len(self.words) - len(self.surname.split())]

    @property
    def by_given_name(self) -> bool:
        """Whether the title is one that goes before a given name: Sir Iain, Dame Edith."""
        return any(t in ("Sir", "Dame") for t in self.titles)

    @property
    def gender(self) -> str | None:
        """What a title says of it: "f", "m", or nothing."""
        return next((found for t in reversed(self.titles) if (found := _genders().get(t))), None)


@lru_cache(maxsize=100_000)
def person_name(written: str) -> PersonName:
    """A person's name, as written, taken apart."""
    titles: list[str] = []
    words = WORD.findall(plain(written))
    while words and words[0].casefold() == "the":
        words = words[1:]
    while words and (found := _title(words)):
        titles.append(found[0])
        words = words[found[1] :]
    letters, generation = _after(words)
    place = ""
    if "of" in words[0 if peerage().intersection(titles) else 1 :]:
        at = words.index("of")
        words, place = words[:at], " ".join(words[at + 1 :])
    return PersonName(tuple(titles), tuple(words), place, tuple(letters), generation)


def _after(words: list[str]) -> tuple[list[str], str]:
    """What stands after a name, taken off it: letters, and which of two who share it is meant."""
    letters: list[str] = []
    generation = ""
    while len(words) > 1:
        if words[-1].rstrip(".") in post_nominals():
            letters.insert(0, words.pop().rstrip("."))
        elif size := next((n for n in (2, 1) if len(words) > n and _generation(words[-n:])), 0):
            generation = _generation(words[-size:])
            del words[-size:]
        else:
            break
    return letters, generation


def _generation(words: list[str]) -> str:
    return GENERATIONS.get(" ".join(words).rstrip(".").casefold(), "")


def _title(words: list[str]) -> tuple[str, int] | None:
    """The title that the words begin with, and how many of them it takes."""
    for size in (2, 1):
        written = " ".join(words[:size]).replace(".", "").casefold()
        if len(words) >= size and words[0][:1].isupper() and (known := personal_titles().get(written)):
            return known, size
    return None
