"""A question in plain English is one of the catalogue, or it is said that it is not."""

import pytest

from graph_builder.graph.asked import understood
from graph_builder.graph.catalogue import questions
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.periods import period_in
from graph_builder.graph.store import open_store

CATALOGUE = questions()
UNDERSTOOD = {
