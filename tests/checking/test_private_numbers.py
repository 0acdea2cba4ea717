"""Numbers that must not be published. All of them are made up: valid by their check digit only."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from plugins.checking.all_rules import check
from plugins.checking.clean_sources import CleanSources
from plugins.checking.private.number_kinds import kind_of_number
from plugins.checking.private.number_search import (
    ALIKE,
    CANDIDATE,
    DIGIT_RUN,
    GROUPED_IDENTITY,
    LISTED_TELEPHONE,
    TELEPHONE,
    PrivateNumber,
    numbers_in,
)
from plugins.checking.private.visible_text import visible_pieces
from plugins.checking.rules.private_numbers import may_hold_number, numbers_in_piece
from plugins.checking.word_search import problems_of_words
from plugins.domain.work import OwnWork
from plugins.problems import Problem
from plugins.reading import read_bulletin, reader

ITEM = "---\n标题: 甲\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n{body}\n"
IDENTITY = "110101190001010014"
MOBILE = "13800000000"
CARD = "4111111111111111"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with one column."""
    folder = tmp_path / "content"
    (folder / "news" / "2022").mkdir(parents=True)
    (folder / "tables").mkdir()
    table = folder / "tables" / "columns.csv"
    table.write_text("栏目名称,链接名\n要闻,yao-wen\n", encoding="utf-8")
    return folder


def told(content: Path, body: str, phone: str = "") -> list[Problem]:
    """Return what the rule says of an item with this body."""
    file = content / "news" / "2022" / "a.md"
    file.write_text(ITEM.format(body=body), encoding="utf-8")
    reading = read_bulletin(content, date(2022, 12, 31))
    words = problems_of_words(content, reading.sources, phone, CleanSources(), OwnWork())
    return list(words)


def found(content: Path, body: str) -> list[tuple[int | None, int | None]]:
    """Return line and column of the private numbers in an item with this body."""
    problems = [one for one in told(content, body) if one.code == "private-number"]
    return [(one.place.line, one.place.column) for one in problems]


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        (IDENTITY, "身份证号"),
        ("110101801301001", ""),
        ("110101800101001", "身份证号"),
        ("110101190001010015", ""),
        ("990101190001010014", ""),
        ("110101190013010014", ""),
        (MOBILE, "手机号"),
        ("12800000000", ""),
        (CARD, "银行卡号"),
        ("4111111111111112", ""),
        ("2019202020212024", ""),
        ("20220309083000123", ""),
    ],
)
def test_a_number_is_known_by_its_form_and_check_digit(digits: str, kind: str) -> None:
    """One wrong digit and it is only a number."""
    assert kind_of_number(digits) == kind


@pytest.mark.parametrize(
    "written",
    [
        IDENTITY,
        "110101 19000101 0014",
        IDENTITY.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        "138-0000-0000",
        "138\u00a00000\u20030000",
        "138  0000  0000",
        "138.0000.0000",
        "138—0000–0000",
        "138\u20110000\u20110000",
        "138）00000000",
        "86 138 0000 0000",
        "0086-13800000000",
        "8613800000000",
        "013800000000",
        "86013800000000",
        "138 - 0000 - 0000",
        "138 – 0000 – 0000",
        "138_0000_0000",
        "138…0000…0000",
        MOBILE,
        CARD,
    ],
)
def test_neither_blanks_nor_marks_nor_full_width_digits_hide_a_number(
    content: Path, written: str
) -> None:
    """The place is that of its first digit."""
    problems = told(content, f"联系人电话{written}。")
    places = [one.place for one in problems if one.code == "private-number"]
    assert [(place.line, place.column) for place in places] == [(9, 6)]


@pytest.mark.parametrize("written", ["https://wa.me/8613800000000", "www.a.cn(13800000000)"])
def test_an_address_may_be_a_telephone_number_or_end_before_one(
    content: Path, written: str
) -> None:
    """In others eleven digits are the number of a page."""
    assert found(content, f"甲，{written}")
    assert not found(content, "甲，https://a.cn/13800000000")


def test_a_text_may_have_many_lines_and_numbers() -> None:
    """Each is found at its first digit; a number does not pass over the end of a line."""
    assert numbers_in(f"甲\n电话{MOBILE}\n138\n00000000\n{CARD}\n") == [
        PrivateNumber(4, "手机号", MOBILE),
        PrivateNumber(29, "银行卡号", CARD),
    ]


@given(
    st.lists(
        st.sampled_from(
            ["1380000", "０００", "00", *" -－　\u00a0.（)—·/、，：*|_…", "甲", "A", "X", "\n"]
        )
    )
)
def test_the_quick_look_passes_by_no_number(pieces: list[str]) -> None:
    """It only spares what could not be one."""
    text = "".join(pieces)
    narrow = text.translate(ALIKE)
    if any(
        one.search(narrow) for one in (DIGIT_RUN, TELEPHONE, GROUPED_IDENTITY, LISTED_TELEPHONE)
    ):
        assert CANDIDATE.search(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *("138", "0000", "00000000", MOBILE, "&#48;", "&nbsp;", "手机", "甲", "A", " "),
                *("[", "](https://a.cn/)", "](b.md)", "[^1]", "**", "`", "\n", "\\\n", "> ", "- "),
                *("| ", "\n|手机|甲|\n|---|---|\n", "https://a.cn/", "tel:", "一三八"),
                *("微信", "身份证", "138O0000000", "11010119O001010014", "〇〇〇〇"),
                *("\n||甲|\n|-|-|\n", f"|{'|'.join(MOBILE)}|"),
            ]
        ),
        max_size=14,
    )
)
def test_the_quick_look_at_a_text_or_a_block_passes_by_no_number(pieces: list[str]) -> None:
    """Marks of Markdown and the ends of lines are seen through by it, too."""
    text = "".join(pieces)
    found = [number for piece in visible_pieces(text) for number in numbers_in_piece(piece)]
    assert may_hold_number(text) or not found
    wanted = visible_pieces(text, may_hold_number)
    assert [number for piece in wanted for number in numbers_in_piece(piece)] == found


@pytest.mark.parametrize(
    "written",
    [
        "138\n00000000",
        "1380000\n0000",
        "138\\\n00000000",
        "138\n0000-0000",
        "138  \n00000000",
        "138&#48;0000000",
        "138&nbsp;0000&#x20;0000",
        "138\\-0000\\-0000",
        "138`0000`0000",
        "138**00000000**",
        "138[^1]00000000\n\n[^1]: 甲",
        "138[0000](https://a.cn/)0000",
        "1380-0000-000",
        "13800-000-000",
        "110101**19000101**0014",
        "110101[19000101](https://a.cn/)0014",
    ],
)
def test_a_number_is_found_as_readers_see_it(content: Path, written: str) -> None:
    """Marks, entities and the end of a line are not on the page; the place is in the source."""
    assert found(content, f"甲的号码：{written}") == [(9, 6)]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"手机 **{MOBILE[:3]}** {MOBILE[3:]}", (9, 6)),
        ("电话 1380\n0000 000", (9, 4)),
        (f"> 甲\n> 电话 138\n> {MOBILE[3:]}", (10, 6)),
        (f"[{MOBILE[:3]}](https://a.cn/){MOBILE[3:]}", (9, 2)),
        (f"[打电话](tel:+86-{MOBILE})", (9, 12)),
        (f"[甲](https://a.cn/?tel={MOBILE})", (9, 23)),
        (f"https://a.cn/甲{MOBILE}", (9, 15)),
        (f"https://a.cn,{MOBILE}", (9, 14)),
        ("微信**一三八**〇〇〇〇〇〇〇〇", (9, 5)),
        ("身份证号11010119O001010014", (9, 5)),
        (f"| 甲 | 手机 |\n|---|---|\n| 乙 | {MOBILE} |", (11, 7)),
        ("| 甲 | 手机 | |\n|---|---|---|\n| 乙 | 138 | 00000000 |", (11, 7)),
        ("|甲|身份证号||\n|-|-|-|\n|乙|110101|190001010014|", (11, 4)),
        ("|甲|手机||\n|-|-|-|\n|乙|**138**|00000000|", (11, 6)),
        (f"|甲|乙|\n|-|-|\n|丙|{'|'.join(IDENTITY)}|", (11, 4)),
        (f"|甲|{'|' * 11}\n|-|{'-|' * 11}\n|丙| {' | '.join(MOBILE)} |", (11, 5)),
    ],
)
def test_a_number_in_a_quotation_a_link_a_table_has_its_place(
    content: Path, body: str, place: tuple[int, int]
) -> None:
    """Where readers see a number, or a telephone dials it, an editor finds it."""
    assert found(content, body) == [place]


@pytest.mark.parametrize(
    "innocent",
    [
        "138\n\n00000000",
        "- 138\n- 00000000",
        "共138\n家，00000000",
        "2021 150\\\n2022 1600\\\n2023 1700",
        "1500 2000 300",
        "[甲](https://a.cn/s?mid=13800000000)",
        "<https://a.cn/s?mid=13800000000>",
        "见 https://a.cn/13800000000 。",
        "| 甲 | 户 |\n|---|---|\n| 138 | 00000000 |",
        f"|{'|'.join('甲乙丙丁戊己庚辛壬癸子')}|\n{'|-' * 11}|\n|{'|'.join(MOBILE)}|",
    ],
)
def test_what_only_stands_close_together_is_no_number(content: Path, innocent: str) -> None:
    """Blocks and cells are read one by one, and nobody reads out the address of a link."""
    assert found(content, innocent) == []


@pytest.mark.parametrize("mark", ["/", "、", "，", ",", "：", ":", "*"])
def test_a_list_is_a_telephone_number_only_by_a_word(content: Path, mark: str) -> None:
    """The same mark parts three numbers of a list, unless they are called a telephone."""
    written = mark.join(("138", "0000", "0000"))
    assert found(content, f"手机：{written}") == [(9, 4)]
    assert found(content, f"分别为{written}户") == []


@pytest.mark.parametrize("mark", ["/", "、", "_", ",", "…", "：", " - "])
def test_an_identity_number_in_its_groups_may_have_any_marks(content: Path, mark: str) -> None:
    """Its day and its check digit tell it; with another check digit it is a list."""
    assert found(content, mark.join(("甲110101", "19000101", "0014"))) == [(9, 2)]
    assert found(content, mark.join(("甲110101", "19000101", "0015"))) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("手机一三八〇〇〇〇〇〇〇〇", ["手机号"]),
        ("微信一三八〇〇〇〇〇〇〇〇", ["手机号"]),
        ("联系方式：一三八〇〇〇〇〇〇〇〇", ["手机号"]),
        ("请致电一三八〇〇〇〇〇〇〇〇", ["手机号"]),
        ("拨打一三八〇〇〇〇〇〇〇〇", ["手机号"]),
        ("电 话：一三八〇〇〇〇〇〇〇〇", ["手机号"]),
        ("手机：一三八、〇〇〇〇、〇〇〇〇", ["手机号"]),
        ("手机：138OO00OO0O", ["手机号"]),
        ("手机、电话一、二、三、四、五、六、七、八、九、十", []),
        ("电话：①③⑧⓪⓪⓪⓪⓪⓪⓪⓪", ["手机号"]),
        ("幺三八 零零零零 零零零零（手机）", ["手机号"]),
        ("身份证一一〇一〇一一九〇〇〇一〇一〇〇一四", ["身份证号"]),
        ("甲一三八〇〇〇〇〇〇〇〇", []),
        ("手机于二〇二二年三月九日", []),
        ("手机一二三四五六七八九〇一二", []),
    ],
)
def test_chinese_digits_are_a_number_where_a_word_says_so(text: str, kinds: list[str]) -> None:
    """Without the word they are years, clauses, or a play on figures."""
    assert [number.kind for number in numbers_in(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("身份证号：110101190001010015", ["身份证号"]),
        ("居民身份证（二代）11010119000101001X", ["身份证号"]),
        ("公民身份号码 110101 19000101 0015", ["身份证号"]),
        ("编号110101190001010015", []),
        ("身份证110101190013010015", ["身份证号"]),
        ("身份证号：11010119000101001", ["身份证号"]),
        ("身份证号：1101011900010100150", ["身份证号"]),
        ("身份证号：990101190013010015", []),
        ("身份证号：11O101190001010015", ["身份证号"]),
        ("身份证号：1101011900O1O10014", ["身份证号"]),
        ("证件号码：110101190001010015", ["身份证号"]),
        ("证件号：110101190001010015", ["身份证号"]),
        ("证件号码（身份证）：110101190001010015", ["身份证号"]),
        ("二代证号：110101190001010015", ["身份证号"]),
        ("身份证 号：110101190001010015", ["身份证号"]),
        ("身　份 证 号：110101190001010015", ["身份证号"]),
        ("证件齐全110101190001010015", []),
    ],
)
def test_a_wrong_check_digit_hides_no_identity_number(text: str, kinds: list[str]) -> None:
    """Whoever copied it wrongly has still published whose it is."""
    assert [number.kind for number in numbers_in(text)] == kinds


@pytest.mark.parametrize(
    "heading", ["证件号码", "身份证号/护照号", "身份证号码（和户口本一致，18位）"]
)
def test_a_heading_calls_an_identity_number_so(heading: str) -> None:
    """Whatever else it says."""
    assert [number.kind for number in numbers_in("110101190001010015", heading)] == ["身份证号"]


@pytest.mark.parametrize(
    ("innocent", "telephone"),
    [
        (f"投资{MOBILE}元", f"手机{MOBILE}元旦前打"),
        (f"投资{MOBILE}.50元", f"甲{MOBILE}.5"),
        (f"投资{MOBILE}.5元。", f"甲{MOBILE}."),
        (f"投资{MOBILE}元。", f"甲{MOBILE}元旦前打"),
        (f"排水{MOBILE}立方米", f"甲{MOBILE}立即打"),
        ("收粮180 0000 0000 斤", "联系180 0000 0000 斤"),
        (f"{MOBILE}人次", f"{MOBILE}人事科"),
        ("180 0000 0000 人", f"{MOBILE}人。"),
        (f"{MOBILE}件。", f"甲{MOBILE}件件落实"),
        (f"￥{MOBILE}", f"甲{MOBILE}"),
        (f"0.{MOBILE}", f"电话0.{MOBILE}"),
        (f"为3.{MOBILE}", f"3.{MOBILE} 甲"),
        (f"{MOBILE} 元。", f"甲{MOBILE} 元小甲"),
        (f"{MOBILE}克", f"甲{MOBILE} 克某"),
        (f"{MOBILE}元", f"甲{MOBILE}余元甲"),
        ("1500 2000 300", "甲 1380 0000 001"),
        ("GB/T 15900000000-2020", "TEL 15900000000"),
        ("流水号 13920241122", "手机号 13920241122"),
        (f"档案编号：{MOBILE}", f"联系人甲某{MOBILE}"),
    ],
)
def test_what_stands_beside_a_number_may_make_it_innocent(innocent: str, telephone: str) -> None:
    """A unit that ends there, a decimal point, a serial: unless a telephone is called one."""
    assert numbers_in(innocent) == []
    assert [number.kind for number in numbers_in(telephone)] == ["手机号"]


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("投资（元）", 0),
        ("面积(万亩)", 0),
        ("证书编号", 0),
        ("人口（人）", 1),
        ("投资", 0),
        ("2023年", 0),
        ("2023年度", 0),
        ("2023年联系人", 1),
        ("备注", 1),
        ("手机（个人）", 1),
    ],
)
def test_the_heading_of_a_column_says_what_its_numbers_are(
    content: Path, heading: str, count: int
) -> None:
    """In a table of a text as in a table of its own."""
    assert len(found(content, f"| 甲 | {heading} |\n|---|---|\n| 乙 | {MOBILE} |")) == count
    assert len(numbers_in(MOBILE, heading)) == count


SERIALS = (
    *(
        "准考证号",
        "工号",
        "户号",
        "设备号",
        "报名号",
        "考号",
        "学号",
        "订单号",
        "流水号",
        "批号",
        "案号",
    ),
    *("车架号", "合同编号", "项目编号", "IMEI号", "统一社会信用代码", "物料编码", "准考证号码"),
)
NUMBERS_OF_PERSONS = (
    *(
        "手机号",
        "电话号",
        "联系号",
        "微信号",
        "QQ号",
        "银行卡号",
        "账号",
        "帐户号",
        "家长号",
        "小号",
        "证号",
        "老板号",
    ),
    *("甲3号", "三号", "他的号", "号", "联系人号码", "微信同号", "电话/工号"),
)


@pytest.mark.parametrize("digits", ["611601011112345", MOBILE, CARD, IDENTITY])
@pytest.mark.parametrize("word", SERIALS)
def test_a_word_for_a_serial_number_says_what_it_is(word: str, digits: str) -> None:
    """Just before it, over its column or in the cell left of it."""
    assert numbers_in(f"甲的{word}：{digits}") == []
    assert numbers_in(digits, word) == []
    assert numbers_in(digits, f"{word}（必填）") == []


@pytest.mark.parametrize("word", NUMBERS_OF_PERSONS)
def test_a_word_for_a_number_of_a_person_is_no_serial(word: str) -> None:
    """Nor is the number of a house, or a word that only ends so."""
    assert [one.kind for one in numbers_in(f"{word}：{MOBILE}")] == ["手机号"]
    assert [one.kind for one in numbers_in(MOBILE, word)] == ["手机号"]


@pytest.mark.parametrize("text", ["学号身份证号{}", "工号12，{}", "社会保障号{}", "驾驶证号{}"])
def test_an_identity_number_is_told_but_directly_behind_a_serial(text: str) -> None:
    """Its check digit tells it everywhere else; some cards bear it as their number."""
    assert [one.kind for one in numbers_in(text.format(IDENTITY))] == ["身份证号"]


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("姓名 | 某甲 | 身份证号 | 11010119000101001", 1),
        ("姓名 | 某甲 | 手机： | 一三八〇〇〇〇〇〇〇〇", 1),
        ("姓名 | 某甲 | 联系电话 | 138 | 0000 | 0000", 1),
        ("姓名 | 某甲 | 身份证 | 110101 | 1900 | 0101 | 0015", 1),
        ("姓名 | 某甲 | 户号 | 18991234567", 0),
        ("项目 | 某甲 | 投资额（元） | 13800000000", 0),
        ("姓名 | 某甲 | 备注 | 13800000000", 1),
        ("姓名 | 某甲 | 备注 | 11010119000101001", 0),
    ],
)
def test_the_cell_left_of_a_number_names_it_as_a_heading_does(
    content: Path, row: str, count: int
) -> None:
    """So forms are laid out."""
    marks = "|-" * (row.count("|") + 1)
    empty = "| " * (row.count("|") + 1)
    assert len(found(content, f"{empty}|\n{marks}|\n| {row} |")) == count
    assert len(found(content, f"{row} |\n{marks}|\n| 甲 |")) == count


def test_a_heading_outweighs_the_cell_left_of_a_number(content: Path) -> None:
    """What was spent for telephones is an amount."""
    table = "| 项目 | 金额（元） |\n|---|---|\n| 办公电话 | 13800000000 |"
    assert found(content, table) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"某某ID{IDENTITY}", ["身份证号"]),
        (f"某某sfz{IDENTITY}", ["身份证号"]),
        (f"微信v{MOBILE}", ["手机号"]),
        (f"加VX{MOBILE}", ["手机号"]),
        (f"wx{MOBILE}", ["手机号"]),
        (f"QQ{MOBILE}", ["手机号"]),
        (f"Tel{MOBILE}", ["手机号"]),
        ("phone138 0000 0000", ["手机号"]),
        (f"No{MOBILE}", ["手机号"]),
        (f"android{MOBILE}", []),
        (f"Nokia{MOBILE}", []),
        (f"AV{MOBILE}", []),
        (f"files/IMG{IDENTITY}", []),
        (f"IMG{IDENTITY}.jpg", []),
        (f"A1-ID{IDENTITY}A", []),
        (f"sfz{IDENTITY[:-1]}5", []),
    ],
)
def test_letters_before_a_number_may_be_a_word_for_it(text: str, kinds: list[str]) -> None:
    """Other letters make it a code, unless its check digit says what it is."""
    assert [one.kind for one in numbers_in(text)] == kinds


def test_a_number_in_a_csv_is_told_at_its_field(content: Path) -> None:
    """As everything that is told of a table."""
    table = content / "tables" / "branches.csv"
    table.write_text(f"党组织名称,链接名,备注\n某支部,mou,书记电话{MOBILE}\n", encoding="utf-8")
    places = [(one.place.line, one.place.column) for one in told(content, "正文。")]
    assert places == [(2, 3)]


def test_the_remedy_for_what_may_be_an_amount_says_how_to_write_it(content: Path) -> None:
    """What is called a telephone is none."""
    hint = "写成“138亿元”"
    assert [hint in one.remedy for one in told(content, f"投资{MOBILE}")] == [True]
    assert [hint in one.remedy for one in told(content, f"手机{MOBILE}")] == [False]


def test_the_message_does_not_repeat_the_number(content: Path) -> None:
    """A log of the check is public in CI."""
    assert all(MOBILE not in problem.message for problem in told(content, MOBILE))


@pytest.mark.parametrize(
    "innocent",
    [
        *("1935.1.15—1936", "1921.7—2021.7", "13.5 14.2 15.1·1", "8612800000000", "86—13800000"),
        *(
            "0911-2110000",
            "20220309083000",
            "第1380000000012号",
            "2022*3*9",
            "58.6万亩",
            "A13800000000",
        ),
    ],
)
def test_other_numbers_are_innocent(content: Path, innocent: str) -> None:
    """Office telephones, time stamps, longer numbers and serial numbers."""
    assert told(content, innocent) == []


def test_the_bulletins_own_telephone_is_public(content: Path) -> None:
    """An editorial office may have only a mobile number."""
    assert told(content, f"电话{MOBILE}", phone="138 0000 0000") == []


@pytest.mark.parametrize(
    ("site", "item"),
    [
        ("", ITEM.replace("标题", "标提")),
        ("域名,https://a.cn\n", ITEM),
        ("", ITEM.replace("栏目: 要闻", "栏目: 要问")),
    ],
)
def test_the_bulletins_own_telephone_is_public_beside_errors(
    content: Path, site: str, item: str
) -> None:
    """An error elsewhere, even in its own table, does not make it a secret."""
    table = content / "tables" / "site.csv"
    table.write_text(f"项目,内容\n联系电话,{MOBILE}\n{site}", encoding="utf-8")
    (content / "news/2022/a.md").write_text(ITEM.format(body=f"电话{MOBILE}"), encoding="utf-8")
    (content / "news/2022/b.md").write_text(item.format(body="正文。"), encoding="utf-8")
    reading = read_bulletin(content, date(2022, 12, 31))
    assert reading.bulletin is None
    assert check(content, reading) == []


def test_an_error_elsewhere_leaves_known_what_was_found_clean(content: Path) -> None:
    """The telephone is the same, so no text is searched again."""
    table, clean = content / "tables" / "site.csv", CleanSources()
    table.write_text(f"项目,内容\n联系电话,{MOBILE}\n", encoding="utf-8")
    (content / "news/2022/a.md").write_text(ITEM.format(body="正文。"), encoding="utf-8")
    assert check(content, read_bulletin(content, date(2022, 12, 31)), clean) == []
    known = set(clean.last)
    (content / "news/2022/b.md").write_text("标提: 甲\n", encoding="utf-8")
    reading = read_bulletin(content, date(2022, 12, 31))
    assert reading.bulletin is None
    check(content, reading, clean)
    assert known <= clean.last


def test_where_nothing_could_be_read_no_words_are_searched(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The telephone of the office is not known then, and would be told as somebody's."""
    table = content / "tables" / "site.csv"
    table.write_text(f"项目,内容\n联系电话,{MOBILE}\n", encoding="utf-8")

    def fails(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "news/2022/a.md")

    monkeypatch.setattr(reader, "_read", fails)
    reading = read_bulletin(content, date(2022, 12, 31))
    assert [one.code for one in reading.problems] == ["unreadable"]
    assert check(content, reading) == []


def test_a_workbook_is_looked_into(content: Path) -> None:
    """The place is the row and the number of the cell."""
    workbook = Workbook()
    workbook.active.append(["党组织名称", "链接名", "备注"])
    workbook.active.append(["某党支部", "mou", f"书记电话{MOBILE}"])
    workbook.save(content / "tables" / "branches.xlsx")
    places = [(problem.place.line, problem.place.column) for problem in told(content, "正文。")]
    assert places == [(2, 3)]
