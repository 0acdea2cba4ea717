"""All that was measured of the search, as tables for people and as JSON with every raw figure."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugins.bench.search_figures import SiteFigures
from plugins.bench.search_tables import (
    table_of_costs,
    table_of_goals,
    table_of_loads,
    table_of_qualities,
    table_of_remembered,
    table_of_wrong,
)

RULES = """\
应当找到的：规范化以后逐篇逐字查找，各部分都在标题或正文里的稿件。各项都是每次查询的平均。\
P@10 是前十篇中确实应当找到的份额。排序没有人工评判，以“先标题、后次数”代替：nDCG@10 按它计分，\
“最好的十篇”是前十篇中不逊于它的第十名的份额。
"""
WIRE = """\
首次：缓存为空，从程序、索引到十条结果的全部字节，每个响应另计 250 字节的头；\
再次：同一位读者接着搜，每人共四次。用时是数据到齐以后浏览器里的时间。\
慢速 4G：400 kbit/s、往返 400 毫秒，由浏览器模拟。
"""


@dataclass(slots=True)
class SearchReport:
    """What comes together site by site; `load` holds the load before and after."""

    machine: Mapping[str, str]
    load: list[str]
    sites: list[SiteFigures] = field(default_factory=list)

    def as_text(self) -> str:
        """Write all tables."""
        return "\n".join(self._parts())

    def as_json(self) -> str:
        """Write every raw figure."""
        raw = {
            "machine": dict(self.machine),
            "load": self.load,
            "search": [site.as_row() for site in self.sites],
        }
        return json.dumps(raw, ensure_ascii=False, indent=1) + "\n"

    def _parts(self) -> Iterator[str]:
        yield "，".join(f"{name} {value}" for name, value in self.machine.items())
        yield f"机器负载：测前 {self.load[0]}，测后 {self.load[-1]}\n"
        yield RULES
        yield table_of_qualities(self.sites)
        yield table_of_remembered(self.sites)
        yield WIRE
        yield table_of_loads(self.sites)
        yield table_of_costs(self.sites)
        for site in self.sites:
            yield table_of_goals(site)
        for site in self.sites:
            yield table_of_wrong(site)
