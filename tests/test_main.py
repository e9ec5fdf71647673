"""The command line."""

from __future__ import annotations

import pytest

import main
from core.nn.known_architectures import KNOWN_ARCHITECTURES


@pytest.mark.parametrize(
    "arguments",
    [
        ["--size", "big"],
        ["--size", "1x1"],
        ["--train", "soon"],
        ["--train", "-1"],
        ["--theme", "red"],
        ["--language", "fr"],
        ["--seed", "-3"],
        ["--nonsense"],
        ["--train", "x"],
        [""],
        [" ", "--updates", "1"],
        ["--screenshot", ""],
        ["--screenshot", "picture.jpg"],
        ["--screenshot", "picture"],
        ["--export-weights", ""],
        ["--export-weights", "weights.npz"],
    ],
)
def test_a_wrong_option_prints_the_usage_and_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main.parse(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert "usage:" in said and "_seconds" not in said


def test_a_picture_that_is_no_png_is_refused_with_what_would_be_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main.parse(["--screenshot", "x.jpg"])
    assert "'x.jpg' is no PNG file: end its name in .png" in capsys.readouterr().err
    assert main.parse(["--screenshot", "x.PNG"]).screenshot == "x.PNG"


def test_weights_are_exported_as_safetensors(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.parse(["--export-weights", "x.pt"])
    assert "'x.pt' is no safetensors file: end its name in .safetensors" in capsys.readouterr().err
    assert main.parse(["--export-weights", "x.safetensors"]).export_weights == "x.safetensors"


def test_the_networks_to_begin_with_are_those_that_have_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.NETWORKS == KNOWN_ARCHITECTURES
    assert (
        main.parse([]).network == "default" and main.parse(["--network", "small_cnn"]).network == "small_cnn"
    )
    with pytest.raises(SystemExit):
        main.parse(["--network", "alexnet"])
    assert "alexnet" in capsys.readouterr().err


def test_options_are_read() -> None:
    options = main.parse(["--train", "2,5", "--size", "1024x600", "--seed", "7", "--theme", "light"])
    assert options.train == 2.5 and main.parse(["--train", "1,000"]).train == 1000
    assert options.size == (1024, 600)
    assert options.seed == 7
    assert options.theme == "light"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--save", "a.png", "--screenshot", "a.png"],
        ["--save", "./b/../a.safetensors", "--export-weights", "a.safetensors"],
    ],
)
def test_a_file_is_not_to_hold_two_things(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main.parse(arguments)
    assert stop.value.code == 2 and "is to hold two things" in capsys.readouterr().err
    assert main.parse(["--save", "a", "--screenshot", "a.png"]).save == "a"


def test_what_the_network_is_to_begin_with_is_known_from_what_is_left_open() -> None:
    assert main.parse([]).begins_with == [] and main.parse([]).seed == 0
    assert main.parse(["--seed", "0", "--network", "default"]).begins_with == ["--network", "--seed"]
