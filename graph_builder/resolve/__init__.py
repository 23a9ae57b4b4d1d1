"""Mentions → identities: whom the documents mean by whom."""

from graph_builder.resolve.identities import resolve

__all__ = ["resolve"]
