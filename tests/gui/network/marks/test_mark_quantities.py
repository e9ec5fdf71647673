"""Each kind of mark has its quantity in the field's notation, and none is called as in the code."""

from __future__ import annotations

import re

from gui.network.marks.mark_catalog import mark_kinds
from gui.network.marks.mark_quantities import quantities


def test_every_kind_of_mark_has_its_quantity_and_nothing_else_has_one() -> None:
    assert set(quantities()) == {kind.key for kind in mark_kinds()}


def test_no_quantity_is_written_as_in_the_code() -> None:
    for key, text in quantities().items():
        assert text and not re.search(r"\w\.\w|\[|_|argmax", text), key
