"""What reading costs beside the language models alone: `python benchmarks/reading.py FOLDER [TIMES]`.

The same documents, three ways, in CPU seconds of one process, the best of some times: the parser and the encoder alone
over their paragraphs; the whole way from a file's text to its facts; and the peak of memory as documents go by, which
stays flat where nothing is kept.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence

from graph_builder.extract import extract_facts, load_language
from graph_builder.extract.language import Language, parse
from graph_builder.model import Document
from graph_builder.read import read_document
from graph_builder.read.sources import files

LIMIT = 1.3  # what reading may cost beside the models


def cpu(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """CPU seconds for all documents."""
    began = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - began


def measured(language: Language, documents: Sequence[Document], times: int) -> tuple[float, float]:
    """The models alone, and the whole way, at their best; taken in turn, so that a noisy machine is noisy to both."""
    alone, whole = [], []
    for _ in range(times):
        alone.append(cpu(lambda d: parse(d, language), documents))
        whole.append(cpu(lambda d: extract_facts(d, language), documents))
    return min(alone), min(whole)


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    documents = [read_document(path, source) for path, source in files([sys.argv[1]])]
    words = sum(len(span.of(d.text).split()) for d in documents for span in d.body)
    language = load_language()
    measured(language, documents[:2], 1)  # what is looked up once is not counted
    alone, whole = measured(language, documents, 1)
    first = megabytes()
    if times > 1:
        again = measured(language, documents, times - 1)
        alone, whole = min(alone, again[0]), min(whole, again[1])
    print(f"{len(documents)} documents, {words:,} words, {times} times")
    print(f"parser and encoder alone   {alone:7.2f} CPU s   {words / alone:8,.0f} words/s")
    print(f"from text to facts         {whole:7.2f} CPU s   {words / whole:8,.0f} words/s")
    print(f"ratio {whole / alone:.2f} (wanted: at most {LIMIT})")
    print(f"peak memory {first:.0f} MB after once, {megabytes():.0f} MB after {times} times")


if __name__ == "__main__":
    main()
