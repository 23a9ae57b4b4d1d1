"""What stands around an article on a page, told by its words: the phrases of `furniture.toml`, compared kindly."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["furniture", "plain"]

_NUMBER = re.compile(r"\d[\d,.]*(?<![,.])[km]?\b|\d+")
_EDGES = " \t\u00a0-–—•·*#>«»<›‹|→←↑↓▶✓✔…:.!?()[]{}_~=+"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# "The Mercury newsletter", "More opinion": a name of the site's own may stand in them
_OWN_SECTIONS = re.compile(r"^(?:(?:\S+ ){0,3}newsletters?|more \w+(?: \w+)?)$")
# "Mother of two Ann Bell said …" is a sentence of the news, a blurb has no verb
_MORE = 4  # words that an open phrase may be followed by
_ACTIONS = ("share this ", "download ", "print this ", "back to ", "go to ", "return to ")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|said|says|told|will|would|can|could|does|did)\b")
_QUOTED = re.compile(r"[“”\"]|(?<!\w)['‘]\w")


def plain(text: str) -> str:
    """The words in small letters, every number as "#", spaces single, quotation marks straight."""
    small = text.translate(_QUOTES).lower()
    return " ".join(_NUMBER.sub("#", small).split())


def _edged(text: str) -> str:
    # "#" belongs to numbers here, so a heading's own sharp signs go before numbers turn into them
    return plain(text.strip(_EDGES)).strip(" -–—•·*>«»<›‹|→←:.!?[]{}_~=+…")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The phrases of one kind each, as in `furniture.toml`."""

    section: frozenset[str]
    closing: frozenset[str]
    comments: frozenset[str]
    notice: tuple[tuple[str, ...], ...]
    opening: tuple[str, ...]
    profile: tuple[str, ...]
    promo: tuple[str, ...]
    teaser: frozenset[str]
    button: frozenset[str]
    menu: frozenset[str]
    imprint: tuple[tuple[str, ...], ...]
    label: frozenset[str]
    nameless: frozenset[str]
    tag: frozenset[str]
    role: frozenset[str]
    classes: frozenset[str]

    def is_comments(self, text: str) -> bool:
        """Whether the line heads readers' comments."""
        line = _edged(text)
        return line in self.comments or _starts(line, self.comments)

    def is_section(self, text: str) -> bool:
        """Whether the line heads other stories, links or adverts."""
        line = _edged(text)
        return line in self.section or _starts(line, self.section) or bool(_OWN_SECTIONS.match(line))

    def is_closing(self, text: str) -> bool:
        """Whether the line heads what is no article, if no article follows."""
        return _edged(text) in self.closing

    def is_teaser_link(self, text: str) -> bool:
        """Whether the line invites to read a story that lies elsewhere."""
        return _edged(text) in self.teaser

    def is_button(self, text: str) -> bool:
        """Whether the line is only a button or a place in a menu."""
        line = _edged(text)
        return not line or line in self.button

    def is_label(self, text: str) -> bool:
        """Whether the line is a label such as stands above a headline."""
        return _edged(text) in self.label

    def is_promo(self, text: str) -> bool:
        """Whether the line speaks of another story, or sells something."""
        line = plain(text).lstrip(_EDGES)
        said = next((phrase for phrase in self.promo if line.startswith(phrase)), None)
        # without a colon it may begin a sentence: "Advertisement rules will change"
        return said is not None and (
            said[-1] in ":-–|" or line == said or (len(line.split()) <= 12 and line[-1] not in ".!?")
        )

    def is_notice(self, text: str) -> bool:
        """Whether the block is a notice to visitors: cookies, sign-up, sharing, imprint of the site."""
        line = plain(text)
        if len(line.split()) > 60:
            return False
        if any(all(part in line for part in parts) for parts in self.notice):
            return True
        if _QUOTED.search(text):
            return False
        sentences = _SENTENCE.split(line)
        return any(sentence.startswith(self.opening) for sentence in sentences) or self._is_profile(sentences)

    def _is_profile(self, sentences: list[str]) -> bool:
        whole = " ".join(sentences)
        return (
            len(whole.split()) <= 40 and not _VERB.search(whole) and all(s.startswith(self.profile) for s in sentences)
        )

    def is_imprint(self, text: str) -> bool:
        """Whether the block, at the end of a page, is the publisher's own imprint."""
        line = plain(text)
        return len(line.split()) <= 80 and any(all(part in line for part in parts) for parts in self.imprint)

    def menu_words(self, pieces: list[str]) -> int:
        """How many of the pieces are words of which menus are made."""
        return sum(1 for piece in pieces if self._is_of_menu(piece))

    def _is_of_menu(self, piece: str) -> bool:
        line = _edged(piece)
        return line in self.menu or line in self.button or line in self.section or line.startswith(_ACTIONS)


def _starts(line: str, phrases: frozenset[str]) -> bool:
    """Whether the line is a phrase that "*" leaves open, and a few words more."""
    words = [word.rstrip(":,;") for word in line.split()]
    return any(" ".join([*words[:n], "*"]) in phrases for n in range(max(1, len(words) - _MORE), len(words)))


@cache
def furniture() -> Furniture:
    """The phrases, read once."""
    kinds: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))

    def joined(kind: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(part.strip() for part in phrase.split(" & ")) for phrase in kinds[kind])

    return Furniture(
        section=frozenset(kinds["section"]),
        closing=frozenset(kinds["closing"]),
        comments=frozenset(kinds["comments"]),
        notice=joined("notice"),
        opening=tuple(kinds["opening"]),
        profile=tuple(kinds["profile"]),
        promo=tuple(kinds["promo"]),
        teaser=frozenset(kinds["teaser"]),
        button=frozenset(kinds["button"]),
        menu=frozenset(kinds["menu"]),
        imprint=joined("imprint"),
        label=frozenset(kinds["label"]),
        nameless=frozenset(kinds["nameless"]),
        tag=frozenset(kinds["tag"]),
        role=frozenset(kinds["role"]),
        classes=frozenset(kinds["class"]),
    )
