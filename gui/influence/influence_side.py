"""Beside the galleries: the example that was measured, what to measure, and the proof by training again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QWidget

from core.engine.influence_messages import InfluenceProof
from gui.influence.proof_plot import ProofPlot
from gui.ledger.example_side import SIDE_ROOM_PX, ExamplePicture
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, row
from gui.widgets.number_field import NumberField
from gui.widgets.tabs_and_scrolling import reveal, scrolling, width_with_bar
from gui.widgets.translated import Translated

TOWARDS, NETWORKS = ("answer", "label"), (True, False)
USUAL_COUNT, PERCENT = 50, 100


class InfluenceSide(Translated, QWidget):
    """Passive; what is wanted is told.

    Attributes
    ----------
    picture : ExamplePicture
    plot : ProofPlot
    """

    measure_wanted = Signal()
    """Measure again."""
    towards_wanted = Signal(object)
    """Towards what it says, or towards the right answer: of `TOWARDS`."""
    networks_wanted = Signal(object)
    """Whether earlier states of the run are looked at too."""
    proof_wanted = Signal(int)
    """Train again without so many."""
    cancel_wanted = Signal()
    """Train again no further."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("influence_side")
        self._content = QWidget()
        self.picture, self.plot = ExamplePicture(), ProofPlot()
        self.picture.setObjectName("influence_picture")
        self._name, self._answer, self._loss, self._stale, self._about = (
            new_label(f"influence_{name}", wraps=True, is_plain=True)
            for name in ("name", "answer", "loss", "stale", "about")
        )
        self._towards = ChoiceBox("influence_choose_towards", TOWARDS)
        self._networks = ChoiceBox("influence_networks", NETWORKS)
        for box, wanted in ((self._towards, self.towards_wanted), (self._networks, self.networks_wanted)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.chosen.connect(wanted)
        self._measure = tab_button(QPushButton(), "influence_measure", self.measure_wanted)
        self._proof_title, self._count_label = new_label(), new_label(role="caption", wraps=True)
        self._count = NumberField("influence_count", True, 1, USUAL_COUNT)
        self._count.show_value(USUAL_COUNT)
        self._prove = tab_button(QPushButton(), "influence_prove", self._on_prove)
        self._cancel = tab_button(QPushButton(), "influence_cancel", self.cancel_wanted)
        self._progress = QProgressBar()
        self._progress.setObjectName("influence_progress")
        self._progress.setRange(0, PERCENT)
        self._verdict, self._trained, self._rule = (
            new_label(f"influence_{name}", wraps=True, is_plain=True)
            for name in ("verdict", "trained", "rule")
        )
        self._column = column(
            self._content,
            *(self.picture, self._name, self._answer, self._loss),
            *(self._towards, self._networks, self._measure, self._stale, self._proof_title),
            self._count_label,
            row(self._count, self._prove, self._cancel, None),
            *(self._count.note, self._progress, self.plot, self._verdict, self._trained, self._rule),
            self._about,
        )
        self._column.addStretch(1)
        self._area = scrolling("influence_scroll", self._content)
        column(self, self._area)
        self._type = FittingType(self, self._needed, self._dress, self._content, SIDE_ROOM_PX)
        self._is_proving = self._can_prove = False
        self._is_available = True
        self.show_example(())
        self.show_proof(None, False, "", "", "")
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type, which is no larger than its page has room for."""
        self._type.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type.fit(self.width(), self.height())

    def _needed(self) -> float:
        return width_with_bar(self._area, self._content.minimumSizeHint().width())

    def _dress(self, theme: Theme) -> None:
        margin = round(theme.px(10))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(6)))
        self.picture.set_theme(theme)
        self.plot.set_theme(theme)
        captions = self._about, self._count_label, self._trained, self._rule
        for label in (self._name, self._loss, self._stale, *captions):
            label.setFont(theme.font("caption"))
        for label in (self._answer, self._proof_title):
            label.setFont(theme.font("body", bold=True))
        self._verdict.setFont(theme.font("body"))

    def show_example(self, words: tuple[str, ...], about: str = "") -> None:
        """Its name, what the network says, its C, and what is measured; () before anything is."""
        labels = self._name, self._answer, self._loss, self._about
        for label, text in zip(labels, (*(*words, "", "", "")[:3], about), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.picture.setAccessibleDescription(self._name.text())
        if not words:
            self.show_picture(None)

    def show_picture(self, pixels: NDArray[np.uint8] | None) -> None:
        """(rows, columns), ink as 255; None where it is no picture, or nothing is measured."""
        self.picture.show_pixels(pixels)
        self.picture.setVisible(pixels is not None)

    def show_choice(self, towards: str, has_label: bool, of_run: bool, has_classes: bool = True) -> None:
        """What is measured; the right answer can be chosen where it is known. Numbers have only their target."""
        self._towards.setVisible(has_classes)
        self._towards.show_value(towards)
        self._towards.set_available("label", has_label)
        self._networks.show_value(of_run)

    def set_available(self, available: bool) -> None:
        """Whether anything can be measured, or trained again: that takes an engine."""
        self._is_available = available
        self._allow()

    def show_stale(self, words: str) -> None:
        """What has changed since it was measured; "" for nothing."""
        self._stale.setText(words)
        self._stale.setVisible(bool(words))

    def show_most(self, most: int) -> None:
        """So many may be left out; 0 where nothing can be proved."""
        self._count.set_range(1, max(1, most))
        if most:
            self._count.show_value(min(self._count.value, most))
        self._can_prove = most > 0
        self._allow()

    def show_proof(
        self,
        proof: InfluenceProof | None,
        is_under_way: bool,
        verdict: str,
        trained: str,
        rule: str,
        moment: tuple[int | None, int | None] = (None, None),
    ) -> None:
        """What is trained again so far, and what is to be said of it; None for nothing.

        `moment` are the run and the update of the network that was measured.
        """
        has_begun = proof is not None and self.plot.isHidden()
        self._is_proving = is_under_way
        self.plot.show_proof(proof, moment)
        self.plot.setVisible(proof is not None)
        for label, text in ((self._verdict, verdict), (self._trained, trained), (self._rule, rule)):
            label.setText(text)
            label.setVisible(bool(text))
        if proof is not None:
            self._progress.setValue(PERCENT * proof.done // max(1, proof.total))
        self._progress.setVisible(is_under_way)
        self._cancel.setVisible(is_under_way)
        self._prove.setVisible(not is_under_way)
        self._allow()
        if has_begun:
            reveal(self._count, self._trained)

    def _allow(self) -> None:
        can_prove = self._can_prove and self._is_available and not self._is_proving
        self._prove.setEnabled(can_prove)
        self._count.setEnabled(can_prove)
        for part in (self._measure, self._towards, self._networks):
            part.setEnabled(self._is_available)

    def _on_prove(self) -> None:
        if self._count.commit():
            self.proof_wanted.emit(int(self._count.value))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The example that was measured"))
        self.picture.setAccessibleName(self.tr("Picture of the example that was measured"))
        self._towards.set_texts(
            self.tr("Towards"),
            self.tr("The answer that was pulled towards: what the network says, or its label"),
            {"answer": self.tr("towards what it says"), "label": self.tr("towards its label")},
        )
        self._networks.set_texts(
            self.tr("Networks"),
            self.tr("The networks whose gradients are multiplied: this one alone, or also as it was before"),
            {True: self.tr("with states of its run"), False: self.tr("only as it is now")},
        )
        set_words(
            self._measure,
            self.tr("Measure again"),
            self.tr("Measure it for the example that is shown now, with the network as it is now"),
        )
        self._proof_title.setText(self.tr("Prove it"))
        self._count_label.setText(self.tr("Train again without those that pulled most towards it. How many:"))
        self._count.set_texts(
            self.tr("How many are left out"), self.tr("So many of the strongest at the left are left out")
        )
        set_words(
            self._prove,
            self.tr("Prove it"),
            self.tr(
                "Train new networks with 4 seeds: with all examples, without these, and without as many others drawn"
                " at random"
            ),
        )
        set_words(self._cancel, self.tr("Cancel"), self.tr("Train no further"))
