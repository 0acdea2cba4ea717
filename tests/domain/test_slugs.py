"""The 链接名 of whatever has a page."""

from typing import Any

import pytest
from pydantic import ValidationError

from plugins.domain.addresses import SLUG_LENGTH
from plugins.domain.declared import Declared
from plugins.domain.figures import Figure
from plugins.domain.mechanisms import Mechanism
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.tables import Branch, Column, Honour, Organisation, Topic
from plugins.domain.texts import TextPageKeys

MODELS = (Column, Organisation, Branch, Honour, Topic, Mechanism, Figure, TextPageKeys)


def faults_of(model: type[Declared], slug: str) -> list[Any]:
    """Return the kinds of what is wrong with a slug; all other keys are missing."""
    try:
        model.model_validate({"链接名": slug})
    except ValidationError as failure:
        return [one["type"] for one in failure.errors() if one["loc"] == ("链接名",)]
    return []


@pytest.mark.parametrize("model", [*MODELS, *RECORD_KINDS])
def test_every_slug_can_be_a_folder_on_every_system(model: type[Declared]) -> None:
    """Nothing but the kind of thing differs, so the rule is one."""
    assert faults_of(model, "con") == faults_of(model, "com1") == ["device_name"]
    assert faults_of(model, "a" * (SLUG_LENGTH + 1)) == ["string_too_long"]
    assert faults_of(model, "Jia_1") == ["string_pattern_mismatch"]
    for sound in ("con-1", "console", "kang", "com10", "a" * SLUG_LENGTH):
        assert faults_of(model, sound) == []
