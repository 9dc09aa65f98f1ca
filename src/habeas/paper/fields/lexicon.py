"""The words of forms: what labels are made of, what sentences are made of, what an example shows. None of them is a value."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LABEL_WORDS = _set(
    "name names full complete legal printed typed alien aliens subject subjects person persons individual individuals "
    "detainee detainees inmate inmates defendant defendants offender offenders accused prisoner prisoners respondent "
    "respondents noncitizen date dates dated birth birthdate born country nation citizenship nationality citizen "
    "gender file number numbers registration uscis event issued issue issuance prepared notice warrant request "
    "institution custodian officer charge sheriff warden subsequent enforcement agency facility recipient directed "
    "addressed office address field department homeland security issuing requesting originating origin telephone "
    "phone contact notice place port entry entered arrival location city state case docket criminal court cause "
    "magistrate time appearance hearing testimony production amount bail bond offense offenses charged charges crime "
    "nature description original conviction supervision signature title service served release received executed last "
    "first middle initial surname given family month year digits nombre fecha nacimiento nacionalidad extranjero "
    "identification immigration judge sentencing judicial latest booking statute statutes section sections degree class count"
)
PARTICLES = _set("de la las los del van von der den dos das da bin al el y e ibn abu ap ter te san di du le af av")
"""Small words that stand in names."""
OFFICIAL = _set(
    "united states department homeland security immigration customs enforcement agency agencies officer officers "
    "office court district county sheriff jail detention facility institution signature signed title name names date "
    "number form warrant warrants release custody alien subject person defendant defendants above named dob aka alias "
    "security failed bail bench cause plaintiff commander commissioner attorney certificate service "
    "served location address telephone state government federal removal removable deportation citizenship nationality "
    "birth file plaintiff respondent judge magistrate clerk deputy order arrest charge charges offense "
    "complaint writ subpoena petition habeas corpus prosequendum testificandum capias indictment authorized docket statute supervisory "
    "detainer notice action section sections country printed issuing requesting last "
    "first middle initial surname criminal felony misdemeanor prisoner inmate transport transportation production "
    "commitment mittimus sentence temporary pending preliminary hearing judgment versus clerks required pretrial securing "
    "conditions recognizance terms proceedings ortr division department parish commonwealth"
)
"""Words of offices, papers and labels: a person's name has none of them."""
SENTENCE = _set(
    "is are was were be been being has have had shall should would could must you your yours we our us it its he him "
    "his she her hers they them their this that these those which who whom whose there hereby herein hereof thereof "
    "pursuant if when where until unless upon than because so not no nor any all each such keep bring take hold "
    "safely forthwith before after from to by with without for into on at as of the a an and or but having being "
    "commanded ordered directed requested based following found detained confined charged accused wanted arrested "
    "in under between upon against incarcerated "
    "imprisoned sentenced held located residing failed forthwith instanter did do does wherever named "
    "above mdoc tdcj cdcr nysid bop din ssn whereas wherefore thereof therefore greeting greetings hereinafter"
)
"""Words of sentences: at one of them a name has ended."""
_TALK = SENTENCE - _set("in under upon against to by with for on at as of the a an and or from all no any into")
"""Words that only sentences have; the small words also stand in the names of offices."""
_HINTS = _set(
    "last first middle initial mi surname given family name names full mm dd yyyy yy month day year digits nine eight "
    "or and the m f male female please print type"
)
_SHOWING = _set("last first middle surname mi initial mm dd yyyy yy digits")
"""An example has one of these; `full name` is a label."""
_JOINTS = _set("to from of the or and any law other in charge #")
_COUNTRY_WORDS = frozenset({"united", "states", "state", "country"})


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """A word as the words of a label it stands for: `A-Number` is `a number`, `D.O.B.:` is `dob`, `Date/Time` is `date / time`."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(each))
    plain = re.sub(r"['’`]s\b", "s", re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", plain))
    plain = re.sub(r"(?<=[a-z])\((?:s|es|ies)\)", "s", plain)
    plain = plain.replace("&", " and ").replace("№", " no ")
    return tuple(re.findall(r"[a-z0-9]+|[#/$]", plain))


@lru_cache(maxsize=20_000)
def mended(token: str) -> str:
    """A word of a label that OCR read with a wrong letter, as the label has it; any other as it is."""
    if len(token) < 5 or token in _LABEL_WORDS or token.isdigit():
        return token
    reach = 1 if len(token) < 9 else 2
    near = [each for each in _LABEL_WORDS if abs(len(each) - len(token)) <= reach and len(each) >= 5]
    scored = sorted((Levenshtein.distance(token, each, score_cutoff=reach), each) for each in near)
    return scored[0][1] if scored and scored[0][0] <= reach else token


def is_example(text: str) -> bool:
    """Whether a text only shows how to fill in: `LAST, FIRST, MIDDLE`, `mm/dd/yyyy`, `M/F`."""
    found = [each for each in tokens(text) if each != "/"]
    if not found or not all(each in _HINTS for each in found):
        return False
    return bool(_SHOWING & set(found)) or ("/" in text and len(found) > 1) or len(found) > 3


def is_sentence(text: str) -> bool:
    """Whether a text is a piece of a sentence: it has a verb or a pronoun of one, in small letters or all in capitals."""
    words = text.split()
    capitals = text.upper() == text
    small = [each.lower().strip(".,;:()") for each in words if each[:1].islower() or capitals]
    return any(each in _TALK for each in small)


def official(words: Iterable[str]) -> set[str]:
    """The words of offices and labels among these."""
    return {
        token
        for each in words
        for token in tokens(each)
        if token in OFFICIAL or (len(token) > 5 and token[:-1] in OFFICIAL)
    }


def label_like(text: str) -> bool:
    """Whether all words of a text are words that labels are made of: `Law Enforcement Agency`."""
    found = [each for each in tokens(text) if each != "/"]
    return bool(found) and all(each in _LABEL_WORDS or each in _HINTS or each in _JOINTS for each in found)


def country_like(text: str) -> bool:
    """Whether a text may name a country: a few words of letters, none of a label or a sentence."""
    found = [each for each in tokens(text) if each != "/"]
    if (
        not 1 <= len(found) <= 6
        or is_example(text)
        or label_like(text)
        or is_sentence(text)
        or re.search(r"\d|:", text)
    ):
        return False
    wrong = (official(text.split()) - _COUNTRY_WORDS) | ({"male", "female", "sex"} & set(found))
    return not wrong and len("".join(found)) >= 3
