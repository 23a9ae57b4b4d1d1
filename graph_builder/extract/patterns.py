"""Words by the ways in which they tell names, posts and what stands in for a name; the words are in `ontology/`."""

from __future__ import annotations

from graph_builder import vocabulary
from graph_builder.vocabulary import Cue

__all__ = [
    "name_words",
    "nouns_of_posts",
    "stand_ins",
    "verbs_of_posts",
    "words_of_answering",
    "words_of_asking",
    "writing_verbs",
]


def name_words(code: str) -> frozenset[str]:
    """Words, lower case, that tell names apart in one way, a code of the scheme `name-pattern`."""
    return vocabulary.words("name-pattern", code, Cue.WORD)


def nouns_of_posts(code: str) -> frozenset[str]:
    """Nouns that go with posts in one way, a code of the scheme `post-pattern`."""
    return vocabulary.words("post-pattern", code, Cue.NOUN)


def verbs_of_posts(code: str) -> frozenset[str]:
    """Verbs (lemmas) that tell of posts in one way, a code of the scheme `post-pattern`."""
    return vocabulary.words("post-pattern", code, Cue.VERB)


def is_given_name(folded: str) -> bool:
    """Whether a word, folded, is a given name of women or men."""
    return folded in name_words("feminine") or folded in name_words("masculine")


def stand_ins(code: str) -> frozenset[str]:
    """Nouns (lemmas) that stand in for a name in one way, a code of the scheme `stand-in`."""
    return vocabulary.words("stand-in", code, Cue.NOUN)


def writing_verbs() -> frozenset[str]:
    """Verbs (lemmas) that say who wrote a paper."""
    return vocabulary.words("stand-in", "paper", Cue.VERB)


def words_of_answering() -> frozenset[str]:
    """Verbs (lemmas) of somebody who answers: "reply"."""
    return vocabulary.words("speech", "answer", Cue.VERB)


def words_of_asking() -> frozenset[str]:
    """Verbs (lemmas) of somebody who asks or writes and may be answered: "ask", "write"."""
    return vocabulary.words("speech", "ask", Cue.VERB) | writing_verbs()
