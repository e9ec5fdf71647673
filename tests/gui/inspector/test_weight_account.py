"""Where a weight's gradient comes from, in Inspect: the largest places, the rest counted, and the whole kernel."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.weight_places import KernelWeight, weight_places
from core.nn.known_architectures import known_architecture
from gui.inspector.inspector_panel import Inspector
from gui.inspector.weight_account import MOST_PLACES, WeightAccount
from gui.network.interaction.kernel_numbers import kernel_numbers
from gui.network.interaction.weight_values import weight_values
from gui.theme.tokens import Theme
from tests.core.small_snapshots import changed, snapshot_of

WEIGHT = KernelWeight(0, 0, 5, 2, 2)


def shown(answer: int | None = 3, weight: KernelWeight = WEIGHT):  # type: ignore[no-untyped-def]
    network = known_architecture("small_cnn", (16, 16), seed=2).network((256,))
    x = (np.random.default_rng(4).random(256) < 0.3).astype(np.float32)
    snapshot = snapshot_of(network, x, answer)
    places = weight_places(snapshot.connections, snapshot.trace, weight)
    return snapshot, places, kernel_numbers(snapshot, weight, "gradient" if answer else "weight")


def test_the_places_that_are_listed_and_the_rest_add_up(qtbot: QtBot) -> None:
    _, places, numbers = shown(weight=KernelWeight(1, 3, 4, 1, 1))
    account = WeightAccount()
    qtbot.addWidget(account)
    account.show_weight(places, numbers)
    powers = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
    said = [
        float(number.translate(powers).replace("·10", "e"))
        for number in re.findall(r"[+−]\d+\.\d+(?:·10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?", account.text)
    ]
    assert len(said) == MOST_PLACES + 1
    assert sum(said) == pytest.approx(places.parts.total, abs=5e-4 * len(said))
    sizes = [abs(number) for number in said[:-1]]
    assert sizes == sorted(sizes, reverse=True)
    assert f"{len(places.ranked) - MOST_PLACES} more" in account.text
    _, few, numbers = shown()
    account.show_weight(few, numbers)
    assert len(few.ranked) < MOST_PLACES and "more" not in account.text


@pytest.mark.parametrize("name", ["dark", "light"])
def test_it_paints_bars_of_both_signs(qtbot: QtBot, name: str) -> None:
    _, places, numbers = shown()
    theme = Theme(name)
    account = WeightAccount()
    qtbot.addWidget(account)
    account.set_theme(theme)
    account.show_weight(places, numbers)
    account.resize(230, account.sizeHint().height())
    image = account.grab().toImage()
    found = {image.pixelColor(x, y).name() for x in range(60, 172) for y in range(40, 180)}
    assert {theme.colour("grad_plus").name(), theme.colour("grad_minus").name()} <= found


def test_the_inspector_shows_it_and_hides_it_with_the_next(qtbot: QtBot) -> None:
    snapshot, places, numbers = shown()
    inspector = Inspector()
    qtbot.addWidget(inspector)
    assert inspector.account is None
    inspector.show()
    inspector.show_weight(weight_values(snapshot, WEIGHT), places, numbers)
    known = replace(snapshot, mean_gradient=np.ones_like(snapshot.parameters), penalties=("l2",))
    inspector.show_weight(weight_values(known, WEIGHT), places, numbers)
    assert "mean ∂C/∂w with L2 +1.0" in inspector.accessibleDescription()
    account = inspector.account
    assert account is not None and account.isVisible()
    assert inspector.parameter.place == weight_values(snapshot, WEIGHT).place
    assert "Kernel 6, weight (3, 3)" in inspector.accessibleDescription()
    assert "at the border 31" in inspector.accessibleDescription()
    inspector.show_nothing()
    assert not account.isVisible()


def test_without_a_gradient_only_the_weights_are_told(qtbot: QtBot) -> None:
    _, places, numbers = shown(None)
    account = WeightAccount()
    qtbot.addWidget(account)
    account.show_weight(places, numbers)
    assert account.text == ""
    account.resize(230, account.sizeHint().height())
    assert not account.grab().isNull()


def test_where_no_place_adds_anything_that_is_said(qtbot: QtBot) -> None:
    snapshot, places, numbers = shown()
    trace = changed(snapshot.trace, x=np.zeros(256, np.float32))
    nowhere = weight_places(snapshot.connections, trace, WEIGHT)
    account = WeightAccount()
    qtbot.addWidget(account)
    account.show_weight(nowhere, numbers)
    assert "a·δ is 0 at every place" in account.text
    account.resize(200, account.sizeHint().height())
    account.grab()
    account.show_weight(places, numbers)
    assert "a·δ is 0" not in account.text
