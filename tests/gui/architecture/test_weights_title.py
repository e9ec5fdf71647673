"""Weights that the app makes are called in the language of the window, and a file by its name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from core.analysis.unrolling import KINDS
from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.app.translation import install_language
from gui.architecture.start_text import start_text
from gui.architecture.weights_title import unrolled_name, weights_title
from gui.timeline.run_names import curve_names, run_names


def test_unrolled_kernels_are_called_in_the_language_in_force(qapp: QApplication) -> None:
    names = [unrolled_name(kind) for kind in KINDS]
    assert [weights_title(name) for name in names] == [
        "unrolled kernels, dense",
        "unrolled kernels, windows",
        "unrolled kernels, shared",
    ]
    try:
        install_language(qapp, "zh_CN")
        titles = [weights_title(name) for name in names]
        assert titles == ["展开的卷积核，全连接", "展开的卷积核，窗口", "展开的卷积核，共享"]
        # Wherever a run's weights are named.
        run = RunInfo(
            0, Architecture.dense(), TrainingConfig(), (256, 16, 10), 9, 60, 10, 2, weights_name=names[1]
        )
        assert titles[1] in run_names([run])[0] and titles[1] in curve_names([run])[0]
        assert start_text(Architecture.dense(), names[1]) == titles[1]
    finally:
        install_language(qapp, "en")
    assert "unrolled kernels, windows" in run_names([run])[0]


@pytest.mark.parametrize(
    "name", ["net.safetensors", "unrolled", "unrolled/other", "展开的卷积核，窗口", "dense", ""]
)
def test_a_file_s_name_and_what_earlier_versions_have_kept_stays(name: str) -> None:
    assert weights_title(name) == name
