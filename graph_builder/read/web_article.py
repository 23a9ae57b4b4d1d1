"""A second reader's view of a web page: the lines that trafilatura takes for the article."""

from __future__ import annotations

import logging

from graph_builder.read.encoding import tidy

__all__ = ["chosen_lines"]

_LONGEST = 2_000_000  # characters; beyond, only tags and classes decide


def chosen_lines(html: str) -> frozenset[str]:
    """The article's paragraphs according to trafilatura, each on one line; empty where it finds none."""
    if len(html) > _LONGEST:
        return frozenset()
    import trafilatura

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # it reports pages without an article as errors; we do so ourselves
    text = trafilatura.extract(
        html, favor_recall=True, include_comments=False, include_tables=True, output_format="txt"
    )
    return frozenset(line for raw in (text or "").splitlines() if (line := tidy(raw).removeprefix("- ")))
