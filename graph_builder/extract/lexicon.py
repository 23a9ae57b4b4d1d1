"""The knowledge of `ontology/` in the shapes in which the extractors ask for it; each is made once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from graph_builder import vocabulary
from graph_builder.extract.patterns import name_words, nouns_of_posts
from graph_builder.names import fold
from graph_builder.vocabulary import Cue, Entry, of_registers

__all__ = [
    "body_descriptions",
    "body_heads",
    "entry",
    "full_post",
    "kind_by_name",
    "offices_as_titles",
    "party_adjectives",
    "party_codes",
    "party_words",
    "post_heads",
    "post_titles",
    "post_verbs",
    "post_words",
    "register_names",
    "seat_posts",
    "sentence_openers",
    "status_words",
    "titles_of_office",
]


def body_heads() -> frozenset[str]:
    """Words, lower case, that mark a run of capitals as the name of a body."""
    return name_words("body")


@cache
def body_descriptions() -> Mapping[str, str]:
    """Common nouns for bodies, lower case, and the kind each means: "think tank" → charity."""
    return {fold(word): code for word, code in vocabulary.cues("organisation-kind", Cue.DESCRIPTION).items()}


@cache
def _head_words() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    found = []
    for concept in vocabulary.concepts("organisation-kind"):
        for word in concept.words(Cue.HEAD):
            loose = concept.precedence < 100 or " " in word
            pattern = rf"\b{re.escape(word)}\b" if loose else rf"^{re.escape(word)}\b|\b{re.escape(word)}$"
            found.append((re.compile(pattern), concept.code, concept.precedence, -len(word.split())))
    return tuple((p, code, rank) for p, code, rank, size in sorted(found, key=lambda f: (f[3], f[2], f[0].pattern)))


def _form(form: str) -> str:
    """The pattern of a form of names: dots stand for the rest of the name, and for letters where no space follows."""
    inner = re.escape(form.strip("… "))
    if form.startswith("…") and form.endswith("…"):
        return inner
    if "…" in form.strip("…"):
        return rf"^{inner.replace('…', '.*')}$"
    if form.endswith("…"):
        return rf"^{inner}\b"
    return rf"\b{inner}$" if form.startswith("… ") else rf"[a-z]{inner}$"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms of names that tell a kind by themselves ("Committee on …", "…s' Council"), the longest first."""
    kinds = vocabulary.concepts("organisation-kind")
    told = [(form, kind.code, kind.precedence) for kind in kinds for form in kind.words(Cue.FORM)]
    ordered = sorted(told, key=lambda each: (-len(each[0].strip("… ")), each[2]))
    return tuple((re.compile(_form(form)), code) for form, code, _ in ordered)


JOINING = frozenset("association alliance federation council society union institute institution guild league".split())


@lru_cache(maxsize=4096)
def kind_by_name(name: str) -> str | None:
    """The kind that a body's name tells: by its form, by whom it joins, or by its words, those that head it first."""
    straight = name.replace("’", "'")
    formed = next((code for pattern, code in _forms() if pattern.search(straight)), None)
    if formed is not None:
        return formed
    if lead := re.match(r"((?:[A-Z]\w+ ){0,3}?([A-Z]\w+)) (?:of|for|on)\b", straight):
        last = straight.split()[-1].casefold()
        if lead.group(2).casefold() in JOINING and last.endswith("s") and last.removesuffix("s") in post_heads():
            return "professional-body"
        if (first := _headed(lead.group(1))) is not None:
            return first
    return _headed(straight) or next((code for pattern, code, _ in _head_words() if pattern.search(straight)), None)


def _headed(words: str) -> str | None:
    """The kind that the last words of a name tell."""
    ends = (code for pattern, code, _ in _head_words() if any(m.end() == len(words) for m in pattern.finditer(words)))
    return next(ends, None)


@cache
def post_heads() -> frozenset[str]:
    """The nouns, lower case, that head the titles of posts: minister, secretary, chair, nurse."""
    found: set[str] = set()
    for concept in vocabulary.concepts("post"):
        if not concept.held:
            continue
        for title in (concept.label, *concept.alternatives, *concept.words(Cue.NOUN)):
            before = re.split(r"\s(?:of|for|to|in|at|and|on|by|without)\b", title)[0]
            found.add(before.split()[-1].casefold().rstrip("."))
    found |= {head.removeprefix("co-") for head in found}
    return frozenset(found) - nouns_of_posts("no-head") - status_words().keys()


@cache
def post_titles() -> frozenset[str]:
    """Titles of posts of several words, lower case."""
    posts = (c for c in vocabulary.concepts("post") if c.held)
    titles = (t.casefold() for c in posts for t in (c.label, *c.alternatives, *c.words(Cue.NOUN)))
    linked = re.compile(r"\s(?:of|for|to|in|at|on|by|without)\b")
    return frozenset(t for t in titles if " " in t and not linked.search(t) and not _two_posts(t))


@cache
def ends_of_titles() -> frozenset[str]:
    """The last words of such titles."""
    return frozenset(title.split()[-1] for title in post_titles())


def _two_posts(title: str) -> bool:
    """Whether "and" joins two posts: "founder and chair", but not "police and crime commissioner"."""
    left = title.partition(" and ")[0].split()
    return " and " in title and left[-1] in post_heads()


@cache
def post_words() -> frozenset[str]:
    """Nouns of posts, lower case, that no name of a person holds when they are written with a capital."""
    return post_heads() - name_words("surname") | name_words("title")


@cache
def post_verbs() -> Mapping[str, str]:
    """Verbs that say that someone holds a post, and the post."""
    verbs = vocabulary.cues("post", Cue.VERB)
    return {verb: vocabulary.concept("post", code).label for verb, code in verbs.items()}


OPENERS = frozenset(
    """
    the a an and but or in on at by for from with to as of it its his her their our we i he she they this that
    these those when while after before since until if although however meanwhile asked speaking responding last
    next yesterday today former his my your both each every all some many most more only even now then there
    here where what who why how also dear thanks
    """.split()
)


def sentence_openers() -> frozenset[str]:
    """Words, lower case, that a capital makes no part of a name at the start of a sentence."""
    return OPENERS


@of_registers
def register_names() -> Mapping[str, Entry]:
    """Every form, as written, by which a text may name a body of the register."""
    found: dict[str, Entry] = {}
    for each in vocabulary.register():
        if each.type != "organisation":
            continue
        for form in (each.name, *each.aliases, *each.members, *each.adjectives):
            if form[:1].isupper() and form not in each.ambiguous + each.bracketed:
                for written in (form, *_in_full(form)):
                    found.setdefault(written, each)
    return found


def _in_full(form: str) -> tuple[str, ...]:
    """The other ways of writing a name: "HM" as a text writes it out."""
    crown = ("His Majesty's", "Her Majesty's")
    return tuple(f"{each}{form[2:]}" for each in crown) if form.startswith("HM ") else ()


def seat_posts() -> frozenset[str]:
    """Posts that are held for a place: MP, councillor."""
    return nouns_of_posts("seat")


@of_registers
def _full_posts() -> Mapping[str, str]:
    """The full title of each short form, lower case, that is written out."""
    short = vocabulary.cues("post", Cue.SHORT)
    found = {form.casefold(): vocabulary.concept("post", code).label for form, code in short.items()}
    for post in vocabulary.register():
        if post.written_out:
            found |= dict.fromkeys((form.casefold() for form in (post.name, *post.aliases)), post.name)
    return found


def full_post(words: str) -> str:
    """The full title of a post that goes by a short one: "MP" → "Member of Parliament"; else the words themselves."""
    lowered = words.casefold()
    full = _full_posts().get(lowered) or _full_posts().get(lowered.removesuffix("s"))
    if full is not None:
        return full
    return (
        words
        if words[:1].isupper() and " of " in words
        else words[:1].lower() + words[1:]
        if words.istitle()
        else words
    )


@of_registers
def _entries() -> Mapping[str, Entry]:
    return {each.iri: each for each in vocabulary.register()}


def entry(iri: str | None) -> Entry | None:
    """The register's entry of this IRI."""
    return _entries().get(iri) if iri else None


@of_registers
def party_codes() -> Mapping[str, str]:
    """What stands in brackets for a party, lower case, and the register entry: "Lab", "Conservative", "LD"."""
    found: dict[str, str] = {}
    for each in vocabulary.register():
        if each.kind == "political-party":
            for word in (each.name, *each.aliases, *each.adjectives, *each.members):
                found.setdefault(word.casefold(), each.iri)
                found.setdefault(word.casefold().removesuffix(" party"), each.iri)
    return found


@of_registers
def party_adjectives() -> tuple[str, ...]:
    """Forms of parties, as written, that are common words too: "Green"."""
    return tuple(form for each in vocabulary.register() if each.kind == "political-party" for form in each.ambiguous)


@of_registers
def party_words() -> frozenset[str]:
    """Single words, lower case, that name a party: they are no part of a person's name."""
    return frozenset(word for word in party_codes() if " " not in word)


def status_words() -> Mapping[str, str]:
    """Adjectives before a post, and the status that each gives it."""
    return vocabulary.cues("status", Cue.WORD)


@cache
def titles_of_office() -> frozenset[str]:
    """Titles before names, in full, whose bearer holds the post of that name: "Inspector"."""
    return frozenset(each.label for each in vocabulary.concepts("personal-title") if each.tells_post)


@cache
def offices_as_titles() -> frozenset[str]:
    """Titles before names, lower case, that are names of offices: "Justice", "Bishop"."""
    offices = (each for each in vocabulary.concepts("personal-title") if each.broader == "office")
    return frozenset(form.casefold().rstrip(".") for each in offices for form in (each.label, *each.alternatives))
