from io import BytesIO

import networkx as nx
import pytest

from graph_builder.view.exchange import write_gexf, write_graphml
from graph_builder.view.network import page_data

FORMATS = [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)]


def written(write, data):
    stream = BytesIO()
    write(data, stream)
    return stream.getvalue()


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_another_program_reads_the_same_graph(write, read, debate):
    data = page_data(debate)
    graph = read(BytesIO(written(write, data)))
    assert set(graph.nodes) == {thing.key for thing in data.things}
    assert set(graph.edges) == {(link.source, link.target) for link in data.links}
    edge = graph.edges["person/maud-ellery", "organisation/department-for-culture"]
    assert edge["label"] == "Secretary of State for Culture at"
    assert "She did not reply." in edge["sentences"]
    assert graph.nodes["organisation/readers-together"]["detail"] == "charity"


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_the_bytes_are_the_same_on_any_day(write, debate):
    assert written(write, page_data(debate)) == written(write, page_data(debate))
    assert b"lastmodified" not in written(write, page_data(debate))


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_what_xml_cannot_say_is_marked_as_missing(write, read, hostile):
    hostile["people"].append({"person": "https://example.org/id/person/nul", "name": "N\x00u\x1bl \ud800"})
    graph = read(BytesIO(written(write, page_data(hostile))))
    assert graph.nodes["person/nul"]["label"] == "N\ufffdu\ufffdl \ufffd"


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_an_empty_graph_is_a_graph(write, read):
    assert len(read(BytesIO(written(write, page_data({}))))) == 0
