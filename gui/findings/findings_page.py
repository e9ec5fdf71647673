"""The page of the findings, behind a tab at the right: those that hold, and below them those that did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.analysis.findings import UPDATES, Finding
from gui.findings.finding_card import FindingCard
from gui.findings.finding_numbers import finding_columns, finding_table
from gui.findings.finding_words import waits_words, was_words
from gui.findings.remedies import Remedy
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import order_keys, stops_in
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, discard, row
from gui.widgets.number_text import whole
from gui.widgets.sentence_text import enumerated, labelled
from gui.widgets.tabs_and_scrolling import scrolling
from gui.widgets.translated import Translated

# Of those that are over; a run that goes to and fro for hours has many.
MOST_PAST = 20


class FindingsPage(Translated, QWidget):
    """Passive; a finding keeps its card as long as it holds, so that nothing moves under a pointer."""

    tried = Signal(str)
    dismissed = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findings_page")
        self._theme = Theme()
        self._cards: dict[str, FindingCard] = {}
        self._now: tuple[Finding, ...] = ()
        self._waiting: tuple[Finding, ...] = ()
        self._past: tuple[Finding, ...] = ()
        self._content = QWidget()
        self._none, self._waits = (new_label(f"findings_{name}", wraps=True) for name in ("none", "waits"))
        self._past_title = new_label("findings_past_title")
        self._past_lines, self._more = (
            new_label(f"findings_past_{name}", role="caption", wraps=True) for name in ("lines", "more")
        )
        self._about = new_label("findings_about", role="caption", wraps=True)
        self._close = tab_button(QPushButton(), "findings_close", self.closed)
        self._list = QVBoxLayout()
        self._column = column(
            self._content,
            *(
                self._none,
                self._list,
                self._waits,
                self._past_title,
                self._past_lines,
                self._more,
                self._about,
            ),
            row(self._close, None),
        )
        self._column.addStretch(1)
        column(self, scrolling("findings_scroll", self._content))
        self.show_findings((), (), ())

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._theme = theme
        margin, gap = round(theme.px(10)), round(theme.px(14))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self._list.setSpacing(gap)
        self._past_title.setFont(theme.font("body", bold=True))
        # What is first shown after a change of the type would have that of before.
        for part in (self._none, self._waits, self._close):
            part.setFont(theme.font("body"))
        for label in (self._past_lines, self._more, self._about):
            label.setFont(theme.font("caption"))
        for card in self._cards.values():
            card.set_theme(theme)

    def take_keyboard(self) -> None:
        """Give the page the keyboard, and say to who listens what stands on it."""
        first = next((stop for stop in self._stops() if not stop.isHidden()), self._close)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell()

    def tell(self) -> None:
        """Say to who listens what stands on it."""
        titles = [self._cards[finding.kind].accessibleName() for finding in self._now]
        nothing = (self._waits if self._waiting else self._none).text()
        announce(self, labelled(self.accessibleName(), enumerated(titles) if titles else nothing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_findings(
        self,
        now: Sequence[Finding],
        remedies: Sequence[Remedy | None],
        past: Sequence[Finding],
        waiting: Sequence[Finding] = (),
    ) -> None:
        """Those that hold with what to try, those that did, the newest first, and which of these wait to hold anew."""
        kinds, is_new = [finding.kind for finding in now], False
        for kind in [kind for kind in self._cards if kind not in kinds]:
            discard(self._cards.pop(kind))
        for place, (finding, remedy) in enumerate(zip(now, remedies, strict=True)):
            card = self._cards.get(finding.kind)
            if card is None:
                card = self._cards[finding.kind] = FindingCard(finding.kind)
                card.tried.connect(self.tried)
                card.dismissed.connect(self.dismissed)
                card.set_theme(self._theme)
                self._list.insertWidget(place, card)
                is_new = True
            card.show_finding(finding, remedy)
        self._now, self._past, self._waiting = tuple(now), tuple(past), tuple(waiting)
        if is_new:
            # A card comes after all that is in the window; the page is gone through from the top down.
            order_keys(self._close, *self._stops(), self._close)
        self._none.setVisible(not kinds and not waiting)
        self._waits.setVisible(bool(waiting))
        for widget in (self._past_title, self._past_lines):
            widget.setVisible(bool(past))
        self._more.setVisible(len(past) > MOST_PAST)
        self._retranslate()

    def _stops(self) -> list[QWidget]:
        """What Tab comes to on the cards, from the top down."""
        return [stop for finding in self._now for stop in stops_in(self._cards[finding.kind])]

    def figure(self) -> Figure | None:
        """All of them as a table: those that hold, and those that did."""
        findings = self._now + self._past
        if not findings:
            return None
        what, update = self.accessibleName(), max(one.until for one in findings)
        columns = finding_columns(findings)
        return finding_table(findings).figure(what, "findings", self._theme, columns, update=update)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Findings"))
        self._none.setText(self.tr("At the last measurement nothing has held long enough to be a finding."))
        self._waits.setText(waits_words(self._waiting))
        self._past_title.setText(self.tr("Earlier"))
        self._past_lines.setText("\n".join(was_words(finding) for finding in self._past[:MOST_PAST]))
        more = f"{max(0, len(self._past) - MOST_PAST):,}"
        self._more.setText(self.tr("and {count} more").format(count=more))
        self._about.setText(
            self.tr(
                "A finding appears when the numbers have held at two or three exact measurements in a row, over as many"
                " updates as its kind needs ({least} to {most}), and goes when they hold no more. Once settings or"
                " parameters are changed by hand, they have to hold anew."
            ).format(least=whole(min(UPDATES.values())), most=whole(max(UPDATES.values())))
        )
        set_words(self._close, self.tr("Close"), self.tr("Take this page away"))
        self.setWhatsThis(
            self.tr(
                "What the numbers of this run say in plain words, each with its numbers, the lecture’s reason and one"
                " thing to try. What’s this? (Shift+F1) on a card says when its kind"
                " is told; Help (F1) has all nine."
            )
        )
