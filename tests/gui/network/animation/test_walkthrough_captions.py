"""What is said of each phase is true of the network on screen, and fits its line."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.weight_places import KernelWeight
from core.data.dataset_spec import DatasetSpec
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import DataInfo
from core.loss.losses import EXACT
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.animation.timeline import Timeline
from gui.network.animation.walkthrough_captions import outcome, sentence, unknown_update
from gui.widgets.number_text import compact
from tests.core.engine.driver import CONFIG, Driver
from tests.core.small_snapshots import snapshot_of, with_kinds


def said(snapshot, phase: str, gap: int = 0) -> str:
    current = next(b for b in Timeline.walkthrough(3, True).phases if (b.name, b.gap) == (phase, gap))
    return sentence(current, snapshot, is_walkthrough=True)


def of_kind(snapshot, loss: str, output: str, source: str = "digits"):
    activations = (*snapshot.activations[:-1], output)
    data = DataInfo(DatasetSpec(source, "spirals"))
    return replace(with_kinds(snapshot, activations), loss=loss, data=data)


@pytest.mark.parametrize("source", ["digits", "plane"])
@pytest.mark.parametrize(("loss", "output"), sorted(EXACT))
def test_every_sentence_fits_sixty_characters(make_snapshot, loss, output, source) -> None:
    snapshot = of_kind(make_snapshot(), loss, output, source)
    for current in Timeline.walkthrough(99, True).phases:
        assert 0 < len(sentence(current, snapshot, is_walkthrough=True)) <= 60


def test_a_connection_is_called_so_as_everywhere_on_screen(make_snapshot) -> None:
    snapshot = make_snapshot()
    points = of_kind(snapshot, "cross_entropy", "softmax", "plane")
    captions = [
        *(said(snapshot, "backward", gap) for gap in (0, 1)),
        said(points, "backward"),
        *(said(shown, "mean") for shown in (snapshot, replace(snapshot, penalties=("l1", "l2")))),
    ]
    assert all("connection" in caption and "edge" not in caption for caption in captions)
    assert all(len(caption) <= 60 for caption in captions)


def test_the_rest_of_a_signal_animation_is_silent(make_snapshot) -> None:
    assert (
        sentence(Timeline.signal_animation(3, True, True).phases[-1], make_snapshot(), is_walkthrough=False)
        == ""
    )


def test_the_formula_of_c_is_that_of_the_loss(make_snapshot) -> None:
    snapshot = make_snapshot()
    assert "−ln y:" in said(snapshot, "loss")
    assert "½ Σ (y − ŷ)²" in said(of_kind(snapshot, "squared_error", "softmax"), "loss")
    assert "Σ ln(1 − yⱼ)" in said(of_kind(snapshot, "cross_entropy", "sigmoid"), "loss")


def test_only_softmax_is_called_softmax(make_snapshot) -> None:
    snapshot = make_snapshot()
    assert "Softmax" in said(snapshot, "softmax")
    for output in ("sigmoid", "identity"):
        assert "Softmax" not in said(of_kind(snapshot, "squared_error", output), "softmax")


def test_only_digits_have_ink(make_snapshot) -> None:
    snapshot = make_snapshot()
    points = of_kind(snapshot, "cross_entropy", "softmax", "plane")
    for phase in ("forward", "backward"):
        assert "ink" in said(snapshot, phase)
        assert "ink" not in said(points, phase)


def test_windows_and_pools_do_what_is_said_of_them(snapshot_of_architecture) -> None:
    layers = (
        Conv2d(2, 3, padding=1, picture=(8, 8)),
        MaxPool2d(2),
        LocallyConnected2d(2, 2),
        AvgPool2d(2),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1), n_in=64)
    phases = {(b.name, b.gap): b for b in Timeline.walkthrough(5, True).phases}
    words = {key: sentence(phase, snapshot, is_walkthrough=True) for key, phase in phases.items()}
    assert all(0 < len(line) <= 60 for line in words.values())
    forwards, back = ([words[name, gap] for gap in range(5)] for name in ("forward", "backward"))
    assert "Layer 1" in forwards[0] and "window" in forwards[0] and "window" in forwards[2]
    assert "win their block" in forwards[1] and "mean" in forwards[3] and "neuron" in forwards[4]
    # Only a convolution's weights are shared; a pool has none.
    assert ["shared" in line for line in back] == [True, False, False, False, False]
    assert "winner" in back[1] and "equal shares" in back[3] and "Back, layer 2" in back[1]


def test_a_window_as_large_as_its_picture_shares_nothing(snapshot_of_architecture) -> None:
    layers = (Conv2d(2, 8, picture=(8, 8)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1), n_in=64)
    back = next(b for b in Timeline.walkthrough(2, True).phases if (b.name, b.gap) == ("backward", 0))
    assert "shared" not in sentence(back, snapshot, is_walkthrough=True)


def test_a_clipped_gradient_is_called_so_with_the_share_that_is_followed(make_snapshot) -> None:
    clipped = replace(make_snapshot(), clip_factor=0.00349)
    assert said(clipped, "mean") == "The batch’s mean gradient; clipped, 0.00349 of it is followed."
    assert "clipped" not in said(make_snapshot(), "mean")


@pytest.mark.parametrize(
    ("penalties", "name"), [(("l1",), "L1"), (("l2",), "L2"), (("l1", "l2"), "L1 and L2")]
)
def test_only_the_penalties_in_force_are_named(make_snapshot, penalties: tuple[str, ...], name: str) -> None:
    snapshot = replace(make_snapshot(), penalties=penalties)
    assert said(snapshot, "mean") == f"The mean gradient with {name} recolours the connections."


def test_a_clipped_gradient_with_penalties_names_them_too(make_snapshot) -> None:
    for factor in (0.00349, 1.2345e-7):
        snapshot = replace(make_snapshot(), clip_factor=factor, penalties=("l1", "l2"))
        words = said(snapshot, "mean")
        assert words == f"Mean gradient with L1 and L2; clipped to {compact(factor, 3)} of it."
        assert len(words) <= 60


def test_what_is_clipped_by_a_hair_is_not_said_to_be_all(make_snapshot) -> None:
    hair = replace(make_snapshot(), clip_factor=0.9998)
    assert said(hair, "mean") == "The batch’s mean gradient; clipped, 0.9998 of it is followed."
    with_penalty = replace(hair, penalties=("l2",))
    assert said(with_penalty, "mean") == "Mean gradient with L2; clipped to 0.9998 of it."


# --- what came of it


def walked(**settings: object) -> tuple[GradientComputed, UpdateApplied]:
    """A walkthrough's two halves, of an engine's own."""
    driver = Driver(config=replace(CONFIG, optimizer="sgd", learning_rate=0.3, **settings))
    driver.train(3)
    driver.walk()
    return driver.last(GradientComputed), driver.last(UpdateApplied)


def test_at_the_end_c_and_the_batchs_mean_are_said_before_and_after() -> None:
    opened, applied = walked()
    opened = replace(opened, batch_mean=1.25)
    applied = replace(applied, batch_mean=0.75)
    before, after = opened.snapshot.trace.loss, applied.snapshot.trace.loss
    assert before is not None and after is not None and before > after
    # Four figures each: 1.6 → 1.6 would show no change.
    expected = f"C {before:.3f} → {after:.3f}, mean of the batch 1.250 → 0.7500"
    assert outcome(opened, applied) == expected


def test_c_of_a_masked_network_and_of_the_whole_one_are_not_compared() -> None:
    opened, applied = walked(dropout=0.5, batch_size=20)
    assert opened.snapshot.trace.masks
    said = outcome(opened, applied)
    # C and the gradient of this update are with dropout: what is not says so.
    assert said.startswith("without dropout: mean of the batch") and "C " not in said


def test_of_an_example_without_masks_the_mean_of_a_batch_with_dropout_is_told_apart_too() -> None:
    opened, applied = walked()
    opened = replace(opened, batch_mean=1.25, dropout=0.25)
    assert outcome(opened, applied).startswith("without dropout: mean of the batch 1.250 → ")


def test_c_of_two_examples_are_not_compared() -> None:
    opened, applied = walked()
    other = replace(applied.snapshot.example, index=(applied.snapshot.example.index or 0) + 1)
    applied = replace(applied, snapshot=replace(applied.snapshot, example=other))
    assert "C " not in outcome(opened, applied)


def test_what_came_of_it_fits_its_line() -> None:
    opened, applied = walked()
    for before, after in ((1e-9, 2e-9), (123_456.7, 234_567.8), (2.302585, 2.302584)):
        mean = replace(opened, batch_mean=before), replace(applied, batch_mean=after)
        assert len(outcome(*mean)) <= 60
        assert len(outcome(replace(mean[0], dropout=0.5), mean[1])) <= 60


@pytest.mark.parametrize("update", [0, 1, 123_456_789])
@pytest.mark.parametrize("is_newest", [True, False])
def test_why_nothing_is_known_of_an_update_fits_its_line(update: int, is_newest: bool) -> None:
    assert 0 < len(unknown_update(update, is_newest)) <= 60


def test_of_collecting_the_kernel_is_named_in_sixty_characters(make_snapshot) -> None:
    picture = (16, 16)
    layers = (Conv2d(16, 3, padding=1, picture=picture), Conv2d(16, 3, padding=1), Dense(4, "softmax"))
    snapshot = with_layers(layers)
    current = next(p for p in Timeline.walkthrough(3, True, True).phases if p.name == "collect")
    first = sentence(current, snapshot, True, KernelWeight(0, 0, 15, 2, 2))
    second = sentence(current, snapshot, True, KernelWeight(1, 11, 15, 2, 2))
    assert first.startswith("Collecting kernel 16 of layer 1") and len(first) <= 60
    assert second.startswith("Collecting kernel 12 → 16 of layer 2") and len(second) <= 60


def with_layers(layers):
    network = Architecture(layers).network((256,))
    return snapshot_of(network, np.ones(256, np.float32))
