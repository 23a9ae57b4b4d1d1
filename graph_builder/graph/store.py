"""The Oxigraph store of a graph folder: written anew by each build, and read by everyone else.

A build makes a new store beside the old one and then points `store` at it, in one step that either happens or
does not. A reader follows the pointer once and stays with the store that it found; the one before the present
store is kept until the next build, for readers that still have it open.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from graph_builder.errors import GraphError, QueryError
from graph_builder.graph.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graph_builder.graph.folder import GraphFolder

__all__ = ["Store", "base_of", "load_file", "open_store", "replace_store"]

TRIES = 5  # of a hundred openings during heavy rewriting one fails with a passing complaint about the MANIFEST
PAUSE = 0.05  # seconds
WORTH_OPTIMISING = 500_000  # triples
URI_SPACE = NamedNode("http://rdfs.org/ns/void#uriSpace")


def open_store(folder: GraphFolder) -> Store:
    """The folder's store, to be read only.

    Raises GraphError where there is none, or where it cannot be opened.
    """
    complaint = ""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE * attempt)
        try:
            return Store.read_only(os.path.realpath(folder.store, strict=True))
        except FileNotFoundError as error:
            place = folder.path
            raise GraphError(f"there is no graph in {place} yet: onrecord build PATH --graph {place}") from error
        except (OSError, RuntimeError) as error:  # the second is how damage is told
            complaint = str(error)
    raise GraphError(f"the store in {folder.path} cannot be opened: {complaint}; build the graph again")


def base_of(store: Store) -> str:
    """What the names of the graph's own data begin with; the default where the store does not say."""
    for quad in store.quads_for_pattern(None, URI_SPACE, None, None):
        if isinstance(quad.object, Literal):
            return quad.object.value
    return DEFAULT_BASE


def replace_store(folder: GraphFolder, quads: Iterable[Quad]) -> int:
    """Make a new store of these quads, put it in the place of the old one, and say how many triples it holds.

    The folder's lock must be held.
    """
    stores = folder.path / ".stores"
    now = Path(os.path.realpath(folder.store)) if folder.store.is_symlink() else None
    for old in stores.glob("*") if stores.is_dir() else ():
        if old != now and old.resolve() != now:
            shutil.rmtree(old, ignore_errors=True)
    new = stores / str(1 + int(now.name) if now and now.name.isdigit() else 1)
    try:
        new.mkdir(parents=True)
        count = _load(new, quads)
        _point(folder.store, new)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise GraphError(f"the store in {folder.path} cannot be written: {error}") from error
    return count


def _load(place: Path, quads: Iterable[Quad]) -> int:
    store = Store(place)
    store.bulk_extend(quads)
    count = len(store)
    if count > WORTH_OPTIMISING:
        store.optimize()
    store.flush()
    return count


def _point(link: Path, target: Path) -> None:
    beside = link.with_name(".store.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target.relative_to(link.parent))
    if link.is_dir() and not link.is_symlink():  # a copy of the folder that followed the link
        shutil.rmtree(link)
    beside.replace(link)


def load_file(path: Path) -> Store:
    """Any RDF file as a store in memory; the name's ending says which format it is in.

    Raises QueryError where the file is not there, in no known format, or not well formed.
    """
    kind = RdfFormat.from_extension(path.suffix.removeprefix(".").lower())
    if kind is None:
        raise QueryError(f"{path}: not a known kind of RDF file; use .ttl .trig .nt .nq .rdf .jsonld or .n3")
    store = Store()
    try:
        store.bulk_load(path=path, format=kind)
    except OSError as error:
        raise QueryError(f"{path} cannot be read: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"{path} is not well formed: {error}") from error
    return store
