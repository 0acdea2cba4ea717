"""What the tests of this feature share: a bulletin with a bit of everything, and its pages."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.figures import Figure
from plugins.domain.mechanisms import Mechanism
from plugins.domain.navigation import site_view
from plugins.domain.page import Page
from plugins.domain.record_kinds import Duty, Feedback, LocalPractice, Project, Review
from plugins.records.pages import record_and_mechanism_pages
from tests.builders import body, bulletin, day, item, organisation

FOLDER = Path(__file__).parents[2] / "theme"
THEME = Environment(
    loader=FileSystemLoader([FOLDER / "templates", FOLDER]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Made:
    """The pages of a bulletin, by path; `soups` are those that were asked for, parsed."""

    bulletin: Bulletin
    pages: dict[str, Page]
    soups: dict[str, BeautifulSoup] = field(default_factory=dict)

    def soup(self, path: str) -> BeautifulSoup:
        """Return an HTML page."""
        if path not in self.soups:
            page, root = self.pages[path], addresses.root_from(path)
            template = THEME.get_template(str(page.make))
            html = template.render(view=page.view, site=site_view(self.bulletin, {}), root=root)
            self.soups[path] = BeautifulSoup(html, "html.parser")
        return self.soups[path]


def made(told: Bulletin) -> Made:
    """Make the pages of a bulletin; no two may have one path."""
    pages = list(record_and_mechanism_pages(told))
    by_path = {page.path: page for page in pages}
    assert len(by_path) == len(pages)
    return Made(told, by_path)


def project(name: str, slug: str, **cells: object) -> Project:
    """Return a record of 书记项目."""
    plain = {"organisation": "甲局", "source_item": "2022/a0"}
    return Project(name=name, slug=slug, **{**plain, **cells})


def mechanism(name: str, slug: str, **cells: object) -> Mechanism:
    """Return a mechanism."""
    plain = {"category": "责任", "description": "一句话。再一句。", "items": ("2022/a0",)}
    return Mechanism(name=name, slug=slug, **{**plain, **cells})


def figure(metric: str, until: str, value: int, **cells: object) -> Figure:
    """Return a row of the ledger."""
    plain = {"slug": "zhibiao", "scope": "全市", "kind": "累计", "unit": "个"}
    return Figure(
        metric=metric,
        until=day(until),
        value=value,
        **{**plain, "source_item": "2022/a0", **cells},
    )


def feedback(name: str, slug: str, state: str) -> Feedback:
    """Return a problem that somebody raised."""
    return Feedback(
        name=name, slug=slug, raised_on=day("2022-03-01"), state=state, source_item="2022/a0"
    )


TOLD = bulletin(
    *(item(f"2022/a{number}") for number in range(2)),
    *(
        item(f"2022/m{number}", body=body(mentions=["mechanisms/shuji-xiangmu/"]))
        for number in range(25)
    ),
    organisations=(organisation("甲局", "jia"), organisation("乙局", "yi")),
    mechanisms=(
        mechanism(
            "书记项目制",
            "shuji-xiangmu",
            aliases=("领办制",),
            written_rules="切口小；能落实",
            written_steps="选题→立项→考评",
            records=("书记项目", "问题墙与回音壁", "网格"),
            metrics=("项目数", "没有数的指标"),
            organisations=("甲局",),
            doubt="两处写法不同",
        ),
        mechanism("另一项", "ling-yi-xiang"),
        mechanism("第三项", "di-san-xiang", category="学习"),
    ),
    figures=(
        figure("项目数", "2022-03", 256),
        figure("项目数", "2021", 100, state="待核", doubt="原文不清"),
    ),
    records=(
        project("甲项", "jia-xiang", category="窗口", outcomes="做成了。", score="98"),
        project("乙项", "yi-xiang", score="95", public_grounds="公示", doubt="类别未写"),
        project("丙项", "bing-xiang", organisation="乙局", category="党委", source_item="2022/a1"),
        *(
            Duty(name=f"第{n}件", slug=f"d{n}", level="党支部", post="书记", source_item="2022/a1")
            for n in range(12)
        ),
        Review(
            name="述职会",
            slug="shuzhi",
            year=2021,
            organisation="甲局",
            issues="内部问题",
            source_item="2022/a0",
        ),
        LocalPractice(
            name="六步",
            slug="liubu",
            place="某县",
            steps="认亲→建档→汇报",
            source_item="2022/a1",
        ),
        feedback("路灯不亮", "ludeng", "办结"),
        feedback("下水不畅", "xiashui", "在办"),
        feedback("噪声", "zaosheng", "在办"),
    ),
)


@pytest.fixture(scope="session")
def site() -> Made:
    """Make the pages of the bulletin with a bit of everything."""
    return made(TOLD)
