"""From numbers to marks: the one place where what is painted comes from.

Pure functions turn a snapshot into arrays of positions, sizes, colours and labels. The painter draws those
and nothing else; the tests hold them against the engine's arrays.
"""

from gui.network.marks.edge_legend import edge_text_marks
from gui.network.marks.edge_marks import LEVELS, edge_marks, edge_marks_of_gap, edge_palette, legend_marks
from gui.network.marks.mark_types import (
    BarMarks,
    EdgeMarks,
    LegendMarks,
    NeuronMarks,
    PictureMarks,
    PulseMarks,
    TextMark,
)
from gui.network.marks.neuron_marks import bar_marks, is_blank, neuron_marks, picture_marks
from gui.network.marks.pulse_marks import MOST_PULSES, pulse_marks
from gui.network.marks.text_marks import bar_text_marks, is_digit, text_marks

__all__ = [
    "LEVELS",
    "MOST_PULSES",
    "BarMarks",
    "EdgeMarks",
    "LegendMarks",
    "NeuronMarks",
    "PictureMarks",
    "PulseMarks",
    "TextMark",
    "bar_marks",
    "bar_text_marks",
    "edge_marks",
    "edge_marks_of_gap",
    "edge_palette",
    "edge_text_marks",
    "is_digit",
    "is_blank",
    "legend_marks",
    "neuron_marks",
    "picture_marks",
    "pulse_marks",
    "text_marks",
]
