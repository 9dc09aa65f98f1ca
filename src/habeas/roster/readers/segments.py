"""Messages in segments (`BKG*26-0112*…~PER*…~`) as lines: each segment is one."""

import re

_SEGMENT = r"[A-Z][A-Z0-9]{1,3}[*|^+][^~\n]*~\s*"
_BEGINS = re.compile(rf"\s*(?:{_SEGMENT}){{4}}")


def in_lines(text: str) -> str:
    """The text with each segment on a line of its own, where it is made of segments that `~` ends; else as it is."""
    if _BEGINS.match(text[:20_000]) is None:
        return text
    return "\n".join(each.strip() for each in text.split("~") if each.strip()) + "\n"
