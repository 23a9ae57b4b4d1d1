"""Print one invented article and its annotation: `python -m training.invent NUMBER`."""

from __future__ import annotations

import sys

from training.invent.forms import invent_article

number = int(sys.argv[1]) if len(sys.argv) > 1 else 1
article = invent_article(number)
print(article.text)
for name in article.names or ():
    print(f"{name.label:6} {name.kind or '':20} {name.span.of(article.text)}")
for said in article.attributions or ():
    source, cue, content = (
        " … ".join(s.of(article.text) for s in spans) for spans in (said.source, said.cue, said.content)
    )
    print(f"{source!r} | {cue!r} | {content!r}")
