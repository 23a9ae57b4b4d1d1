"""What tests of reading begin with: a document from a file's name and content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder.model import Document
from graph_builder.read import read_document

Read = Callable[[str, str | bytes], Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes the content to a file of that name and reads it."""

    def from_content(name: str, content: str | bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_document(path, name)

    return from_content


def paragraphs(document: Document) -> list[str]:
    """The words of each body span."""
    return [span.of(document.text) for span in document.body]
