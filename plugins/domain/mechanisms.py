"""Mechanisms (机制): the rules of work that the bulletin reports on, one row each."""

from plugins.domain import addresses
from plugins.domain.declared import Declared, key
from plugins.domain.slugs import Slug, slug_key
from plugins.domain.steps import RULES, STEPS, parts_of


class Mechanism(Declared):
    """A mechanism: what it is, its rules, and what the bulletin has of it.

    `records` are titles of kinds of records, `metrics` those of figures, `items` identities.
    """

    name: str = key("机制名称", "机制、制度或做法的名称", min_length=1)
    slug: Slug = slug_key()
    category: str = key("类别", "归入哪一类，如 责任与考核", min_length=1)
    aliases: tuple[str, ...] = key("别称", "其他叫法，几个的用、分开", default=())
    description: str = key("说明", "它是什么，用自己的话写一小段", min_length=1)
    written_rules: str = key("要点", f"规定的各条，用{RULES}分开", default="")
    written_steps: str = key("步骤", f"依次的各步，用{STEPS}分开，如 收→疏→议→决", default="")
    records: tuple[str, ...] = key(
        "记录", "它的记录表，如 书记项目，几个的用、分开", default=(), refers_to="记录"
    )
    metrics: tuple[str, ...] = key(
        "指标", "figures 表里的指标，几个的用、分开", default=(), refers_to="指标"
    )
    organisations: tuple[str, ...] = key(
        "单位", "推行它的单位，几个的用、分开", default=(), refers_to="单位"
    )
    items: tuple[str, ...] = key(
        "来源稿件",
        "写到它的稿件，如 2022/wenjian-ming，几篇的用、分开",
        min_length=1,
        refers_to="稿件",
    )
    doubt: str = key("待核", "存疑的地方和原因", default="")

    @property
    def rules(self) -> tuple[str, ...]:
        """Its rules, one by one."""
        return parts_of(self.written_rules, RULES)

    @property
    def steps(self) -> tuple[str, ...]:
        """Its steps, in order."""
        return parts_of(self.written_steps, STEPS)

    @property
    def sources(self) -> tuple[str, ...]:
        """The identities of the items that it comes from: it is public while one of them is."""
        return self.items

    @property
    def address(self) -> str:
        """The address of the mechanism's page."""
        return addresses.of_entity(addresses.MECHANISMS, self.slug)
