"""Links, names, pictures and attachments of a body find their addresses, or are told."""

import io

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from plugins.domain.news_item import NewsItem
from plugins.problems import Problem
from tests.conftest import WriteContent
from tests.reading.sources import BODY_LINE, COLUMNS, item, read, told

PICTURE = io.BytesIO()
Image.new("RGB", (64, 48), "red").save(PICTURE, "PNG")
SITE: dict[str, str | bytes] = {
    "tables/columns.csv": COLUMNS,
    "tables/topics.csv": "标签名称,链接名\n党建+,dangjian-jia\n",
    "tables/honours.csv": "荣誉名称,链接名,授予对象\n五星级党支部,wuxing,党组织\n",
    "tables/organisations.csv": "单位名称,链接名,简称\n甲局,jia,管理局\n乙局,yi,管理局\n",
    "tables/branches.csv": "党组织名称,链接名\n某某党支部,mou\n",
    "news/2021/qian.md": item("## 名单\n"),
    "news/2022/draft.md": item(状态="草稿"),
    "pages/about.md": "---\n标题: 关于\n---\n\n## 投稿\n",
    "images/2022/tu.png": PICTURE.getvalue(),
    "images/2022/a.svg": "<svg/>",
    "files/2022/mingdan.pdf": b"%PDF-1.4",
    "files/2022/a.html": "<p>",
    "files/2022/kong.pdf": b"",
}


@pytest.fixture
def finish(write_content: WriteContent) -> "Finish":
    """Return a function that reads a body in a site that has something to link to."""
    return Finish(write_content)


class Finish:
    """Reads one body that stands in news/2022/a.md."""

    def __init__(self, write_content: WriteContent) -> None:
        """Write with the fixture."""
        self._write = write_content

    def problems(self, body: str) -> list[Problem]:
        """Return what is told of a body; the draft that the site has waits as it should."""
        problems = read(self._write({**SITE, "news/2022/a.md": item(body)})).problems
        return [problem for problem in problems if problem.code != "draft-not-public"]

    def item(self, body: str) -> NewsItem:
        """Return the item of a body, of which nothing may be told but warnings."""
        reading = read(self._write({**SITE, "news/2022/a.md": item(body)}))
        assert reading.bulletin is not None, reading.problems
        return reading.bulletin.item_by_identity["2022/a"]

    def html(self, body: str) -> BeautifulSoup:
        """Return the HTML of a body."""
        return BeautifulSoup(self.item(body).whole().body.html, "html.parser")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("../2021/qian.md", "../../2021/qian/"),
        ("../2021/qian.md#名单", "../../2021/qian/#名单"),
        ("../2021/qian.md#%E5%90%8D%E5%8D%95", "../../2021/qian/#名单"),
        ("../../pages/about.md", "../../../about/"),
        ("../../pages/about.md#投稿", "../../../about/#投稿"),
        ("./../2021/./qian.md", "../../2021/qian/"),
        ("../../files/2022/mingdan.pdf", "../../../files/2022/mingdan.pdf"),
        ("https://example.cn/?a=b&c=d", "https://example.cn/?a=b&c=d"),
        ("HTTPS://example.cn/", "HTTPS://example.cn/"),
        ("mailto:a@example.cn", "mailto:a@example.cn"),
        ("tel:12345", "tel:12345"),
    ],
)
def test_a_link_as_git_hosts_show_it_leads_to_its_page(
    finish: Finish, target: str, href: str
) -> None:
    """A link works in the repository and on the site."""
    link = finish.html(f"[甲]({target})\n").a
    assert link is not None
    assert link["href"] == href


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[甲](javascript:alert(1))", "link-scheme"),
        ("[甲](JavaScript&#58;alert(1))", "link-scheme"),
        ("[甲](data:text/html;base64,x)", "link-scheme"),
        ("[甲](vbscript:x)", "link-scheme"),
        ("[甲](file:///etc/passwd)", "link-scheme"),
        ("[甲](D:/甲.doc)", "link-scheme"),
        ("[甲](https://)", "link-scheme"),
        ("[甲](https:example.cn)", "link-scheme"),
        ("[甲](http://[)", "link-scheme"),
        ("[甲](//example.cn/)", "outside-content"),
        ("[甲](/news/2021/qian.md)", "outside-content"),
        ("[甲](../../../etc/passwd)", "outside-content"),
        ("[甲](..%2f..%2f..%2fetc/passwd)", "outside-content"),
        ("[甲](..\\2021\\qian.md)", "backslash-in-path"),
        ("![甲](C:\\图\\a.png)", "backslash-in-path"),
        ("![甲](../../images/2022/tu.png “乙”)", "quotes-of-caption"),
        ("![甲](images/2022/tu.png)", "path-from-root"),
        ("![甲](../images/2022/tu.png)", "path-from-root"),
        ("![甲](/images/2022/tu.png)", "path-from-root"),
        ("[甲](files/2022/mingdan.pdf)", "path-from-root"),
        ("[甲](a%00.md)", "outside-content"),
        ("[甲](http://)", "link-scheme"),
        ("[甲](a%0a.md)", "outside-content"),
        ("[甲]({static}/../x)", "link-target"),
        ("[甲](www.example.cn)", "link-target"),
        ("[甲](../2021/Qian.md)", "link-target"),
        ("[甲](../2021/qian)", "link-target"),
        ("[甲](../../images/2022/tu.png)", "link-target"),
        ("[甲](../2021/qian.md#没有)", "unknown-fragment"),
        ("[甲](#没有)", "unknown-fragment"),
        ("[](../2021/qian.md)", "link-without-text"),
        ("[甲]()", "link-without-address"),
        ("[甲]( )", "link-without-address"),
        ("[甲](#)", "link-without-address"),
        ("[]()", "link-without-address"),
        ("![甲]()", "link-without-address"),
        ("[ ](../2021/qian.md)", "link-without-text"),
        ("[甲](../../files/2022/a.html)", "attachment-type"),
        ("[甲](../../files/2022/b.pdf)", "missing-file"),
        ("[甲](../../files/2022/kong.pdf)", "empty-upload"),
        ("[[丁局]]", "unknown-name"),
        ("[[管理局]]", "ambiguous-name"),
        ("![](../../images/2022/tu.png)", "picture-without-alternative"),
        ("![甲](../../images/2022/meiyou.png)", "missing-file"),
        ("![甲](../../files/2022/mingdan.pdf)", "missing-file"),
        ("![甲](../../images/2022/a.svg)", "svg-picture"),
        ("![甲](https://example.cn/a.png)", "picture-from-elsewhere"),
        ("![甲](file:///C:/a.png)", "picture-from-elsewhere"),
        ("![甲](data:image/png;base64,x)", "picture-from-elsewhere"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(finish: Finish, body: str, code: str) -> None:
    """Programs, disks, other sites' pictures and what is not there are errors."""
    assert told(finish.problems(f"{body}甲\n")) == [(code, BODY_LINE)]


def test_a_path_that_begins_in_another_folder_is_told_as_it_is_to_be_typed(
    finish: Finish,
) -> None:
    """The nearest name would be the very one that stands there."""
    (problem,) = finish.problems("![某物](images/2022/tu.png)")
    assert problem.remedy == "改成 ../../images/2022/tu.png。"


def test_a_picture_behind_a_full_width_mark_is_told_as_a_picture(finish: Finish) -> None:
    """An input method writes ！ for !, which makes a link of it."""
    (problem,) = finish.problems("！[某物](../../images/2022/tu.png)")
    assert (problem.code, problem.remedy[:2]) == ("link-target", "图片")


def test_the_second_of_two_links_is_told_where_it_lacks_its_address(finish: Finish) -> None:
    """An empty address stands nowhere, so its brackets are looked for."""
    (problem,) = finish.problems("[甲](https://example.cn/)\\\n[乙]()\n")
    assert (problem.code, problem.place.line) == ("link-without-address", BODY_LINE + 1)


def test_a_link_to_a_draft_is_a_warning_and_no_link(finish: Finish) -> None:
    """Nothing that is not public is betrayed, and an editor hears of it."""
    assert [(one.code, one.level) for one in finish.problems("[甲](draft.md)\n")] == [
        ("link-to-unpublished", "warning")
    ]
    link = finish.html("[甲](draft.md)\n").a
    assert link is not None
    assert link.attrs == {}


def test_a_link_without_encryption_is_a_warning(finish: Finish) -> None:
    """Some old sites have no other."""
    assert [one.level for one in finish.problems("[甲](http://example.cn/)\n")] == ["warning"]


def test_a_link_out_of_the_site_says_so(finish: Finish) -> None:
    """The other site gets no handle on the window."""
    link = finish.html("<https://example.cn/>\n").a
    assert link is not None
    assert link["rel"] == ["external", "noopener"]


@pytest.mark.parametrize(
    ("name", "href"),
    [
        ("某某党支部", "../../../branches/mou/"),
        ("甲局", "../../../organisations/jia/"),
        ("五星级党支部", "../../../honours/wuxing/"),
        ("要闻", "../../../columns/yaowen/"),
        ("党建+", "../../../topics/dangjian-jia/"),
    ],
)
def test_a_name_leads_to_what_bears_it(finish: Finish, name: str, href: str) -> None:
    """Whatever has a page can be named."""
    link = finish.html(f"[[{name}]]\n").a
    assert link is not None
    assert (link["href"], link.text) == (href, name)


def test_mentions_are_what_a_text_names_in_order_and_once(finish: Finish) -> None:
    """Columns and topics are no mentions."""
    body = "[[乙局]] [[要闻]] [[五星级党支部]] [[乙局]] 某某党支部\n"
    assert finish.item(body).mentions == (
        "organisations/yi/",
        "honours/wuxing/",
        "branches/mou/",
    )


def test_a_picture_alone_in_its_paragraph_is_a_figure(finish: Finish) -> None:
    """Its title is the caption; its size is known before it is loaded."""
    page = finish.html('![会场里](../../images/2022/tu.png "图为会场。")\n')
    figure = page.find("figure")
    assert figure is not None
    assert figure.figcaption is not None
    assert figure.figcaption.text == "图为会场。"
    image = page.find("img")
    assert image is not None
    assert (image["alt"], image["width"], image["height"]) == ("会场里", "64", "48")


def test_a_picture_in_a_line_is_no_figure(finish: Finish) -> None:
    """A figure inside a paragraph would break it."""
    page = finish.html("某![会场](../../images/2022/tu.png)某\n")
    assert page.find("figure") is None
    assert page.find("picture") is not None


def test_an_alternative_text_of_odd_characters_stays_whole(finish: Finish) -> None:
    """Quotes, brackets and ampersands do not break out of the attribute."""
    image = finish.html('![a>b "c" & <d](../../images/2022/tu.png)\n').find("img")
    assert image is not None
    assert image["alt"] == 'a>b "c" & <d'


def test_an_attachment_in_a_body_is_offered_with_its_text(finish: Finish) -> None:
    """What a text links to is published as listed attachments are."""
    (attachment,) = finish.item("[名单](../../files/2022/mingdan.pdf)\n").attachments
    assert (attachment.name, attachment.path, attachment.size) == (
        "名单",
        "files/2022/mingdan.pdf",
        8,
    )


def test_the_same_broken_picture_is_told_at_each_place(write_content: WriteContent) -> None:
    """A picture is looked at once, but every text that shows it is told."""
    body = item("![甲](../../images/2022/a.svg)\n")
    content = write_content({**SITE, "news/2022/a.md": body, "news/2022/b.md": body})
    broken = [one for one in read(content).problems if one.code == "svg-picture"]
    assert [one.place.file for one in broken] == [
        "content/news/2022/a.md",
        "content/news/2022/b.md",
    ]
