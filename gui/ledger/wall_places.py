"""How large the wall's cells are, and which part of it is in sight."""

from __future__ import annotations

from dataclasses import dataclass, replace

# From one size to the next, in px of the screen.
SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)


# From so many px on dots may be pictures, and those are not stretched.
SQUARE_FROM_PX = 12
# So many times as wide as high may smaller dots be; and those of one px of height, for which 2 × 2 px are too many.
WIDE, WIDE_LOW = 2, 3


@dataclass(frozen=True)
class WallPlaces:
    """The part of the wall that a view shows.

    Attributes
    ----------
    count : int
        Examples on the wall.
    width, height : int
        Of the view, in px.
    rows, columns : int
        Of cells; as many rows as make all of it fit where it can.
    cell : (float, float)
        Width and height of a cell, in px.
    left, top : float
        The px of the wall at the view's upper left corner.
    """

    count: int
    width: int
    height: int
    rows: int
    columns: int
    cell: tuple[float, float]
    left: float = 0.0
    top: float = 0.0

    @classmethod
    def fitted(cls, count: int, width: int, height: int) -> WallPlaces:
        """All of it in sight, as large as whole px have room for; cells are squares, or up to twice as wide as high.

        Those that are large enough for pictures are squares; those that are a px high are up to three px wide.
        Where there are more examples than px, the end of it is in sight, where C is largest.
        """
        width, height = max(1, width), max(1, height)
        best = 1, 1
        for high in range(1, height + 1):
            rows = height // high
            wide = width // max(1, -(-count // rows))
            if wide < high:
                break
            stretch = 1 if high >= SQUARE_FROM_PX else WIDE if high > 1 else WIDE_LOW
            best = min(wide, stretch * high), high
        # No more rows than fill the width: what is left over is left below and above.
        rows = max(1, min(height // best[1], -(-count // max(1, width // best[0]))))
        columns = max(1, -(-count // rows))
        return cls(count, width, height, rows, columns, (float(best[0]), float(best[1])))._moved_to(1e9, 0)

    @property
    def size(self) -> tuple[float, float]:
        """Of the whole wall, in px."""
        return self.columns * self.cell[0], self.rows * self.cell[1]

    def zoomed(self, by: int, x: float, y: float) -> WallPlaces:
        """Cells of the next larger size (`by` 1) or smaller one (−1); the place at (x, y) px stays where it is."""
        fit = WallPlaces.fitted(self.count, self.width, self.height)
        now = self.cell[1]
        # Nowhere are they narrower than where all is in sight.
        sizes = [size for size in SIZES if size >= fit.cell[0]]
        if by > 0:
            larger = [size for size in sizes if size > now]
            cell = (float(larger[0]), float(larger[0])) if larger else self.cell
        else:
            smaller = [size for size in sizes if fit.cell[1] < size < now]
            cell = (float(smaller[-1]), float(smaller[-1])) if smaller else fit.cell
        column, row = (self.left + x) / self.cell[0], (self.top + y) / self.cell[1]
        return replace(self, cell=cell)._moved_to(column * cell[0] - x, row * cell[1] - y)

    def panned(self, dx: float, dy: float) -> WallPlaces:
        """The wall moved by so many px under the view."""
        return self._moved_to(self.left - dx, self.top - dy)

    def showing(self, row: int, column: int) -> WallPlaces:
        """Moved as little as brings this cell into sight."""
        wide, high = self.cell
        left = min(max(self.left, (column + 1) * wide - self.width), column * wide)
        top = min(max(self.top, (row + 1) * high - self.height), row * high)
        return self._moved_to(left, top)

    def resized(self, width: int, height: int) -> WallPlaces:
        """In a view of another size; what is zoomed stays so where the rows are as many."""
        fit = WallPlaces.fitted(self.count, width, height)
        if (fit.rows, fit.width, fit.height) == (self.rows, self.width, self.height):
            return self
        before = WallPlaces.fitted(self.count, self.width, self.height)
        if fit.rows != self.rows or self.cell[1] <= max(before.cell[1], fit.cell[1]):
            return fit
        return replace(fit, cell=self.cell)._moved_to(self.left, self.top)

    def cut(self, width: int, height: int) -> WallPlaces:
        """In a view of another size, with the rows and cells that it has."""
        return replace(self, width=max(1, width), height=max(1, height))._moved_to(self.left, self.top)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of the cell at this px of the view; None beside the wall."""
        column, row = (self.left + x) // self.cell[0], (self.top + y) // self.cell[1]
        return (int(row), int(column)) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def place_of(self, row: int, column: int) -> tuple[float, float]:
        """The px of the view at which this cell's upper left corner stands."""
        return column * self.cell[0] - self.left, row * self.cell[1] - self.top

    @property
    def in_sight(self) -> tuple[slice, slice]:
        """Rows and columns of which a part is seen."""
        wide, high = self.cell
        top, left = int(max(0, self.top) // high), int(max(0, self.left) // wide)
        bottom = min(self.rows, int(-(-(self.top + self.height) // high)))
        right = min(self.columns, int(-(-(self.left + self.width) // wide)))
        return slice(top, bottom), slice(left, right)

    def _moved_to(self, left: float, top: float) -> WallPlaces:
        """The wall's edges come no further in than the view's; what is smaller stands at the right, in the middle."""
        wide, high = self.size
        left = min(max(0.0, left), wide - self.width) if wide > self.width else wide - self.width
        top = min(max(0.0, top), high - self.height) if high > self.height else (high - self.height) / 2
        return replace(self, left=float(round(left)), top=float(round(top)))
