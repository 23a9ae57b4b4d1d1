"""A mail's own words are its body; what it quotes is not, and what it forwards is by whoever wrote that."""

from email.message import EmailMessage

import pytest

from graph_builder.errors import ReadError


def mail(text: str, sender: str = "Ann Bell <ann@swimmers.example>", subject: str = "Court date", **more: str) -> bytes:
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = subject
    message["Date"] = "Tue, 17 Sep 2024 23:30:00 +0100"
    message.set_content(text, **more)
    return bytes(message)


HEARING = (
    "The High Court will hear our case on 14 October. Our solicitor says that we should expect a judgment before"
    " Christmas, and that we should bring sandwiches."
)


def words(document):
    return [" ".join(span.of(document.text).split()) for span in document.body]


NEWS = """Dear all,

The High Court will hear our case on 14 October. Our solicitor says that we
should expect a judgment before Christmas, and that we should bring sandwiches.

Ann

-- 
Ann Bell
Chair, Marlbury Swimmers

On Mon, 16 Sep 2024 at 18:02, Annis Holroyd, leader of the council <l@c.example>
wrote:
> I will not be giving way on this, and I have nothing to add to what I said.
"""  # noqa: W291 - the signature's mark ends with a space


def test_header_lines_are_metadata(read):
    document = read("a.eml", mail(NEWS, subject="Re: Fwd: Court date"))
    assert (document.title, document.published, document.authors) == ("Court date", "2024-09-17", ("Ann Bell",))


def test_what_a_mail_quotes_is_not_its_body(read):
    assert words(read("a.eml", mail(NEWS))) == [
        "Dear all,",
        HEARING,
        "Ann",
        "Ann Bell",
        "Chair, Marlbury Swimmers",
    ]


@pytest.mark.parametrize(
    "mark", ["-----Original Message-----", "________________________________", "---------- Forwarded message ---------"]
)
def test_nothing_below_a_mark_of_other_mails_is_body(read, mark):
    own = "The court has given us a day, and I shall be there with all of you."
    document = read(
        "a.eml",
        mail(f"{own}\n\n{mark}\nFrom: Annis Holroyd\nSubject: Pool\n\nI will not be giving way on this at all."),
    )
    assert words(document) == [own]


def test_a_forwarded_mail_is_by_whoever_wrote_it(read):
    said = "The council will not reopen the pool, and I regret the distress that this causes to those who swim there."
    header = "From: Annis Holroyd <l@c.example>\nDate: Wed, 12 Jun 2024 at 10:00\nSubject: Statement"
    forwarded = f"---------- Forwarded message ---------\n{header}\nTo: Ann Bell <ann@s.example>\n\n{said}\n"
    document = read("a.eml", mail(forwarded, subject="Fwd: Statement"))
    assert (document.title, document.published, document.authors) == ("Statement", "2024-06-12", ("Annis Holroyd",))
    assert words(document) == [said]


def test_a_newsletter_is_published_by_the_body_that_sends_it(read):
    page = (
        "<p>View this email in your browser</p><h1>A fund at last</h1><p>Our chief executive, Cy Dale, met the minister"
        " on Tuesday and came away with a promise.</p><p>You are receiving this email because you signed up.</p>"
    )
    document = read("a.eml", mail(page, sender="Pools for People press office <press@pools.example>", subtype="html"))
    assert (document.publisher, document.authors) == ("Pools for People", ())
    assert words(document) == [
        "Our chief executive, Cy Dale, met the minister on Tuesday and came away with a promise."
    ]


@pytest.mark.parametrize(
    "content", [b"no header lines", b"Subject: x\n\n", b"Subject: x\nContent-Type: image/png\n\nabc"]
)
def test_a_mail_without_words_is_refused_in_one_line(read, content):
    with pytest.raises(ReadError) as refused:
        read("a.eml", content)
    assert "\n" not in str(refused.value)
