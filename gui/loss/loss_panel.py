"""Step 2 of the lecture: how good the function is, the total loss L."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from core.analysis.exact_losses import ExactLoss
from core.data.dataset_spec import DatasetSpec
from core.engine.messages import RunInfo
from gui.data_dialog.data_names import full_title, short_dataset_title
from gui.loss.loss_settings import LossOptions
from gui.loss.measured_moment import not_measured_words, of_update_words
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.card import Card
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill, row
from gui.widgets.more_button import MoreButton
from gui.widgets.number_text import mean_text, percent_to_tenths, total_text
from gui.widgets.overflow_text import with_overflow
from gui.widgets.rich_text import show_formula
from gui.widgets.sentence_text import labelled, listed

# As the lecture writes them; r is the right class.
FORMULA_L = "<i>L</i>&nbsp;=&nbsp;Σ<sub><i>n</i></sub>&nbsp;<i>C</i><sup><i>n</i></sup>"
_C = "<i>C</i><sup><i>n</i></sup> = "
_Y, _TARGET, _SUM = "<i>y</i><sub><i>i</i></sub>", "<i>ŷ</i><sub><i>i</i></sub>", "Σ<sub><i>i</i></sub>"
FORMULAS_C = {
    ("cross_entropy", "softmax"): f"{_C}−{_SUM} {_TARGET} ln {_Y} = −ln <i>y</i><sub><i>r</i></sub>",
    ("cross_entropy", "sigmoid"): f"{_C}−{_SUM} ({_TARGET} ln {_Y} + (1 − {_TARGET}) ln (1 − {_Y}))",
}
FORMULA_SQUARES = f"{_C}½ {_SUM} ({_Y} − {_TARGET})²"


def formula_of(loss: str, output: str) -> str:
    """C of one example, as it is computed with this loss and these outputs, in rich text."""
    return FORMULAS_C.get((loss, output), FORMULA_SQUARES)


class LossPanel(Card):
    """L, the mean Cⁿ and the accuracy of both sets, all exact and all of one update."""

    setting_wanted = Signal(str, object)
    """A setting by its name (``"l1"``), and its new value."""
    data_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("goodness_panel", spacing_px=2)
        self._formula_c = FORMULAS_C["cross_entropy", "softmax"]
        self._more = LossOptions()
        self._more.setting_wanted.connect(self.setting_wanted)
        self._more_button = MoreButton("more_of_goodness", self._more)
        self._data = tab_button(QPushButton(), "choose_data", self.data_wanted)
        self._data.setProperty("role", "more")
        self._data_font, self._data_px = Theme().font("caption"), round(Theme().px(136))
        self._exact: ExactLoss | None = None
        self._is_before_edit = False
        self._is_measured = True
        self._info: RunInfo | None = None
        self._total = new_label("total_loss", "readout")
        self._of_update = new_label(role="caption", wraps=True)
        # One text, so that it takes one line less wherever the first two fit into one.
        self._formula = new_label("loss_formula", "caption", wraps=True)
        self._table = QGridLayout()
        self._heads = [QLabel(), QLabel()]
        self._names = [QLabel(), QLabel()]
        self._values = [[QLabel(), QLabel()], [QLabel(), QLabel()]]
        for column, head in enumerate(self._heads, 1):
            head.setProperty("role", "caption")
            self._table.addWidget(head, 0, column)
        for line, name in enumerate(self._names, 1):
            name.setProperty("role", "caption")
            self._table.addWidget(name, line, 0)
            for column, value in enumerate(self._values[line - 1], 1):
                self._table.addWidget(value, line, column)
        buttons = row(self._data, None, self._more_button)
        buttons.setSpacing(0)
        fill(self.column, buttons, self._total, self._of_update, self._table, self._formula, self._more)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        super().set_theme(theme)
        self._more.set_theme(theme)
        self._more_button.set_theme(theme)
        self._data.setFixedHeight(round(theme.px(24)))
        self._data_font, self._data_px = theme.font("caption"), round(theme.px(136))
        self._data.setMaximumWidth(self._data_px)
        self._table.setHorizontalSpacing(round(theme.px(10)))
        self._table.setVerticalSpacing(0)
        self._retranslate_run()

    def show_run(self, info: RunInfo) -> None:
        """What C is in this run, and which examples L is the sum over."""
        self._info = info
        self._formula_c = formula_of(info.config.loss, info.architecture.output)
        self._more.show_run(info)
        self._retranslate_run()
        self.show_content()

    def show_exact(self, exact: ExactLoss | None, is_before_edit: bool = False) -> None:
        """Show the exact losses of one update; None before the first are known.

        `is_before_edit` is whether a parameter was set by hand since.
        """
        self._exact, self._is_before_edit = exact, is_before_edit
        self._more.show_exact(exact)
        if exact is None:
            owed = "…" if self._is_measured else "–"
            self._show_total(owed)
            self._of_update.setText(" " if self._is_measured else not_measured_words())
            self._show_numbers(((owed, owed), (owed, owed)))
            return
        self._show_total(total_text(exact.train_total))
        of_update = of_update_words(exact.update, is_before_edit)
        self._of_update.setText(with_overflow(of_update, exact.train_total))
        numbers = (
            (mean_text(exact.train_mean), mean_text(exact.test_mean)),
            (percent_to_tenths(exact.train_accuracy), percent_to_tenths(exact.test_accuracy)),
        )
        self._show_numbers(numbers)

    def set_measured(self, is_measured: bool) -> None:
        """Whether the losses that are not known yet are coming: without an engine nothing is measured."""
        if is_measured != self._is_measured:
            self._is_measured = is_measured
            self.show_exact(self._exact, self._is_before_edit)

    def _show_numbers(self, numbers: Sequence[Sequence[str]]) -> None:
        """The table's numbers; each that is reached alone says what it is, and of which examples."""
        for name, values, texts in zip(self._names, self._values, numbers, strict=True):
            for head, value, text in zip(self._heads, values, texts, strict=True):
                value.setText(text)
                value.setAccessibleName(labelled(listed([name.text(), head.text()]), text))

    def _show_total(self, text: str) -> None:
        self._total.setText(f"<i>L</i> = {text}")
        self._total.setAccessibleName(f"L = {text}")

    def _retranslate(self) -> None:
        self.set_title(self.tr("2  Goodness of function"))
        self.setWhatsThis(
            self.tr(
                "How good a function is: the loss Cⁿ of each example, summed up to the total loss L over all"
                " training examples. Here y is the network's output and ŷ the target, as in the lecture; many"
                " textbooks have it the other way round. The number is exact, for the update that is named."
            )
        )
        self._heads[0].setText(self.tr("training"))
        self._heads[1].setText(self.tr("test"))
        self._names[0].setText(self.tr("mean Cⁿ"))
        self._names[1].setText(self.tr("accuracy"))
        tip = self.tr("Which loss, and what large weights cost")
        set_words(self._more_button, self.tr("More"), tip, self.tr("More of goodness"))
        self._retranslate_run()
        self.show_exact(self._exact, self._is_before_edit)

    def _retranslate_run(self) -> None:
        hint = self.tr("Smaller L is better.")
        show_formula(self._formula, f"{hint} &nbsp;{FORMULA_L}<br>{self._formula_c}")
        count = self._info.train_count if self._info is not None else 0
        choice = self._info.data.choice if self._info is not None else DatasetSpec()
        what, metrics = short_dataset_title(choice), QFontMetricsF(self._data_font)
        text = self.tr("{count} × {what}…").format(count=f"{count:,}", what=what)
        # A longer name is cut, and the dots after it are whole; a line of the button's edge stands at each side.
        while what and metrics.horizontalAdvance(text) > self._data_px - 4:
            what = what[:-1].rstrip()
            text = self.tr("{count} × {what}…").format(count=f"{count:,}", what=what)
        tip = self.tr("Choose the examples that L is the sum over")
        set_words(self._data, text, f"{full_title(choice)}\n{tip}", self.tr("Training data"))
        self._data.setAccessibleDescription(full_title(choice))
