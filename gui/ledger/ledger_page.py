"""The ledger: L as the sum of its terms, each of them a dot that can be pointed at; and the classes of the same set."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from core.analysis.example_losses import OWN
from core.data.dataset import SPLITS
from gui.ledger.classes_view import ClassesView
from gui.ledger.map_view import MapView
from gui.ledger.other_run_box import OtherRunBox
from gui.ledger.seen_words import why_not_words
from gui.ledger.selection_bar import SelectionBar
from gui.ledger.sorted_curve import AXIS_PX, SortedCurve
from gui.ledger.view_switch import ViewSwitch
from gui.ledger.wall_order import ORDERS
from gui.ledger.wall_view import WallView
from gui.theme.fitting_type import USUAL
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce, switched
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, fill, row
from gui.widgets.picture_page import PicturePage

SHADES = "now", "wrong"
KINDS = "exact", "seen"
LENS_KEY, LENS_PX = "Alt+N", 36.0
# In larger type its tools may stand in two lines.
ROOMY_PX = 440.0, 400.0


class LedgerPage(PicturePage):
    """Passive: what is wanted is told.

    Attributes
    ----------
    wall : WallView
    curve : SortedCurve
    classes : ClassesView
    map : MapView
    selection : SelectionBar
    minus : OtherRunBox
        Which other run is subtracted from the classes.
    """

    is_canvas = True

    split_wanted = Signal(object)
    """The training set, the test set or the own test set is to be shown."""
    view_wanted = Signal(object)
    """The terms, the classes or the map are to be looked at."""
    order_wanted = Signal(object)
    """The dots are to stand in another order."""
    shade_wanted = Signal(object)
    """The dots' shade is to say another thing."""

    kind_wanted = Signal(object)
    """The exact C are to be shown, or those as last seen."""

    lens_wanted = Signal(bool)
    """The lens is to be shown over the wall, or is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ledger_page", parent, ROOMY_PX)
        self._split_label, self._order_label = new_label(role="caption"), new_label(role="caption")
        self._split, self._order = (
            ChoiceBox("ledger_split", (*SPLITS, OWN)),
            ChoiceBox("ledger_order", ORDERS),
        )
        self._shade_label, self._shade = new_label(role="caption"), ChoiceBox("ledger_shade", SHADES)
        # Numbers of two kinds, which are never mixed: it says which of them all of the page are of.
        self._kind = tab_button(QPushButton(), "ledger_kind")
        self._kind.setProperty("role", "picture")
        self._kind.setCheckable(True)
        self._kind.clicked.connect(self._on_kind_clicked)
        self._lens = tab_button(QPushButton(), "ledger_lens_switch", self.lens_wanted)
        self._lens.setProperty("role", "picture")
        self._lens.setCheckable(True)
        self._is_seen, self._why_not = False, ""
        self._views = ViewSwitch()
        self._view, self._message_words, self._has_classes = "terms", "", True
        self._views.chosen.connect(self.view_wanted)
        for box in (self._split, self._order, self._shade):
            # Also in larger type each choice is read whole.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._split.chosen.connect(self.split_wanted)
        self._order.chosen.connect(self.order_wanted)
        self._shade.chosen.connect(self.shade_wanted)
        for label in (self._split_label, self._order_label, self._shade_label):
            # They go before what stands beside the page is cut.
            label.setMinimumWidth(1)
        self._says = FittingLabel("ledger_says")
        # As wide as the page: the tools above it leave it little.
        self._says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._message = new_label("ledger_message", wraps=True, is_plain=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.wall, self.curve, self.classes = WallView(), SortedCurve(), ClassesView()
        self.map, self.selection, self.minus = MapView(), SelectionBar(), OtherRunBox()
        for button in (self._kind, self.selection.button):
            self._head.insertWidget(self._head.count() - 1, button)
        self._choices = row(
            *(self._split_label, self._split, self._order_label, self._order),
            *(self._shade_label, self._shade, self.minus),
        )
        self._choices.addStretch(1)
        views = row(self._views)
        views.addStretch(1)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.addLayout(views)
        self._tools.addLayout(self._choices, 1)
        # The wall stands over the curve, whose numbers are at the left of it.
        self._terms, self._beside = QWidget(), QHBoxLayout()
        # In the room at its left that the curve's numbers leave there.
        self._beside.addWidget(self._lens, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.wall, 1)
        terms = column(self._terms)
        terms.addLayout(self._beside, 2)
        terms.addWidget(self.curve, 1)
        # Alone it has all the room that the parts would have: what stands above it stays there.
        fill(self.body, self._tools, self._says, self.selection, (self._message, 1))
        for part in (self._terms, self.classes, self.map):
            self.body.addWidget(part, 1)
        self.show_message("")
        self._name_tools()

    def _dress_page(self, theme: Theme) -> None:
        super()._dress_page(theme)
        side = round(theme.px(16))
        self._lens.setIcon(icon("inspect", theme))
        self._lens.setIconSize(QSize(side, side))
        self._lens.setFixedWidth(round(theme.px(LENS_PX)))
        self._beside.setSpacing(round(theme.px(AXIS_PX)) - self._lens.width())
        self._choices.setSpacing(round(theme.px(8)))
        self._says.setFont(theme.font("caption"))
        self._message.setFont(theme.font("body"))
        for label in (self._split_label, self._order_label, self._shade_label):
            label.setFont(theme.font("caption"))
        self.body.setSpacing(round(theme.px(4)))
        self._fit_captions()
        self.wall.set_theme(theme)
        self.curve.set_theme(theme)
        self.classes.set_theme(theme)
        self.map.set_theme(theme)
        self._views.set_theme(theme)
        self.minus.set_theme(theme)
        self.selection.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_captions()

    @property
    def worn(self) -> Theme:
        """The theme with the type that there is room for."""
        return self._worn

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.selection.has_selected:
            # What is selected goes first, then the page.
            self.selection.clear_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_choice(self, view: str, split: str, order: str, has_classes: bool) -> None:
        """What of which set is shown, and in which order; without classes that is by C where it needs them.

        Without them nothing is right or wrong, which is all that the shade can say: then there is no such box.
        """
        self._view, self._has_classes = view, has_classes
        self._views.show_view(view, has_classes)
        self.selection.show_view(view)
        self._show_parts()
        self._split.show_value(split)
        needs_classes = "class", "confidence"
        self._order.show_value("loss" if order in needs_classes and not has_classes else order)
        for own in needs_classes:
            self._order.set_available(own, has_classes)

    def show_shade(self, shade: str, has_lives: bool) -> None:
        """What the shade says; and whether the set and its answers are such that presentations are recorded.

        Where they are not, the boxes say what is seen: by C, and what is wrong. To be called after `show_choice`.
        """
        self._shade.show_value(shade if has_lives else "now")
        if not has_lives and self._order.value == "forgotten":
            self._order.show_value("loss")
        self._shade.set_available("wrong", has_lives)
        self._order.set_available("forgotten", has_lives)

    def show_kind(self, kind: str, is_available: bool, has_classes: bool) -> None:
        """Which kind of numbers is wanted; and whether those as last seen are known of the set, which is of classes.

        Where they are not, the button says why, and the exact ones are shown. To be called after `show_shade`.
        """
        self._why_not = "" if is_available else why_not_words()
        self._is_seen = is_available and kind == "seen"
        self._kind.setChecked(self._is_seen)
        self._kind.setEnabled(is_available)
        self._order.set_available("confidence", has_classes and not self._is_seen)
        if self._is_seen and self._order.value == "confidence":
            self._order.show_value("loss")
        self._name_tools()

    @property
    def lens_name(self) -> str:
        """What the switch of the lens is called."""
        return self._lens.accessibleName()

    def show_lens(self, is_on: bool) -> None:
        """Whether the lens is shown where dots are small."""
        self._lens.setChecked(is_on)

    def show_own_available(self, available: bool) -> None:
        """Whether there is an own test set of these classes."""
        self._split.set_available(OWN, available)

    def show_says(self, *words: str) -> None:
        """How the dots are to be read; the first is the most important."""
        self._says.show_statements([(len(words) - i, text) for i, text in enumerate(words) if text])
        self._says.setVisible(any(words))

    def show_message(self, words: str) -> None:
        """Say this where nothing is to be seen yet; "" where there is something."""
        self._message_words = words
        self._message.setText(words)
        self._describe(words)
        self._show_parts()

    def _page_needed(self) -> float:
        self._fit_captions()
        return super()._page_needed()

    def _fit_captions(self) -> None:
        """Without room for all captions there are none: each box says by its tip, too, what it is.

        Larger type than at 100 % has the boxes in a line of their own, where one is too short for all.
        """
        captions = [self._split_label]
        if self._view == "terms":
            captions += [self._order_label, self._shade_label] if self._has_classes else [self._order_label]
        boxes = [box for box in (self._split, self._order, self._shade, self.minus) if not box.isHidden()]
        margins, gap = self._column.contentsMargins(), self._choices.spacing()
        # There is nothing at the end, but a gap before it.
        views, needed, words = (
            sum(part.sizeHint().width() + gap for part in parts)
            for parts in ((self._views,), boxes, captions)
        )
        room = self.width() - margins.left() - margins.right()
        is_wrapped = self._worn.scale > USUAL and views + needed > room
        way = QBoxLayout.Direction.TopToBottom if is_wrapped else QBoxLayout.Direction.LeftToRight
        self._tools.setDirection(way)
        self._tools.setSpacing(self.body.spacing() if is_wrapped else gap)
        has_room = (0 if is_wrapped else views) + needed + words <= room
        for caption in (self._split_label, self._order_label, self._shade_label):
            caption.setVisible(has_room and caption in captions)

    def _on_kind_clicked(self, is_on: bool) -> None:
        # By its key the keyboard stays on the wall, whose numbers are of the other kind now.
        announce(self._kind, switched(self._kind.accessibleName(), is_on))
        self.kind_wanted.emit(KINDS[is_on])

    def _show_parts(self) -> None:
        has_terms, shown = self._view == "terms", "" if self._message_words else self._view
        self._message.setVisible(bool(self._message_words))
        for part, view in ((self._terms, "terms"), (self.classes, "classes"), (self.map, "map")):
            part.setVisible(view == shown)
        for tool in (self._order, self._kind):
            tool.setVisible(has_terms)
        self._shade.setVisible(has_terms and self._has_classes)
        self.minus.setVisible(self._view == "classes")
        self._fit_captions()
        if self.hasFocus() and shown:
            # The page has it until there is something to look at.
            parts = {"terms": self.wall, "classes": self.classes.matrix, "map": self.map.picture}
            parts[shown].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_tools(self) -> None:
        self._split_label.setText(self.tr("Set"))
        self._order_label.setText(self.tr("Order"))
        self._split.set_texts(
            self.tr("Set"),
            self.tr("Whose terms: those of the training set add up to L"),
            {"train": self.tr("training"), "test": self.tr("test"), OWN: self.tr("own")},
        )
        self._order.set_texts(
            self.tr("Order"),
            self.tr("Where each dot stands"),
            {
                "loss": self.tr("by C"),
                "confidence": self.tr("by confidence"),
                "class": self.tr("by class"),
                "number": self.tr("by number"),
                "forgotten": (
                    self.tr("by times forgotten"),
                    self.tr("Forgotten: right in one epoch's batch, wrong in the next one's (training set)"),
                ),
            },
        )
        tip = self.tr(
            "Each C when its example was last in a batch, in place of all C at one update: only those add up to L"
        )
        set_words(self._kind, self.tr("As last &seen"), self._why_not or tip, self.tr("As last seen"))
        tip = self.tr(
            "While dots are small: the pictures around the one pointed at, or that the keys have chosen"
        )
        set_words(self._lens, "", with_key(tip, LENS_KEY), self.tr("Lens"))
        # Words take the place of a key.
        self._lens.setShortcut(LENS_KEY)
        self._kind.setAccessibleDescription(self._why_not)
        self._shade_label.setText(self.tr("Shade"))
        self._shade.set_texts(
            self.tr("Shade"),
            self.tr("What the shade of a dot says"),
            {
                "now": self.tr("wrong then") if self._is_seen else self.tr("wrong"),
                "wrong": (
                    self.tr("times wrong"),
                    self.tr("How often the answer was wrong in a batch (training set)"),
                ),
            },
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self._name_tools()
        self._fit_captions()
