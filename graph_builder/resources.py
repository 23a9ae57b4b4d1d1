"""Where the folders of data are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["folder"]


@cache
def folder(name: str) -> Path:
    """The folder `ontology` or `queries`.

    Raises FileNotFoundError where neither place has it, which means a broken installation.
    """
    package = Path(__file__).parent
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name!r} is neither in {package} nor beside it: install onrecord again")
