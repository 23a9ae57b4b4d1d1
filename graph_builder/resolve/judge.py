"""What it takes to say whether two names mean the same: an account of each, a verdict, and a reason.

Names are compared in two rounds. In the first, accounts that give the same name are joined, unless something
contradicts; what they say is then put together. In the second, those with a lesser name (a surname, an acronym, a short
form) join the one fuller name that they are judged to be the same as, and only that one: what they say adds nothing to
it, so no chain of weak links can follow. Unsure stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from graph_builder.model import Judgement, Referent, Verdict

__all__ = ["Account", "Cluster", "Judge", "Judged", "Side", "Told", "different", "same", "unsure"]

Side = tuple[str, str]  # source and referent id
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one referent that helps to tell who or what is meant.

    Each trait (`seat`, `party`, `body` …) has values that two accounts may share or contradict each other in.
    """

    source: str
    referent: Referent
    traits: dict[str, frozenset[str]] = field(default_factory=dict)
    start: str | None = None  # of an event

    @property
    def side(self) -> Side:
        """How a judgement names it."""
        return self.source, self.referent.id

    @property
    def forms(self) -> tuple[str, ...]:
        """The names that the document gives."""
        return tuple(dict.fromkeys((self.referent.name, *self.referent.forms)))

    def trait(self, name: str) -> frozenset[str]:
        """Its values of a trait."""
        return self.traits.get(name, NOTHING)


@dataclass(slots=True)
class Cluster:
    """Accounts that surely mean the same, what they say together, and the clusters of lesser names that joined it."""

    accounts: list[Account]
    traits: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sources: set[str] = field(default_factory=set)
    joined: list[Cluster] = field(default_factory=list)

    @classmethod
    def of(cls, account: Account) -> Cluster:
        """A cluster of one."""
        made = cls([])
        made.take(account)
        return made

    @property
    def first(self) -> Account:
        """The account that founded it, which judgements name."""
        return self.accounts[0]

    def take(self, account: Account) -> None:
        """Another account that surely means the same."""
        self.accounts.append(account)
        self.sources.add(account.source)
        for name, values in account.traits.items():
            self.traits[name] |= values

    def join(self, lesser: Cluster) -> None:
        """A cluster that goes by a lesser name: it adds nothing to what is known."""
        self.joined.append(lesser)
        self.sources |= lesser.sources

    def trait(self, name: str) -> set[str] | frozenset[str]:
        """Its values of a trait."""
        return self.traits.get(name, NOTHING)

    def all_accounts(self) -> list[Account]:
        """Every account of it and of those that joined it."""
        return [*self.accounts, *(a for lesser in self.joined for a in lesser.accounts)]


Told = Account | Cluster


class Judged(NamedTuple):
    """A verdict and why; of several that are the same, the one with the greatest weight is meant."""

    verdict: Verdict
    reason: str
    weight: int = 0

    def between(self, left: Cluster, right: Cluster | Account) -> Judgement:
        """It as a judgement about two."""
        other = right.first if isinstance(right, Cluster) else right
        return Judgement(left.first.side, other.side, self.verdict, self.reason)


def same(reason: str, weight: int = 0) -> Judged:
    """The two mean the same."""
    return Judged(Verdict.SAME, reason, weight)


def unsure(reason: str) -> Judged:
    """The two may mean the same: they stay apart, and are listed."""
    return Judged(Verdict.UNSURE, reason)


def different(reason: str = "") -> Judged:
    """The two do not mean the same; with a reason where one would have thought so."""
    return Judged(Verdict.DIFFERENT, reason)


class Judge(Protocol):
    """How names of one sort (people, bodies, events) are compared."""

    def rank(self, account: Account) -> tuple[object, ...]:
        """What comes first founds a cluster that the rest may join."""

    def keys(self, account: Account) -> Iterable[str]:
        """The names by which it is known for certain; accounts that share none are not compared in the first round."""

    def agree(self, cluster: Cluster, account: Account) -> Judged:
        """Whether an account of the same name means the same."""

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """What comes first has the fuller name, which lesser ones may join."""

    def offered(self, cluster: Cluster) -> Iterable[str]:
        """Where lesser names find this one in the second round."""

    def wanted(self, cluster: Cluster) -> Iterable[str]:
        """Where a lesser name looks for fuller ones."""

    def match(self, fuller: Cluster, lesser: Cluster) -> Judged:
        """Whether a lesser name means the same as a fuller one."""
