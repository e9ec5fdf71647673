"""One file or folder of this computer can be dropped, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl

from gui.app.dropped_data import dropped_path


@pytest.mark.parametrize(
    ("urls", "path"),
    [
        (["file:///data/own.csv"], "/data/own.csv"),
        (["file:///data/with%20space"], "/data/with space"),
        (["file:///a", "file:///b"], ""),
        (["https://example.org/own.csv"], ""),
        ([], ""),
    ],
)
def test_one_local_file_or_folder_is_taken(urls: list[str], path: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    assert dropped_path(data) == path


def test_a_text_is_no_file() -> None:
    data = QMimeData()
    data.setText("/data/own.csv")
    assert dropped_path(data) == ""
