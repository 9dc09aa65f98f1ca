"""The languages of notices: their codes, their direction, their fonts, and the words by which a jail's record names them."""

from dataclasses import dataclass

from habeas.answers.pdf import FONTS


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code (BCP 47), whether it runs right to left, the fonts that draw it, and what records call it."""

    code: str
    english: str
    fonts: str
    called: tuple[str, ...]
    right_to_left: bool = False

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML has it."""
        return "rtl" if self.right_to_left else "ltr"


_LATIN = FONTS


def _cjk(face: str) -> str:
    return f'"Noto Serif CJK {face}", "Noto Sans CJK {face}", {_LATIN}'


_ROWS: tuple[Language, ...] = (
    Language("en", "English", _LATIN, ("english", "eng")),
    Language("es", "Spanish", _LATIN, ("spanish", "spa", "español", "espanol", "castellano")),
    Language(
        "zh-Hans",
        "Chinese (simplified)",
        _cjk("SC"),
        ("mandarin", "simplified chinese", "chinese (simplified)", "chinese simplified", "zh-cn", "cmn", "zh-hans"),
    ),
    Language(
        "zh-Hant",
        "Chinese (traditional)",
        _cjk("TC"),
        ("cantonese", "traditional chinese", "chinese (traditional)", "chinese traditional", "zh-tw", "yue", "zh-hant"),
    ),
    Language("tl", "Tagalog", _LATIN, ("tagalog", "filipino", "pilipino", "tgl", "fil")),
    Language("vi", "Vietnamese", _LATIN, ("vietnamese", "vie", "tiếng việt")),
    Language("ko", "Korean", _cjk("KR"), ("korean", "kor", "한국어")),
    Language("ar", "Arabic", f"Amiri, {_LATIN}", ("arabic", "ara", "العربية"), right_to_left=True),
)

LANGUAGES: tuple[str, ...] = tuple(each.code for each in _ROWS)
"""The codes of all languages in which a notice can be made, English first."""

PACKED: tuple[str, ...] = ("en", "es")
"""The languages of the notices in a package where nobody said which language the person reads."""

_BY_CODE = {each.code: each for each in _ROWS}
_BY_NAME = {name: each.code for each in _ROWS for name in (*each.called, each.code.casefold())}


def language(code: str) -> Language:
    """The language with this code; KeyError where Habeas has none."""
    return _BY_CODE[code]


def code_of(recorded: str | None) -> str | None:
    """The code of the language a record names; None where it names none, one Habeas has not, or "Chinese" without a script."""
    return _BY_NAME.get(" ".join((recorded or "").casefold().split()))


def offered(recorded: str | None) -> tuple[str, ...]:
    """The languages to offer: the one on record and English, or every one where the record names none."""
    found = code_of(recorded)
    return LANGUAGES if found is None else tuple(dict.fromkeys((found, "en")))


def package_languages(recorded: str | None) -> tuple[str, ...]:
    """The languages of the notices in one person's package."""
    return PACKED if code_of(recorded) is None else tuple(dict.fromkeys(("en", code_of(recorded) or "en")))
