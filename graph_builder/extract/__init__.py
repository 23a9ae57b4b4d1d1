"""Document → facts: each kind of fact has a module, and each extractor is a function from a read document to facts."""

from graph_builder.extract.language import Language, load_language
from graph_builder.extract.reading import extract_facts, version

__all__ = ["Language", "extract_facts", "load_language", "version"]
