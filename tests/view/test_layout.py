import time

import pytest

from graph_builder.view.layout import positions


def ring(count):
    return {f"n{i}": f"Name {i}" for i in range(count)}, [(f"n{i}", f"n{(i + 1) % count}") for i in range(count)]


def tree(count):
    return {f"n{i}": f"Name {i}" for i in range(count)}, [(f"n{i}", f"n{(i - 1) // 3}") for i in range(1, count)]


@pytest.mark.parametrize("count", [1, 2, 3, 10, 60, 700])
def test_everything_has_a_place_of_its_own_and_the_same_each_time(count):
    labels, lines = tree(count)
    places = positions(labels, lines)
    assert len(set(places.values())) == count
    assert positions(dict(reversed(labels.items())), lines) == places


def test_a_star_whose_points_are_all_alike_does_not_fall_together():
    labels = {f"n{i}": f"Name {i}" for i in range(12)}
    places = positions(labels, [("n0", key) for key in labels if key != "n0"])
    assert len(set(places.values())) == 12


def test_labels_at_sixty_things_have_room():
    places = sorted(positions(*ring(60)).values())
    near = [(a, b) for a in places for b in places if a < b and abs(a[0] - b[0]) < 55 and abs(a[1] - b[1]) < 25]
    assert not near


def test_parts_that_are_not_connected_do_not_overlap():
    labels, lines = tree(20)
    labels |= {"a": "Alone", "b": "By itself"}
    places = positions(labels, lines)
    tree_places = [place for key, place in places.items() if key.startswith("n")]
    for x, y in (places["a"], places["b"]):
        assert x > max(place[0] for place in tree_places) or y > max(place[1] for place in tree_places)


def test_what_is_only_named_comes_last():
    labels = {"a": "Only named", "b": "Someone", "c": "Someone else"}
    places = positions(labels, [("b", "c")], last=frozenset("a"))
    assert places["a"] != places["b"]
    assert max(places, key=lambda key: places[key][::-1]) == "a"


def test_no_things_have_no_places():
    assert positions({}, []) == {}


def test_two_thousand_things_are_laid_out_in_seconds():
    labels, lines = tree(2000)
    before = time.process_time()
    assert len(set(positions(labels, lines).values())) > 1900
    assert time.process_time() - before < 10
