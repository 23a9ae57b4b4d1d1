"""Accounts that mean the same, put together; what is not sure stays apart and is listed.

Only accounts that share a key are ever compared, and a key leads to few: the cost grows with the number of accounts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_builder.model import Judgement, Verdict
from graph_builder.resolve.judge import Account, Cluster, Judge, Judged, Side, different

__all__ = ["Joining", "kept_apart"]

LISTED = 3  # unsure pairs listed for one name
LOOKED_AT = 8  # names behind one key that are compared: among more it would be unsure anyway


@dataclass(slots=True)
class Joining:
    """The joining of all accounts of one sort, and the judgements made on the way."""

    judge: Judge
    apart: Mapping[Side, frozenset[Side]] = field(default_factory=dict)  # whom a person keeps apart from whom
    judgements: list[Judgement] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)  # clusters, by identity, that nothing may join

    def clusters(self, accounts: Iterable[Account]) -> list[Cluster]:
        """One cluster for each person, body or event, whatever the order of the accounts."""
        surely = self._by_name(sorted(accounts, key=lambda a: (*self.judge.rank(a), a.side)))
        return self._by_lesser_name(sorted(surely, key=lambda c: (*self.judge.fullness(c), c.first.side)))

    def _by_name(self, accounts: Iterable[Account]) -> list[Cluster]:
        """Those of one name together, unless something tells them apart."""
        found: list[Cluster] = []
        known: dict[str, list[Cluster]] = defaultdict(list)
        for account in accounts:
            keys = list(self.judge.keys(account))
            judged = [(c, self._judged(c, account)) for c in _behind(known, keys)]
            cluster = self._the_one(judged, account)
            if cluster is not None:
                cluster.take(account)
            else:
                cluster = Cluster.of(account)
                found.append(cluster)
            if any(j.verdict is Verdict.SAME for _, j in judged) and cluster.first is account:
                self.doubtful.add(id(cluster))
                continue
            _enter(known, keys, cluster)
        return found

    def _by_lesser_name(self, clusters: Iterable[Cluster]) -> list[Cluster]:
        """Those of a lesser name with the one fuller name that is meant, if that is sure."""
        roots: list[Cluster] = []
        known: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            if id(cluster) not in self.doubtful:
                judged = [(c, self._judged(c, cluster)) for c in _behind(known, self.judge.wanted(cluster))]
                root = self._the_one(judged, cluster)
                if root is not None:
                    root.join(cluster)
                    continue
                if not any(j.verdict is Verdict.SAME for _, j in judged):
                    _enter(known, self.judge.offered(cluster), cluster)
            roots.append(cluster)
        return roots

    def _judged(self, cluster: Cluster, other: Cluster | Account) -> Judged:
        """What the judge says, where no person has said already that the two are not the same."""
        if self.apart and kept_apart(cluster, other, self.apart):
            return different()
        return self.judge.match(cluster, other) if isinstance(other, Cluster) else self.judge.agree(cluster, other)

    def _the_one(self, judged: Sequence[tuple[Cluster, Judged]], other: Cluster | Account) -> Cluster | None:
        """The one that is the same, or nothing where there is none or more than one."""
        alike = sorted((p for p in judged if p[1].verdict is Verdict.SAME), key=lambda p: -p[1].weight)
        if alike and (len(alike) == 1 or alike[0][1].weight > alike[1][1].weight):
            cluster, why = alike[0]
            self.judgements.append(why.between(cluster, other))
            return cluster
        for cluster, why in alike[:LISTED]:
            doubt = Judged(Verdict.UNSURE, f"{why.reason}, but others fit as well")
            self.judgements.append(doubt.between(cluster, other))
        rest = [p for p in judged if p[1].verdict is not Verdict.SAME and p[1].reason]
        self.judgements += [why.between(cluster, other) for cluster, why in rest[:LISTED]]
        return None


def kept_apart(left: Cluster, right: Cluster | Account, apart: Mapping[Side, frozenset[Side]]) -> bool:
    """Whether a person keeps anything of the one apart from anything of the other."""
    sides = {a.side for a in (right.all_accounts() if isinstance(right, Cluster) else (right,))}
    forbidden = frozenset().union(*(apart.get(side, frozenset()) for side in sides))
    return bool(forbidden) and any(a.side in forbidden for a in left.all_accounts())


def _behind(known: Mapping[str, Sequence[Cluster]], keys: Iterable[str]) -> list[Cluster]:
    """The clusters that the keys lead to, each once, in the order in which they were found."""
    found = {id(c): c for key in keys for c in known.get(key, ())[:LOOKED_AT]}
    return list(found.values())


def _enter(known: dict[str, list[Cluster]], keys: Iterable[str], cluster: Cluster) -> None:
    for key in keys:
        behind = known[key]
        if not any(c is cluster for c in behind[:LOOKED_AT]) and len(behind) < LOOKED_AT:
            behind.append(cluster)
