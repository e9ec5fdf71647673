"""What Qt keeps of letters, which is no part of what a session takes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFontDatabase, QPixmapCache
from PySide6.QtWidgets import QApplication, QLabel


def forget_letters() -> None:
    """Have Qt let go of the pictures of letters that it has made, and of those of icons: of these it keeps up to 10 MB.

    It keeps that of every letter in every size, for good where a font is in use: the Chinese ones of the app's texts
    in each size of type up to 300 % take 88 MB, and no more when they come again. So what a session takes is measured
    without them. Qt has no name for that; taking away a font of the application's own does it.
    """
    renew_labels()
    QFontDatabase.addApplicationFontFromData(QByteArray(b"no font"))
    QFontDatabase.removeAllApplicationFonts()
    QPixmapCache.clear()


def renew_labels() -> None:
    """Have labels lay out their words anew when they are needed.

    A label with markup keeps the fonts that it was first laid out with. Qt reads a font's file once for all that use
    it; but once it was to forget its letters, it reads it once more for what is laid out then, 1.6 MB for a Chinese
    one. So each time that letters are forgotten, some labels would be left with a font that nobody else has: after ten
    times that was 40 MB. Where letters are never forgotten, as in the app, there is one of each font.
    """
    for label in QApplication.allWidgets():
        if isinstance(label, QLabel) and label.text():
            kind, flags, policy = label.textFormat(), label.textInteractionFlags(), label.focusPolicy()
            # What is laid out goes where it is neither markup nor to be selected.
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextFormat(kind)
            label.setTextInteractionFlags(flags)
            # It comes with the flags.
            label.setFocusPolicy(policy)
