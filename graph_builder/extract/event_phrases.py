"""Labels of events: noun phrases and clauses that read well alone, with names for pronouns and without the time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import is_passive, subject_of
from graph_builder.extract.happenings import Scene, antecedent, led_by
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ENDS", "capital", "clause", "phrase", "tidied"]

ROOM = 13  # words of a label
ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "own", "some", "any", "another", "such"])
OWNERS = frozenset(["his", "her", "its", "their", "our", "my", "your", "whose"])
STOPS = frozenset(["relcl", "appos", "advcl", "parataxis", "ccomp", "npadvmod", "meta", "dep", "mark"])
SHORT = 6
BODIES = frozenset(
    "group committee panel taskforce commission board forum inquiry review scheme trial fund service centre".split()
)
LOOKING = frozenset("enquiry inquiry investigation probe research review study".split())
ENDS = ',;:–—(“"'
DANGLING = re.compile(
    r"(?:\s(?:the|a|an|of|to|for|and|or|in|on|by|with|that|at|from|as|if|but|which|who|its|their|his|her|into|about|between|who|not))+$"
)
DATED = re.compile(r"^(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:–|—|-|:) ")  # the head of a timeline's entry
IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}


def _leads(token: Token) -> bool:
    """Whether a word at the head of a phrase is not a part of the name: an article, "today's"."""
    dated = token.ent_type_ in ("DATE", "TIME") and token.dep_ == "poss"
    return token.lower_ in ARTICLES or token.dep_ in ("punct", "cc", "preconj", "case") or dated


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def tidied(words: str) -> str:
    """Single spaces, and no punctuation or dangling small words at the ends."""
    text = DATED.sub("", " ".join(words.split())).strip(" ,;:.–—-“”\"'‘")
    text = DANGLING.sub("", text).strip(' ,;:.–—-“”"‘')
    return text + ")" if text.count("(") > text.count(")") else text


def phrase(scene: Scene, paragraph: Paragraph, noun: Token, room: int = ROOM) -> str:
    """The noun with what belongs to it: "its final report" becomes "final report of the Inquiry"."""
    noun = antecedent(noun)
    tokens, _ = _taken(noun, room)
    while tokens and tokens[0].i < noun.i and _leads(tokens[0]):
        tokens = tokens[1:]
    owner = tokens[0] if tokens and tokens[0].lower_ in OWNERS and tokens[0].i < noun.i else None
    if owner is None:
        words = tidied(_words(scene, paragraph, tokens))
        small = (
            bool(tokens) and tokens[0].is_sent_start and tokens[0].pos_ in ("NOUN", "ADJ") and not words[:2].isupper()
        )
        return words[:1].lower() + words[1:] if small else words
    rest = [t for t in tokens[1:] if t.lower_ != "own"]
    who = scene.who(paragraph, owner) or (scene.speaking(paragraph, owner) if owner.lower_ != "whose" else [])
    bare = tidied(_words(scene, paragraph, rest))
    if owner.lower_ == "our" and who and scene.cast.is_person(who[0]):
        return bare  # a body's "our", which is more than its author's own
    if not who:
        doer = subject_of(noun.head) if noun.dep_ == "dobj" and owner.lower_ in ("its", "their") else None
        doer = antecedent(owner) if owner.lower_ == "whose" else doer
        known = doer is not None and doer.pos_ in ("NOUN", "PROPN")
        return f"{bare} of the {phrase(scene, paragraph, doer, SHORT)}" if known and doer is not None else bare
    if scene.name(who[0]) in bare:
        return bare
    name = scene.name(who[0])
    return (
        f"{name}’s {bare}"
        if any(t.lower_ == "of" for t in rest) or scene.cast.is_person(who[0])
        else f"{bare} of {name}"
    )


def clause(scene: Scene, paragraph: Paragraph, verb: Token, last: int = ROOM) -> str:
    """The clause from subject to object as a heading tells it: "Dame Ada Pell takes charge of the review"."""
    subject = subject_of(verb)
    who = scene.who(paragraph, subject)
    noun = antecedent(subject) if subject is not None else None
    lead = (
        scene.names(who)
        if who
        else phrase(scene, paragraph, noun, 7)
        if noun is not None and noun.pos_ != "PRON"
        else ""
    )
    if not lead and subject is not None and subject.lower_ == "it" and (body := _body_before(verb)) is not None:
        lead = phrase(scene, paragraph, body, 9)
    if not lead or noun is None:
        return ""
    tokens: list[Token] = []
    room = last - len(lead.split())
    for child in verb.rights:
        inner, whole = _taken(child, room - len(tokens))
        if _dated(child):
            continue
        purpose = child.dep_ == "advcl" and any(c.lower_ == "to" for c in child.children)
        if child.text in ENDS or (child.dep_ in STOPS and not purpose) or child.dep_ in ("cc", "conj") or not inner:
            break
        tokens += inner
        if not whole:
            break
    rest = _words(scene, paragraph, tokens, frozenset(who) | {""})
    that = next((c for c in verb.rights if c.dep_ == "ccomp" and any(g.lower_ == "that" for g in c.lefts)), None)
    if that is not None:
        rest = f"{rest} that {_reported(that, room - len(tokens) - 1)}"
    if verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.tag_ in ("WDT", "WP") for c in verb.lefts):
        rest = f"{phrase(scene, paragraph, verb.head, room)} {rest}"
    return capital(tidied(f"{lead} {_told(verb, len(who) > 1 or noun.tag_ in ('NNS', 'NNPS'))} {rest}"))


def _body_before(verb: Token) -> Token | None:
    """The group or scheme that "it" stands for: the subject of the sentence before, or its only such noun."""
    before = [s for s in verb.doc.sents if s.end <= verb.sent.start][-1:]
    if not before:
        return None
    known = [t for t in before[0] if t.tag_ == "NN" and t.lemma_.lower() in BODIES and t.dep_ != "compound"]
    subjects = [t for t in known if t.dep_ in ("nsubj", "nsubjpass")]
    return subjects[0] if subjects else known[0] if len(known) == 1 else None


def _reported(verb: Token, room: int) -> str:
    """The words of a clause that was announced or decided: "it would ban the advertisements"."""
    taken = [t for left in verb.lefts if left.dep_ not in ("mark", "punct", "advmod", "prep") for t in left.subtree] + [
        verb
    ]
    for child in verb.rights:
        if _dated(child):
            continue
        inner, whole = _taken(child, room - len(taken))
        if child.text in ENDS or child.dep_ in STOPS or child.dep_ in ("cc", "conj") or len(taken) + len(inner) > room:
            break
        taken += inner
        if not whole:
            break
    return tidied("".join(t.text_with_ws for t in taken))


def _told(verb: Token, plural: bool) -> str:
    """The verb as a heading has it: in the present, or the bare participle of a passive."""
    if is_passive(verb) or verb.pos_ == "AUX":
        return verb.text
    lemma = verb.lemma_.lower()
    if verb.lower_ == lemma + "ed" and re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", lemma):
        lemma += "e"  # the parser's "fin" of "fined"
    if plural:
        return lemma
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if re.search(r"(?:s|x|z|ch|sh)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _taken(token: Token, room: int) -> tuple[list[Token], bool]:
    """The tokens of a phrase up to the first thing that doesn't belong in a label, and whether that is all of it."""
    taken = [t for left in token.lefts for t in left.subtree if left.dep_ not in STOPS] + [token]
    for child in (*token.rights, *_into(token)):
        if _dated(child):
            continue
        told = child.dep_ == "acl" and child.tag_ == "VBN" and not led_by(child)
        if child.dep_ in STOPS or told or (child.text in ENDS and not _listed(child)):
            return taken, False
        inner, whole = _taken(child, room - len(taken))
        if len(taken) + len(inner) > room:
            return taken, False
        taken += inner
        if not whole:
            return taken, False
    return taken, True


def _into(noun: Token) -> list[Token]:
    """What an inquiry is into, where the parse gives it to the verb: "to finish her inquiry into bathing"."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    looking = noun.dep_ == "dobj" and noun.lemma_.lower() in LOOKING
    return [after] if looking and after.lower_ == "into" and after.head == noun.head else []


def _listed(comma: Token) -> bool:
    """Whether a comma stands in a list: "the Trust, the Alliance and the Federation"."""
    return comma.text == "," and any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in comma.head.children)


def _dated(child: Token) -> bool:
    """Whether the words only say when; a clause within them may name a time of its own."""
    return child.dep_ in ("prep", "npadvmod", "advmod", "punct") and any(
        t.ent_type_ in ("DATE", "TIME") for t in _plain(child)
    )


def _plain(token: Token) -> Iterator[Token]:
    """The token and what hangs on it, without clauses."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "ccomp"):
            yield from _plain(child)


def _words(scene: Scene, paragraph: Paragraph, tokens: Sequence[Token], clear: frozenset[str] = frozenset()) -> str:
    """The text of the tokens, with full names for pronouns and short names, up to a pronoun that stays unclear.

    Possessives of those in `clear`, whom the label names already, stay; "" stands for whoever is not known.
    """
    said: list[str] = []
    named = -1  # where the mention ends that was named last
    for token in tokens:
        at = paragraph.span_of(token)
        mention = scene.cast.mention_at(at)
        if token.tag_ in ("PRP", "PRP$") and token.lower_ not in ("i", "you"):
            who = scene.who(paragraph, token) or scene.speaking(paragraph, token)
            if not who and token.tag_ == "PRP":
                break
            if (token.tag_ == "PRP$" or "" in clear) and (who[0] if who else "") in clear:
                said.append(token.text_with_ws)
                continue
            if not who or token.lower_ in ("its", "their", "our"):
                continue  # whose it is can be told of people alone
            said.append(scene.name(who[0]) + ("’s " if token.tag_ == "PRP$" else token.whitespace_))
        elif mention is not None and scene.cast.is_person(mention.referent) and token.tag_ != "POS":
            if at.start >= named:
                said.append(scene.name(mention.referent) + " ")
                named = mention.span.end
        else:
            said.append(token.text_with_ws)
    return re.sub(r" +(?=['’]s\b|['’](?:\s|$)|,)", "", "".join(said))
