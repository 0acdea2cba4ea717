"""The 链接名 of whatever has a page: what every table and text means by it, declared once."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from plugins.domain import addresses
from plugins.domain.declared import key

SLUG_MEANING = "网址里的名称，小写字母、数字和连字符，定了不改"


def _no_device(slug: str) -> str:
    if addresses.is_device(slug):
        kind = "device_name"
        raise PydanticCustomError(kind, "a name that Windows keeps for a device")
    return slug


Slug = Annotated[str, Field(max_length=addresses.SLUG_LENGTH), AfterValidator(_no_device)]
"""A name that can be a folder on every system."""


def slug_key() -> str:
    """Declare the 链接名 of a row."""
    declared: str = key("链接名", SLUG_MEANING, pattern=f"^{addresses.SLUG_PATTERN}$")
    return declared


def optional_slug_key(meaning: str) -> str:
    """Declare a 链接名 that may be left out."""
    pattern = f"^({addresses.SLUG_PATTERN})?$"
    declared: str = key("链接名", meaning, default="", pattern=pattern)
    return declared
