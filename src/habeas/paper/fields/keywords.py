"""What a label nobody has written down asks for: told by its words together, where all of them are words that labels are made of."""

from collections.abc import Callable
from functools import lru_cache

OTHER = "other"
"""The meaning of a label that asks for something else."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FILLERS = _set(
    "the of or and a an in on at to for by this that is with s who whom if any last first middle mi initial mm dd yyyy yy day month year"
    " full legal complete printed current known claimed official other and/or i u as please print type enter state stated given family"
    " your our here if known above below form today todays new required optional nine eight digits digit 24 hour hr hours mo yr"
    " re regarding concerning ref reference"
)
_WHO = _set(
    "alien aliens subject subjects subj person persons persona individual individuals detainee detainees inmate "
    "defendant defendants offender offenders accused prisoner prisoners respondent noncitizen releasee supervisee supervised probationer "
    "parolee parolees probationers fugitive arrestee violator absconder convict witness obligor contemnor deft def principal "
    "extranjero detenido acusado arrestee party"
)
_NUMBER = _set("nbr nr no nos number numbers num # id identification numero")
_NAME = _set("name names nombre nombres named apellido apellidos surname")
_DAY = _set("date dates dated day fecha when")
_BIRTH = _set("birth birthday born dob birthdate nacimiento")
_NATION = _set("citizenship nationality citizen national nacionalidad ciudadania coc")
_SEX = _set("sx sex gender sexo genero")
_ALIEN_FILE = _set("alien a file uscis registration reg afile")
_PHONE = _set("telephone phone telephones phones tel telefono call contact callback cell mobile")
_ENTRY = _set("entry entered admission arrival arrived admitted")
_PLACE = _set("place port where location city courthouse courtroom room address site")
_MADE = _set(
    "issued issue issuance prepared signed notice warrant request order detainer document emision made executed"
    " ordered granted entered signing"
)
_TO = _set("to addressed directed serve addressee attn attention deliver")
_KEEPER = _set(
    "agency institution custodian sheriff warden jail facility recipient witness enforcement law holding keeper "
    "records charge officer jailer prison penitentiary detention confined confinement housed"
)
_OFFICE = _set("office component dhs ice ero cbp department homeland security")
_HEADING = _set("department homeland security of the u s us united states dhs ice ero")
"""Words of a heading, which is no label."""
_FROM = _set("from sent issuing requesting originating origin sending sender field")
_CASE = _set("case docket dkt cause criminal crim complaint magistrate court indictment usdc action")
_HOUR = _set("time hour")
_APPEAR = _set("appear appearance hearing production testimony return comply")
_BAIL = _set("bail bond")
_AMOUNT = _set("amount amt fixed set $ total cash surety secured unsecured bail/bond")
_OFFENSE = _set(
    "offense offenses charge charges crime crimes charged convicted conviction violation underlying original "
    "section nature description wanted alleged allegation underlying pending"
)
_AWAY = _set(
    "judge attorney clerk interpreter signature service served arresting booking latest property probation "
    "sentencing sentence page title release released conviction/charge received officers deputy prosecutor "
    "occupation height weight race eyes hair language marital"
)
"""Words of what is not read."""
_ALL = (
    _FILLERS
    | _WHO
    | _NUMBER
    | _NAME
    | _DAY
    | _BIRTH
    | _NATION
    | _SEX
    | _ALIEN_FILE
    | _PHONE
    | _ENTRY
    | _PLACE
    | _MADE
    | _TO
    | _KEEPER
    | _OFFICE
    | _FROM
    | _CASE
    | _HOUR
    | _APPEAR
    | _BAIL
    | _AMOUNT
    | _OFFENSE
    | _AWAY
    | _set(
        "detained arrested removed released produced sought wanted be back duty desk line hold holding center"
        " country state street zip under supervision event "
        "fins sid title birth / $"
    )
)
_Words = frozenset[str]
_TOLD: tuple[tuple[str, Callable[[_Words], bool]], ...] = (
    ("date_of_birth", lambda w: bool(w & _BIRTH) and not w & (_PLACE | {"country", "state"} | _SEX)),
    ("citizenship", lambda w: bool(w & _NATION)),
    ("sex", lambda w: bool(w & _SEX) and not w & (_WHO - {"subject", "alien", "person"})),
    ("entry_on", lambda w: bool(w & _ENTRY) and bool(w & (_DAY | {"on"}))),
    ("entry_place", lambda w: bool(w & _ENTRY) and bool(w & (_PLACE | {"at"}))),
    (
        "subject_id",
        lambda w: "fins" in w or (bool(w & {"subject", "subj"}) and bool(w & {"id", "identification", "sid"})),
    ),
    ("event_number", lambda w: "event" in w and not w & _DAY),
    (
        "a_number",
        lambda w: bool(w & _ALIEN_FILE) and bool(w & (_NUMBER | {"file"})) and not w & (_CASE | {"event"} | _NAME),
    ),
    (
        "subject_name",
        lambda w: (
            bool(w & _NAME) and bool(w & _WHO) and "address" in w and not w & (_KEEPER | _OFFICE | _FROM | _CASE | _DAY)
        ),
    ),
    ("phone", lambda w: bool(w & _PHONE) and not (w & _NAME and w & _WHO)),
    (
        "subject_name",
        lambda w: bool(w & _NAME) and not w & (_KEEPER | _OFFICE | _FROM | _CASE | _PLACE | _OFFENSE | _DAY),
    ),
    (
        "subject_name",
        lambda w: (
            bool(w & _WHO) and not w - _WHO - _FILLERS - _set("detained arrested removed produced sought wanted be")
        ),
    ),
    ("comply_by", lambda w: bool(w & (_DAY | _HOUR)) and bool(w & (_HOUR | _APPEAR | {"when"})) and not w & _MADE),
    ("comply_at", lambda w: bool(w & _PLACE) and not w & (_MADE | _OFFICE | _KEEPER | _ENTRY | {"city"} | _NAME)),
    (
        "issued_at",
        lambda w: (
            bool(w & (_PLACE | {"at"}))
            and bool(w & (_MADE | {"office", "city", "location"}))
            and not w & (_KEEPER | _FROM | _ENTRY)
        ),
    ),
    (
        "issued_on",
        lambda w: (
            bool(w & (_DAY | {"issued"})) and not w & (_HOUR | _APPEAR | _ENTRY | _BIRTH | _OFFENSE | _KEEPER | _PLACE)
        ),
    ),
    (
        "issuing_office",
        lambda w: (
            bool(w & _OFFICE)
            and not w <= _HEADING
            and not w & (_DAY | _PLACE - {"address", "city", "location"} | {"event"} | _NUMBER | _NAME)
        ),
    ),
    ("issuing_office", lambda w: bool(w & {"from", "sent"}) and not w & (_DAY | _WHO)),
    (
        "recipient",
        lambda w: (
            bool(w & _KEEPER - {"charge", "law", "records", "officer"})
            and not w & (_FROM | _OFFENSE - {"charge"} | _DAY | _NUMBER | _BAIL)
        ),
    ),
    ("recipient", lambda w: bool(w & {"addressed", "directed", "serve", "addressee", "attn", "attention", "deliver"})),
    ("bail", lambda w: bool(w & _BAIL) and not w & (_DAY | _WHO)),
    (
        "case_number",
        lambda w: (
            bool(w & {"case", "docket", "cause", "usdc"} or (w & _CASE and w & _NUMBER))
            and not w & (_DAY | _NAME | _PLACE | _OFFENSE | _WHO | _KEEPER)
        ),
    ),
    (
        "offense",
        lambda w: (
            bool(w & _OFFENSE - {"section", "nature", "description", "original", "underlying"})
            and not w & (_DAY | _NUMBER | _KEEPER - {"charge"})
        ),
    ),
)
"""Which words tell which field, and which words beside them tell that it is another."""
_MOST = 9
_OF_A_VALUE = _set("a an i u s m f the")
"""What a label does not end with: a number or a name begins with it."""


@lru_cache(maxsize=20_000)
def by_words(text: str) -> tuple[str, ...]:
    """The fields that a label of these words may ask for; empty where a word is none of a label's, or nothing is told by them."""
    words = frozenset(each for each in text.split() if each != "/")
    if not words or len(text.split()) > _MOST or not words <= _ALL or text.rsplit(maxsplit=1)[-1] in _OF_A_VALUE:
        return ()
    if "title" in words and words & _OFFENSE and words <= _OFFENSE | _FILLERS | {"title"}:
        return ("offense",)
    if words & _AWAY:
        return (OTHER,) if words & (_DAY | _NAME | _NUMBER | {"signature", "title"}) else ()
    return tuple(dict.fromkeys(name for name, told in _TOLD if told(words)))[:2]
