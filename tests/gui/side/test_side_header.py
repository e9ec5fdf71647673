"""The line over a network names its run, its update and how good it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from gui.side.side_header import SideHeader, keep_in_agreement
from gui.theme.tokens import make_theme
from gui.widgets.fitting_label import FittingLabel


@pytest.fixture
def header(qtbot):
    header = SideHeader("B")
    qtbot.addWidget(header)
    header.set_theme(make_theme("dark"))
    header.resize(800, 24)
    header.show()
    return header


def line(header):
    return header.findChild(QLabel, "side_line_b").text()


def test_it_says_run_update_loss_and_both_accuracies(header, make_network, make_facts):
    header.show_facts(make_facts(make_network(update=2_500), "η 0.001 → 0.01 at 4,650", total=17_865.0))
    said = "η 0.001 → 0.01 at 4,650  ·  update 2,500  ·  L = 17,865  ·  test right 87.5 %  ·  training right 90.0 %"
    assert line(header) == header.accessibleDescription() == said
    assert header.accessibleName() == "Network B"


def test_losses_of_another_update_say_of_which(header, make_network, make_facts):
    header.show_facts(make_facts(make_network(update=2_500), measured=2_400))
    measured = "at update 2,400: L = 12,000  ·  test right 87.5 %  ·  training right 90.0 %"
    assert line(header).endswith(measured)


def test_losses_of_before_an_edit_of_the_same_update_say_so(header, make_network, make_facts):
    header.show_facts(make_facts(make_network(update=2_500), is_before_edit=True))
    said = "at update 2,500, θ edited since: L = 12,000  ·  test right 87.5 %  ·  training right 90.0 %"
    assert line(header).endswith(said)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"live": 3_000, "is_live": False}, "update 2,500 of 3,000  ·"),
        ({"live": 3_000, "is_live": False, "is_checked": True}, "update 2,500 of 3,000 ✓"),
        ({"live": 3_000, "is_live": False, "awaited": 2_600}, "update 2,500, on the way to 2,600  ·"),
    ],
)
def test_a_past_moment_says_of_how_many_and_how_sure_it_is(header, make_network, make_facts, fields, said):
    header.show_facts(make_facts(make_network(update=2_500), **fields))
    assert said in line(header)


@pytest.mark.parametrize("is_update_first", [False, True])
def test_in_a_walkthrough_both_updates_are_named(header, make_network, make_facts, is_update_first):
    header.show_facts(make_facts(make_network(update=2), signal_update=1), is_update_first)
    updates = "weights: update 2  ·  signal: update 1"
    said = f"{updates}  ·  seed 0" if is_update_first else f"seed 0  ·  {updates}"
    assert line(header).startswith(f"{said}  ·  L = 12,000")


def test_before_it_is_there_it_says_so(header):
    header.show_facts(None)
    assert line(header) == "on its way"


def test_without_room_the_name_stays_to_the_last(header, make_network, make_facts):
    header.show_facts(make_facts(make_network(update=2_500), "seed 0"))
    header.show_covered(620)
    header.layout().activate()
    assert line(header).startswith("seed 0") and "training right" not in line(header)


def test_of_two_moments_of_one_run_the_update_comes_first_and_stays_to_the_last(
    header, make_network, make_facts
):
    facts = make_facts(make_network(update=0), "seed 0: Adam, η 0.001, batch 32", live=4_929, is_live=False)
    header.show_facts(facts, is_update_first=True)
    assert line(header).startswith("update 0 of 4,929  ·  seed 0: Adam")
    header.show_covered(560)
    header.layout().activate()
    assert line(header) == "update 0 of 4,929"


def test_of_a_name_that_is_too_long_both_ends_are_seen(header, make_network, make_facts):
    header.show_facts(make_facts(make_network(), "seed 0: Adam, batch 32, η 0.01 at 4,650"))
    header.setFixedWidth(150)
    assert line(header).startswith("seed") and "…" in line(header) and line(header).endswith("4,650")


def test_an_infinite_l_is_said_to_be_too_large_to_write(header, make_network, make_facts):
    header.show_facts(make_facts(make_network(update=2_500), total=float("inf")))
    assert "L = ∞ (too large to write)" in line(header)


@pytest.mark.parametrize("scale", [1.0, 1.35, 2.6])
def test_it_knows_how_wide_its_runs_name_would_be_in_another_size(header, make_network, make_facts, scale):
    name = "256-8C3p1-MP2-16C3p1-MP2-10, seed 1: Adam, η 0.001, batch 32"
    header.show_facts(make_facts(make_network(), name))
    theme = make_theme("dark", scale)
    told = header.name_width(theme)
    header.set_theme(theme)
    assert header.named_width <= told <= header.named_width + 6


def test_both_say_their_update_or_neither(qtbot, make_network, make_facts):
    headers = SideHeader("A"), SideHeader("B")
    for header in headers:
        qtbot.addWidget(header)
        header.set_theme(make_theme("dark"))
        header.resize(800, 24)
        header.show()
    keep_in_agreement(headers)
    facts = make_facts(make_network(update=2_500), "a run"), make_facts(make_network(update=7), "a long name")
    for header, own in zip(headers, facts, strict=True):
        header.show_facts(own)

    def said():
        lines = (header.findChild(FittingLabel) for header in headers)
        return ["update" in line.text() for line in lines if line is not None]

    assert said() == [True, True]
    headers[1].resize(120, 24)
    assert said() == [False, False] and "update 2,500" in headers[0].accessibleDescription()
    # A shorter name leaves room for it again.
    headers[1].resize(190, 24)
    first = said()
    headers[1].show_facts(make_facts(make_network(update=7), "run"))
    assert first[0] == first[1] and said() == [True, True]
    headers[1].show_facts(make_facts(make_network(update=7), "a name that is much too long for it"))
    assert said() == [False, False]
    headers[1].resize(800, 24)
    assert said() == [True, True]
    # Where they are one run at two moments, it is the name that both say or neither.
    for header, own in zip(headers, facts, strict=True):
        header.show_facts(own, is_update_first=True)
        # Its least width is the shorter one's now.
        header.layout().activate()
    headers[1].resize(100, 24)
    assert [header.findChild(FittingLabel).text() for header in headers] == ["update 2,500", "update 7"]
