"""All that was measured, as text for people and as JSON with every raw figure."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from plugins.bench import tables
from plugins.bench.results import Output, Run, growths, middles, ratios
from plugins.bench.serving import Serving

COMPARED = """\
比值是本项目除以对方，小于 1 表示本项目较省。Hugo 用自己的 .Related 找相关稿件；“相关从简”和 \
Pelican 只取同专题最新的几篇。只有本项目检查内容；只有 Pelican 的年、月页不分页。
"""


@dataclass(slots=True)
class Report:
    """What comes together while builders run; `load` holds the load before and after."""

    machine: Mapping[str, str]
    load: list[str]
    runs: list[Run] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    servings: list[Serving] = field(default_factory=list)

    def as_text(self) -> str:
        """Write all tables that have something in them."""
        return "\n".join(self._parts())

    def as_json(self) -> str:
        """Write every raw figure."""
        raw = {
            "machine": dict(self.machine),
            "load": self.load,
            "runs": [run.as_row() for run in self.runs],
            "outputs": [asdict(output) for output in self.outputs],
            "previews": [asdict(one) for one in self.servings],
        }
        return json.dumps(raw, ensure_ascii=False, indent=1) + "\n"

    def _parts(self) -> Iterator[str]:
        yield "，".join(f"{name} {value}" for name, value in self.machine.items())
        turns = len({run.turn for run in self.runs})
        yield f"轮数 {turns}（多轮取中位数），机器负载：测前 {self.load[0]}，测后 {self.load[-1]}\n"
        medians = middles(self.runs)
        yield tables.table_of_middles(medians)
        if compared := ratios(self.runs):
            yield COMPARED
            yield tables.table_of_ratios(compared)
        yield tables.table_of_outputs(self.outputs)
        if len({one.items for one in medians}) > 1:
            yield tables.table_of_growths(growths(medians))
        if self.servings:
            yield tables.table_of_servings(self.servings)
