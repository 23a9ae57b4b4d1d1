"""A mail: its own words are the body, what it quotes or forwards below is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from graph_builder.errors import ReadError
from graph_builder.read.byline import is_name, without_honours
from graph_builder.read.dateline import iso_date
from graph_builder.read.encoding import decode, tidy
from graph_builder.read.layout import Block, Metadata, Reading
from graph_builder.read.plain import blocks_of
from graph_builder.read.web import read_markup

__all__ = ["read_mail"]

_MEDIA_TYPE = "message/rfc822"
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|sv|vs)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_REPLY = re.compile(
    r"^\s*(?:-{2,}\s*(?:original message|reply above this line)\s*-{2,}"
    r"|_{10,}$"
    r"|(?:on|am|le)\b.{6,200}\b(?:wrote|schrieb|a écrit)\s*:\s*$"
    r"|from:\s.+\bsent:\s)",
    re.IGNORECASE | re.DOTALL,
)
_FORWARD = re.compile(r"^\s*(?:-{2,}\s*forwarded message\s*-{2,}|begin forwarded message:)", re.IGNORECASE)
_HEADER = re.compile(r"^\s*(from|sent|to|cc|date|subject|reply-to)\s*:", re.IGNORECASE)
_DESK = re.compile(
    r"[\s,|-]+(?:(?:press|media|news|communications)(?: and \w+)?(?: (?:office|team|desk|room))?|newsletters?)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:news|newsletters?|info|press|media|hello|contact|no-?reply|enquir\w*|office|mail|team|support|campaigns?|updates?)\b",
    re.IGNORECASE,
)


def read_mail(data: bytes) -> Reading:
    """A `.eml` file.

    Raises ReadError where it has no text part or no headers at all.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        metadata = _metadata(message)
        part = message.get_body(preferencelist=("plain", "html"))
    except (MessageError, ValueError, LookupError, IndexError, AttributeError, RecursionError) as error:
        raise ReadError(f"it is broken or no mail ({type(error).__name__})") from error
    if not message.keys():
        raise ReadError("it is no mail: it has no header lines")
    if part is None:
        raise ReadError("it is a mail without text")
    words = _content(part)
    if part.get_content_type() == "text/html":
        return _own_words(read_markup(words, _MEDIA_TYPE, metadata))
    return _own_words(Reading(words, tuple(blocks_of(words, least=1)), _MEDIA_TYPE, metadata))


def _content(part: MIMEPart) -> str:
    """The text of a part; a wrong encoding in its header is made good as for any text."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise ReadError("it is a mail without text")
    return decode(payload, part.get_content_charset()).replace("\r\n", "\n")


def _metadata(message: EmailMessage) -> Metadata:
    subject = _PREFIX.sub("", tidy(str(message["subject"] or "")))
    sender = message["from"]
    addresses = getattr(sender, "addresses", ()) if sender is not None else ()
    authors, publisher = _sender(addresses[0].display_name, addresses[0].addr_spec) if addresses else ((), None)
    return Metadata(title=subject or None, published=_day(message), publisher=publisher, authors=authors)


def _sender(display: str, address: str) -> tuple[tuple[str, ...], str | None]:
    """The authors and the publisher that a sender's name gives: a person, or a body that sends newsletters."""
    name = tidy(display)
    if is_name(name) and not _OFFICE.match(address):
        return (without_honours(name),), None
    return (), _DESK.sub("", name) or None


def _day(message: EmailMessage) -> str | None:
    value = message["date"]
    if value is None:
        return None
    try:
        return parsedate_to_datetime(str(value)).date().isoformat()
    except (ValueError, TypeError):
        return None  # a mail whose date cannot be read is a mail without one


def _own_words(reading: Reading) -> Reading:
    """The same reading with everything that the mail only passes on marked as furniture.

    A mail that does nothing but forward is read for what it forwards, and is by whoever wrote that.
    """
    texts = [block.text for block in reading.blocks]
    forwards = bool(texts) and bool(_FORWARD.match(texts[0]))
    blocks = tuple(_marked(reading.blocks, forwards=forwards))
    return replace(reading, blocks=blocks, metadata=_forwarded(texts[1:8]) if forwards else reading.metadata)


def _marked(blocks: tuple[Block, ...], *, forwards: bool) -> Iterator[Block]:
    quoted = False
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        # "On Monday … Ann Bell wrote:" may be broken over two lines
        if _REPLY.match(block.text) or _REPLY.match(f"{block.text} {following}") or _FORWARD.match(block.text):
            quoted = quoted or not (forwards and index == 0)
        foreign = quoted or block.text.startswith(">") or _FORWARD.match(block.text) or _HEADER.match(block.text)
        yield replace(block, piece=replace(block.piece, furniture=True)) if foreign else block


def _forwarded(lines: list[str]) -> Metadata:
    """What the header lines of a forwarded mail say."""
    said = {match[1].lower(): line[match.end() :].strip() for line in lines if (match := _HEADER.match(line))}
    name, address = parseaddr(said.get("from", ""))
    authors, publisher = _sender(name, address)
    return Metadata(
        title=_PREFIX.sub("", said.get("subject", "")) or None,
        published=iso_date(said.get("date", said.get("sent", ""))),
        publisher=publisher,
        authors=authors,
    )
