"""What is read out has no letter that is only underlined."""

from __future__ import annotations

import pytest

from gui.widgets.mnemonic_text import without_letter


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Se&lect", "Select"),
        ("框选(&L)", "框选"),
        ("保存(&S)…", "保存…"),
        ("附一行说明(&L)：内容", "附一行说明：内容"),
        ("Sorted (L)", "Sorted (L)"),
        ("Black && white", "Black & white"),
    ],
)
def test_a_text_is_read_out_without_its_letter(text: str, read: str) -> None:
    assert without_letter(text) == read
