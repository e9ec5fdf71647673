"""A text's English name is known in Chinese, and needed nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from gui.app.english_names import english_of


@pytest.fixture
def chinese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("chinese")
def test_a_name_is_known_with_and_without_its_letter_and_its_dots() -> None:
    assert english_of("文件(&F)") == english_of("文件") == "File"
    assert english_of("打开…") == english_of("打开") == "Open"
    assert english_of("没有这个文字") == ""


def test_in_english_there_is_no_other_name() -> None:
    assert QCoreApplication.translate("Actions", "Film") == "Film" and english_of("Film") == ""
