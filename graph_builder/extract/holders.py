"""Who holds a stance: whoever a subject names, a list of names, or whoever says "I" and "we" at that place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import conjuncts, first_child, own_subject, subject_of
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.speaker_lines import contributions
from graph_builder.model import Mention, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FIRST", "Floor", "Found"]

FIRST = frozenset(["i", "we", "us", "me", "my", "our"])
ALL = frozenset(["all", "both", "each"])
THEY = frozenset(["they", "both", "pair"])
THIRD = frozenset(["he", "she", "it"])
GENDERS = {"he": "m", "she": "f"}
TOGETHER = 300  # how far back, in code points, "they" looks for people named together
TELLING = frozenset(
    "say tell argue believe think claim insist feel add maintain note suggest warn write reply contend complain stress".split()
)
PERSONAL = frozenset(
    ["op-ed", "blog", "personal-page", "news", "explainer", "event-report"]
)  # genres in which no body says "we"
RECORDS = frozenset(["parliamentary-questions"])  # genres in which everybody speaks for themselves
PAPERS = frozenset(
    "report review letter paper response manifesto submission petition motion amendment statement briefing document".split()
)
MOVING = frozenset(
    "propose move table sign second publish write issue launch send start bring organise organize co-sign deliver".split()
)
# What may stand between two names of a list: a comma or "and", and a few words that describe the second.
LINK = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?P<join>,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+)(?:the\s+|its\s+)?(?:[a-z][\w’'-]*\s+){0,5}"
)
AFFILIATION = re.compile(r"\s*(?:\(|,?\s(?:of|from|at|for)\s(?:the\s)?(?:[a-z][\w’'-]*\s+){0,4})")
VERBAL = frozenset(["VERB", "AUX", "ADP", "SCONJ", "PRON"])


@dataclass(frozen=True, slots=True)
class Found:
    """A stance as a rule finds it, before it is known where it stands."""

    holders: tuple[str, ...]
    stance: str
    topic: str  # empty or vague where only an antecedent can say what is meant
    token: Token
    rule: str
    hedged: bool = False
    negated: bool = False
    topic_token: Token | None = None
    on_behalf_of: str | None = None


class Floor:
    """Who speaks where in a document, and whom the subjects of its clauses mean."""

    def __init__(self, text: Text, cast: Cast, said: Sequence[Statement]) -> None:
        self.text, self.cast, self.said = text, cast, said
        self.parts = sorted((part.start, part.end, i) for i, s in enumerate(said) for part in s.parts)
        self.starts = [p[0] for p in self.parts]
        self.labels = {c.paragraphs[0]: c.label for c in contributions(text, cast)}
        self.record = frozenset(n for c in contributions(text, cast) for n in c.paragraphs)

    def statements_at(self, at: int) -> list[int]:
        """The statements whose words cover this place, the innermost last."""
        i = bisect_right(self.starts, at)
        return [n for start, end, n in self.parts[max(0, i - 8) : i] if start <= at < end]

    def speakers(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """Who says "I" or "we" at this place: the speakers of the words, else the authors of the document."""
        at = paragraph.span_of(token).start
        within = self.statements_at(at)
        if within:
            innermost = self.said[within[-1]]
            return tuple(dict.fromkeys(self.said[n].speaker for n in within if self.said[n].parts == innermost.parts))
        if self.cast.quoted(at) or paragraph.number in self.record:
            return ()
        if (teller := self.teller(token)) is not None:
            return self.holders(paragraph, teller)
        alone = any(t.lower_ in ("i", "my") for t in token.sent) and not any(
            t.lower_ in ("we", "our") for t in token.sent
        )
        authors = self.cast.authors or ((self.cast.author,) if self.cast.author else ())
        if self.text.document.genre in RECORDS:
            return () if self.record else authors  # words that no speaker was found for are not the record's own
        if (
            self.cast.voice
            and self.text.document.genre not in PERSONAL
            and not (alone and (authors or not self.cast.is_person(self.cast.voice)))
        ):
            return (self.cast.voice,)
        return authors

    def teller(self, token: Token) -> Token | None:
        """The subject of the verb of saying or thinking that the words stand under, though it made no statement."""
        for verb in (token, *token.ancestors):
            over = verb.head
            if (
                verb.dep_ == "ccomp"
                and over.lemma_ in TELLING
                and (subject := subject_of(over)) is not None
                and subject.lower_ not in FIRST
            ):
                return subject
        return None

    def narrated(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether the words at this place are the document's own, nobody's speech."""
        at = paragraph.span_of(token).start
        return not self.statements_at(at) and not self.cast.quoted(at) and paragraph.number not in self.record

    def holders(self, paragraph: Paragraph, subject: Token | None) -> tuple[str, ...]:
        """Whom a subject means; several where it is a list."""
        if subject is None:
            return ()
        found: list[str] = []
        for token in conjuncts(subject):
            if token.lower_ in FIRST:
                found += self.we_at(paragraph, token) or self.speakers(paragraph, token)
            elif token.lower_ == "who" and (named := self.among(paragraph, token)):
                found += named
            elif (
                token.lower_ in ALL
                and (of := first_child(token, "prep")) is not None
                and (whole := first_child(of, "pobj")) is not None
            ):
                found += self.holders(paragraph, whole)
            elif self.is_label(paragraph, token):
                found += self.after_label(paragraph)
            elif (
                token.lower_ in THEY
                and not self.cast.quoted(paragraph.span_of(token).start)
                and (several := self.together(paragraph, token))
            ):
                found += several
            elif token.lower_ in THIRD and (sayer := self.sayer(paragraph, token)):
                found += sayer
            elif (mention := self.named(paragraph, token)) is not None:
                found += [m.referent for m in self.listed(paragraph, mention)]
            elif (reference := self.cast.who(paragraph, token)) is not None:
                found.append(reference.referent)
            elif token.lower_ == "it" and (body := self.subject_before(paragraph, token)) is not None:
                found.append(body)
            else:
                found += self.behind(paragraph, token)
        return tuple(dict.fromkeys(found))

    def among(self, paragraph: Paragraph, who: Token) -> tuple[str, ...]:
        """Who is meant in "she was among those who voted against it"."""
        group = who.head.head if who.head.dep_ == "relcl" else who
        lead = group.head if group.dep_ == "pobj" else group
        verb = lead.head.head if lead.head.dep_ in ("attr", "pobj") else lead.head
        if (
            lead.lower_ not in ("among", "of", "amongst")
            or verb.lemma_ != "be"
            or self.cast.mention_at(paragraph.span_of(group))
        ):
            return ()
        return self.holders(paragraph, own_subject(verb))

    def judges(self, paragraph: Paragraph, verb: Token) -> tuple[str, ...]:
        """Who judges what the clause says: whoever "for Ms Orr" names before it, else who says it."""
        first = own_subject(verb)
        named = next(
            (
                g
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ == "for" and first is not None and c.i < first.i
                for g in c.children
                if g.dep_ == "pobj"
            ),
            None,
        )
        return (self.holders(paragraph, named) if named is not None else ()) or self.speakers(paragraph, verb)

    def agents(self, paragraph: Paragraph, verb: Token) -> tuple[str, ...]:
        """Those named right after the "by" of a passive whose agent the parser did not see."""
        by = next((t for t in paragraph.doc[verb.i + 1 : verb.i + 6] if t.lower_ == "by"), None)
        near = (
            self.cast.mentions_in(
                Span(paragraph.span_of(by).end, min(paragraph.span_of(by).end + 90, paragraph.span.end))
            )
            if by is not None
            else []
        )
        if (
            by is None
            or not near
            or not self.nominal(paragraph, Span(paragraph.span_of(by).end + 1, near[0].span.start))
        ):
            return ()
        return tuple(dict.fromkeys(m.referent for m in self.listed(paragraph, near[0])))

    def we_at(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """The body in "we at Left Bank Carers"."""
        if token.i + 2 >= len(paragraph.doc) or token.nbor(1).lower_ not in ("at", "in") or token.lower_ != "we":
            return ()
        body = self.cast.mention_at(paragraph.span_of(token.nbor(2))) or self.cast.mention_at(
            paragraph.span_of(token.nbor(3 if token.i + 3 < len(paragraph.doc) else 2))
        )
        return (body.referent,) if body is not None and not self.cast.is_person(body.referent) else ()

    def is_label(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether the token is part of the speaker's name that a record puts before the words."""
        label = self.labels.get(paragraph.number)
        return label is not None and paragraph.span_of(token).start < label.end

    def after_label(self, paragraph: Paragraph) -> tuple[str, ...]:
        """Who is named right where the words after a speaker's label begin."""
        words, end = self.text.document.text, self.labels[paragraph.number].end
        near = self.cast.mentions_in(Span(end, min(end + 90, paragraph.span.end)))
        return next(((m.referent,) for m in near if re.fullmatch(r"[^:]*:\s*", words[end : m.span.start])), ())

    def subject_before(self, paragraph: Paragraph, token: Token) -> str | None:
        """The body that was the subject shortly before "it"."""
        at = paragraph.span_of(token).start
        for mention in reversed(self.cast.mentions_in(Span(max(0, at - TOGETHER), at))):
            place = next((p for p in self.text.paragraphs if p.span.covers(mention.span)), None)
            tokens = place.tokens(mention.span) if place is not None else None
            if (
                tokens is not None
                and not self.cast.is_person(mention.referent)
                and tokens.root.dep_ in ("nsubj", "nsubjpass")
            ):
                return mention.referent
        return None

    def sayer(self, paragraph: Paragraph, pronoun: Token) -> tuple[str, ...]:
        """Who is meant by "she" in "Ms Orr said that she would sign": the one who says it."""
        over = pronoun.head.head if pronoun.head.dep_ == "ccomp" and pronoun.dep_ in ("nsubj", "nsubjpass") else None
        teller = subject_of(over) if over is not None and over.pos_ == "VERB" else None
        if teller is None or teller.i == pronoun.i or teller.pos_ == "PRON":
            return ()
        found = self.holders(paragraph, teller)
        fits = [
            r
            for r in found
            if self.cast.is_person(r) is (pronoun.lower_ in GENDERS)
            and self.cast.referents[r].gender in (GENDERS.get(pronoun.lower_), None)
        ]
        if pronoun.lower_ == "it" and len(found) == 1 and not fits:  # "its chair said that it would sign"
            fits = list(
                {p.organisation for p in self.cast.posts if p.person == found[0] and p.organisation is not None}
            )
        return tuple(fits) if len(found) == len(fits) == 1 else ()

    def together(self, paragraph: Paragraph, pronoun: Token) -> tuple[str, ...]:
        """Those who were last named together, shortly before "they"."""
        at = paragraph.span_of(pronoun).start
        near = [m for m in self.cast.mentions_in(Span(max(0, at - TOGETHER), at)) if self.cast.is_person(m.referent)]
        for mention in reversed(near):
            place = next(p for p in self.text.paragraphs if p.span.covers(mention.span))
            run = tuple(dict.fromkeys(m.referent for m in self.listed(place, mention)))
            if len(run) > 1:
                return run
        return ()

    def named(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The name that the token is part of, stands right before ("the charity Last Post") or is explained by."""
        here = self.cast.mention_at(paragraph.span_of(token))
        if here is not None or token.pos_ not in ("NOUN", "PROPN"):
            return here
        end = paragraph.span_of(token).end
        after = self.cast.mentions_in(Span(end, min(end + 60, paragraph.span.end)))
        if after and self.text.document.text[end : after[0].span.start].strip() == "":
            return after[0]
        apposed = first_child(token, "appos")
        return self.cast.mention_at(paragraph.span_of(apposed)) if apposed is not None else None

    def listed(self, paragraph: Paragraph, mention: Mention) -> list[Mention]:
        """The names of the list that a name is in, itself among them; itself alone where it is in none."""
        sentence = self.text.sentence_at(mention.span)
        names = [m for m in self.cast.mentions_in(sentence) if m.form != "pronoun"]
        if mention not in names:
            return [mention]
        at = names.index(mention)
        ahead = list(self.linked(paragraph, names[at:]))
        before = [
            m for i in range(at) if (run := list(self.linked(paragraph, names[i:]))) and mention in run for m in run
        ]
        found = list(dict.fromkeys([*before, *ahead]))
        return found or [mention]

    def linked(self, paragraph: Paragraph, names: Sequence[Mention]) -> Iterator[Mention]:
        """The first name and those that a list joins to it, whose last link is an "and"."""
        words, run, joined, last = self.text.document.text, [names[0]], False, names[0].span.end
        kind = self.cast.is_person(names[0].referent)
        for mention in names[1:]:
            gap = words[last : mention.span.start]
            if (link := LINK.fullmatch(gap)) is not None and self.nominal(paragraph, Span(last, mention.span.start)):
                if self.cast.is_person(mention.referent) is not kind:
                    break
                joined = "and" in link.group("join") or "as well" in link.group("join")
                run.append(mention)
            elif AFFILIATION.fullmatch(gap) is None or self.cast.is_person(mention.referent):
                break
            last = mention.span.end + (words[mention.span.end : mention.span.end + 1] == ")")
            if joined and run[-1] is mention:
                break
        yield from run if joined else run[:1]

    def nominal(self, paragraph: Paragraph, gap: Span) -> bool:
        """Whether the words between two names hold no verb or preposition."""
        tokens = paragraph.tokens(gap)
        return tokens is None or not any(
            t.pos_ in VERBAL and t.lower_ not in ("as", "well")
            for t in tokens
            if paragraph.span_of(t).start >= gap.start
        )

    def behind(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """Who speaks in a paper: "her amendment", "the committee's report", "a letter from the union"."""
        if token.lemma_ not in PAPERS:
            return ()
        for child in token.children:
            owner = (
                child
                if child.dep_ == "poss"
                else first_child(child, "pobj")
                if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by", "from")
                else None
            )
            if owner is not None and owner.lemma_ not in PAPERS:
                return (
                    self.speakers(paragraph, owner)
                    if owner.lower_ in FIRST
                    else tuple(r.referent for r in [self.cast.who(paragraph, owner)] if r)
                )
        if token.dep_ == "dobj" and token.head.lemma_ in MOVING:
            return self.holders(paragraph, subject_of(token.head))
        return self.authoring(paragraph, token) if token.lemma_ in ("report", "review") else ()

    def authoring(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """The one inquiry or committee that a document has named before it speaks of "the report"."""
        at = paragraph.span_of(token).start
        bodies = {
            m.referent
            for m in self.cast.mentions
            if m.span.start < at and self.cast.referents[m.referent].kind in ("inquiry", "parliamentary-group")
        }
        return tuple(bodies) if len(bodies) == 1 else ()

    def on_behalf_of(self, paragraph: Paragraph, verb: Token) -> str | None:
        """The body in whose name it is held: "speaking for the alliance", "on behalf of the parents' council"."""
        for token in verb.subtree:
            if (
                token.lower_ == "behalf"
                and (of := first_child(token, "prep")) is not None
                and (whom := first_child(of, "pobj")) is not None
            ):
                reference = self.cast.who(paragraph, whom)
                return reference.referent if reference else None
        return None
