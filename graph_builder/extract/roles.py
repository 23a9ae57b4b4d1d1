"""Posts held and parties belonged to, each from a construction that ties a person to a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.dates import dates_in
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.posts import PostPhrase, post_phrases
from graph_builder.model import Mention, Role, Span
from graph_builder.names import person_name

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["roles"]

BE = frozenset(["be", "become", "remain"])
MADE = frozenset(["appoint", "name", "elect", "make", "re-elect", "reappoint", "install", "confirm", "promote", "choose", "select", "nominate"])
LEFT = frozenset(["resign", "quit", "retire", "stand", "step", "leave", "depart", "sack"])
AGE = r"(?:, \d{1,3})?"


def roles(text: Text, cast: Cast) -> Iterator[Role]:
    """The roles that the document gives its people; what a fuller row says is not said again."""
    found = list(_found(text, cast))
    for role in found:
        if not any(_says_more(other, role) for other in found):
            yield role


def _says_more(fuller: Role, role: Role) -> bool:
    """Whether the first says all that the second says, and a body, a seat or more of a title besides."""
    if fuller is role or fuller.person != role.person or fuller.status != role.status:
        return False
    same_post = fuller.post.casefold() == role.post.casefold()
    more = (fuller.organisation, fuller.area) != (role.organisation, role.area)
    return same_post and more and role.organisation in (None, fuller.organisation) and role.area in (None, fuller.area)


def _found(text: Text, cast: Cast) -> Iterator[Role]:
    """Each role as it is found, told to the cast, so that "the minister" finds her further on."""
    seen: set[tuple[str, str, str | None, str | None, str]] = set()
    for paragraph in text.paragraphs:
        phrases = list(post_phrases(paragraph, cast))
        found = [*_brackets(text, paragraph, cast), *_titles(text, paragraph, cast)]
        found += _phrases(text, paragraph, phrases, cast)
        found += _verbs(text, paragraph, cast)
        found += _party_people(text, paragraph, cast)
        for token in paragraph.doc:
            found += _speaks_for(text, paragraph, token, cast)
        for role in sorted(found, key=lambda r: (r.evidence, r.post, r.person, r.rule)):
            key = (role.person, role.post.casefold(), role.organisation, role.area, role.status)
            if key not in seen:
                seen.add(key)
                cast.hold(role.person, f"{role.words} {role.post}", role.organisation, role.evidence.start)
                yield role


def _role(text: Text, cast: Cast, person: str, phrase: PostPhrase, rule: str, status: str | None = None) -> Iterator[Role]:
    """The role that a post phrase gives a person, and the party that it names."""
    evidence = text.sentence_at(phrase.span)
    if phrase.party and phrase.organisation is None or phrase.party:
        yield Role(person=person, post="member", words="member", organisation=phrase.party, evidence=evidence, rule=rule + "/party", status="current" if phrase.status == "future" else phrase.status)
    post, organisation = lexicon.full_post(phrase.words), phrase.organisation
    if post in ("Member of Parliament", "member of the House of Lords"):
        organisation = cast.chamber("House of Commons" if post == "Member of Parliament" else "House of Lords")
    if phrase.words.casefold() == "member" and organisation is None:
        return
    start, end = _dates(text, evidence, phrase)
    yield Role(
        person=person, post=post, words=phrase.words, organisation=organisation, area=phrase.area,
        status=status or phrase.status, start=start, end=end, evidence=evidence, rule=rule,
    )


def _dates(text: Text, evidence: Span, phrase: PostPhrase) -> tuple[str | None, str | None]:
    """The dates of office that stand right behind the phrase: "from 2019 to 2021", "since March"."""
    reach = Span(phrase.span.end, min(evidence.end, phrase.span.end + 40))
    words = text.document.text[reach.start : reach.end]
    if not re.match(r"\s*\(?(?:since|from|until|between)\b", words):
        return None, None
    found = list(dates_in(text.document.text, reach, text.document.published))[:2]
    start = next((w.iso for w in found if not w.until), None)
    end = next((w.iso for w in found if w.until), found[1].iso if len(found) == 2 else None)
    return (None if start == end else start), end


def _phrases(text: Text, paragraph: Paragraph, phrases: list[PostPhrase], cast: Cast) -> Iterator[Role]:
    linked: dict[int, tuple[list[str], str, str | None]] = {}
    for n, phrase in enumerate(phrases):
        link = _adjacent(text, phrase, cast) or _predicate(paragraph, phrase, cast)
        if link is None and n and n - 1 in linked and _joined(paragraph, phrases[n - 1], phrase):
            link = linked[n - 1]
        if link is not None:
            linked[n] = link
    for n in reversed(range(len(phrases) - 1)):
        if n + 1 in linked and n not in linked and _joined(paragraph, phrases[n], phrases[n + 1]):
            linked[n] = linked[n + 1]
    for n, (people, rule, status) in linked.items():
        phrase = phrases[n]
        if phrase.organisation is None and n + 1 in linked and _joined(paragraph, phrase, phrases[n + 1]):
            phrase = _with_body(phrase, phrases[n + 1].organisation)
        if phrase.organisation is None:
            phrase = _with_body(phrase, _trailing_body(text, phrase, cast))
        for person in people:
            yield from _role(text, cast, person, phrase, rule, status)


def _with_body(phrase: PostPhrase, organisation: str | None) -> PostPhrase:
    return PostPhrase(phrase.paragraph, phrase.first, phrase.last, phrase.head, phrase.words, phrase.status, organisation, phrase.party, phrase.area)


def _joined(paragraph: Paragraph, left: PostPhrase, right: PostPhrase) -> bool:
    """Whether two phrases are one description: "founder and chief executive", "a peer, and chair of …"."""
    between = paragraph.doc[left.last : right.first].text.strip(" ,")
    return right.first >= left.last and between in ("and", "", "&", "and a", "and the") and right.first - left.last <= 2


def _trailing_body(text: Text, phrase: PostPhrase, cast: Cast) -> str | None:
    """The body after a comma, as in a signature: "Jo Bell, Director, Fair Fares"."""
    words = text.document.text
    match = re.match(r",\s(?:the\s)?", words[phrase.span.end : phrase.span.end + 6])
    mention = cast.mention_at(Span(phrase.span.end + match.end(), phrase.span.end + match.end() + 1)) if match else None
    if mention and not cast.is_person(mention.referent) and re.match(r"\s*(?:$|[,.;\n])", words[mention.span.end : mention.span.end + 2]):
        return mention.referent
    return None


def _adjacent(text: Text, phrase: PostPhrase, cast: Cast) -> tuple[list[str], str, str | None] | None:
    """The people who stand beside the phrase: before it after a comma, or after it."""
    words, span = text.document.text, phrase.span
    before = re.search(rf"{AGE}(?:,| –| -|:|\()[ ]*(?:who is |now |and )?$", words[max(0, span.start - 14) : span.start])
    previous = _person_ending(cast, span.start - len(before.group()) if before else -1)
    after = re.match(r"(?:[ ]?[,:]?[ ]?[ (]|,[ ])(?=\S)", words[span.end : span.end + 3])
    following = _person_starting(cast, span.end + after.end()) if after else None
    if following and after and not after.group().startswith(",") and "(" not in after.group():
        return _coordinated(words, cast, following, forward=True), "role/prenominal", None
    if previous:
        return _coordinated(words, cast, previous, forward=False), "role/apposition", None
    if following:
        return _coordinated(words, cast, following, forward=True), "role/apposition", None
    return None


def _person_ending(cast: Cast, at: int) -> Mention | None:
    mention = cast.mention_at(Span(at - 1, at)) if at > 0 else None
    if mention is None and at > 4:  # letters between: "Hannah Abernethy MP, chair of"
        words = cast.text.document.text[max(0, at - 12) : at]
        letters = re.search(r",?\s[A-Z]{2,4}$", words)
        mention = cast.mention_at(Span(at - len(letters.group()) - 1, at - len(letters.group()))) if letters else None
    return mention if mention and cast.is_person(mention.referent) else None


def _person_starting(cast: Cast, at: int) -> Mention | None:
    mention = cast.mention_at(Span(at, at + 1))
    return mention if mention and cast.is_person(mention.referent) and mention.span.start == at else None


def _coordinated(words: str, cast: Cast, mention: Mention, *, forward: bool) -> list[str]:
    """The person, and whoever "and" joins to them on the far side of the phrase."""
    people = [mention.referent]
    if forward:
        match = re.match(r"\s(?:and|&)\s", words[mention.span.end : mention.span.end + 6])
        other = _person_starting(cast, mention.span.end + match.end()) if match else None
        plural = other is not None and re.search(r"s\s*,?$", words[max(0, mention.span.start - 3) : mention.span.start])
        return [*people, other.referent] if other and plural else people
    match = re.search(r"\s(?:and|&)\s$", words[max(0, mention.span.start - 6) : mention.span.start])
    other = _person_ending(cast, mention.span.start - len(match.group())) if match else None
    plural = other is not None and re.match(r",\s\w+s\b", words[mention.span.end : mention.span.end + 20])
    return [other.referent, *people] if other and plural else people


def _predicate(paragraph: Paragraph, phrase: PostPhrase, cast: Cast) -> tuple[list[str], str, str | None] | None:
    """The subject of "is", "became", "was appointed", "stood down as" … the post."""
    head = paragraph.doc[phrase.head]
    verb, status = head.head, None
    if head.dep_ == "conj":
        verb = head.head.head
    if head.dep_ == "pobj" or (head.dep_ == "conj" and head.head.dep_ == "pobj"):
        prep = head.head if head.dep_ == "pobj" else head.head.head
        verb = prep.head
        if prep.lower_ not in ("as", "to"):
            return None
        if prep.lower_ == "to" and verb.lemma_ not in MADE:
            return None
    elif head.dep_ not in ("attr", "oprd", "dobj", "conj", "acomp", "xcomp", "ccomp", "appos"):
        return None
    lemma = verb.lemma_.casefold()
    if lemma not in BE | MADE | LEFT | {"serve", "work", "act", "join", "return", "speak", "begin", "start", "spend", "train", "practise", "retrain"}:
        return None
    people = _holders(paragraph, verb, lemma, cast)
    if not people:
        return None
    if lemma == "be":
        status = "former" if verb.dep_ == "xcomp" and verb.head.lower_ == "used" else _tense(verb, phrase.status)
    elif lemma in LEFT:
        status = "former" if verb.tag_ in ("VBD", "VBN") else phrase.status
    elif lemma in ("serve", "work", "act", "spend", "train", "practise") and verb.tag_ == "VBD":
        status = "former"
    elif any(c.lower_ in ("will", "to", "shall") for c in verb.children if c.dep_ == "aux"):
        status = "future"
    return people, f"role/{'copula' if lemma in BE else 'appointment'}", status


def _tense(verb: Token, status: str) -> str:
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"will", "shall"}:
        return "future"
    return "former" if verb.lower_ in ("was", "were") else status


def _holders(paragraph: Paragraph, verb: Token, lemma: str, cast: Cast) -> list[str]:
    """Who holds the post that the verb speaks of: the object of "appointed", else the subject."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.dep_ == "acl"
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    chosen = objects if lemma in MADE and objects and not passive else [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not chosen and verb.dep_ == "conj":
        return _holders(paragraph, verb.head, lemma, cast)
    if not chosen and verb.dep_ == "xcomp" and verb.head.i != verb.i:
        return _holders(paragraph, verb.head, "", cast) or _relative(paragraph, verb, cast)
    if not chosen and verb.dep_ == "acl":
        chosen = [verb.head]
    found: list[str] = []
    for token in chosen:
        for each in [token, *(c for c in token.children if c.dep_ == "conj")]:
            if each.lower_ == "they":
                found += _pair_before(paragraph, each, cast)
                continue
            if each.lower_ == "i" and cast.author and not cast.quoted(paragraph.span_of(each).start):
                found.append(cast.author)
                continue
            reference = cast.who(paragraph, each)
            if reference and cast.is_person(reference.referent):
                found.append(reference.referent)
    return list(dict.fromkeys(found))


def _pair_before(paragraph: Paragraph, token: Token, cast: Cast) -> list[str]:
    """The people whom "they" means: all those named in this paragraph before it, where there are two to four."""
    before = Span(paragraph.span.start, paragraph.span_of(token).start)
    named = list(dict.fromkeys(m.referent for m in cast.mentions_in(before) if cast.is_person(m.referent)))
    return named if 2 <= len(named) <= 4 else []


def _verbs(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """Posts that a verb says: "who chairs the league", "founded the charity in 2013"."""
    posts = lexicon.post_verbs()
    for token in paragraph.doc:
        post = posts.get(token.lemma_.casefold())
        if post is None or token.pos_ != "VERB":
            continue
        passive = any(c.dep_ in ("auxpass", "agent") for c in token.children) or (token.dep_ == "acl" and token.tag_ == "VBN")
        agents = [g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
        if passive:
            objects = [c for c in token.children if c.dep_ == "nsubjpass"] or ([token.head] if token.dep_ in ("acl", "relcl") else [])
            people = [r.referent for a in agents for e in [a, *a.conjuncts] if (r := cast.who(paragraph, e)) and cast.is_person(r.referent)]
        else:
            objects = [c for c in token.children if c.dep_ == "dobj"]
            people = _holders(paragraph, token, "", cast) or _relative(paragraph, token, cast)
        body = next((b for o in objects if (b := _body_of(paragraph, o, cast))), None)
        if not people or body is None:
            continue
        evidence = text.sentence_at(paragraph.span_of(token))
        lasting = post in ("founder", "co-founder")
        past = token.tag_ == "VBD" or (token.tag_ == "VBN" and not passive) or _used_to(token)
        future = any(c.lower_ in ("will", "shall") for c in token.children)
        status = "current" if lasting else "former" if past or (passive and _auxiliary_past(token)) else "future" if future else "current"
        start = next((w.iso for w in dates_in(text.document.text, evidence, text.document.published)), None) if lasting else None
        post = "co-chair" if post == "chair" and len(people) > 1 else post
        for person in people:
            yield Role(person=person, post=post, words=token.text, organisation=body, status=status, start=start, evidence=evidence, rule="role/verb")


def _speaks_for(text: Text, paragraph: Paragraph, verb: Token, cast: Cast) -> Iterator[Role]:
    """Who "speaks on transport for" a party is its spokesperson, and one of its members."""
    if verb.lemma_ != "speak":
        return
    leads = {c.lower_: g for c in verb.subtree if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"}
    party = cast.mention_at(paragraph.span_of(leads["for"])) if "for" in leads else None
    if party is None or cast.referents[party.referent].kind != "political-party":
        return
    people = [*_holders(paragraph, verb, "", cast)] or _relative(paragraph, verb, cast)
    field = leads["on"].text if "on" in leads else ""
    evidence = text.sentence_at(paragraph.span_of(verb))
    for person in people:
        yield Role(person=person, post=f"{field} spokesperson".strip(), words="speaks for", organisation=party.referent, evidence=evidence, rule="role/speaks-for")
        yield Role(person=person, post="member", words="member", organisation=party.referent, evidence=evidence, rule="role/speaks-for/party")


def _party_people(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """Members by what stands beside the party's name: "Labour's Ben Lyle", "Ann Lee, the Lib Dem who asked"."""
    words = text.document.text
    for mention in cast.mentions_in(paragraph.span):
        if cast.referents[mention.referent].kind != "political-party":
            continue
        after = re.match(r"(?:['’]s?)? ", words[mention.span.end : mention.span.end + 3])
        person = _person_starting(cast, mention.span.end + after.end()) if after else None
        if person is None and re.match(r"(?: who|,|\.)", words[mention.span.end : mention.span.end + 4]):
            before = re.search(r", (?:the|a) $", words[max(0, mention.span.start - 6) : mention.span.start])
            person = _person_ending(cast, mention.span.start - len(before.group())) if before else None
        if person is not None:
            evidence = text.sentence_at(mention.span)
            yield Role(person=person.referent, post="member", words="member", organisation=mention.referent, evidence=evidence, rule="role/party-name")


def _used_to(token: Token) -> bool:
    return token.dep_ == "xcomp" and token.head.lower_ == "used"


def _auxiliary_past(token: Token) -> bool:
    return any(c.lower_ in ("was", "were") for c in token.children if c.dep_ == "auxpass")


def _relative(paragraph: Paragraph, token: Token, cast: Cast) -> list[str]:
    head = token.head if token.dep_ in ("relcl", "xcomp") else None
    if token.dep_ == "xcomp" and head is not None:
        return _holders(paragraph, head, "", cast) or _relative(paragraph, head, cast)
    if head is None:
        return []
    plural = token.tag_ == "VBP" or any(c.lower_ in ("are", "were", "have") for c in token.children)
    heads = [head, *(c for c in head.conjuncts if c.i < head.i)] if plural else [head]
    found = [r.referent for h in heads if (r := cast.who(paragraph, h)) and cast.is_person(r.referent)]
    return list(dict.fromkeys(reversed(found)))


def _body_of(paragraph: Paragraph, token: Token, cast: Cast) -> str | None:
    """The body that an object names, also in apposition: "the social work charity Frontline"."""
    for each in [token, *(c for c in token.children if c.dep_ in ("appos", "compound"))]:
        mention = cast.mention_at(paragraph.span_of(each))
        if mention and not cast.is_person(mention.referent):
            return mention.referent
    reference = cast.who(paragraph, token)
    return reference.referent if reference and not cast.is_person(reference.referent) else None


BRACKET = re.compile(r"\s?\(([^()]{2,60})\)")


def _brackets(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """Seats and parties in brackets after a name: "(Pendle East) (Lab)", "(Con, Tavistock South)"."""
    words = text.document.text
    for mention in cast.mentions_in(paragraph.span):
        if not cast.is_person(mention.referent):
            continue
        at, seat, party, post = mention.span.end, None, None, "member"
        letters = re.match(r"(?:,?\s[A-Z]{2,4}\b)*", words[at : at + 16])
        at += letters.end() if letters else 0
        while match := BRACKET.match(words, at, paragraph.span.end):
            for piece in re.split(r"[,;]\s*", match.group(1)):
                found = lexicon.party_codes().get(piece.strip().casefold())
                if found:
                    party = found
                elif piece.strip().casefold() in lexicon.post_heads():
                    post = piece.strip().casefold()
                elif piece[:1].isupper() and not piece.isupper() and re.fullmatch(r"[\w\s,’'&-]+", piece):
                    seat = piece.strip()
            at = match.end()
        if party is None and seat is None or (party is None and not words[at : at + 1] == ":"):
            continue
        yield from _seat(text, cast, mention, seat, party)
        if cast.voice and text.document.genre == "committee-report" and not words[at : paragraph.span.end].strip():
            yield Role(person=mention.referent, post=post, words=post, organisation=cast.voice, evidence=text.sentence_at(mention.span), rule="role/bracket/committee", confidence=0.9)


def _seat(text: Text, cast: Cast, mention: Mention, seat: str | None, party: str | None) -> Iterator[Role]:
    evidence = text.sentence_at(mention.span)
    titles = person_name(mention.span.of(text.document.text)).titles
    if party is not None:
        yield Role(person=mention.referent, post="member", words="member", organisation=cast.registered(party), evidence=evidence, rule="role/bracket/party", confidence=0.95)
    if "Councillor" in titles or "Cllr" in titles:
        yield Role(person=mention.referent, post="councillor", words="Cllr", area=seat, evidence=evidence, rule="role/bracket/seat", confidence=0.95)
    elif seat is not None:
        yield Role(person=mention.referent, post="Member of Parliament", words="MP", organisation=cast.chamber("House of Commons"), area=seat, evidence=evidence, rule="role/bracket/seat", confidence=0.9)


def _titles(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """Offices that a title or letters tell: "Greg Smith MP", "Cllr Janet Bickle"."""
    words = text.document.text
    for mention in cast.mentions_in(paragraph.span):
        if not cast.is_person(mention.referent):
            continue
        evidence = text.sentence_at(mention.span)
        match = re.match(r",?\s(MP|MSP|MS|MLA|MEP|TD)\b(?! for)", words[mention.span.end : mention.span.end + 6])
        if match:
            post = lexicon.full_post(match.group(1))
            chamber = cast.chamber("House of Commons") if match.group(1) == "MP" else None
            yield Role(person=mention.referent, post=post, words=match.group(1), organisation=chamber, evidence=evidence, rule="role/letters", confidence=0.95)
        yield from _professor(text, cast, mention, evidence)
        if {"Councillor", "Cllr"} & set(person_name(mention.span.of(words)).titles):
            yield Role(person=mention.referent, post="councillor", words="Cllr", evidence=evidence, rule="role/title", confidence=0.9)


def _professor(text: Text, cast: Cast, mention: Mention, evidence: Span) -> Iterator[Role]:
    """Professors at a university that stands beside their name, and peers by their title."""
    words = text.document.text
    name = person_name(mention.span.of(words))
    if "Professor" in name.titles:
        after = re.match(r",? (?:of|at|from) (?:the )?", words[mention.span.end : mention.span.end + 12])
        body = cast.mention_at(Span(mention.span.end + after.end(), mention.span.end + after.end() + 1)) if after else None
        if body is not None and cast.referents[body.referent].kind == "education":
            yield Role(person=mention.referent, post="professor", words="Professor", organisation=body.referent, evidence=evidence, rule="role/title", confidence=0.9)
    if name.peer in ("Lord", "Baroness") and not name.given:
        yield Role(person=mention.referent, post="Member of the House of Lords", words=name.peer, organisation=cast.chamber("House of Lords"), evidence=evidence, rule="role/title/peer", confidence=0.8)
