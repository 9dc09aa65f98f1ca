"""How many years of school a text asks of its reader: the Flesch-Kincaid grade, by its published formula."""

import re

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
_BLOCK = re.compile(r"</(p|li|h[1-6]|th|td|dt|dd|option|button|label|summary|a)>|<br>")
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word):
    """Syllables of an English word: groups of vowels, but for a silent e and an -ed that is not spoken."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    plain = (
        re.sub(r"(?<=[^aeiouylrtd])e[sd]?$|(?<=[aeiouy])[^aeiouy]*(?<=[lr])e[sd]$", "", plain)
        if len(plain) > 3
        else plain
    )
    if plain.endswith("e") and not plain.endswith("le") and len(plain) > 3:
        plain = plain[:-1]
    return max(1, len(_VOWELS.findall(plain)))


def sentences(text):
    """The sentences of a text; what ends without a stop, such as a heading, is none."""
    found = re.split(r"(?<=[.!?])[\s”)]+", text)
    return [each for each in found if len(re.findall(r"[A-Za-z]{2,}", each)) > 1]


def words(text):
    return re.findall(r"[A-Za-z][A-Za-z'’-]*", text)


def grade(texts):
    """The Flesch-Kincaid grade of several texts together."""
    whole = [each for text in texts for each in sentences(text)]
    spoken = [word for each in whole for word in words(each)]
    if not spoken:
        return 0.0
    return 0.39 * len(spoken) / len(whole) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


def texts_of(template):
    """The sentences that a template holds itself, without its marks."""
    plain = _TAG.sub("", _BLOCK.sub("\n", template))
    return [line.strip() for line in plain.splitlines() if re.search(r"[.!?]$", line.strip())]
