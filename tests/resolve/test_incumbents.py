"""A post that stands alone speaks for the one who held it at that date, and for nobody where that is not sure."""

import pytest

from graph_builder.model import Document, Extraction, Span, Statement
from graph_builder.resolve import resolve, with_incumbents
from graph_builder.vocabulary import Entry
from graph_builder.vocabulary.people import KnownPerson, Membership, Register

WORDS = "The lantern secretary"
POST = Entry("https://register.example/post", "post", "Secretary of State for Lanterns", aliases=("lantern secretary",))
MARTA, IAN = "https://register.example/marta", "https://register.example/ian"


def held(start=None, end=None):
    return (Membership(None, "Secretary of State for Lanterns", None, start, end),)


@pytest.fixture
def speaker():
    """Who is found to speak in a document of a date that gives only the post; a register that knows people."""

    def found(*people, date="2031-03-04", words=WORDS, said=None):
        register = Register((POST,), tuple(people))
        text = f"{words} said the levy would stay."
        statement = Statement(
            evidence=Span(0, len(text)),
            rule="told",
            parts=(Span(len(words) + 6, len(text) - 1),),
            speaker=None,
            form="reported",
            speaker_words=Span(0, len(words)),
            said=said,
        )
        documents = {"a.txt": Document("a.txt", "0" * 64, text, (), published=date)}
        read = [Extraction("a.txt", "0" * 64, statements=(statement,))]
        told, identities = with_incumbents(read, documents, register, resolve(read, documents, register=register))
        speaks = told[0].statements[0].speaker
        return (identities.entity_of["a.txt", speaks].known if speaks else None), told[0], identities

    return found


def test_the_one_who_held_the_post_at_the_date_speaks(speaker):
    known, told, identities = speaker(
        KnownPerson(MARTA, "Marta Quill", memberships=held("2030-01-01")),
        KnownPerson(IAN, "Ian Corder", memberships=held("2027-05", "2029-12-31")),
    )
    assert known == MARTA
    assert [mention.form for mention in told.mentions] == ["title"]
    (judgement,) = identities.judgements
    assert judgement.reason == "the register's holder of this post at the date of the document"


def test_the_day_of_the_words_goes_before_the_day_of_the_document(speaker):
    known, _, _ = speaker(KnownPerson(MARTA, "Marta Quill", memberships=held("2031-03-01")), said="2031-02-01")
    assert known is None


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        (None, None, "2031-03-04"),
        ("2031-03-05", None, "2031-03-04"),
        ("2030", "2031-03-03", "2031-03-04"),
        ("2031", None, "2031-03-04"),  # not sure to have begun
        ("2030", None, None),
    ],
)
def test_where_no_date_covers_it_nobody_speaks(speaker, start, end, date):
    known, told, identities = speaker(KnownPerson(MARTA, "Marta Quill", memberships=held(start, end)), date=date)
    assert known is None
    assert told.statements[0].speaker is None
    assert not identities.entities


def test_where_two_may_have_held_it_nobody_speaks(speaker):
    both = [KnownPerson(iri, "Marta Quill", memberships=held("2030")) for iri in (MARTA, IAN)]
    assert speaker(*both)[0] is None
    perhaps = KnownPerson(IAN, "Ian Corder", memberships=held())
    assert speaker(KnownPerson(MARTA, "Marta Quill", memberships=held("2030-01-01")), perhaps)[0] is None


@pytest.mark.parametrize(
    "words", ["A spokesman for the lantern secretary", "The former lantern secretary", "The minister"]
)
def test_other_words_are_not_the_post(speaker, words):
    assert speaker(KnownPerson(MARTA, "Marta Quill", memberships=held("2030-01-01")), words=words)[0] is None
