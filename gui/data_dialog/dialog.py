"""The dialog in which the training data are chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from core.data.dataset_spec import SOURCES, DatasetSpec
from gui.data_dialog.digits_page import DigitsPage
from gui.data_dialog.import_page import ImportPage
from gui.data_dialog.page import DataPage
from gui.data_dialog.toy_page import line_page, plane_page
from gui.theme.tokens import Theme
from gui.widgets.announcement import WARNING
from gui.widgets.buttons import set_words
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.said_once import show_tip
from gui.widgets.work_dialog import WorkDialog


class DataDialog(WorkDialog):
    """One page for each source of examples; while they are loaded it shows how far that is, and can stop it.

    A page is made when it is seen for the first time: all of them at once would be a silence before the dialog opens.
    """

    choice_wanted = Signal(object)
    """The user wants to train on this data set (a DatasetSpec)."""
    look_wanted = Signal(object, bool)
    """How one's own examples begin is to be shown, as `ImportPage` asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("data_dialog", "data", "learn_from_these", "cancel_data", 360, parent)
        self._source = ChoiceBox("data_source", SOURCES)
        makers: tuple[Callable[[], DataPage], ...] = (
            DigitsPage,
            plane_page,
            line_page,
            self._made_import_page,
        )
        self._makers = dict(zip(SOURCES, makers, strict=True))
        self._pages: dict[str, DataPage] = {}
        self._dressed: Theme | None = None
        self._stack = QStackedWidget()
        self._stack.setObjectName("data_pages")
        self._source.currentIndexChanged.connect(lambda: self._stack.setCurrentWidget(self._page))
        self._source.currentIndexChanged.connect(self._show_problem)
        self._source.currentIndexChanged.connect(self._fit)
        self._place((self._stack, 1), above=self._source)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._retranslate()

    @property
    def import_page(self) -> ImportPage:
        """The page of one's own data."""
        page = self._page_of("own")
        assert isinstance(page, ImportPage)
        return page

    def _page_of(self, source: str) -> DataPage:
        """The page of this source, made with its first use."""
        if (page := self._pages.get(source)) is None:
            page = self._pages[source] = self._makers[source]()
            self._stack.addWidget(page)
            page.changed.connect(self._show_problem)
            if self._dressed is not None:
                page.set_theme(self._dressed)
        return page

    def _made_import_page(self) -> ImportPage:
        page = ImportPage()
        page.begin_wanted.connect(self._on_accepted)
        page.look_wanted.connect(self.look_wanted)
        page.problem_changed.connect(self._show_problem)
        # Behind the layout's own work of this moment.
        page.first_look.changed.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        return page

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        self._dressed = theme
        for page in self._pages.values():
            page.set_theme(theme)

    def show_choice(self, choice: DatasetSpec) -> None:
        """Show what is learned from now; what was refused the last time is looked at again."""
        self._source.setCurrentIndex(self._source.findData(choice.source))
        self._stack.setCurrentWidget(self._page)
        self._page.show_choice(choice)
        if "own" in self._pages:
            self.import_page.look_again()
        self._show_problem()

    def show_source(self, source: str) -> None:
        """Show this source's page, ready for its first answer."""
        self._source.setCurrentIndex(self._source.findData(source))
        self._page.focus_first()

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        for part in (self._source, self._stack):
            part.setEnabled(not busy)
        self._show_problem()

    def show_error(self, sentence: str) -> None:
        super().show_error(sentence)
        self._page.focus_first()

    def _show_problem(self) -> None:
        """What is wrong with one's own data stands where every refusal does; its page has announced it."""
        if self.is_busy:
            return
        page = self._page
        problem = page.problem if isinstance(page, ImportPage) else ""
        self._refusal.setText(WARNING + problem if problem else "")
        self._refusal.setHidden(not problem)
        self._make_room()

    @property
    def _page(self) -> DataPage:
        return self._page_of(self._source.value)

    def _needed_width(self) -> float:
        # Pages differ in width: where one has no room it scrolls, and the type stays the same from page to page.
        return 0.0

    def _fit(self) -> None:
        seen = self._page
        for page in self._pages.values():
            # Pages that are not on screen may have the sizes of another type still.
            policy = QSizePolicy.Policy.Preferred if page is seen else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        super()._fit()

    def _on_accepted(self) -> None:
        if not self._page.rows.commit():
            return
        choice = self._page.choice()
        if choice.source == "own" and not choice.path:
            self.show_error(self.tr("Choose a file or a folder first."))
        elif choice.name == "drawn" and not choice.points:
            self.show_error(self.tr("Draw a curve first, from left to right."))
        else:
            self.choice_wanted.emit(choice)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Training data"))
        self.setAccessibleName(self.tr("Training data"))
        self.setWhatsThis(
            self.tr(
                "The examples that the network learns from, and those it is tested with. Other examples begin a new"
                " network; Undo brings the old one back."
            )
        )
        self._source.set_texts(
            self.tr("Source of the examples"),
            self.tr("Where the examples come from"),
            {
                "digits": self.tr("Digits (MNIST)"),
                "plane": self.tr("Points in the plane"),
                "line": self.tr("A curve on the line"),
                "own": self.tr("My own data"),
            },
        )
        self._progress.setAccessibleName(self.tr("How much is loaded"))
        show_tip(self._progress, self.tr("How much is loaded"))
        set_words(self._begin, self.tr("Learn from these"), self.tr("Begin a new network on these examples"))
        set_words(self._cancel, self.tr("Cancel"), self.tr("Stop loading, or leave everything as it is"))
