"""Which files are read, and by what name the graph knows each."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph_builder.errors import ReadError

__all__ = ["STANDARD_INPUT", "files"]

STANDARD_INPUT = "-"


def files(paths: Iterable[Path | str]) -> Iterator[tuple[Path, str]]:
    """Every file under the paths with its source name, sorted by name; each file once.

    A name is the path below the folder that was given, or the file's own name, with "/". Where two files would
    share a name, each takes as many of the folders above it as tell them apart: this does not depend on the order
    in which the paths were given. Hidden files and folders are left out, unless given by name. A file is listed
    whatever its suffix: the reader says that it does not know it. "-" is standard input.

    Raises ReadError where a path does not exist.
    """
    found: dict[Path, str] = {}
    for given in sorted({str(path) for path in paths}):
        if given == STANDARD_INPUT:
            found[Path(STANDARD_INPUT)] = STANDARD_INPUT
            continue
        for path, name in _under(Path(given)):
            real = path.resolve()
            # the same file below two of the folders keeps its shorter name
            if real not in found or (len(name), name) < (len(found[real]), found[real]):
                found[real] = name
    yield from sorted(_distinct(found).items(), key=lambda item: (item[1], str(item[0])))


def _under(given: Path) -> Iterator[tuple[Path, str]]:
    if given.is_file():
        yield given, given.name
        return
    if not given.is_dir():
        raise ReadError(f"there is no file or folder {given}")
    seen: set[Path] = set()
    for folder, subfolders, names in os.walk(given, followlinks=True):
        here = Path(folder)
        real = here.resolve()
        if real in seen:  # a link to a folder already read, or to one above: going on would never end
            subfolders.clear()
            continue
        seen.add(real)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            path = here / name
            if not name.startswith(".") and path.is_file():
                yield path, path.relative_to(given).as_posix()


def _distinct(found: dict[Path, str]) -> dict[Path, str]:
    """The same files under names that no two share."""
    names = dict(found)
    while True:
        count = Counter(names.values())
        clashing = [path for path, name in names.items() if count[name] > 1]
        if not clashing:
            return names
        for path in clashing:
            parts = len(Path(names[path]).parts) + 1
            names[path] = "/".join(path.parts[-parts:]).lstrip("/")
