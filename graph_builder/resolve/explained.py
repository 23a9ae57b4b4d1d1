"""Acronyms of the register that a document explains as another body's: where they stand alone they are nobody's yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph_builder.names import fold
from graph_builder.resolve.body_names import is_acronym, letters, own_names
from graph_builder.resolve.judge import Account

__all__ = ["unless_explained"]


def unless_explained(accounts: Iterable[Account]) -> list[Account]:
    """The accounts; one that has only the acronym of a body of the register is not known where it may be another's.

    Its trait "entry" says which body of the register the acronym is, so that something else may tie it to that one.
    """
    told = list(accounts)
    others: dict[str, set[str]] = defaultdict(set)
    for account in told:
        if account.referent.known is None:
            for short in account.trait("explained"):
                others[short] |= account.trait("name")
    return [_unknown(each) if _doubtful(each, others) else each for each in told]


def _doubtful(account: Account, others: dict[str, set[str]]) -> bool:
    """Whether a document gives of a body of the register only an acronym that another body has."""
    forms = account.referent.forms
    bare = account.referent.known is not None and bool(forms) and all(is_acronym(form) for form in forms)
    return bare and any(others.get(letters(form), set()) - {fold(account.referent.name)} for form in forms)


def _unknown(account: Account) -> Account:
    """It by its acronym alone."""
    referent = account.referent
    forms = referent.forms
    told = {"form": frozenset(forms), "name": own_names(forms), "explained": frozenset[str]()}
    entry = frozenset([referent.known]) if referent.known else frozenset[str]()
    bare = replace(referent, name=forms[0], kind="other", known=None)
    return replace(account, referent=bare, traits={**account.traits, **told, "entry": entry})
