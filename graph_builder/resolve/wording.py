"""Words compared by what they say: without articles, order, plurals and possessives."""

from __future__ import annotations

import re
from functools import lru_cache

from graph_builder.names import fold

__all__ = ["SMALL", "content", "head", "reads_well", "without_article"]

SMALL = frozenset(
    """a an and any as at be been being both but by for from had has have he her him his if in into is it its itself me
    my of on or our ours own s she so some such than that the their them there these they this those to us was
    we were what which who whose will with would you your""".split()
)
JOINS = re.compile(r"\b(?:about|against|as|at|by|for|from|in|into|of|on|over|that|to|towards|under|which|who|with)\b")


@lru_cache(maxsize=200_000)
def content(words: str) -> frozenset[str]:
    """The words that say something, each in its singular; a wording that has only small ones keeps them."""
    split = re.sub(r"['’]s\b|['’]", "", words.replace("’", "'")).replace("-", " ")
    folded = fold(split).split()
    return frozenset(_singular(w) for w in folded if w not in SMALL) or frozenset(folded)


@lru_cache(maxsize=200_000)
def head(words: str) -> str:
    """What a noun phrase is about: the last word before its first preposition; of "paying …" it is "paying"."""
    bare = [w for w in fold(words).split() if w not in ("a", "an", "the")]
    if bare and bare[0].endswith("ing") and len(bare) > 1:
        return bare[0]
    phrase = JOINS.split(" ".join(bare), maxsplit=1)[0].split() or bare
    return _singular(phrase[-1]) if phrase else ""


def without_article(words: str) -> str:
    """The words without an article at their head."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.casefold() in ("the", "a", "an") else words


def reads_well(words: str) -> bool:
    """Whether words can stand alone as a label: not too long, quotation marks in pairs, no loose end."""
    last = words.split()[-1:] or [""]
    pairs = all(words.count(a) == words.count(b) for a, b in ("“”", "()", "‘’")) and words.count('"') % 2 == 0
    return pairs and " ," not in words and len(words.split()) <= 12 and last[0].casefold() not in SMALL


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
