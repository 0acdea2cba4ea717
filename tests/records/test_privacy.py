"""Private numbers in the tables of records are told like those in texts."""

import pytest

from plugins.checking.all_rules import check
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.records import Record
from plugins.reading import read_bulletin
from tests.builders import TODAY
from tests.conftest import WriteContent


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.table)
def test_a_number_of_a_mobile_is_told_at_its_cell(
    kind: type[Record], write_content: WriteContent
) -> None:
    """Whatever kind is declared, its table is searched, though the row could not even be read."""
    name = kind.own_keys()[0].name
    content = write_content(
        {
            "tables/columns.csv": "栏目名称,链接名\n要闻,yaowen\n",
            f"tables/{kind.table}.csv": f"{name},链接名\n样例13912345678,yangli\n",
        }
    )
    problems = check(content, read_bulletin(content, TODAY))
    told = [(one.code, one.place.file, one.place.line) for one in problems]
    assert told == [("private-number", f"{content.name}/tables/{kind.table}.csv", 2)]
