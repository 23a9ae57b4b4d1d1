"""Who a voice names, beside who the rules know already: one referent each, and every name is the document's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph_builder import vocabulary
from graph_builder.extract import lexicon
from graph_builder.extract.voice.answers import Item, said, texts
from graph_builder.extract.voice.body import Body
from graph_builder.extract.voice.refusals import Unproven
from graph_builder.model import EntityType, Extraction, Mention, Referent
from graph_builder.names import fold

__all__ = ["Circle"]

AGENTS = (EntityType.PERSON, EntityType.ORGANISATION)


@dataclass(slots=True)
class Circle:
    """The people and bodies of one document, as rules and voice together know them."""

    body: Body
    referents: dict[str, Referent]
    told: dict[str, Referent] = field(default_factory=dict)  # those that the voice names, new or known, as it has them
    by_form: dict[tuple[EntityType, str], str] = field(default_factory=dict)  # of those that it names

    @classmethod
    def of(cls, found: Extraction, body: Body) -> Circle:
        """The circle of a document before the voice is heard."""
        return cls(body, {r.id: r for r in found.referents})

    def meet(self, item: Item, sort: EntityType) -> str:
        """The referent of a person or body that the voice names; Unproven where no name of it stands there."""
        forms = self._forms(item)
        kind = None
        if sort is EntityType.ORGANISATION:
            kind = said(item, "kind")
            if kind is not None and kind not in [c.code for c in vocabulary.concepts("organisation-kind")]:
                raise Unproven("its kind is none of ours")
        for form in forms:  # told before, in another part of the document
            if (sort, fold(form)) in self.by_form:
                return self._joined(self.by_form[sort, fold(form)], sort, forms)
        name = said(item, "name") or ""
        known = self._known(forms, name, sort)
        if known is None:
            known = self._new(sort, forms, kind)
            self._recognise(known, name)
        old = self.referents[known]
        better = old.kind if kind is None or old.known else kind
        self.referents[known] = self.told[known] = replace(old, kind=better)
        return self._joined(known, sort, forms)

    def _forms(self, item: Item) -> list[str]:
        """The names that stand in the document, the fullest first; without a capital only where there is no other."""
        told = [n for n in (said(item, "name"), *texts(item, "also")) if n]
        if not told:
            raise Unproven("it has no name")
        standing = [" ".join(span[0].of(self.body.document.text).split()) for n in told if (span := self.body.named(n))]
        capital = [n for n in standing if any(c.isupper() for c in n)]
        if not standing and not any(self._has(n) for n in told):
            raise Unproven("its name does not stand in the document")
        return list(dict.fromkeys(capital or standing or told))

    def _has(self, name: str) -> bool:
        return any(fold(name) == fold(form) for r in self.referents.values() for form in (r.name, *r.forms))

    def _known(self, forms: Sequence[str], name: str, sort: EntityType) -> str | None:
        """The referent of the rules that goes by one of the names, and by no other that the voice has given away."""
        free = [r for r in self.referents.values() if r.type is sort and r.id not in self.told]
        return next((found for form in dict.fromkeys((name, *forms)) if (found := _called(free, fold(form)))), None)

    def _new(self, sort: EntityType, forms: Sequence[str], kind: str | None) -> str:
        name = f"v{sum(1 for r in self.referents if r.startswith('v')) + 1}"
        self.referents[name] = Referent(name, sort, forms[0], kind or self._otherwise(sort), tuple(forms))
        return name

    def _recognise(self, known: str, name: str) -> None:
        """A body by a name that the document lacks is the register's of that name, if the document has another form
        of it.

        "The Government" and "my department" are such forms: they say what kind of body it is.
        """
        new = self.referents[known]
        entry = lexicon.register_names().get(name.removeprefix("the ").removeprefix("The "))
        if new.type is not EntityType.ORGANISATION or entry is None:
            return
        words = {fold(form) for form in (entry.name, *entry.aliases)}
        sorts = {word for word, kind in lexicon.body_descriptions().items() if kind == entry.kind}
        if any(fold(form) in words or fold(form).split()[-1] in sorts for form in new.forms):
            self.referents[known] = replace(new, name=entry.name, kind=entry.kind, known=entry.iri)

    @staticmethod
    def _otherwise(sort: EntityType) -> str | None:
        return "other" if sort is EntityType.ORGANISATION else None

    def _joined(self, known: str, sort: EntityType, forms: Iterable[str]) -> str:
        """The same referent, with these names too."""
        old = self.referents[known]
        seen = {fold(f) for f in (old.name, *old.forms)}
        new = [f for f in forms if fold(f) not in seen and (sort, fold(f)) not in self.by_form and self.body.named(f)]
        self.referents[known] = self.told[known] = replace(old, forms=(*old.forms, *new))
        for form in forms:
            self.by_form.setdefault((sort, fold(form)), known)
        return known

    def who(self, name: str | None, *sorts: EntityType) -> str:
        """Whoever goes by a name: one that the voice named, else one of the rules; Unproven where none does."""
        if not name:
            raise Unproven("it does not say who")
        wanted = fold(name)
        for sort in sorts:
            if (sort, wanted) in self.by_form:
                return self.by_form[sort, wanted]
        those = [r for r in self.referents.values() if r.type in sorts]
        found = _called(those, wanted)
        if found:
            return found
        raise Unproven(f"{name} is nobody whom the document names")

    def mentions(self, old: Iterable[Mention]) -> tuple[Mention, ...]:
        """Where the names of those whom only the voice knows stand."""
        taken = {m.span for m in old}
        found = []
        for referent in self.told.values():
            if referent.id.startswith("v"):
                places = ((s, form) for form in referent.forms for s in self.body.named(form))
                for span, form in places:
                    if span not in taken:
                        taken.add(span)
                        found.append(Mention(span, referent.id, "name" if form == referent.name else "short"))
        return tuple(found)


def _called(those: Sequence[Referent], wanted: str) -> str | None:
    """The referent of that name, else one that goes by it too."""
    first = (r.id for r in those if fold(r.name) == wanted)
    return next(first, None) or next((r.id for r in those if wanted in map(fold, r.forms)), None)
