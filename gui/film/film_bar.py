"""The bar under the network from which the film of the training is played."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy, QToolButton, QWidget

from gui.film.film_plan import LONGEST_S, SHORTEST_S, FilmPlan
from gui.theme.fitting_type import SMALLEST, USUAL, FittingType
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill, row
from gui.widgets.number_field import NumberField
from gui.widgets.number_text import fixed, plain
from gui.widgets.translated import Translated

# A letter more than the largest update has.
SPARE_LETTERS = 1
SLIDER_PX = 120


class FilmBar(Translated, QFrame):
    """Play, pause, drag; from which update to which, in how many seconds; save, close."""

    play_wanted = Signal()
    """Play, or pause."""
    picture_wanted = Signal(int)
    """Somebody drags the film to this picture."""
    plan_wanted = Signal(object)
    """Another `FilmPlan` was chosen."""
    save_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("film_bar")
        self._plan = FilmPlan(0, 0, 10)
        self._theme = Theme()
        self._is_playing = False
        self._is_in_film = True
        # While a picture is made again that takes long: how far it is, in few words and in all.
        self._progress = 0.0, ""
        self._live = 0
        self._key = "Y"
        self._play = tab_button(QToolButton(), "film_play", self.play_wanted)
        self._slider = JumpSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("film_slider")
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.valueChanged.connect(self.picture_wanted)
        self._time = new_label("film_time", "caption")
        self._first = NumberField("film_first", True, 0, 0)
        self._last = NumberField("film_last", True, 0, 0)
        self._seconds = NumberField("film_seconds", False, SHORTEST_S, LONGEST_S)
        for field in (self._first, self._last, self._seconds):
            field.value_entered.connect(lambda _: self._on_entered())
        self._first_label, self._last_label, self._in_label, self._unit = (
            new_label(f"film_{name}_label", "caption") for name in ("first", "last", "in", "unit")
        )
        self._swap = tab_button(
            QToolButton(), "film_reverse", lambda: self.plan_wanted.emit(self._plan.reversed)
        )
        self._save = tab_button(QPushButton(), "film_save", self.save_wanted)
        self._close = tab_button(QToolButton(), "film_close", self.close_wanted)
        self._left = row(self._play, (self._slider, 1), self._time)
        self._right = row(self._first_label, self._first, self._last_label, self._last, self._swap)
        fill(self._right, self._in_label, self._seconds, self._unit, None, self._save, self._close)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.addLayout(self._left, 1)
        self._both.addLayout(self._right)
        # Too narrow for one row it has two, and for these smaller type; the window is never pushed apart by it.
        self._type = FittingType(self, self._needed, self._dress)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self.hide()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and icons."""
        self._type.set_theme(theme)
        self._fit()

    def show_film(self, plan: FilmPlan, live: int) -> None:
        """Which film it is, of a run that stands at update `live`."""
        self._plan, self._live = plan, live
        for field, value in ((self._first, plan.first), (self._last, plan.last)):
            field.set_range(0, live)
            field.show_value(value)
        self._seconds.show_value(plan.seconds)
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, plan.count - 1)
        self._fit_fields()
        self._show_time()

    def show_picture(self, picture: int, is_playing: bool, is_in_film: bool = True) -> None:
        """Which picture is on screen, and whether the film plays.

        What is on screen may be an update that the film leaves out: `picture` is then the one next to it.
        """
        self._is_in_film, self._progress = is_in_film, (0.0, "")
        if not self._slider.isSliderDown():
            with QSignalBlocker(self._slider):
                self._slider.setValue(picture)
        self._show_time()
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self._show_icon()
            self._name_play()

    def show_progress(self, share: float, words: str) -> None:
        """So much of the way to the wanted picture is made again, in these words; until a picture comes."""
        self._progress = share, words
        self._show_time()

    def show_key(self, key: str) -> None:
        """Which key plays and pauses, or which ones."""
        self._key = key
        self._name_play()

    def take_keyboard(self) -> None:
        """Space plays and pauses from now on."""
        self._play.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # It may have taken on another type only now: what it asks for is another height.
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        # Not of one row, nor at the type that it has: before it was fitted that may be larger than there is room for,
        # and what is beside it would give the room away for good.
        scale = self._type.theme.scale
        least = self._needed() * (SMALLEST / scale if scale > USUAL else 1.0)
        return QSize(round(least), super().minimumSizeHint().height())

    # --- parts

    def _dress(self, theme: Theme) -> None:
        self._theme = theme
        self._both.setContentsMargins(*(round(theme.px(n)) for n in (8, 4, 8, 4)))
        for box in (self._both, self._left, self._right):
            box.setSpacing(round(theme.px(6)))
        self._slider.setMinimumWidth(round(theme.px(SLIDER_PX)))
        self._slider.setMinimumHeight(round(theme.px(24)))
        side = QSize(round(theme.px(16)), round(theme.px(16)))
        for button, name in ((self._swap, "swap"), (self._close, "close")):
            button.setIcon(icon(name, theme))
            button.setIconSize(side)
        self._play.setIconSize(side)
        self._show_icon()
        self._fix_widths()

    def _on_entered(self) -> None:
        first, last, seconds = self._first.value, self._last.value, float(self._seconds.value)
        self.plan_wanted.emit(FilmPlan(first, last, seconds))

    def _fit(self) -> None:
        """One row where there is room, else two, with smaller type where that is too large for them."""
        self._type.fit(self.width())
        edges = self._both.contentsMargins()
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + self._both.spacing()
        fits = needed + edges.left() + edges.right() <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._both.direction():
            self._both.setDirection(way)
            self.updateGeometry()

    def _needed(self) -> float:
        """The width of two rows."""
        edges = self._both.contentsMargins()
        widest = max(self._left.sizeHint().width(), self._right.sizeHint().width())
        return widest + edges.left() + edges.right()

    def _fit_fields(self) -> None:
        self._fix_widths()
        self._fit()

    def _fix_widths(self) -> None:
        """Fields and time keep their widths, whatever is in them."""
        for field, longest in (
            (self._first, str(self._live)),
            (self._last, str(self._live)),
            (self._seconds, plain(LONGEST_S - 0.5)),
        ):
            letters = field.fontMetrics().horizontalAdvance("0" * (len(longest) + SPARE_LETTERS))
            field.setFixedWidth(letters + round(self._theme.px(18)))
        texts = self._time_words(self._plan.seconds), self._words_outside(), self._progress_words(0.99)
        widest = max(map(self._time.fontMetrics().horizontalAdvance, texts))
        self._time.setMinimumWidth(widest + 2)

    def _show_icon(self) -> None:
        self._play.setIcon(icon("pause" if self._is_playing else "run", self._theme))

    def _show_time(self) -> None:
        share, words = self._progress
        passed = self._plan.seconds * self._slider.value() / max(1, self._plan.count - 1)
        text = self._time_words(passed) if self._is_in_film else self._words_outside()
        self._time.setText(self._progress_words(share) if words else text)
        self._time.setToolTip(words)
        self._slider.setAccessibleDescription(words or text)

    def _words_outside(self) -> str:
        return self.tr("not in the film")

    def _progress_words(self, share: float) -> str:
        return self.tr("{share} % made again").format(share=f"{int(100 * share)}")

    def _time_words(self, passed: float) -> str:
        text = self.tr("{passed} of {seconds} s")
        return text.format(passed=fixed(passed, 1), seconds=plain(self._plan.seconds))

    def _name_play(self) -> None:
        name = self.tr("Pause the film") if self._is_playing else self.tr("Play the film")
        set_words(self._play, "", with_key(name, self._key), name)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Film of the training"))
        self.setWhatsThis(
            self.tr(
                "Plays the training that was done, forwards or backwards. Each picture is one that the network truly"
                " had, and the line above it names its update; nothing is put between two of them. The run stays as"
                " it is."
            )
        )
        self._name_play()
        self._slider.setAccessibleName(self.tr("Place in the film"))
        self._slider.setToolTip(self.tr("Drag to any picture of the film"))
        self._first_label.setText(self.tr("Update"))
        self._last_label.setText(self.tr("to"))
        self._in_label.setText(self.tr("in"))
        self._unit.setText(self.tr("s"))
        self._first.set_texts(
            self.tr("First update of the film"), self.tr("The update that the film begins with")
        )
        self._last.set_texts(
            self.tr("Last update of the film"), self.tr("The update that the film ends with")
        )
        self._seconds.set_texts(
            self.tr("Length of the film in seconds"), self.tr("How long the film lasts, in seconds")
        )
        tip = self.tr("Play it the other way round")
        set_words(self._swap, "", tip, tip)
        tip = self.tr("Save the film as GIF, WebP or MP4")
        set_words(self._save, self.tr("Save…"), tip, tip)
        tip = self.tr("Close the film")
        set_words(self._close, "", with_key(tip, "Esc"), tip)
        self._show_time()
        self._fit_fields()
