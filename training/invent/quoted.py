# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""The ways in which British texts say who says what, in quotation marks; without them they are in `reported`.

A pattern is a paragraph in which `[S]` stands for the words that name the speaker, `[Q:…]` for the cue and `[C:…]` for the
content; two different speakers are numbered (`[S2]`, `[Q2:…]`, `[C2:…]`). Words in braces are drawn anew each time.
Outer quotation marks are “ ” and inner ones ‹ ›; the house style of an article turns them into its own.
"""

from __future__ import annotations

__all__ = ["DIRECT", "LATER", "MIXED"]

DIRECT = """[C:“{q1,}”] [S] [Q:{said}].
%
[C:“{q1,}”] [Q:{said}] [S].
%
[C:“{q1,}”] [S] [Q:{said}]. [C:“{q2.}”]
%
[C:“{q1,}”] [Q:{said}] [S]. [C:“{q2.} {q3.}”]
%
[S] [Q:{said}]: [C:“{q1.}”]
%
[S] [Q:{said}]: [C:“{q1.} {q2.}”]
%
[S] [Q:{said}]: [C:“{q1.} {q2.} {q3.}”]
%
[S] [Q:{said}], [C:“{q1.}”]
%
[S] [Q:told {audience}]: [C:“{q1.}”]
%
[S] [Q:told {audience}]: [C:“{q1.} {q2.}”]
%
[C:“{q1,}”] [S] [Q:told {audience}]. [C:“{q2.}”]
%
[C:“{q1,}”] [S] [Q:told {audience}].
%
[C:“{q1,}”] [Q:{said}] [S] {when}.
%
{When}, [S] [Q:{said}]: [C:“{q1.} {q2.}”]
%
Speaking {at}, [S] [Q:{said}]: [C:“{q1.}”]
%
Speaking {at}, [S] [Q:told {audience}]: [C:“{q1.} {q2.}”]
%
Responding to {noun}, [S] [Q:{said}]: [C:“{q1.} {q2.}”]
%
Commenting on {noun}, [S] [Q:{said}]: [C:“{q1.} {q2.} {q3.}”]
%
Welcoming {noun}, [S] [Q:{said}]: [C:“{q1.}”]
%
In a letter to {other}, [S] [Q:{wrote}]: [C:“{q1.} {q2.}”]
%
In a statement, [S] [Q:{said}]: [C:“{q1.} {q2.}”]
%
Writing in {outlet}, [S] [Q:{said}]: [C:“{q1.}”]
%
In a post on social media, [S] [Q:{wrote}]: [C:“{q1.}”]
%
[S] [Q:{wrote}] {when}: [C:“{q1.}”]
%
[S], {aside}, [Q:{said}]: [C:“{q1.}”]
%
Asked about {noun}, [S] [Q:replied]: [C:“{q1.}”]
%
Asked whether {fact}, [S] [Q:said]: [C:“{q1.} {q2.}”]
%
Pressed on {noun}, [S] [Q:said] [C:“{q1.}”]
%
[S] [Q:{said}]:

[C:“{q1.} {q2.}

“{q3.} {q4.}

“{q5.}”]
%
[S] [Q:{said}]:

[C:“{q1.} {q2.} {q3.}”]
%
[C:“{q1.} {q2.}”] [S] [Q:{said}].
%
[C:“{q1,}”] [Q:is the verdict of] [S]. [C:“{q2.}”]
%
[Q:As] [S] [Q:put it]: [C:“{q1.}”]
%
[Q:In the words of] [S]: [C:“{q1.}”]
%
[Q:For] [S], the answer is simple: [C:“{q1.}”]
%
[S] [Q:was blunt]: [C:“{q1.}”]
%
[S] agrees. [C:“{q1,}”] [S:{pron}] [Q:says]. [C:“{q2.}”]
%
[S] [Q:is not convinced]: [C:“{q1.}”]
%
[S]: [C:“{q1.} {q2.}”]
%
[C:“{q1.}”] – [S]
%
[C:“{q1.} {q2.}”]

– [S]
%
The reply from [S] [Q:was curt]: [C:“{q1.}”]
%
[C:“{q1.}”] [S] [Q:{said}] to {audience}, before adding: [C:“{q2.}”]
%
Then [S] [Q:stood up]. [C:“{q1,}”] {pron} [Q:{said}]. [C:“{q2.}”]
%
[C:“{half,}”] [S] [Q:{said}], [C:“{halfrest.}”]
%
[C:“{half,}”] [Q:{said}] [S], [C:“{halfrest.} {q2.}”]
%
Speaking {when}, [S], [Q:{said}]: [C:“{q1.} {q2.} {q3.}”]
%
[S] [Q:{said} of {noun}]: [C:“{q1.}”]
%
[C:“{q1,}”] [S] [Q:{said}], {doing}.""".split("\n%\n")

MIXED = """[S] [Q:{said}] [C:{noun} was “{judgedbare}”].
[S] [Q:described] [C:{noun} as “{judgedbare}”].
[S] [Q:described] [C:{noun} as ‹{judgedbare}›].
[S] [Q:called] [C:{noun} “{judgedbare}”].
[S] [Q:branded] [C:{noun} “{judgedbare}”].
[S] [Q:dismissed] [C:{noun} as “{judgedbare}”].
[S] [Q:hailed] [C:{noun} as “{judgedbare}”].
[S] [Q:{said}] [C:{whom} had been “{hurt}” by {noun}].
[S] [Q:{said}] [C:that {fact}, and that {noun} was “{judgedbare}”].
[S] [Q:{warned}] [C:that {fact}, calling it “{judgedbare}”].
[S] [Q:told {audience}] [C:that {noun} was “{judgedbare}”]. [C2:“{q1,}”] [S2:{pron}] [Q2:{said}].
[S] [Q:{said}] [C:{pron} was “{feeling}” by {noun}].
[S] [Q:{said}] [C:{pron} was “{feeling}”].
[S] [Q:pledged] [C:to “{deed}”].
[S] [Q:urged] [C:{other} to “{deed}”].
[S] [Q:{warned} of] [C:“{judgedbare}”].
[C:{Noun} was “{judgedbare}”], [S] [Q:{said}].
[S] [Q:{said}] [C:the “{judgedbare}” could not go on].
[S] [Q:is “{feeling}” by] [C:{noun}].
[S] [Q:spoke of] [C:“{problem}” and {noun}].""".split("\n")

LATER = """[S] [Q:added]: [C:“{q1.}”]
[C:“{q1,}”] [S] [Q:added]. [C:“{q2.}”]
[C:“{q1,}”] [Q:added] [S].
[S] [Q:went on]: [C:“{q1.} {q2.}”]
[S] [Q:added] [C:that {fact}].
[S] [Q:added] [C:{fact}].
[S] [Q:continued]: [C:“{q1.}”]
[S] [Q:concluded]: [C:“{q1.} {q2.}”]
[S] [Q:also {said}] [C:{fact}].
[S] [Q:also {warned}] [C:that {fact}].
But [S] [Q:{said}] [C:{fact}].
However, [S] [Q:{warned}] [C:that {fact}].
[S] [Q:{said}]: [C:“{q1.}”]
[C:“{q1,}”] [S] [Q:{said}].
[C:“{q1,}”] [S] [Q:says]. [C:“{q2.}”]
[S] [Q:said] [C:{fact}].
[S] [Q:said] [C:it was “{judgedbare}”].
[S] [Q:told {audience}]: [C:“{q1.}”]
[S] [Q:wants] [C:{other} to {deed}].
[S] [Q:promised] [C:to {deed}].
[S] [Q:joked] [C:that {fact}].
[S] [Q:recalled] [C:that {fact}].
In {pos} view, [C:{fact}].""".split("\n")
LATER = [line for line in LATER if "[S]" in line]
