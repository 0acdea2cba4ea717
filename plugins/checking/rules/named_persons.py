"""A person in a table without grounds for publication is only counted; better not named at all.

The table itself may lie in a public repository, whatever the pages show of it.
"""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import RecipientKind
from plugins.problems import Place, Problem, warning


def named_persons(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of persons who are named as recipients without 公开依据."""
    honours = bulletin.honour_by_name
    personal = {
        recognition.number
        for recognition in bulletin.recognitions
        if honours[recognition.honour].awarded_to is RecipientKind.PERSON
    }
    unfounded = [
        recipient
        for recipient in bulletin.recipients
        if recipient.recognition in personal and not recipient.public_grounds
    ]
    if unfounded:
        yield warning(
            Place(f"{bulletin.content.name}/tables/recipients.csv"),
            "person-without-grounds",
            f"有 {len(unfounded)} 名个人没有公开依据，网页只计数，不列姓名。",
            "写上公开依据；没有依据的，从表里删去姓名，公布数量写在 recognitions 表。",
        )
