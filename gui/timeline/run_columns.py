"""The columns of the list of runs: what each says of a run, and how they share the list's width."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from gui.loss.curve_signs import paint_sign
from gui.theme.tokens import Theme
from gui.timeline.run_name_cell import RunNameCell
from gui.timeline.run_row import RunRow
from gui.timeline.timeline_words import at_update, row_words, share_words, total_words
from gui.widgets.number_text import mean_text

# What differs stands beside the name. It is the last of the tree's own order, so that there can be a tree without it:
# a column that Qt hides keeps its heading for a screen reader, over the numbers of another one.
NAME, UPDATES, TOTAL, TRAIN, TEST, BEST, DIFFERENCE = range(7)
MEASURED = (TOTAL, TRAIN, TEST, BEST)
NUMBERS = (UPDATES, *MEASURED)
LEAST_NAME_PX = 200
# Between a name and what differs, which both begin at the left.
GAP_PX = 9
# So many lines of type must there be room for: two of headings, and three runs.
TWO_LINES_FROM = 5


def headings() -> list[str]:
    """What stands above each."""
    return [
        QCoreApplication.translate("RunTree", "Run"),
        QCoreApplication.translate("RunTree", "Updates"),
        QCoreApplication.translate("RunTree", "L"),
        QCoreApplication.translate("RunTree", "Training right"),
        QCoreApplication.translate("RunTree", "Test right"),
        QCoreApplication.translate("RunTree", "Least of test curve"),
        QCoreApplication.translate("RunTree", "What differs"),
    ]


def run_of(item: QTreeWidgetItem) -> int:
    """The run that a row of the list is of."""
    return int(item.data(NAME, Qt.ItemDataRole.UserRole))


def with_key(text: str, key: str) -> str:
    """A menu's text with the key that does the same in the list; "" for none."""
    return f"{text}\t{key}" if key else text


def texts_of(row: RunRow) -> dict[int, str]:
    """What stands in each for this run; "" for what was not measured."""
    return {
        NAME: row.name,
        UPDATES: f"{row.live:,}",
        TOTAL: total_words(row),
        TRAIN: at_update(share_words(row, row.train_accuracy), row.measured_update, row),
        TEST: at_update(share_words(row, row.test_accuracy), row.measured_update, row),
        BEST: "" if row.best_mean is None else at_update(mean_text(row.best_mean), row.best_update, row),
        DIFFERENCE: "" if row.name == row.difference else row.difference,
    }


def tip_of(row: RunRow) -> str:
    """All that is known of this run, a line each."""
    lines = [row_words(row)]
    if row.name != row.difference:
        lines.insert(1, row.difference)
    if row.is_hidden:
        lines.append(QCoreApplication.translate("RunTree", "Hidden: it is in this list only."))
    elif not row.is_comparable:
        lines.append(
            QCoreApplication.translate(
                "RunTree", "Other examples or another loss: its L is no number to be put beside this one’s."
            )
        )
    return "\n".join(line for line in lines if line)


def spoken(row: RunRow, is_shown: bool) -> str:
    """Its name as it is read out; `is_shown` is whether it is on screen."""
    if is_shown:
        return QCoreApplication.translate("RunTree", "{run}, on screen").format(run=row.name)
    if row.is_hidden:
        return QCoreApplication.translate("RunTree", "{run}, hidden").format(run=row.name)
    return row.name


def set_up_columns(tree: QTreeWidget) -> None:
    """Numbers are as wide as they are written; `fit_columns` shares what is left."""
    tree.setColumnCount(DIFFERENCE)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionsMovable(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    cell = RunNameCell(tree, DIFFERENCE)
    for column in (NAME, DIFFERENCE):
        tree.setItemDelegateForColumn(column, cell)
    for column in (NAME, *MEASURED):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)


def show_difference(tree: QTreeWidget, is_there: bool) -> bool:
    """Whether there is a column of what differs, beside the name; True where that is another than before."""
    count, header = (DIFFERENCE + 1 if is_there else DIFFERENCE), tree.header()
    if tree.columnCount() == count:
        return False
    tree.setColumnCount(count)
    for item in tree.selectedItems():
        # What is chosen is so in the columns that there were.
        item.setSelected(True)
    if is_there:
        header.setSectionResizeMode(DIFFERENCE, QHeaderView.ResizeMode.Fixed)
        header.moveSection(header.visualIndex(DIFFERENCE), header.visualIndex(NAME) + 1)
    return True


def show_headings(tree: QTreeWidget) -> None:
    """Write what stands above each; that of a number in two lines, so that it takes no room from the names.

    A low list has one line instead: it shows more runs.
    """
    is_low = tree.height() < TWO_LINES_FROM * tree.fontMetrics().lineSpacing()
    header = tree.headerItem()
    for column, text in enumerate(headings()[: tree.columnCount()]):
        words = text if is_low or column not in NUMBERS else _in_two_lines(text)
        if header.text(column) != words:
            header.setText(column, words)
        if column in NUMBERS:
            header.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _in_two_lines(text: str) -> str:
    """With a line's end in place of the space nearest to its middle."""
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    if not spaces:
        return text
    middle = min(spaces, key=lambda place: abs(2 * place + 1 - len(text)))
    return f"{text[:middle]}\n{text[middle + 1 :]}"


def forget_widths(tree: QTreeWidget) -> None:
    """Other runs, type or words: what is measured takes no more than it needs now."""
    for column in MEASURED:
        tree.header().resizeSection(column, 0)


def fit_columns(tree: QTreeWidget, theme: Theme) -> None:
    """Share what the numbers leave between a run's name and what differs in it.

    Each gets what it takes, and at most half where that is too much. A run that is called by what differs in it has
    both columns. Where there is no room for a short name and a heading, the list is scrolled.
    """
    show_headings(tree)
    header = tree.header()
    columns = range(tree.columnCount())
    widths = [max(tree.sizeHintForColumn(column), header.sectionSizeHint(column)) for column in columns]
    # What is measured has its update while a run is trained on, and none when it rests: the others are to stay.
    for column in MEASURED:
        widths[column] = max(widths[column], header.sectionSize(column))
        header.resizeSection(column, widths[column])
    room = tree.viewport().width() - sum(widths[column] for column in NUMBERS)
    shortest = round(theme.px(LEAST_NAME_PX))
    least = min(widths[NAME], shortest)
    if len(columns) <= DIFFERENCE:
        header.resizeSection(NAME, max(room, least))
        return
    given = max(_width_of_given_names(tree) + round(theme.px(GAP_PX)), header.sectionSizeHint(NAME))
    least_other = header.sectionSizeHint(DIFFERENCE)
    wanted = max(min(widths[DIFFERENCE], room // 2), least_other)
    name = max(min(given, room - wanted), min(given, shortest))
    header.resizeSection(NAME, name)
    header.resizeSection(DIFFERENCE, max(room - name, least_other, least - name))


def _width_of_given_names(tree: QTreeWidget) -> int:
    """The width of the widest name that has what differs beside it."""
    widest = 0
    for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, NAME):
        if item.text(DIFFERENCE):
            index, depth = tree.indexFromItem(item, NAME), 1
            parent: QTreeWidgetItem | None = item.parent()
            while parent is not None:
                parent, depth = parent.parent(), depth + 1
            widest = max(widest, tree.sizeHintForIndex(index).width() + depth * tree.indentation())
    return widest


def sign_icon(theme: Theme, key: str, size: QSize, ratio: float) -> QIcon:
    """The sign of a curve; nothing, as wide, where `key` is ""."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if key:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, theme, key, QPointF(size.width() / 2, size.height() / 2))
        painter.end()
    return QIcon(pixmap)
