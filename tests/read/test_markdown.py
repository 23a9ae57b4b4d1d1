"""Markdown is read as its rendered page, and its front matter is metadata."""

import pytest

from graph_builder.errors import ReadError

PAGE = """---
title: "The boiler: a love story"
date: 2024-06-03
author: [Ann Bell, Dr Cy Dale]
tags: [pools]
layout: post
---

[Home](/) | [About](/about) | [Donate](/donate)

I went to see the boiler of **Marlbury pool** on *Monday*, and
[it was out](https://example.org/out) again, as it so often is.

> "It has five years left," the engineer told me, and then he laughed for a long time.

## What now

1. Mend it.
2. Say sorry for it.

| Year | Days shut |
|------|-----------|
| 2023 | 41        |

*Ann Bell is a plumber in Marlbury.*

### Recent posts

- [Ten towels](/ten)

### Comments (2)

**Jo** I never liked that boiler, and I have said so to anybody who would listen to me since the day it came.
"""


def words(document):
    return [span.of(document.text) for span in document.body]


def test_front_matter_is_metadata_and_no_part_of_the_text(read):
    document = read("a.md", PAGE)
    assert (document.title, document.published) == ("The boiler: a love story", "2024-06-03")
    assert document.authors == ("Ann Bell", "Cy Dale")
    assert document.genre == "blog"
    assert "layout" not in document.text


def test_marks_are_rendered_and_the_article_is_body(read):
    assert words(read("a.md", PAGE)) == [
        "I went to see the boiler of Marlbury pool on Monday, and it was out again, as it so often is.",
        '"It has five years left," the engineer told me, and then he laughed for a long time.',
        "What now",
        "Mend it.",
        "Say sorry for it.",
        "Year | Days shut",
        "2023 | 41",
        "Ann Bell is a plumber in Marlbury.",
    ]


def test_a_year_and_month_stay_a_year_and_month(read):
    assert read("a.md", "---\ndate: 2024-06\n---\n\nThe pool is to stay open all summer.").published == "2024-06"


def test_a_page_without_front_matter_is_titled_by_its_heading(read):
    assert read("a.md", "# Pool news\n\nThe pool is to stay open all summer.").title == "Pool news"


@pytest.mark.parametrize(
    "front", ["a: [", ": : :", "a: &x [1]\nb: *x", "date: 2024-13-45", "x: !!python/object:os.system {}"]
)
def test_front_matter_that_is_odd_is_refused_in_one_line(read, front):
    with pytest.raises(ReadError) as refused:
        read("a.md", f"---\n{front}\n---\n\nThe pool is to stay open.")
    assert str(refused.value).startswith("a.md: its front matter")
    assert "\n" not in str(refused.value)
