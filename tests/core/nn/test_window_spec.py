"""What layers with windows have in common."""

from __future__ import annotations

import pytest

from core.nn.convolution import Conv2d
from core.nn.locally_connected import LocallyConnected2d
from core.nn.window_spec import WindowSpec

KINDS: tuple[type[WindowSpec], ...] = (Conv2d, LocallyConnected2d)


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_the_layer_before_and_makes_a_picture_of_its_maps(kind: type[WindowSpec]) -> None:
    spec = kind(12, 5, 2, 2)
    assert spec.sources(3) == (2,)
    assert spec.out_shape((16, 16, 1)) == (8, 8, 12)
    assert spec.windows((16, 16, 1)).fan_in == 25


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_numbers_is_read_as_the_picture_that_it_is_said_to_be(kind: type[WindowSpec]) -> None:
    assert kind(2, 3, picture=(4, 6)).out_shape((24,)) == (2, 4, 2)
    with pytest.raises(ValueError, match="24 numbers are no picture: say"):
        kind(2, 3).out_shape((24,))
    # What comes as a picture says itself how it lies.
    assert kind(2, 3, picture=(4, 6)).out_shape((5, 5, 1)) == (3, 3, 2)


@pytest.mark.parametrize("kind", KINDS)
def test_its_input_is_added_where_it_has_the_same_shape(kind: type[WindowSpec]) -> None:
    assert kind(1, 3, 1, 1, skip=True, picture=(4, 4)).is_residual((16,))
    assert not kind(2, 3, 1, 1, skip=True, picture=(4, 4)).is_residual((16,))
    assert not kind(1, 3, 1, 1, picture=(4, 4)).is_residual((16,))
    assert kind(2, 3, 1, 1, skip=True).canonical((4, 4, 1)) == kind(2, 3, 1, 1)


@pytest.mark.parametrize("maps", [0, -1, 1.5])
def test_no_maps_and_no_such_activation_are_refused(maps: int) -> None:
    with pytest.raises(ValueError, match=f"{maps} maps: give a whole number"):
        WindowSpec(maps)
    with pytest.raises(ValueError, match="'selu' is no activation"):
        WindowSpec(1, activation="selu")
