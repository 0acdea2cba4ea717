"""The Data Package descriptor: what each file holds, for programs (datapackage.org)."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from plugins.domain import addresses
from plugins.domain.declared import Shape
from plugins.domain.tables import Site
from plugins.open_data.cells import SEPARATOR
from plugins.open_data.data_tables import DataField, DataTable, latest_of
from plugins.open_data.licences import NOT_STATED, Licence

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
PACKAGE_NAME = "open-data"
TYPES = {Shape.NUMBER: "integer", Shape.DECIMAL: "number", Shape.LIST: "list"}
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}\+08:00)?)?)?$"


def package_file(
    site: Site, licence: Licence | None, tables: Sequence[DataTable], files: Sequence[bytes]
) -> bytes:
    """Write the descriptor of some tables; `files` are their CSV files, in the same order."""
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": PACKAGE_NAME,
        "title": f"{site.name}开放数据",
        "description": description_of(site, licence),
    }
    if site.origin:
        package["homepage"] = f"{site.origin}/{addresses.DATA}"
    if licence:
        package["licenses"] = [licence.described]
    if latest := latest_of(tables):
        package["modified"] = latest.iso
    names = {table.name for table in tables}
    package["resources"] = [
        _resource(table, file, names) for table, file in zip(tables, files, strict=True)
    ]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def description_of(site: Site, licence: Licence | None) -> str:
    """Say in two sentences what the data are, and what of their use is known."""
    known = f"许可：{licence.words}。" if licence else f"{NOT_STATED}。"
    return f"{site.name}已公布的表格，依公开报道收录，未必完整。{known}"


def _resource(table: DataTable, file: bytes, names: Iterable[str]) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": table.name,
        "title": table.title,
        "description": f"{table.description}{table.note}",
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file),
        "hash": f"sha256:{sha256(file).hexdigest()}",
    }
    if table.latest:
        resource["modified"] = table.latest.iso
    return {**resource, "schema": _schema(table, names)}


def _schema(table: DataTable, names: Iterable[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    references = [
        {"fields": [field.name], "reference": {"resource": other, "fields": [heading]}}
        for field in table.fields
        if field.refers_to
        for other, heading in (field.refers_to,)
        if other in names
    ]
    if references:
        schema["foreignKeys"] = references
    return schema


def _field(field: DataField) -> dict[str, Any]:
    """Describe a column; a date may be known to the month or the year only, so it is a string."""
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.choices:
        constraints["enum"] = list(field.choices)
    if field.shape is Shape.DATE:
        constraints["pattern"] = DATE_PATTERN
    described: dict[str, Any] = {
        "name": field.name,
        "title": field.name,
        "type": TYPES.get(field.shape, "string"),
        "description": field.meaning,
    }
    if field.shape is Shape.LIST:
        described |= {"delimiter": SEPARATOR, "itemType": "string"}
    return {**described, **({"constraints": constraints} if constraints else {})}
