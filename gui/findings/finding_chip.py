"""The button beside the curves that says how many findings there are; hidden where there are none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton

from gui.findings.finding_words import chip_words
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.sentence_text import enumerated, labelled
from gui.widgets.translated import Translated


class FindingChip(Translated, QToolButton):
    """Passive; it comes and goes without moving anything but the reading beside it."""

    wanted = Signal()
    """Show them."""

    def __init__(self) -> None:
        super().__init__()
        tab_button(self, "findings_chip", self.wanted)
        # Whether the page is there.
        self.setCheckable(True)
        self._titles: tuple[str, ...] = ()
        self.show_titles(())

    def show_titles(self, titles: tuple[str, ...]) -> None:
        """What the findings are called; () for none."""
        self._titles = titles
        self.setVisible(bool(titles))
        self._retranslate()

    def show_open(self, is_open: bool) -> None:
        """Whether their page is there."""
        self.setChecked(is_open)

    def say(self, sentence: str) -> None:
        """Have it read out to who listens."""
        announce(self, sentence)

    def _retranslate(self) -> None:
        text = chip_words(len(self._titles))
        titles = enumerated(self._titles)
        tip = self.tr("What the numbers say: {titles}").format(titles=titles)
        set_words(self, text, tip, labelled(text, titles))
        self.setWhatsThis(
            self.tr(
                "The numbers of this run say something that the lecture has a word for. A click opens the page of the"
                " findings; Help (F1) says when each kind is told."
            )
        )
