"""What is said of the three layers, of the proof, and of the race."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.analysis.example_losses import OWN
from core.analysis.unrolling import PIXELS, UNITS
from core.engine.snapshot import Example
from core.engine.unrolling_messages import ConvolutionUnrolled
from gui.unrolling.layer_view import LayerView
from gui.widgets.number_text import compact, signed


def counted(view: LayerView) -> str:
    """How many weights there are."""
    return QCoreApplication.translate("Unrolling", "{count} weights").format(count=f"{view.weights:,}")


def told(view: LayerView) -> str:
    """What is so here, or what is being done."""
    position = view.position
    if position <= 0:
        text = QCoreApplication.translate(
            "Unrolling",
            "A dense layer: each of 256 pixels is joined to each of 2,048 cells, 8 maps of 16 × 16. Its weights are"
            " initial ones, drawn for 256 inputs.",
        )
        return text
    if position < 1:
        text = QCoreApplication.translate(
            "Unrolling",
            "Cell by cell, what lies outside its window of 3 × 3 pixels is cut: {done} of 256 cells are cut.",
        )
        return text.format(done=view.done)
    if position == 1:
        return QCoreApplication.translate(
            "Unrolling",
            "Each cell sees its window alone, with weights of its own. What was cut is 0; the others stay as they were"
            " drawn. At the border a part of the window lies outside.",
        )
    if position < 2:
        text = QCoreApplication.translate(
            "Unrolling",
            "Cell by cell, weights at the same place of a window become one weight: {done} of 256 cells are tied.",
        )
        return text.format(done=view.done)
    return QCoreApplication.translate(
        "Unrolling",
        "A convolution: 9 weights for each of 8 maps, the same at every cell. Their values are a convolution’s own"
        " initial weights, drawn for 9 inputs.",
    )


def how_to_go_on() -> str:
    """What the keys and the pointer do."""
    return QCoreApplication.translate(
        "Unrolling",
        "Space or → leads on, ← back; the slider to any cell. Point at a cell of the map for its connections; ↑ and ↓"
        " choose another map.",
    )


def proved(made: ConvolutionUnrolled) -> str:
    """That the convolution, its unshared twin and the unrolled matrix give the same z."""
    agreed = made.agreement
    text = QCoreApplication.translate(
        "Unrolling",
        "The same outputs: the convolution, and the layers “windows” and “dense” with these values, are at most"
        " {single} apart in float32, {double} in float64. Compared: {units} z of {digits} digits, this one and"
        " {others} of the test set.",
    )
    return text.format(
        single=compact(agreed.single) if agreed.single else "0",
        double=compact(agreed.double) if agreed.double else "0",
        units=f"{UNITS:,}",
        digits=f"{agreed.digits:,}",
        others=f"{agreed.digits - 1:,}",
    )


def example_words(example: Example) -> str:
    """Which digit is shown."""
    if example.origin == "drawing" or example.index is None:
        return QCoreApplication.translate("Unrolling", "your drawing")
    if example.origin == OWN:
        text = QCoreApplication.translate("Unrolling", "own {number}")
    elif example.origin == "test":
        text = QCoreApplication.translate("Unrolling", "test digit {number}")
    else:
        text = QCoreApplication.translate("Unrolling", "training digit {number}")
    return text.format(number=f"{example.index:,}")


def cell_words(view: LayerView) -> tuple[str, str]:
    """What the chosen cell is joined to, and what it makes of the digit."""
    row, column = divmod(view.cell, 16)
    count = len(view.lines_to(view.cell).source)
    texts = (
        QCoreApplication.translate("Unrolling", "{count} connections to cell ({row}, {column})"),
        QCoreApplication.translate(
            "Unrolling", "{count} connections to cell ({row}, {column}), in its window"
        ),
        QCoreApplication.translate(
            "Unrolling", "{count} connections to cell ({row}, {column}), weights shared by all 256 cells"
        ),
    )
    if view.kind_of(view.cell) == 2 and view.done < PIXELS:
        # As many as are tied by now share them.
        text = QCoreApplication.translate(
            "Unrolling",
            "{count} connections to cell ({row}, {column}), weights shared by {done} of 256 cells",
        )
    else:
        text = texts[view.kind_of(view.cell)]
    first = text.format(count=count, row=row + 1, column=column + 1, done=view.done)
    value = QCoreApplication.translate("Unrolling", "z = Σ w·x = {z}").format(z=signed(view.z))
    drawn = 1 + len(view.other_lines())
    if drawn == 1:
        return first, value
    more = QCoreApplication.translate("Unrolling", "drawn: the lines of {count} of 256 cells")
    return first, f"{value}  ·  {more.format(count=drawn)}"


def matrix_words() -> str:
    """What the rows and columns of the matrix are."""
    return QCoreApplication.translate("Unrolling", "W: 256 pixels ↓ × 2,048 cells →")


def dots_words(dots: int) -> str:
    """What one dot of the matrix stands for."""
    text = QCoreApplication.translate("Unrolling", "each dot: the largest |w| of {rows} × {columns}")
    return text.format(rows=PIXELS // dots, columns=UNITS // dots)


def map_words(view: LayerView) -> str:
    """Which map is shown, and how bright it is."""
    text = QCoreApplication.translate("Unrolling", "map {number}, full at a = {largest}")
    return text.format(number=view.map + 1, largest=compact(view.activations()[1]))


def kernels_words() -> str:
    """What the small pictures below the lines, or beside the map, are."""
    return QCoreApplication.translate("Unrolling", "8 kernels of 9 weights")


def distance_names() -> tuple[str, str, str]:
    """How far digits are moved."""
    return (
        QCoreApplication.translate("Unrolling", "not moved"),
        QCoreApplication.translate("Unrolling", "by 1 pixel"),
        QCoreApplication.translate("Unrolling", "by 2 pixels"),
    )


def begun_words() -> str:
    """That there are three more runs."""
    return QCoreApplication.translate(
        "Unrolling",
        "Three runs have begun from one start. Your network is kept as it was: Undo leads back to it.",
    )
