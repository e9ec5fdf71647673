"""What the timeline's signs mean and what a run's row says, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.architecture.structure_text import notation_words
from gui.loss.measured_moment import number_of_now, of_update_words
from gui.timeline.run_row import RunRow
from gui.widgets.number_text import mean_text, percent_to_tenths, total_text
from gui.widgets.sentence_text import labelled


def legend() -> dict[str, str]:
    """The name of each sign, by its key, in the order in which they stand."""
    return {
        "kept": QCoreApplication.translate("Timeline", "kept"),
        "edit": QCoreApplication.translate("Timeline", "edited by hand"),
        "setting": QCoreApplication.translate("Timeline", "setting changed"),
        "best": QCoreApplication.translate("Timeline", "least test loss of the curve"),
        "live": QCoreApplication.translate("Timeline", "live"),
        "beyond": QCoreApplication.translate("Timeline", "goes on"),
    }


def keys_hint() -> str:
    """Which keys lead along the timeline."""
    return QCoreApplication.translate("Timeline", "← → one update · Home, End")


def more_hint(seen: int, runs: int) -> str:
    """That only so many of the runs have a lane, and where all of them are."""
    text = QCoreApplication.translate("Timeline", "{seen} of {runs} runs; all are in the list “Runs”")
    return text.format(seen=seen, runs=runs)


def moment_words(update: int, live: int) -> str:
    """Which update one looks at."""
    if update >= live:
        return QCoreApplication.translate("Timeline", "live: update {update}").format(update=f"{live:,}")
    text = QCoreApplication.translate("Timeline", "update {update} of {live}")
    return text.format(update=f"{update:,}", live=f"{live:,}")


def best_words(row: RunRow) -> str:
    """Where the test loss was least, "" before it was measured."""
    if row.best_update is None or row.best_mean is None:
        return ""
    text = QCoreApplication.translate(
        "Timeline", "Update {update}: the least test loss of the curve’s exact ones, mean Cⁿ {mean}"
    )
    return text.format(update=f"{row.best_update:,}", mean=mean_text(row.best_mean))


def total_words(row: RunRow) -> str:
    """L, with its update where that is not the run's newest."""
    if row.total is None:
        return ""
    return at_update(number_of_now(total_text(row.total), row.is_before_edit), row.measured_update, row)


def at_update(number: str, update: int | None, row: RunRow) -> str:
    """A number with the update that it is of, where that is not the run's newest; "" for no number."""
    if not number or update == row.live or update is None:
        return number
    text = QCoreApplication.translate("RunTree", "{total} at {update}")
    return text.format(total=number, update=f"{update:,}")


def share_words(row: RunRow, share: float | None) -> str:
    """An accuracy of the same update; "" where it was not measured."""
    return "" if share is None else number_of_now(percent_to_tenths(share), row.is_before_edit)


def row_words(row: RunRow) -> str:
    """All that a row shows, a line each."""
    lines = [row.name]
    if row.parent is not None:
        text = QCoreApplication.translate("Timeline", "branched at update {update}")
        lines.append(text.format(update=f"{row.branch_update:,}"))
    text = QCoreApplication.translate("Timeline", "{live} updates; kept states: {kept}")
    lines.append(text.format(live=f"{row.live:,}", kept=f"{len(row.kept):,}"))
    if row.total is not None:
        at = of_update_words(row.measured_update, row.is_before_edit)
        text = labelled(at, f"L = {total_text(row.total)}")
        if row.test_accuracy is not None:
            accuracy = QCoreApplication.translate("Timeline", "accuracy, test: {share}")
            if row.train_accuracy is not None:
                accuracy = QCoreApplication.translate("Timeline", "accuracy {train}, test {share}")
            train = "" if row.train_accuracy is None else percent_to_tenths(row.train_accuracy)
            text += " · " + accuracy.format(share=percent_to_tenths(row.test_accuracy), train=train)
        lines.append(text)
    if best_words(row):
        lines.append(best_words(row))
    # Its own name, not one that somebody has given it.
    structure = row.difference.split(",")[0]
    return "\n".join([*lines, *filter(None, [notation_words(structure)])])


def spoken_words(row: RunRow, moment: int | None) -> str:
    """The moment that one looks at (None: the present), what the row says, and what was changed; read out."""
    at = moment_words(row.live if moment is None else moment, row.live)
    return "  ·  ".join([at, *row_words(row).split("\n"), *(mark.words for mark in row.changes)])


def what_this_is() -> str:
    """What one sees there, what each sign stands for, and which keys lead along."""
    return QCoreApplication.translate(
        "Timeline",
        "Every update of the run, on the plot's own axis. Drag along it, and network, curves and numbers show"
        " that update again, computed anew from the kept state before it: the same bits. Ticks are states that"
        " the engine keeps (higher where several share a place), a square is a parameter set by hand, a diamond"
        " a changed setting, a triangle that points down the least of the curve’s exact test losses, one that"
        " points right the present, two angles at the right end a run that goes on beyond the axis. A run that"
        " branched off has a line of its own, and a box at its left that puts its curve into the plot. The arrow keys"
        " go one update, with Ctrl one epoch; Home and End to the ends.",
    )
