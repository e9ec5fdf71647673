"""Files and folders of this computer can be dropped, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl

from gui.app.dropped_data import dropped_paths


@pytest.mark.parametrize(
    ("urls", "paths"),
    [
        (["file:///data/own.csv"], ["/data/own.csv"]),
        (["file:///data/with%20space"], ["/data/with space"]),
        (["file:///a", "file:///b"], ["/a", "/b"]),
        (["file:///a", "https://example.org/b"], []),
        (["https://example.org/own.csv"], []),
        ([], []),
    ],
)
def test_local_files_and_folders_are_taken(urls: list[str], paths: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    assert dropped_paths(data) == paths


def test_a_text_is_no_file() -> None:
    data = QMimeData()
    data.setText("/data/own.csv")
    assert dropped_paths(data) == []
