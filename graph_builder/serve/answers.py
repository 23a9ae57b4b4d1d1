"""Questions in SPARQL, answered in the format that the client would rather have."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, cast

from graph_builder.errors import QueryError
from graph_builder.graph.query import Dataset, answer
from graph_builder.graph.sparql import refuse_service
from graph_builder.serve.accept import GRAPHS, ROWS, Media, chosen, named
from graph_builder.serve.counting import Counted, counted
from graph_builder.serve.refusals import Refused

if TYPE_CHECKING:
    from graph_builder.graph.query import Answer
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["query", "suited"]

IN_MEMORY = 8 * 1024 * 1024  # bytes of an answer that is counted before it is sent; the rest waits in a file


def query(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """The answer to a question; refused where it is longer than the server lets an answer be."""
    _refuse_service(asked["query"])
    found = answer(desk.store, asked["query"], desk.base, Dataset(tuple(asked["default"]), tuple(asked["named"])))
    media, content_type = suited(asked, GRAPHS if found.kind == "graph" else ROWS)
    if not desk.most_rows:
        out.begin(200, content_type, vary="Accept")
        found.write(out, media.name)
        return
    with SpooledTemporaryFile(IN_MEMORY) as whole:
        _counted(found, media.name, cast("IO[bytes]", whole), desk.most_rows)
        whole.seek(0)
        out.begin(200, content_type, vary="Accept")
        shutil.copyfileobj(whole, out)


def _refuse_service(sparql: str) -> None:
    if "service" in sparql.lower():
        try:
            refuse_service(sparql)
        except QueryError as error:
            raise Refused(403, str(error)) from error


def _counted(found: Answer, media: str, out: IO[bytes], most: int) -> None:
    if found.kind == "graph":
        found.through(lambda triples: counted(triples, most)).write(out, media)
    else:
        found.write(Counted(out, media, most) if found.kind == "rows" else out, media)


def suited(asked: dict[str, Any], offered: Sequence[Media]) -> tuple[Media, str]:
    """The format and the content type of an answer.

    Raises Refused (406) where the client takes none of those on offer.
    """
    if media := named(asked["format"], offered) if asked["format"] else None:
        return media, media.content_type()
    if found := chosen(asked["accept"], offered):
        return found
    kinds = ", ".join(media.types[0] for media in offered)
    raise Refused(406, f"the answer cannot be had as {asked['accept']}; it can be {kinds}")
