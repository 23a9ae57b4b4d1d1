"""The forms in which English prose writes a date, as patterns whose groups say what each part is.

What one form has taken, no later one reads again. A group `turn` holds the words that
lead to the date, because they say which year is meant and whether it is a limit.
"""
# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

__all__ = ["FORMS", "MONTHS", "SEASONS", "WEEKDAYS"]

NAMES = "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec"
MONTHS = {name: number for number, names in enumerate(NAMES.split("|"), 1) for name in names.split()}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}  # first and last month

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
THE_MONTH = rf"(?P<month>{MONTH})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NUMBER = r"(?:19|20)\d\d"
YEAR = rf"(?P<year>{NUMBER})(?!\d|s\b|,\d{{3}}|\s?(?:per cent|%))"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
TO = r"\s*(?:and|to|until|or|[-–—])\s*"
WHICH = r"(?:,?\s+(?P<other>last year|next year|this year))?"
LEADING = r"(?P<turn>(?i:last|next|this|in|since|from|by|until|till|for|to|of|during|early|late|mid|end of|before|after|and|between|its|their|our|his|her|the|this coming))"

FORMS = [
    re.compile(rf"(?<!\d)(?P<year>{NUMBER})-(?P<number>0\d|1[0-2])-(?P<day>[0-3]\d)(?!\d)"),
    re.compile(
        rf"(?<![\d/.])(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark)(?P<year>{NUMBER})(?![\d/])"
    ),
    re.compile(rf"(?<![-–/\d])(?P<opening>{NUMBER})(?=[-–/](?P<later>\d\d)\b(?![-–/,.]?\d|\s?(?:per cent|%)))"),
    re.compile(r"(?<=(?<![-–/\d])(?:19|20)\d\d[-–/])(?P<later>\d\d)\b(?![-–/,.]?\d|\s?(?:per cent|%))"),
    re.compile(rf"(?<![\d£$€.:]){DAY}(?={TO}[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?{THE_MONTH}(?:,?\s+{YEAR})?)"),
    re.compile(
        rf"(?<![\d£$€.:])(?:{WEEKDAY},?\s+(?:the\s+)?)?{DAY}\s+(?:of\s+)?{THE_MONTH}(?:(?:,?\s+{YEAR})|{WHICH})"
    ),
    re.compile(rf"\b(?:{WEEKDAY},?\s+)?{THE_MONTH}\s+(?:the\s+)?{DAY}(?!\d)(?:(?:,?\s+{YEAR})|{WHICH})"),
    re.compile(rf"\b{THE_MONTH},?\s+(?:of\s+)?{YEAR}"),
    re.compile(rf"\b{THE_MONTH}(?={TO}(?P<next>{MONTH}),?\s+{YEAR})"),
    re.compile(rf"\b{LEADING}\s+{THE_MONTH}{WHICH}"),
    re.compile(rf"\b{THE_MONTH}(?=['’]s\b)"),
    re.compile(rf"\b(?P<season>spring|summer|autumn|winter)(?:,?\s+of)?,?\s+{YEAR}", re.IGNORECASE),
    re.compile(
        r"\b(?P<turn>last|next|this|in the|by the|by|until the|during the|over the|later in the|early|late)\s+(?P<season>spring|summer|autumn|winter)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<turn>last|next|this|on|by|until|from|since)?\s*(?P<weekday>{WEEKDAY})\b"),
    re.compile(
        r"\b(?P<near>today|yesterday|tomorrow|tonight|this morning|this afternoon|this evening|last night)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<turn>last|next|this|end of this|end of the|end of next|end of last)\s+(?P<unit>month|year)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<turn>in|since|by|until|from|of|during|before|after|early|late|mid|end of|between|and|for|to|the)\s+{YEAR}(?![-/–]\d)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<=[(,–]){YEAR}(?=[),–])"),
]
