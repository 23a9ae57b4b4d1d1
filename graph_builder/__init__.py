"""OnRecord: the record of a public debate as a knowledge graph, each fact with the sentence that proves it."""

__version__ = "0.1.0"
