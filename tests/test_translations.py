"""Every text is there in all languages, and says in each what it has to fill in."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
TS = FOLDER / "backlight_zh_CN.ts"
TRADITIONAL = FOLDER / "backlight_zh_TW.ts"
Text = tuple[str, str]


def load_tool() -> ModuleType:
    """assets/translations/update.py, which belongs to no package."""
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def translations(path: Path) -> dict[Text, ET.Element]:
    """By context and English text: the translation's element."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            element = message.find("translation")
            assert element is not None
            found[(context.findtext("name", ""), message.findtext("source", ""))] = element
    return found


@cache
def texts_in_code() -> tuple[set[Text], list[str]]:
    """Every text given to tr or translate, with its context; and the calls that hide theirs from Qt's tool."""
    texts: set[Text] = set()
    hidden: list[str] = []

    def visit(node: ast.AST, class_name: str, path: Path) -> None:
        if isinstance(node, ast.ClassDef):
            class_name = node.name
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            # str.translate takes a table; Qt's takes a context first.
            is_qts = isinstance(called, ast.Name) or ast.unparse(called).startswith("QCoreApplication")
            first = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
            if name == "tr":
                context, text = class_name, first[0]
            elif name == "translate" and is_qts:
                context, text = first[0], first[1]
            else:
                context, text = "", ""
            if not isinstance(context, str) or not isinstance(text, str):
                hidden.append(f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
            elif text:
                texts.add((context, text))
        for child in ast.iter_child_nodes(node):
            visit(child, class_name, path)

    for path in [ROOT / "main.py", *sorted((ROOT / "gui").rglob("*.py"))]:
        visit(ast.parse(path.read_text(encoding="utf-8")), "", path)
    return texts, hidden


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations as the tool makes them now, in a folder of their own."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copy(TS, folder)
    shutil.copy(TRADITIONAL, folder)
    load_tool().update(folder)
    return folder


def test_every_text_is_a_literal_that_qts_tool_can_find() -> None:
    assert texts_in_code()[1] == []


@pytest.fixture(params=[TS, TRADITIONAL], ids=["zh_CN", "zh_TW"])
def ts(request: pytest.FixtureRequest) -> Path:
    """The texts in each of the languages."""
    path: Path = request.param
    return path


def test_every_text_in_the_code_is_translated_and_nothing_else_is(ts: Path) -> None:
    texts = texts_in_code()[0]
    known = set(translations(ts))
    assert sorted(texts - known) == [], "new texts: run assets/translations/update.py and translate them"
    assert sorted(known - texts) == [], "texts that are gone: run assets/translations/update.py"


def test_no_translation_is_empty_or_unfinished(ts: Path) -> None:
    unfinished = [
        text for text, element in translations(ts).items() if element.get("type") or not element.text
    ]
    assert unfinished == []


def test_the_tool_finds_nothing_to_change(renewed: Path, ts: Path) -> None:
    assert (renewed / ts.name).read_text(encoding="utf-8") == ts.read_text(encoding="utf-8")


def test_what_the_app_loads_is_made_from_the_newest_texts(renewed: Path, ts: Path) -> None:
    compiled = ts.with_suffix(".qm")
    assert (renewed / compiled.name).read_bytes() == compiled.read_bytes()


def test_all_languages_fill_in_the_same(ts: Path) -> None:
    different = [
        (text, element.text)
        for (_, text), element in translations(ts).items()
        if sorted(re.findall(r"\{[^}]*\}", text)) != sorted(re.findall(r"\{[^}]*\}", element.text or ""))
    ]
    assert different == []


def test_all_languages_have_the_same_markup(ts: Path) -> None:
    tag = re.compile(r"</?\w+>")
    different = [
        text
        for (_, text), element in translations(ts).items()
        if tag.findall(text) != tag.findall(element.text or "")
    ]
    assert different == []


@pytest.mark.parametrize(
    ("english", "simplified", "traditional"),
    [
        # The lecture's words, from the glossary that the texts follow.
        ("total loss", "总损失", "總損失"),
        ("learning rate", "学习率", "學習率"),
        ("cross-entropy", "交叉熵", "交叉熵"),
        ("gradient descent", "梯度下降", "梯度下降"),
        ("epoch", "轮次", "輪次"),
        ("neuron", "神经元", "神經元"),
        ("bias", "偏置", "偏權值"),
        ("function set", "函数集", "函數集"),
        ("activation function", "激活函数", "活化函數"),
        ("early stopping", "早停", "提早停止"),
        ("dropout", "随机失活", "隨機丟棄"),
        ("inspect", "查看", "查看"),
        ("map of the inputs", "输入空间图", "輸入空間圖"),
    ],
)
def test_the_lectures_words_are_used(english: str, simplified: str, traditional: str) -> None:
    for ts, word in ((TS, simplified), (TRADITIONAL, traditional)):
        speaking = {
            text: element.text or ""
            for (_, text), element in translations(ts).items()
            if re.search(rf"\b{english}", text, re.IGNORECASE)
        }
        assert speaking
        assert [text for text, translation in speaking.items() if word not in translation] == []


# Words of the mainland that a conversion leaves as they are, with what they are part of in Taiwan too.
MAINLAND = (
    "會話|常規|列表|清單示|拖動|滑塊|當前|選中|佈局|許可權|檔案頭|校驗和|識別|解壓(?!縮)|滾動|居中|自定|終端(?!機)|搭建|貼上到"
    "|階躍|日誌|時長|每一位|新建|另存為(?!其他|別的)|查詢(?!。)|應用(?!程式)|(?<!平)均值|平平"
)


# One word has one meaning: these stood for it before, or belong to the other side of the strait.
@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            TS,
            (
                "偏差",
                "地图",
                "丢弃",
                "失活(?<!随机失活)",
                "全色",
                "标度",
                "撤消",
                "认为是",
                "猜测(?<!随机猜测)",
                "绘制(?<!重新绘制)",
                "回车",
                # What is drawn of a connection, in the field's word for a graph; elsewhere it is a side or a border.
                "(?:每条|留在|给)边",
                "演示",
                # Who admits a fault: 判错 is what a network does.
                "认错",
            ),
        ),
        (
            TRADITIONAL,
            (
                *("函式", "偏置", "啟用", "連線", "引數", "影象", "畫素", "臺", "“", "[过这个们为图]"),
                *("訪問", "區域性", "認錯", "響應", "(?<!處理)程序"),
                # 通過 is what passes, 透過 by means of what: a conversion makes 透過 of both.
                *("透過(?!前面各層從)", "自動活化"),
                MAINLAND,
                # One letter of China is several of Taiwan's: what a conversion takes for an empress, or a cottage.
                *("[后里发复于并余舍]", "(?<!關)係", "(?<!若)干", "(?<![限控機])制"),
            ),
        ),
    ],
    ids=["zh_CN", "zh_TW"],
)
def test_no_other_word_stands_for_the_same(path: Path, words: tuple[str, ...]) -> None:
    texts = [element.text or "" for element in translations(path).values()]
    assert [text for text in texts for word in words if re.search(word, text)] == []


def test_no_space_stands_between_two_chinese_words(ts: Path) -> None:
    """Beside a number that is filled in one may; the head of a column of runs is parted there into two lines."""
    texts = [element.text or "" for (name, _), element in translations(ts).items() if name != "RunTree"]
    assert [text for text in texts if re.search("[一-鿿] +(?:[一-鿿]|{places})", text)] == []


def test_qt_finds_a_text_by_its_context() -> None:
    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    assert translator.translate("Actions", "Pause") == "暂停"


# Compounds in which these signs mean neither a row nor a column; a line of text on screen is 行.
NO_GRID = re.compile(
    "執行|進行|運行|行動|並行|平行|自行|不行|[一整]行(?:文字|說明)|下方加一行|成一行|上方的一行|那一行可以|整行的百分比"
    "|排列|並列|陣列|系列|序列|數列|列出|列表|工具列|所列|欄位必須"
)


def test_in_taiwan_a_row_is_lie_and_a_column_lan_wherever_it_is() -> None:
    """行 is a matrix's column in Taiwan's textbooks and a file's row in an editor: it stands for neither."""
    simplified, wrong = translations(TS), []
    for (context, english), element in translations(TRADITIONAL).items():
        text, from_ = NO_GRID.sub("", element.text or ""), simplified[(context, english)].text or ""
        if "行" in text:
            wrong.append(text)
        rows, columns = (bool(re.search(rf"\b{word}s?\b", english)) for word in ("row|line", "column"))
        if rows and columns:
            pair = NO_GRID.sub("", from_.replace("系列", ""))
            if "行" in pair and (pair.count("行"), pair.count("列")) != (text.count("列"), text.count("欄")):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("path", [TS, TRADITIONAL])
def test_a_branch_of_update_5_is_not_the_fifth_branch(path: Path) -> None:
    text = translations(path)[("Timeline", "branch at {update}")].text or ""
    assert "{update} 次更新" in text and "次分支" not in text


def test_one_thing_has_one_word(ts: Path) -> None:
    """The words of the glossary that were found doubled: full colour; a run, which is no pressing of Run.

    Full colour is no deep or dark one (深色): in the dark theme it is the brightest that there is.
    """
    wrong = []
    for (_, english), element in translations(ts).items():
        text = element.text or ""
        if re.search("最深色|[满滿]色|更?[宽寬]而[暗深]", text):
            wrong.append(text)
        if re.search("[次个個该該的](运行|執行)(?![”」])", text) and re.search(r"\bruns?\b", english):
            wrong.append(text)
        if "“变化”" in text or "「變化」" in text:
            wrong.append(text)
        if "偏爱的数字" in text or "偏愛的數字" in text:
            wrong.append(text)
    assert wrong == []
