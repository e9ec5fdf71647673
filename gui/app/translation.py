"""The language of every text: our own translations, and Qt's for the texts that Qt brings along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("en", "zh_CN", "zh_TW")
FOLDER = Path(__file__).resolve().parents[2] / "assets" / "translations"


def resolve_language(choice: str) -> str:
    """One of LANGUAGES for a choice that may be ``system``; English where the system's is not there."""
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages():
        locale = QLocale(name)
        if locale.language() == QLocale.Language.Chinese:
            is_traditional = locale.script() == QLocale.Script.TraditionalHanScript
            return "zh_TW" if is_traditional else "zh_CN"
        if name.replace("_", "-").partition("-")[0] == "en":
            return "en"
    return "en"


def texts_of_qt() -> tuple[str, ...]:
    """Texts of Qt's that its own translations lack, or have wrong: Qt asks ours for them, by these names.

    In the Chinese of Taiwan it calls the arrow keys what the buttons of a mouse are called.
    """
    return (
        QCoreApplication.translate("QFileDialog", "&Look in:"),
        QCoreApplication.translate("QFileDialog", "Files of &type:"),
        QCoreApplication.translate("QAbstractFileIconProvider", "Folder"),
        QCoreApplication.translate("QShortcut", "Left"),
        QCoreApplication.translate("QShortcut", "Right"),
        QCoreApplication.translate("QShortcut", "Up"),
        QCoreApplication.translate("QShortcut", "Down"),
        QCoreApplication.translate("QShortcut", "Del"),
        QCoreApplication.translate("QKeySequenceEdit", "Press shortcut"),
    )


def install_language(app: QCoreApplication, choice: str) -> None:
    """Switch every text to `choice`, at once where windows are open: Qt sends them a LanguageChange.

    Parameters
    ----------
    app : QCoreApplication
        It owns the translators, which take the place of those installed before.
    choice : ``system`` or one of LANGUAGES
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
