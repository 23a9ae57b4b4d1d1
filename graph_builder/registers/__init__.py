"""Registers → what is known before reading: bodies, posts and people, from RDF in our ontology or from Popolo JSON."""

from graph_builder.registers.reading import read_registers

__all__ = ["read_registers"]
