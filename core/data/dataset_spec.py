"""Which examples are learned from, as a value: everything that makes the same data set again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from core.data.content import content_of
from core.data.dataset import Dataset, load_dataset
from core.data.digit_subset import choose_digits
from core.data.toy_1d import curve_through, make_line
from core.data.toy_2d import make_plane
from core.may_lack import MAY_LACK

SOURCES = ("digits", "plane", "line", "own")


@dataclass(frozen=True)
class DatasetSpec:
    """A choice of examples; what a source has no use for is left alone.

    Attributes
    ----------
    source : "digits", "plane", "line" or "own"
        MNIST's digits, points in the plane, a curve on the line, or a user's own file or folder.
    name : str
        Which points or which curve; "drawn" for the curve through `points`.
    count : int or None
        Training digits, None for all of them (and no more than there are); points in all; training points of a curve.
    classes : tuple of int or None
        The digits' classes, None for all ten.
    class_count : int
        Classes of the points.
    shuffled_labels : float
        The share of training labels that change places, in [0, 1].
    noise : float
        The probability that a pixel is turned over; or the standard deviation of what is added to a point.
    seed : int
        The same seed gives the same examples.
    points : tuple of (x, y)
        The curve drawn by hand.
    path, labels_path : str
        A user's own examples; the second is "" unless IDX labels are not beside their images.
    as_ink : bool
        Whether a user's images become 16 x 16 ink.
    header : bool or None
        Whether the first line of a user's table names its columns; None: as it looks.
    label : int or None
        Which column of a user's table has the labels, counted from 0; None: as it looks.
    standardised : bool
        Whether the columns of a user's table are brought to mean 0 and standard deviation 1.
    test_share : float
        The share of points or of a user's examples that is kept for the test.
    content : str
        Which examples a user's own were when they were read, as `core.data.content.content_of` has it; "" where they
        are to be read, as they are by then. A file that has changed since is another choice.
    """

    source: str = "digits"
    name: str = ""
    count: int | None = None
    classes: tuple[int, ...] | None = None
    class_count: int = 2
    shuffled_labels: float = 0.0
    noise: float = 0.0
    seed: int = 0
    points: tuple[tuple[float, float], ...] = ()
    path: str = ""
    labels_path: str = ""
    as_ink: bool = True
    standardised: bool = True
    header: bool | None = None
    test_share: float = 0.2
    label: int | None = field(default=None, metadata={MAY_LACK: True})
    content: str = field(default="", metadata={MAY_LACK: True})

    @property
    def is_around_0(self) -> bool:
        """Whether the inputs lie around 0 and are about as large as 1: a user's own are where they are standardised."""
        return self.source != "own" or self.standardised

    @property
    def unread(self) -> DatasetSpec:
        """The same choice, whatever examples it gives by now."""
        return replace(self, content="")

    def of(self, dataset: Dataset) -> DatasetSpec:
        """The choice of just these examples, which it has given; what can be made anew is always the same."""
        is_known = self.source != "own" or self.content
        return self if is_known else replace(self, content=content_of(dataset))

    def load(self, progress: Callable[[float], bool] | None = None) -> Dataset:
        """The examples; `progress` is called while a user's own files are read, and stops the reading by returning
        False. Files are read as they are now, whatever `content` says.

        Raises
        ------
        ValueError
            When a value is out of its range; the message quotes the value and the allowed range.
        DatasetError
            When a file cannot be read or is damaged; one sentence states what would be right.
        Cancelled
            When `progress` returned False (`core.data.importers.progress`).
        """
        if self.source == "digits":
            digits = choose_digits(load_dataset("digits"), classes=self.classes)
            # Some classes may have fewer than are asked for: then all of them are taken.
            count = None if self.count is None else min(self.count, len(digits.y_train))
            return choose_digits(digits, count, None, self.shuffled_labels, self.noise, self.seed)
        if self.source == "plane":
            count = 500 if self.count is None else self.count
            return make_plane(self.name, count, self.noise, self.seed, self.class_count, self.test_share)
        if self.source == "line":
            count = 256 if self.count is None else self.count
            if self.name == "drawn":
                return curve_through(self.points, count, self.noise, self.seed)
            return make_line(self.name, count, self.noise, self.seed)
        if self.source == "own":
            # Pillow is imported only by those who need it: it would add to the start of the app.
            from core.data.importers.read import read_imported_data

            return read_imported_data(
                self.path,
                self.labels_path or None,
                self.as_ink,
                self.test_share,
                self.seed,
                self.standardised,
                self.header,
                self.label,
                progress,
            )
        raise ValueError(f"{self.source!r} is no source of examples; choose one of {', '.join(SOURCES)}")
