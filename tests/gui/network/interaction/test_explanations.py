"""What is under the pointer has its own explanation, of a few sentences."""

from __future__ import annotations

import numpy as np
import pytest

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout
from gui.network.interaction.explanations import explanations, part_at
from gui.network.marks.mark_catalog import Marks
from gui.network.marks.neuron_marks import bar_marks
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_kinds, with_trace


@pytest.fixture
def layout() -> Layout:
    return make_layout((256, 32, 16, 10), 800, 506, Theme())


def test_each_is_explained_in_one_to_four_sentences_and_no_two_alike() -> None:
    table = explanations()
    assert len({each.text for each in table.values()}) == len(table)
    assert len({each.title for each in table.values()}) == len(table)
    for key, each in table.items():
        sentences = each.text.count(". ") + each.text.endswith(".")
        assert 1 <= sentences <= 4, key
        assert len(each.text) < 330, key


def test_what_0_and_1_are_is_said_of_ink_and_of_pictures_kept_grey() -> None:
    # Of a picture that is kept grey 0 is black: a black stroke on white paper is 0 on 1.
    texts = [explanations()["input"].text]
    texts += [kind.shows for kind in Marks().kinds() if kind.key == "input"]
    for text in texts:
        assert "ink" in text and "kept grey" in text and "white" in text


def test_the_answer_is_the_largest_y_and_not_the_longest_bar(make_snapshot) -> None:
    made = with_kinds(make_snapshot((64, 8, 3)), ("relu", "identity"))
    y = np.array([-0.99, 0.55, 0.2])
    # Plain outputs are their own logits.
    snapshot = with_trace(made, z=(*made.trace.z[:-1], y), a=(*made.trace.a[:-1], y))
    bars = bar_marks(snapshot, make_layout(made.sizes, 800, 506, Theme()), AnimationState())
    assert bars.predicted == 1 and int(np.argmax(np.abs(bars.length))) == 0
    words = explanations()["output"].text
    assert "longest" not in words and "the largest y is the network's answer" in words


def test_a_neuron_its_ring_and_an_output_are_told_apart(layout: Layout) -> None:
    column, outputs = layout.layers[0], layout.layers[-1]
    x, y = float(column.x[3]), float(column.y[3])
    assert part_at(layout, Theme(), x, y) == "neuron"
    assert part_at(layout, Theme(), x + column.radius + 2, y) == "ring"
    assert part_at(layout, Theme(), float(outputs.x[4]), float(outputs.y[4])) == "output"
    bar = layout.bars[4]
    assert part_at(layout, Theme(), bar.x + 5, bar.y + bar.height / 2) == "output"


def test_other_parts_answer_where_they_stand(layout: Layout) -> None:
    def at(rect) -> str | None:
        return part_at(layout, Theme(), rect.x + 4, rect.y + 4)

    assert at(layout.picture) == "input"
    assert at(layout.loss) == "loss"
    assert at(layout.legend) == "legend"
    assert at(layout.coverage) == "coverage"
    assert part_at(layout, Theme(), layout.layers[0].x[0], layout.caption_y - 4) == "head"


def test_every_answer_has_an_explanation(layout: Layout) -> None:
    wide = make_layout((256, 500, 10), 800, 506, Theme())
    plane = make_layout((2, 8, 2), 800, 506, Theme(), inputs=(2, 1))
    found = {
        part_at(each, Theme(), float(x), float(y))
        for each in (layout, wide, plane)
        for x in range(0, 800, 5)
        for y in range(0, 506, 3)
    }
    assert found - {None} <= set(explanations())
    assert {"input", "map", "neuron", "ring", "output", "loss", "legend", "band", "head"} <= found
