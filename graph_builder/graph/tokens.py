"""SPARQL's words told apart: strings, IRIs and comments first, so that no word inside one is taken for its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["Token", "deeper", "tokens"]

Token = re.Match[str]  # `lastgroup` says which it is
TOKEN = re.compile(
    r"""
      (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<comment> \#[^\n\r]* )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<blank> _:[\w.-]* )
    | (?P<name> (?P<prefix>[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:%-]|\.(?=[\w:%-])|\\.)* )
    | (?P<word> [^\W\d_]\w* )
    | (?P<number> \d+(?:\.\d+)? )
    | (?P<bracket> [][(){}] )
    | (?P<mark> \|\| | && | != | [<>]= | \^\^ | [^\s\w] )
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(sparql: str) -> Iterator[Token]:
    """All of them but comments, in their order."""
    return (t for t in TOKEN.finditer(sparql) if t.lastgroup != "comment")


def deeper(token: Token) -> int:
    """How many brackets it opens: 1, or -1 where it closes one."""
    return 0 if not token["bracket"] else 1 if token["bracket"] in "{([" else -1
