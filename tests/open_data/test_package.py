"""The descriptor: what programs are told of each file, asked of the real frictionless."""

import importlib.util
import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from plugins.domain.tables import Site
from tests.builders import bulletin, day, honour, item, recognition
from tests.conftest import missing
from tests.open_data.conftest import csv_rows, files_of

Faults = Callable[[Mapping[str, bytes]], list[tuple[str, str]]]


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """Find what frictionless has against some files: the kind of each error with its table."""
    if not importlib.util.find_spec("frictionless"):
        missing("没有找到 frictionless：安装 .ci/requirements.lock。")
    from frictionless import validate  # noqa: PLC0415 - only CI has it

    def find(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
        for name, data in files.items():
            tmp_path.joinpath(name).write_bytes(data)
        report = validate(str(tmp_path / "datapackage.json"))
        told = [("", error.type) for error in report.errors]
        return told + [(task.name, error.type) for task in report.tasks for error in task.errors]

    return find


def described(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the descriptor."""
    package: dict[str, Any] = json.loads(files["datapackage.json"])
    return package


def resources(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the descriptions of the tables by their names."""
    return {one["name"]: one for one in described(files)["resources"]}


def changed(files: Mapping[str, bytes], name: str, before: str, after: str) -> dict[str, bytes]:
    """Return the files with a word exchanged in one, as its descriptor then would have it."""
    data = files[name].replace(before.encode(), after.encode())
    assert data != files[name]
    package = described(files)
    for resource in package["resources"]:
        if resource["path"] == name:
            resource["bytes"], resource["hash"] = len(data), f"sha256:{sha256(data).hexdigest()}"
    return {**files, name: data, "datapackage.json": json.dumps(package).encode()}


def test_frictionless_says_valid(files: Mapping[str, bytes], faults: Faults) -> None:
    """Types, keys, references, sizes and digests of every file are as described."""
    assert faults(files) == []


def small() -> dict[str, bytes]:
    """Return the files of a bulletin with an honour and its recognition."""
    return files_of(
        bulletin(
            item("2022/a"),
            honours=(honour("五星级党支部", "wuxing"),),
            recognitions=(
                recognition("r", "五星级党支部", announced=35, awarded_on=day("2022-06")),
            ),
        )
    )


@pytest.mark.parametrize(
    ("name", "before", "after", "fault"),
    [
        ("recognitions.csv", ",35,", ",三十五,", "type-error"),
        ("recognitions.csv", "五星级党支部", "六星级党支部", "foreign-key"),
        ("recognitions.csv", "2022-06", "2022年6月", "constraint-error"),
        ("columns.csv", "zonghe", "dongtai", "primary-key"),
        ("items.csv", "标题,", "题目,", "incorrect-label"),
    ],
)
def test_frictionless_looks_at_what_the_descriptor_says(
    faults: Faults, name: str, before: str, after: str, fault: str
) -> None:
    """A file that is not as described is found: the descriptor says enough."""
    table = name.removesuffix(".csv")
    assert (table, fault) in faults(changed(small(), name, before, after))


def test_each_file_is_told_with_its_size_and_digest(files: Mapping[str, bytes]) -> None:
    """Whoever has fetched a file can tell whether it is whole."""
    for resource in resources(files).values():
        data = files[resource["path"]]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"


def test_every_table_and_every_column_is_described(files: Mapping[str, bytes]) -> None:
    """In the order of the file; each column has a meaning."""
    told = resources(files)
    assert {f"{name}.csv" for name in told} == {name for name in files if name.endswith(".csv")}
    for name, resource in told.items():
        fields = resource["schema"]["fields"]
        (first, *_) = csv_rows(files[f"{name}.csv"])
        assert [field["name"] for field in fields] == list(first)
        assert all(field["description"] and field["title"] for field in fields)
        assert resource["description"]


def test_a_reference_to_a_table_that_is_not_there_is_not_told() -> None:
    """An item refers to its column, but no recognition to organisations that nobody listed."""
    told = resources(small())
    keys = {name: resource["schema"].get("foreignKeys", []) for name, resource in told.items()}
    assert keys["columns"] == []
    assert keys["recognitions"] == [
        {"fields": ["荣誉名称"], "reference": {"resource": "honours", "fields": ["荣誉名称"]}},
        {"fields": ["来源稿件"], "reference": {"resource": "items", "fields": ["稿件"]}},
    ]


def test_the_newest_date_in_the_data_is_told_not_the_day_of_the_build() -> None:
    """Of each table and of all; one to come does not count."""
    told = described(small())
    latest = {one["name"]: one.get("modified") for one in told["resources"]}
    assert told["modified"] == "2022-06"
    assert latest == {
        "items": "2022-03-07",
        "columns": "2022-03-07",
        "honours": None,
        "recognitions": "2022-06",
    }
    ahead = recognition("r", "五星级党支部", valid_until=day("2199-01-01"))
    of = files_of(bulletin(honours=(honour("五星级党支部", "wuxing"),), recognitions=(ahead,)))
    assert "modified" not in resources(of)["recognitions"]


@pytest.mark.parametrize(
    ("written", "licence"),
    [
        ("CC-BY-4.0", {"name": "CC-BY-4.0", "title": "CC-BY-4.0"}),
        (
            "某某开放 许可 https://example.org/l",
            {"path": "https://example.org/l", "title": "某某开放 许可"},
        ),
    ],
)
def test_a_licence_is_told_as_the_site_table_states_it(
    written: str, licence: dict[str, str], faults: Faults
) -> None:
    """A code alone, or a name and its address."""
    files = files_of(bulletin(site=Site(data_licence=written)))
    assert described(files)["licenses"] == [licence]
    assert faults(files) == []


def test_where_no_licence_is_stated_none_is_made_up() -> None:
    """The descriptor says that there is none."""
    told = described(files_of(bulletin()))
    assert "licenses" not in told
    assert "尚未载明数据的使用许可" in told["description"]
