"""The Draw panel: the canvas, what the network reads of it, and the other ways to choose the shown digit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QResizeEvent, QShowEvent, QUndoStack
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.engine.snapshot import DataInfo
from core.refusal import shortened
from gui.drawing.canvas_drop import CanvasDrop, copied_file_of
from gui.drawing.canvas_ink import ink_on
from gui.drawing.digit_canvas import DigitCanvas
from gui.drawing.digit_chooser import DigitChooser
from gui.drawing.draw_tools import DrawTools
from gui.drawing.drawing_state import ShowStrokes
from gui.drawing.ink_preview import InkPreview, is_drawn_like
from gui.drawing.intended_label_row import IntendedLabelRow
from gui.drawing.intended_labels import IntendedLabels
from gui.drawing.pasted_image import ink_from_image, why_not_pasted, why_not_taken
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.labels import line_height, new_label
from gui.widgets.layouts import column, fill, row
from gui.widgets.said_once import UNHEARD
from gui.widgets.translated import Translated

# Between two readings of a drawing under the pen, at least.
INK_INTERVAL_MS = 8

# Letters of a word that is shown whole beside the picture of what the network reads.
LONGEST_WORD = 24
# Whole lines that say where the shown digit comes from: none is cut in two.
SOURCE_LINES = 3
SMALLEST_CANVAS_PX = 96
# At 100 %: below it the panel for a class is the canvas and its tools alone.
LEAST_HEIGHT_PX = 340


class DrawPanel(Translated, QScrollArea):
    """Draw a digit, or choose one, for the network to read.

    Parameters
    ----------
    undo_stack : QUndoStack
        Takes the canvas' changes; may hold others' as well.

    Attributes
    ----------
    canvas : DigitCanvas
    tools : DrawTools
    intended_label_row : IntendedLabelRow
    intended_labels : IntendedLabels
    chooser : DigitChooser
    clear_action : QAction
        ``action_clear_canvas``.
    paste_action : QAction
        ``action_paste_image``.
    drops : CanvasDrop
        An image may be dropped on the canvas, too.
    """

    ink_changed = Signal(object)
    """The drawing reads differently now: (256,) float32 of 0 and 1, or None when nothing is drawn."""

    refused = Signal(object)
    """An image could not be pasted: what makes the sentence that says why (`gui.widgets.translated.Words`)."""

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draw_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts take the keyboard, and it follows them
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = Theme()
        self._ink: NDArray[np.float32] | None = None
        self._watched = False
        self._has_picture, self._is_drawable, self._is_compact = True, True, False
        self.canvas = DigitCanvas(undo_stack)
        self.drops = CanvasDrop(self.canvas)
        self.preview = InkPreview()
        self.intended_label_row = IntendedLabelRow()
        self.intended_labels = IntendedLabels(self.canvas, self.intended_label_row)
        self.chooser = DigitChooser()
        self.clear_action = QAction(self)
        self.clear_action.setObjectName("action_clear_canvas")
        self.clear_action.setShortcut("Ctrl+Backspace")
        self.paste_action = QAction(self)
        self.paste_action.setObjectName("action_paste_image")
        self.paste_action.setShortcut("Ctrl+V")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(INK_INTERVAL_MS)
        self._ink_is_old = self._is_picture = False
        # How high the words beside the picture are at the least.
        self._source_px = 0
        self.tools = DrawTools(undo_stack)
        self._place()
        self._connect()
        self.show_origin("train")
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme everywhere in the panel."""
        self._theme = theme
        for part in (self.canvas, self.tools, self.preview, self.intended_label_row, self.chooser):
            part.set_theme(theme)
        gap = theme.margin(4)
        self._column.setSpacing(gap)
        self._column.setContentsMargins(*(theme.margin(n) for n in (12, 6, 12, 6)))
        self._preview_row.setSpacing(gap)
        for label in (self._reads, self._source, self._blank):
            label.setFont(theme.font("caption"))
        # Fixed heights, so that no text moves the rows below it.
        line = math.ceil(line_height(theme.font("caption")))
        self._reads.setFixedHeight(line)
        words = SOURCE_LINES * math.ceil(line_height(theme.font("body")))
        self._source_px = max(self.preview.sizeHint().height() - line, words)
        self._source.setFixedHeight(self._source_px)
        self._make_room_for_source()
        self._answer.setFixedHeight(self.intended_label_row.sizeHint().height())
        self._resume.setFont(theme.font("body"))
        self._resume.setFixedHeight(round(theme.px(28)))
        self._fit_canvas()

    def set_compact(self, compact: bool) -> None:
        """Show only the canvas with its tools, and the question what was meant: for a class, which sees the rest."""
        self._is_compact = compact
        for part in (self._reads, self._source, self.chooser):
            part.setVisible(not compact)
        self._show_preview()
        self._fit_canvas()

    def _show_preview(self) -> None:
        self.preview.setVisible(self._has_picture and not self._is_compact)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name in the tips the keys of the actions that do the same, by the actions' names."""
        self.chooser.show_keys(keys)
        self.tools.show_keys(keys.get("action_keep_drawing", ""), keys.get("action_own_set", ""))

    def show_source(self, text: str) -> None:
        """Say where the shown digit comes from, and that it is watched and not trained on."""
        # A line breaks between words alone, and a class may be one long one: whole it is in the title of the picture.
        self._source.setText(" ".join(shortened(word, LONGEST_WORD) for word in text.split(" ")))
        self._source.setAccessibleName(text)
        self._source.setAccessibleDescription(UNHEARD)
        self._source.setToolTip(f"<qt>{escape(text)}</qt>")
        self._make_room_for_source()

    def show_origin(self, origin: str, is_chosen: bool = False) -> None:
        """Whether the shown digit is of the training (``"train"``), of the test set, or the drawing.

        One of the training stays where it `is_chosen`. While the pen is down, older messages change nothing.
        """
        self.chooser.show_pinned(is_chosen or origin != "train")
        if not self.canvas.is_drawing:
            self._show_watched(origin == "drawing" and self._ink is not None)

    def show_drawing(self, drawing: ShowStrokes, intended_label: int | None) -> NDArray[np.float32] | None:
        """Show a drawing that was made before, and what it was meant to be; nothing is emitted. Returns its ink."""
        self._pause.stop()
        self._ink_is_old = False
        self.canvas.show_drawing(drawing)
        self._ink = ink_on(self.canvas)
        self.intended_labels.show(intended_label)
        self._show_watched(False)
        return self._ink

    def show_data(self, data: DataInfo) -> None:
        """The run on screen learns from these: only where they are 16 x 16 ink can one be drawn."""
        drawable = is_drawn_like(data)
        self._is_drawable = drawable
        for part in (self.canvas, self.tools):
            part.setVisible(drawable)
        self.canvas.set_classes(() if data.choice.source == "digits" else data.class_names)
        self._is_picture = data.picture is not None
        self._show_why_not_drawn()
        self._not_drawn.setVisible(not drawable)
        self.intended_label_row.show_classes(data.class_names if drawable else ())
        self.chooser.show_classes(data.class_names)
        self._has_picture = data.picture is not None
        self._show_preview()
        if data.picture is not None:
            self.preview.set_shape(*data.picture, drawable)
        self._fit_canvas()

    def show_ink(self, x: NDArray[np.floating]) -> None:
        """Show (n_in,) inputs as what the network reads; while the pen is down, the drawing's own stay."""
        if not self.canvas.is_drawing:
            self.preview.show_ink(x)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._source.setFixedHeight(self._source_px)
            self._make_room_for_source()
        self._fit_canvas()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room_for_source()
        self._fit_canvas()

    # --- parts

    def _place(self) -> None:
        self._reads = new_label("reads_label", "caption")
        # It may name a class, and that may look like markup.
        self._source = new_label("source_label", wraps=True, is_plain=True)
        self._blank = new_label("no_drawing_label", "caption", wraps=True)
        for label in (self._reads, self._source, self._blank):
            # With a height that is ignored a layout of broken lines gives the words beside the picture less than it.
            high = QSizePolicy.Policy.Ignored if label is self._blank else QSizePolicy.Policy.Fixed
            label.setSizePolicy(QSizePolicy.Policy.Ignored, high)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._resume = tab_button(QToolButton(), "show_drawing", self._show_drawing_again)
        # One of three, all of one height, so that nothing moves under the pen.
        self._answer = QStackedWidget()
        self._answer.setObjectName("answer_stack")
        resume_page = QWidget()
        column(resume_page, self._resume, None)
        self._pages = {"blank": self._blank, "meant": self.intended_label_row, "resume": resume_page}
        for page in self._pages.values():
            self._answer.addWidget(page)
        words = QVBoxLayout()
        words.setSpacing(0)
        fill(words, self._reads, (self._source, 1))
        self._preview_row = row(self.preview)
        # The words beside it may be higher.
        self._preview_row.setAlignment(self.preview, Qt.AlignmentFlag.AlignTop)
        self._preview_row.addLayout(words, 1)
        content = QWidget()
        content.setObjectName("draw_content")
        self._not_drawn = new_label("not_drawn", "caption", wraps=True)
        self._not_drawn.hide()
        self._column = column(content, self._not_drawn)
        self._column.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignHCenter)
        fill(self._column, self.tools, self._answer, self._preview_row, self.chooser, None)
        self.setWidget(content)

    def _connect(self) -> None:
        self.canvas.strokes_changed.connect(self._on_strokes_changed)
        self.canvas.eraser_wanted.connect(self.tools.show_eraser)
        self.tools.eraser_wanted.connect(self._take)
        self.tools.clear_wanted.connect(self.clear_action.trigger)
        self.clear_action.triggered.connect(self.canvas.clear)
        self.paste_action.triggered.connect(self._paste_clipboard)
        self.drops.image_dropped.connect(self.paste)
        self.drops.refused.connect(self.refused)
        self._pause.timeout.connect(self._on_pause_over)

    def _fit_canvas(self) -> None:
        """As large a square as there is room for beside the other rows; never higher than what is in sight."""
        margins = self._column.contentsMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        bar = self.verticalScrollBar()
        # They have room beside the bar, too, which may come only because of what is fitted below.
        self.tools.fit(width - (0 if bar.isVisible() else bar.sizeHint().width()))
        # For a class there is a question under the canvas only where the canvas stays large beside it.
        is_low = self._is_compact and self.height() < self._theme.px(LEAST_HEIGHT_PX)
        self._answer.setVisible(self._is_drawable and not is_low)
        others = self._column.sizeHint().height() - self.canvas.height()
        height = self.viewport().height()
        least = min(round(self._theme.px(SMALLEST_CANVAS_PX)), height - margins.top() - margins.bottom())
        side = max(min(width, max(least, height - others)), 24)
        self.canvas.setFixedSize(side, side)

    def _make_room_for_source(self) -> None:
        """In large type and little width the words need more lines, which stay theirs: the next ones move nothing."""
        margins = self._column.contentsMargins()
        beside = self.preview.sizeHint().width() + self._preview_row.spacing() if self._has_picture else 0
        width = self.viewport().width() - margins.left() - margins.right() - beside
        needed = self._source.heightForWidth(width) if width > 0 and self.isVisible() else 0
        if needed > self._source.height():
            self._source.setFixedHeight(needed)

    def paste(self, image: QImage) -> None:
        """Take this image in place of the drawing; where that can't be, say why."""
        ink = None if image.isNull() or not self._is_drawable else ink_from_image(image)
        if ink is not None:
            self.canvas.paste(ink)
        else:
            self.refused.emit(self.why_not_drawn if not self._is_drawable else why_not_pasted(image))

    def _paste_clipboard(self) -> None:
        """Take the image that was copied; of one that was copied as a file, what a drop of it would be."""
        clipboard = QGuiApplication.clipboard()
        copied = clipboard.mimeData() if self._is_drawable else None
        if path := copied_file_of(copied):
            self.drops.file_dropped.emit(path)
        elif why := why_not_taken(copied):
            self.refused.emit(why)
        else:
            self.paste(clipboard.image())

    def _take(self, eraser: bool) -> None:
        self.canvas.set_eraser(eraser)
        self.tools.show_eraser(eraser)

    # --- the drawing

    def _on_strokes_changed(self) -> None:
        if self._pause.isActive():
            self._ink_is_old = True
        else:
            self._read_drawing()

    def _on_pause_over(self) -> None:
        if self._ink_is_old:
            self._read_drawing()

    def _read_drawing(self) -> None:
        """Make ink of the strokes, and emit it where it has changed."""
        self._ink_is_old = False
        self._pause.start()
        ink = ink_on(self.canvas)
        if ink is None:
            self._ink = None
            self._show_watched(False)
            self.preview.show_ink(None)
            self.ink_changed.emit(None)
            return
        is_meant_as_before = not self.intended_labels.take_change()
        same = (
            self._watched and is_meant_as_before and self._ink is not None and np.array_equal(ink, self._ink)
        )
        self._ink = ink
        self._show_watched(True)
        self.preview.show_ink(ink)
        if not same:
            self.ink_changed.emit(ink)

    def _show_drawing_again(self) -> None:
        self._watched = False
        self._read_drawing()

    def _show_watched(self, watched: bool) -> None:
        """Whether the network reads the drawing now."""
        self._watched = watched
        self.canvas.set_watched(watched or self._ink is None)
        page = "meant" if watched else "resume" if self._ink is not None else "blank"
        if self._answer.currentWidget() is not self._pages[page]:
            self._answer.setCurrentWidget(self._pages[page])

    def _show_why_not_drawn(self) -> None:
        self._not_drawn.setText(self.why_not_drawn())

    def why_not_drawn(self) -> str:
        if self._is_picture:
            return self.tr(
                "A drawing is ink on 16 × 16 pixels, and these examples are other pictures: choose one of the test set."
            )
        return self.tr(
            "A drawing is ink on 16 × 16 pixels, and these examples are numbers: choose one of the test set."
        )

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Draw"))
        self.setWhatsThis(
            self.tr(
                "Draw a digit or choose an example, and watch the network read it. It stays on screen until "
                "you release it, and is never trained on."
            )
        )
        self.paste_action.setText(self.tr("Paste an image"))
        self.paste_action.setToolTip(
            self.tr("Let the network read the image on the clipboard, scaled and centred like a drawing")
        )
        self.clear_action.setText(self.tr("Clear the canvas"))
        self.clear_action.setToolTip(self.tr("Remove the whole drawing"))
        self._reads.setText(self.tr("The network reads"))
        self._show_why_not_drawn()
        self._blank.setText(
            self.tr("No drawing yet: no answer.")
            + "\n"
            + self.tr("By keyboard: arrows move the pen, Space lowers it.")
        )
        set_words(
            self._resume, self.tr("Show the drawing"), self.tr("Let the network read your drawing again")
        )
