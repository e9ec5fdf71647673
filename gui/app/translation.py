"""The language of every text: our own translations, and Qt's for the texts that Qt brings along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("en", "zh_CN")
FOLDER = Path(__file__).resolve().parents[2] / "assets" / "translations"


def resolve_language(choice: str) -> str:
    """``en`` or ``zh_CN`` for a choice that may be ``system``; English where the system's is not there."""
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages():
        spoken = name.replace("_", "-").partition("-")[0]
        if spoken in ("en", "zh"):
            return "zh_CN" if spoken == "zh" else "en"
    return "en"


def install_language(app: QCoreApplication, choice: str) -> None:
    """Switch every text to `choice`, at once where windows are open: Qt sends them a LanguageChange.

    Parameters
    ----------
    app : QCoreApplication
        It owns the translators, which take the place of those installed before.
    choice : ``system``, ``en`` or ``zh_CN``
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    language = resolve_language(choice)
    QLocale.setDefault(QLocale(language))
    if language == "en":
        # The texts are written in it.
        return
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt_folder / f"qtbase_{language}.qm", FOLDER / f"backlight_{language}.qm"):
        translator = QTranslator(app)
        # Ours last, so that it is asked first.
        if translator.load(str(path)):
            app.installTranslator(translator)
