"""The hidden layers in rows, of any kind: what they are, a button to take them away, and ways to move them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby, pairwise
from math import prod

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from core.arrays import Shape
from core.nn.dense import Dense
from core.nn.layer_kinds import PICTURE_LAYERS
from core.nn.layers import LayerSpec
from core.nn.windows import picture_of
from gui.architecture.layer_row import LINES, LayerRow, Row, RowFacts
from gui.architecture.layer_settings import POOLS, without_picture
from gui.architecture.rows_content import RowsContent
from gui.theme.tokens import Theme
from gui.widgets.translated import Translated

# Up to this many rows stay as they were written; of more, and of what comes from elsewhere, so many layers that are
# alike and in a row share one.
MAX_WRITTEN, MIN_ALIKE = 8, 3
# As high as the rows get before they scroll, in rows of one line; where there are maps a row has two.
MAX_HEIGHT, MAX_HEIGHT_OF_MAPS = 5.5, 12.0
ROW_PX = 34
# Between two rows; below a line on what the row makes; below one that can be clicked, which is higher than its text.
AFTER_PX, AFTER_MADE_PX, AFTER_MORE_PX = 4.0, 7.0, 2.0
# More layers than this are too many, however many they are.
MOST_COUNTED = 1000


def rows_of(layers: Sequence[LayerSpec], has_boxes: bool, written: Sequence[Row] = ()) -> tuple[Row, ...]:
    """The rows that show these layers: as they were `written`, where that is still what they are."""
    layers = [without_picture(layer) for layer in layers]
    if len(written) <= MAX_WRITTEN and list(layers_of(written)) == layers:
        return tuple(written)
    rows: list[Row] = []
    for layer, group in groupby(layers):
        count = len(list(group))
        # With a box for each layer, few layers have one each; the number in a pool's row is its block's.
        alone = count < MIN_ALIKE or (has_boxes and len(layers) <= MAX_WRITTEN) or isinstance(layer, POOLS)
        rows += [(layer, 1)] * count if alone else [(layer, count)]
    return tuple(rows)


def layers_of(rows: Iterable[Row]) -> Iterable[LayerSpec]:
    """The layers that these rows stand for."""
    for layer, count in rows:
        yield from [layer] * count


def facts_of(rows: Sequence[Row], layers: Sequence[LayerSpec], n_in: int) -> list[RowFacts]:
    """What is said of each row; `layers` are the network's, whose first one may say how its input lies."""
    facts: list[RowFacts] = []
    shape: Shape = (n_in,)
    rest, number = iter(layers), 1
    for _, count in rows:
        total, channels = 0, 1
        for i in range(count):
            layer = next(rest)
            if i == 0 and isinstance(layer, PICTURE_LAYERS):
                channels = picture_of(shape, layer.picture)[2]
            total += sum(map(prod, layer.parameter_shapes(shape).values()))
            shape = layer.out_shape(shape)
        facts.append(RowFacts(number, number + count - 1, channels, shape, total))
        number += count
    return facts


class LayerRows(Translated, QScrollArea):
    """Shows the hidden layers, and asks for others; of many it scrolls.

    Parameters
    ----------
    why_not : function of the hidden layers
        A sentence where these make no network, "" where they do.
    """

    layers_wanted = Signal(tuple)
    """The hidden layers that there shall be; none of them has a picture."""
    refused = Signal(str)
    """Why what was done to the rows was not taken, in a sentence."""

    def __init__(
        self,
        why_not: Callable[[tuple[LayerSpec, ...]], str] = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("layer_rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # The rows in it take the keyboard, and are scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._why_not = why_not
        self._theme = Theme()
        self._content = RowsContent()
        self._content.resized.connect(self.updateGeometry)
        self._content.move_wanted.connect(self._move_focused)
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        # Unseen, it keeps the rows' place in the order in which the keyboard goes through the window.
        self._anchor = QWidget(self._content)
        self._anchor.hide()
        self.setWidget(self._content)
        self._shown: tuple[Row, ...] = ()
        self._written: tuple[Row, ...] = ()
        self._has_boxes = False
        self._rows: list[LayerRow] = []
        # Where the keyboard shall be once what was asked for is shown; the place that a row is dragged to.
        self._focus_at: int | None = None
        self._target: int | None = None

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._theme = theme
        self._grid.setHorizontalSpacing(round(theme.px(4)))
        # All that a row says stands together, and rows apart.
        self._grid.setVerticalSpacing(0)
        self._content.set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)
        self._set_apart()

    def show_layers(self, layers: Sequence[LayerSpec], n_in: int = 1, has_boxes: bool = False) -> None:
        """Show these hidden layers of a network of `n_in` inputs; `has_boxes`: each has an activation of its own."""
        rows = rows_of(layers, has_boxes, self._written)
        shapes = [[(type(layer), count > 1) for layer, count in some] for some in (rows, self._shown)]
        if shapes[0] != shapes[1] or has_boxes != self._has_boxes:
            self._has_boxes = has_boxes
            self._make_rows(rows)
        self._shown = self._written = rows
        for row, own, facts in zip(self._rows, rows, facts_of(rows, layers, n_in), strict=True):
            row.show_row(own, facts)
        self.setVisible(bool(rows))
        self._take_focus()
        self._grid.activate()
        self.updateGeometry()

    def add_layer(self, layer: LayerSpec) -> None:
        """Ask for one more layer: a dense one behind the others, another behind the last that makes a picture."""
        rows = self.written
        pictures = [i for i, (other, _) in enumerate(rows, 1) if isinstance(other, PICTURE_LAYERS)]
        at = len(rows) if isinstance(layer, Dense) else max(pictures, default=0)
        self._ask((*rows[:at], (without_picture(layer), 1), *rows[at:]))

    def move_row(self, row: int, to: int) -> bool:
        """Ask for this row, counted from 0, to stand at another place among the rows; whether that is taken."""
        rows = list(self.written)
        rows.insert(to, rows.pop(row))
        return self._ask(tuple(rows))

    @property
    def written(self) -> tuple[Row, ...]:
        """What all rows say."""
        return tuple(row.written for row in self._rows)

    # --- Qt

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        has_maps = any(isinstance(layer, PICTURE_LAYERS) for layer, _ in self._shown)
        most = (MAX_HEIGHT_OF_MAPS if has_maps else MAX_HEIGHT) * ROW_PX
        return QSize(hint.width(), min(hint.height(), round(self._theme.px(most))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), self.sizeHint().height())

    # --- parts

    def _make_rows(self, rows: Sequence[Row]) -> None:
        focused = self._focused_row()
        opened = {i for i, row in enumerate(self._rows) if row.more is not None and row.more.isChecked()}
        for row in self._rows:
            row.discard()
        self._rows = []
        for i, (layer, _) in enumerate(rows):
            row = LayerRow(i + 1, layer, self._has_boxes, partial(self._why_not_in, i), self._content)
            row.changed.connect(lambda: self._ask(self.written))
            row.removed.connect(partial(self._remove, i))
            row.handle.dragged.connect(partial(self._on_dragged, i))
            row.handle.dropped.connect(partial(self._on_dropped, i))
            row.place(self._grid, LINES * i)
            row.set_theme(self._theme)
            if row.more is not None and len(rows) == len(self._shown):
                row.more.setChecked(i in opened)
            self._rows.append(row)
        self._set_apart()
        self._order_tabs()
        if focused is not None and self._focus_at is None:
            # Who types goes on typing: with the keyboard nowhere, the next letters would be the window's keys.
            self._focus_at = focused

    def _set_apart(self) -> None:
        """Leave room between the rows, and none behind the last one."""
        for line in range(self._grid.rowCount()):
            i = line // LINES
            room = 0.0
            if line % LINES == LINES - 1 and i < len(self._rows) - 1:
                row = self._rows[i]
                room = AFTER_MORE_PX if row.more else AFTER_MADE_PX if row.made else AFTER_PX
            self._grid.setRowMinimumHeight(line, round(self._theme.px(room)))

    def _take_focus(self) -> None:
        at, self._focus_at = self._focus_at, None
        if at is not None and self._rows:
            field = self._rows[min(at, len(self._rows) - 1)].field
            field.show()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_row(self) -> int | None:
        focused = QApplication.focusWidget()
        return next((i for i, row in enumerate(self._rows) if focused in row.parts), None)

    def _order_tabs(self) -> None:
        """The keyboard comes to new rows where it came to the old ones, and through each from left to right."""
        order: list[QWidget] = [self._anchor]
        for row in self._rows:
            order += [part for part in row.parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        # Qt puts nothing behind what does not take the keyboard.
        self._anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self._anchor.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _remove(self, i: int) -> None:
        rows = self.written
        self._ask((*rows[:i], *rows[i + 1 :]))

    def _move_focused(self, by: int) -> None:
        row = self._focused_row()
        if row is None or not 0 <= row + by < len(self._rows):
            return
        # What is being typed goes with it, or has to be mended first.
        if self._rows[row].field.commit():
            self._focus_at = row + by
            if not self.move_row(row, row + by):
                self._focus_at = None

    def _on_dragged(self, row: int, place: QPoint) -> None:
        y = self._content.mapFromGlobal(place).y()
        tops = [own.handle.geometry().top() for own in self._rows]
        bottoms = [*tops[1:], self._content.height()]
        # Before the first row whose middle is below the pointer.
        gap = sum(y > (top + bottom) / 2 for top, bottom in zip(tops, bottoms, strict=True))
        self._target = gap - (gap > row)
        self._content.show_mark((*tops, self._content.height())[gap])
        self.ensureVisible(0, y, 0, round(self._theme.px(ROW_PX / 2)))

    def _on_dropped(self, row: int) -> None:
        target, self._target = self._target, None
        self._content.show_mark(None)
        if target is not None and target != row:
            self.move_row(row, target)

    def _ask(self, rows: tuple[Row, ...]) -> bool:
        problem = self._why_not(tuple(layers_of(rows)))
        if problem:
            self.refused.emit(problem)
            return False
        self._written = rows
        self.layers_wanted.emit(tuple(layers_of(rows)))
        return True

    def _why_not_in(self, i: int, layer: LayerSpec, count: int) -> str:
        rows = list(self.written)
        # So many need not be counted out.
        rows[i] = (layer, min(count, MOST_COUNTED))
        return self._why_not(tuple(layers_of(rows)))

    def _retranslate(self) -> None:
        for row in self._rows:
            row.retranslate()
