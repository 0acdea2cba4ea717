"""Text that XML can hold: one control character in it would make a whole feed unreadable."""

import re

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text without the characters that XML 1.0 forbids; escaping is the writer's work."""
    return NOT_IN_XML.sub("", text)
