"""Text that XML can hold: one control character in it would make a whole feed unreadable."""

import re

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text without the characters that XML 1.0 forbids; escaping is the writer's work."""
    return NOT_IN_XML.sub("", text)
