"""Mentions → identities: whom the documents mean by whom."""

from graph_builder.resolve.identities import resolve
from graph_builder.resolve.incumbents import with_incumbents

__all__ = ["resolve", "with_incumbents"]
