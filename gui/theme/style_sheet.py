"""The look of the chrome: a palette and one style sheet, both made from a theme's tokens."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from gui.theme.icons import FOLDER
from gui.theme.tokens import Theme


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application the theme's type and palette.

    The sheet is worn by each part of the window (`gui.theme.worn_sheet`); widgets that paint themselves have
    ``set_theme``. The type comes before any sheet: some widgets would keep that of the old sheet.
    """
    app.setFont(theme.font("body"))
    app.setPalette(_palette(theme))
    QToolTip.setPalette(_palette(theme))
    QToolTip.setFont(theme.font("caption"))


# Around the buttons of a toolbar at most, and of the strip for folded panels.
MOST_BAR_PADDING_PX, STRIP_PADDING_PX = 14, 6


def overflow_width(theme: Theme) -> int:
    """How wide the button for what a toolbar has no room for can be, in px: what Qt keeps for it, and the margin."""
    return 10 + _bar_padding(theme)


def _bar_padding(theme: Theme) -> int:
    """What a toolbar keeps around its buttons, in px: Qt takes it for all four sides. Larger type needs no more."""
    return min(round(theme.px(8)), MOST_BAR_PADDING_PX)


def _palette(theme: Theme) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for part, token in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "panel"),
        (role.AlternateBase, "window"),
        (role.Text, "text"),
        (role.Button, "panel"),
        (role.ButtonText, "text"),
        (role.BrightText, "text"),
        (role.ToolTipBase, "panel"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "dim"),
        (role.Highlight, "text"),
        (role.HighlightedText, "window"),
        (role.Link, "text"),
        (role.Mid, "line"),
        (role.Dark, "line"),
    ):
        palette.setColor(part, theme.colour(token))
    faint = theme.blend("dim", "panel", 0.75)
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, faint)
    return palette


@lru_cache(maxsize=8)
def sheet_of(theme: Theme) -> str:
    """The style sheet at this theme's colours and sizes, for the window or for a part of it."""
    c = theme.colours
    hover = theme.blend("text", "panel", 0.10).name()
    pressed = theme.blend("text", "panel", 0.18).name()
    run_hover = theme.blend("text", "window", 0.88).name()
    entry_hover = theme.blend("text", "window", 0.08).name()
    faint = theme.blend("dim", "panel", 0.75).name()

    # A style sheet can't tint a picture, so there is one arrow for each theme.
    arrow = (FOLDER / f"down_{theme.name}.svg").as_posix()
    check = (FOLDER / f"check_{theme.name}.svg").as_posix()
    # In a menu: the mark of what is chosen, on no ground of its own, and what leads to another menu.
    tick = (FOLDER / f"tick_{theme.name}.svg").as_posix()
    onwards = (FOLDER / f"right_{theme.name}.svg").as_posix()

    def px(length: float) -> str:
        return f"{max(1, round(theme.px(length)))}px"

    def type_px(role: str) -> str:
        return f"{theme.type_size(role)}px"

    def less(length: float, outline: int = 1) -> str:
        # What a focused control's thicker outline takes, so that its text does not jump.
        return f"{max(0, round(theme.px(length)) - outline)}px"

    # Around the only filled button a frame of its own colour would not be seen: a gap parts the two.
    ring = min(5, 1 + round(theme.px(4)))

    def inside(length: float) -> str:
        return f"{max(0, round(theme.px(length)) + 1 - ring)}px"

    return f"""
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolBar {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line};
        padding: {_bar_padding(theme)}px; spacing: {px(6)}; }}
    QToolBar#panel_strip {{ border-bottom: none; padding: {STRIP_PADDING_PX}px; }}
    QToolBar#panel_strip QToolButton {{ padding: 0; min-width: 0; min-height: 0; }}
    QToolBar#panel_strip QToolButton:focus {{ padding: 0; }}
    QToolBar::separator {{ background: {c.line}; width: 1px; margin: {px(6)} {px(6)}; }}
    QToolBar QLabel {{ background: transparent; color: {c.dim}; }}
    QLabel#speed_number {{ font-size: {type_px("body")}; }}
    QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {c.dim}; padding: {px(3)} {px(10)}; font-size: {type_px("caption")}; }}
    QMenuBar {{ background: {c.panel}; color: {c.text}; padding: 0 {px(4)}; }}
    QMenuBar::item {{ background: transparent; padding: {px(3)} {min(14, round(theme.px(9)))}px;
        border-radius: {px(4)}; }}
    QMenuBar::item:selected {{ background: {hover}; }}
    QMenu {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.line}; padding: {px(4)}; }}
    QMenu::item {{ padding: {px(5)} {px(24)} {px(5)} {px(26)}; border-radius: {px(4)}; }}
    QMenu::item:selected {{ background: {pressed}; }}
    QMenu::item:disabled {{ color: {faint}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)} {px(6)}; }}
    QMenu {{ menu-scrollable: 1; icon-size: {px(16)}; }}
    QMenu::icon {{ padding-left: {px(6)}; }}
    QMenu::indicator {{ width: {px(13)}; height: {px(13)}; padding-left: {px(6)}; }}
    QMenu::indicator:checked {{ image: url("{tick}"); }}
    QMenu::right-arrow {{ image: url("{onwards}"); width: {px(12)}; height: {px(12)}; padding-right: {px(6)}; }}
    QMenu::scroller {{ height: {px(20)}; }}
    ScreenMenu::scroller {{ height: {px(20)}; background: {c.panel}; }}
    QToolTip {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.line}; padding: {px(4)}; }}
    QToolButton, QPushButton {{ background: transparent; color: {c.text}; border: 1px solid {c.border};
        border-radius: {theme.margin(6)}px; padding: {px(4)} {px(8)}; min-height: {px(20)}; }}
    QToolButton {{ min-width: {px(20)}; }}
    QToolButton:hover, QPushButton:hover {{ background: {hover}; }}
    QToolButton:pressed, QPushButton:pressed, QToolButton:checked, QPushButton:checked
        {{ background: {pressed}; border-color: {c.dim}; }}
    QToolButton:focus, QPushButton:focus {{ border: 2px solid {c.text}; padding: {less(4)} {less(8)};
        outline: none; }}
    QToolButton:disabled, QPushButton:disabled {{ color: {faint}; }}
    QPushButton[role="picture"] {{ padding: {px(4)} {px(13)};
        min-height: {round(theme.px(20)) + 3}px; }}
    QPushButton[role="picture"]:focus {{ padding: {less(4)} {less(13)}; }}
    QWidget#loss_tools QToolButton {{ border-color: transparent; padding: {px(1)} {px(4)}; min-height: {px(20)}; }}
    QWidget#loss_tools QToolButton[popupMode="2"] {{ padding-right: {px(13)}; }}
    QWidget#loss_tools QToolButton#findings_chip {{ border-color: {c.dim}; }}
    QWidget#loss_tools QToolButton:checked {{ background: {pressed}; border-color: {c.dim}; }}
    QFrame#past_bar QPushButton {{ padding: {px(1)} {px(8)}; }}
    QFrame#past_bar QPushButton:focus {{ padding: 0 {less(8)}; }}
    QToolButton[role="remove"] {{ padding: {px(4)}; }}
    QToolButton[role="remove"]:focus {{ padding: {less(4)}; }}
    QToolButton[role="more"] {{ border-color: transparent; padding: {px(1)} {px(4)};
        color: {c.dim}; font-size: {type_px("caption")}; }}
    QToolButton[role="more"]:checked {{ background: transparent; border-color: transparent; }}
    QToolButton[role="more"]:focus {{ border: 2px solid {c.text}; padding: {less(1)} {less(4)}; }}
    QPushButton[role="small"] {{ padding: {px(1)} 1px; min-height: {px(20)}; font-size: {type_px("caption")}; }}
    QPushButton[role="small"]:focus {{ padding: {less(1)} 0; }}
    QPushButton#new_weights {{ padding: {px(4)} {px(4)}; }}
    QPushButton#new_weights:focus {{ padding: {less(4)} {less(4)}; }}
    QPushButton#add_layer {{ padding: {px(1)} 1px; font-size: {type_px("caption")}; }}
    QPushButton#add_layer:focus {{ padding: {less(1)} 0; }}
    QPushButton[role="more"] {{ border-color: transparent; padding: 1px 0; color: {c.dim}; text-align: left;
        font-size: {type_px("caption")}; }}
    QPushButton[role="more"]:focus {{ border: 2px solid {c.text}; padding: 0; }}
    QPushButton#timeline_more {{ font-size: {type_px("tick")}; }}
    QWidget#loss_tools QToolButton:focus {{ border: 2px solid {c.text}; }}
    QToolButton#qt_toolbar_ext_button {{ min-width: {overflow_width(theme)}px; min-height: 0; padding: 0;
        border: none; }}
    QToolButton#leave_projector {{ margin: {px(2)}; }}
    QToolButton[popupMode="1"] {{ padding-right: {px(20)}; }}
    QToolButton::menu-button {{ border: none; width: {px(18)}; }}
    QToolButton#run_button {{ background: {c.text}; color: {c.window}; border-color: {c.text};
        font-weight: bold; min-width: {px(74)}; max-width: {px(74)}; }}
    QToolButton#run_button[short="true"] {{ min-width: {px(20)}; max-width: {px(20)}; }}
    QToolButton#run_button:hover {{ background: {run_hover}; }}
    QToolButton#run_button:focus {{ border: {ring}px double {c.text}; background-clip: padding;
        padding: {inside(4)} {inside(8)}; }}
    QToolButton#run_button:disabled {{ background: {faint}; border-color: {faint}; }}
    QLineEdit, QComboBox, QSpinBox {{ background: {c.window}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {px(6)}; padding: {px(2)} {px(7)}; min-height: {px(24)};
        selection-background-color: {c.text}; selection-color: {c.window}; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {c.text}; padding: {less(2)} {less(7)}; }}
    QLineEdit[refused="true"] {{ border: 2px solid {c.error}; padding: {less(2)} {less(7)}; }}
    QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {faint}; }}
    QTreeWidget#run_tree QLineEdit, QTreeWidget#run_tree QLineEdit:focus {{ border: 1px solid {c.text};
        border-radius: 0; padding: 0 {px(2)}; min-height: 0; }}
    QLineEdit > QToolButton {{ border: none; padding: 0; min-width: 0; min-height: 0; }}
    QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator {{ width: {px(12)}; height: {px(12)};
        background: {c.window}; border: 1px solid {c.dim}; border-radius: {px(2)}; }}
    QRadioButton::indicator {{ border-radius: {px(7)}; }}
    QCheckBox::indicator:checked, QTreeView::indicator:checked {{ background: {c.text}; image: url("{check}"); }}
    QRadioButton::indicator:checked {{ background: {c.text}; }}
    QCheckBox:focus, QRadioButton:focus {{ text-decoration: underline; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: none; width: {px(20)}; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {px(12)}; height: {px(12)}; }}
    QComboBox QAbstractItemView {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.border};
        selection-background-color: {pressed}; selection-color: {c.text}; outline: none; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
    QTabWidget::tab-bar {{ left: {px(2)}; }}
    QTabBar::tab {{ background: transparent; color: {c.dim};
        border: 2px solid transparent; border-radius: {px(4)};
        padding: {less(5, 2)} {less(9, 2)}; font-size: {type_px("body")}; }}
    QTabBar::tab:selected {{ color: {c.text}; font-weight: bold; }}
    QTabBar::tab:focus {{ border-color: {c.text}; }}
    QProgressBar {{ background: {c.line}; color: {c.text}; border: none; border-radius: {px(4)};
        text-align: center; min-height: {px(16)}; }}
    QProgressBar::chunk {{ background: {c.node}; border-radius: {px(4)}; }}
    QSlider::groove:horizontal {{ background: {c.border}; height: {px(4)}; border-radius: {px(2)}; }}
    QSlider::handle:horizontal {{ background: {c.text}; width: {px(16)}; margin: -{px(6)} 0;
        border-radius: {px(8)}; }}
    QSlider::handle:horizontal:focus {{ background: {c.panel}; border: {px(3)} solid {c.text}; width: {px(10)}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: {c.window}; border: none; }}
    QTreeWidget[role="terms"] {{ border: 2px solid {c.window}; }}
    QTreeWidget[role="terms"]:focus {{ border: 2px solid {c.text}; }}
    QTreeView[role="answers"], QListView[role="answers"] {{ background: {c.canvas}; color: {c.text};
        border: 2px solid {c.canvas}; selection-background-color: {pressed}; selection-color: {c.text};
        outline: none; }}
    QTreeView[role="answers"]:focus, QListView[role="answers"]:focus {{ border: 2px solid {c.text}; }}
    QTreeView[role="answers"] QHeaderView::section {{ background: {c.canvas}; color: {c.dim}; border: none;
        padding: {px(2)} {px(3)}; }}
    QTreeWidget[role="compare"] {{ border: 2px solid {c.window}; background: {c.window}; }}
    QTreeWidget[role="compare"]:focus {{ border: 2px solid {c.text}; }}
    QTreeWidget[role="compare"]::item {{ border-bottom: 1px solid {c.line};
        padding: {px(3)} 0 {px(3)} {px(6)}; }}
    QTreeWidget[role="compare"] QHeaderView::section {{ background: {c.window}; color: {c.text}; border: none;
        font-weight: bold; padding: {px(2)}; }}
    QWidget#inspector:focus {{ border: 2px solid {c.text}; }}
    QScrollBar:vertical {{ background: transparent; width: {px(8)}; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.border}; border-radius: {px(4)}; min-height: {px(24)}; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(8)}; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.border}; border-radius: {px(4)}; min-width: {px(24)}; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar::handle:hover {{ background: {c.node}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QFrame#card {{ background: {c.panel}; border: none; border-radius: {px(8)}; }}
    QFrame#card QLabel, QFrame#card QWidget#card_body, QScrollArea#layer_rows,
        QScrollArea#layer_rows > QWidget > QWidget, QScrollArea#ledger_map_scroll,
        QScrollArea#ledger_map_scroll > QWidget > QWidget {{ background: transparent; }}
    QFrame#layer_drop_mark {{ background: {c.text}; border: none; }}
    QPushButton#card_title {{ border: 1px solid transparent; text-align: left; font-weight: bold;
        font-size: {type_px("body")}; padding: {px(1)} {px(5)}; }}
    QPushButton#card_title:hover {{ background: transparent; }}
    QPushButton#card_title:focus {{ border: 2px solid {c.text}; padding: {less(1)} {less(5)}; }}
    QLabel[role="caption"] {{ color: {c.dim}; font-size: {type_px("caption")}; }}
    QLabel[role="heading"] {{ color: {c.text}; font-size: {type_px("caption")}; font-weight: bold; }}
    QLabel[role="readout"] {{ color: {c.text}; font-size: {type_px("readout")}; }}
    QLabel[role="error"] {{ color: {c.error}; font-size: {type_px("caption")}; }}
    QLabel[role="refusal"] {{ color: {c.error}; background: {c.panel}; border: 1px solid {c.error};
        border-radius: {px(6)}; padding: {px(4)} {px(7)}; font-size: {type_px("caption")}; }}
    PartEntry {{ border: 1px solid transparent; border-radius: {px(6)}; }}
    PartEntry:hover {{ background: {entry_hover}; }}
    PartEntry:focus {{ border: 1px solid {c.text}; }}
    QScrollArea[role="refusal_area"]:focus {{ border: 2px solid {c.text}; }}
    QScrollArea#help_area {{ border: 2px solid transparent; }}
    QScrollArea#help_area:focus {{ border: 2px solid {c.text}; }}
    QFrame#message_bar {{ background: {c.panel}; border-bottom: 1px solid {c.line}; }}
    QFrame#past_bar {{ background: {c.canvas}; }}
    QFrame#film_bar {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
    QFrame#film_bar QToolButton {{ padding: {px(4)}; }}
    QFrame#film_bar QToolButton:focus {{ padding: {less(4)}; }}
    """
