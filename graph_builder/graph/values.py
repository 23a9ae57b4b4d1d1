"""What stands in a row of an answer, as Python has it."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import Literal, NamedNode

from graph_builder.graph.namespaces import STANDARD

__all__ = ["Value", "value_of"]

Value = str | int | float | bool | None

XSD = STANDARD["xsd"]
TRUTHS: dict[str, Value] = {"true": True, "1": True, "false": False, "0": False}
READ: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys((XSD + "integer", XSD + "int", XSD + "long", XSD + "nonNegativeInteger"), int),
    **dict.fromkeys((XSD + "decimal", XSD + "double", XSD + "float"), float),
    XSD + "boolean": TRUTHS.__getitem__,
}


def value_of(term: object) -> Value:
    """A number or a truth for what is one, else text: a date as it is written, an IRI in full; None for nothing."""
    if not isinstance(term, Literal):
        return None if term is None else term.value if isinstance(term, NamedNode) else str(term)
    read = READ.get(term.datatype.value)
    try:
        return read(term.value) if read else term.value
    except (ValueError, KeyError):  # "twelve"^^xsd:integer is no number, and stays what it is
        return term.value
