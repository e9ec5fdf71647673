"""So many bytes of pictures are kept, those that were asked for last, and none of them is drawn twice."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gui.theme.kept_pictures import KeptPictures


def picture(side: int) -> QImage:
    return QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)


def test_the_bytes_are_bounded_and_those_asked_for_last_stay() -> None:
    # Two pictures of 10 x 10 px with 4 bytes each make 800 bytes a name.
    kept, drawn = KeptPictures(2_000), []

    def get(name: str, side: int = 10) -> tuple[QImage, ...]:
        def draw() -> tuple[QImage, ...]:
            drawn.append(name)
            return picture(side), picture(side)

        return kept.get(name, draw)

    first = get("a")
    get("b")
    assert kept.nbytes == 1_600 and get("a") is first and drawn == ["a", "b"]
    # "b" was asked for longest ago.
    get("c")
    assert kept.nbytes == 1_600
    get("a")
    get("b")
    assert drawn == ["a", "b", "c", "b"]
    # What is larger than all together is there all the same, by itself.
    large = get("large", 40)
    assert get("large", 40) is large and kept.nbytes == 2 * 40 * 40 * 4
    get("a")
    assert kept.nbytes == 800 and drawn[-2:] == ["large", "a"]
