"""A letter in county counsel's own frame: paragraphs with fields from a known list, around what the program answers.

A template is text and no code. The three blocks stand in each, once and in order, so that nothing of the answer can be left out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.answers.letter import LetterFacts
from habeas.answers.letter_body import office_words
from habeas.common.errors import BadInputError

BLOCKS = ("received", "answer", "statements")
"""What was received; what the office will and will not do, each with its law; what the law and the office add to it."""
INLINE = {
    "agency": "the agency, as its letterhead names it",
    "office": "the office, as a sentence names it",
    "date": "the date of the letter",
    "document": "the document that is answered, as the first line of the Re block names it",
    "request_number": "the number of the request",
}
"""Fields that stand inside a paragraph, with what each holds."""
BUILT_IN = "{received}\n\n{answer}\n\n{statements}\n"
"""The frame of a letter where counsel has approved no other."""
LONGEST = 8_000
_FIELD = re.compile(r"\{([^{}\n]*)\}")


def check_template(text: str) -> None:
    """Raise BadInputError, in one sentence, where the text is no template."""
    if len(text) > LONGEST:
        raise BadInputError(f"A template holds at most {LONGEST:,} characters.")
    if any(not letter.isprintable() for letter in text if letter not in "\r\n"):
        raise BadInputError("The template holds a character that cannot be printed; type it again.")
    names = _FIELD.findall(text)
    unknown = next((each for each in names if each not in {*BLOCKS, *INLINE}), None)
    if unknown is not None:
        raise BadInputError(f"{{{unknown}}} is no field of a letter; use {_listed()}.")
    if set("{}") & set(_FIELD.sub("", text)):
        raise BadInputError("A brace stands alone: write a field as {agency}, and use no other braces.")
    blocks = [each for each in names if each in BLOCKS]
    if blocks != list(BLOCKS) or not {f"{{{each}}}" for each in BLOCKS} <= set(_paragraphs(text)):
        raise BadInputError(
            "Put {received}, {answer} and {statements} each once, in this order, each a paragraph by itself."
        )


def with_template(facts: LetterFacts, text: str) -> LetterFacts:
    """The letter in the frame of an approved template.

    A letter that does not answer act by act (nobody in custody, a notice that a warrant is lodged, one that tells nothing) stays as
    it is. Raises BadInputError where the text is no template.
    """
    if not text.strip() or not facts.items or not facts.salutation:
        return facts
    check_template(text)
    before, after = list[str](), list[str]()
    into = before
    for paragraph in _paragraphs(text):
        if paragraph == "{answer}":
            before += facts.opening[-1:]  # the sentence that leads to the items
            into = after
        else:
            into += _filled(facts, paragraph)
    return replace(facts, opening=tuple(before), after=tuple(after))


def _filled(facts: LetterFacts, paragraph: str) -> tuple[str, ...]:
    blocks = {"{received}": facts.opening[:-1], "{statements}": facts.after}
    if paragraph in blocks:
        return blocks[paragraph]
    values = {
        "agency": facts.sender.agency,
        "office": office_words(facts.sender.agency),
        "date": facts.day,
        "document": facts.re[0],
        "request_number": facts.request_id,
    }
    return (_FIELD.sub(lambda found: values[found.group(1)], paragraph),)


def _paragraphs(text: str) -> Iterator[str]:
    return (" ".join(each.split()) for each in re.split(r"\n\s*\n", text.replace("\r", "")) if each.strip())


def _listed() -> str:
    return ", ".join(f"{{{each}}}" for each in (*BLOCKS, *INLINE))
