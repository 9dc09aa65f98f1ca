"""Letters: what they ask, of whom, by when. A letter is no court's paper, whatever it threatens."""

import re
from collections.abc import Sequence
from itertools import pairwise

from habeas.paper.fields.days import of_birth
from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.lexicon import is_sentence
from habeas.paper.fields.likely import called_name
from habeas.paper.fields.mail import mail_head
from habeas.paper.fields.people import add_people
from habeas.paper.fields.value_patterns import find_date, find_name
from habeas.paper.fields.whom import settle_whom
from habeas.paper.fields.wording import letterhead, mailed_from, own_words
from habeas.paper.fields.years import next_day
from habeas.paper.judicial.named import name_like
from habeas.paper.judicial.signing import TYPED, TYPED_NAME, cut
from habeas.paper.judicial.titles import TITLE, tidy_name, tidy_title
from habeas.paper.letters_about import OF_ONE_PERSON, about_whom, reached_at
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page, PageLine, Word

_ASKS = (
    r"\b(?:request(?:s|ed|ing)?|asks?|seeks?|please|would like|demands?|require[sd]?|provide|produce|propose[sd]?"
    r"|kindly|appreciate[sd]?|grateful|obliged|(?:c|w)ould you|can you|will you|let (?:us|me|this office)|hopes?|wish(?:es)?|needs?)\b"
)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"public records act|freedom of information|public information act|open records|right[- ]to[- ]know"
        r"|sunshine law|public records request|\bfoia\b",
        "public_records_request",
    ),
    (r"287\(g\)|memorandum of agreement|intergovernmental service agreement", "agreement_proposal"),
    (
        r"(?:list of|roster of|listing of|each|all|every|any)\b.{0,60}\b(?:inmates?|persons?|people|individuals?|detainees?"
        r"|prisoners?|arrestees?)\b.{0,160}\b(?:not (?:a )?(?:u\.?s\.? |united states )?citizens?"
        r"|non-?citizens?|aliens?|foreign[- ]born|foreign nationals?|born (?:outside|abroad))",
        "list_request",
    ),
    (
        r"\b(?:list|roster|listing|printout|report|names?) of (?:everybody|everyone|anybody|anyone|all|each|every|any|those"
        r"|persons?|people)\b"
        r".{0,160}"
        r"\b(?:not (?:a |an )?(?:u\.?s\.? |united states |american )?citizens?|non-?citizens?|aliens?|foreign[- ]born|foreign nationals?"
        r"|born (?:outside|abroad|in (?:a )?(?:foreign|another) countr))",
        "list_request",
    ),
    (
        r"\b(?:not (?:a )?citizens?|non-?citizens?|foreign[- ]born)\b.{0,200}\b(?:list of|each (?:such )?inmate)",
        "list_request",
    ),
    (
        r"\b(?:access to|enter|office space|non-?public areas?)\b.{0,80}\b(?:facilit|jail|housing|intake"
        r"|booking|areas?)|office space",
        "facility_access",
    ),
    (
        r"\b(?:whether|if) (?:any|an?|there (?:is|are|was)|(?:he|she|they) (?:has|have|is|are))\b.{0,80}\b(?:detainers?|holds?|warrants?)\b"
        r".{0,80}\b(?:lodged|placed|exists?|pending|against|on file|in place|received)\b",
        "status_inquiry",
    ),
    (
        r"\binterview(?:s|ing|ed)?\b|\b(?:speak|meet|talk)(?:ing)? (?:with|to) (?:our|ice|an? (?:ice )?(?:officer|agent)|officers)",
        "interview_request",
    ),
    (
        r"\b(?:notif\w+|notice|inform\w*|advis\w+|tell|told|let (?:us|me|this office) know|alert\w*|contact\w*|call\w*|updat\w+"
        r"|confirm\w*|know|when)\b"
        r".{0,140}\b(?:releas\w*|discharg\w*|leav(?:e|es|ing)|let (?:go|out)|set free|freed|(?:get|gets|getting) out|bond(?:s|ed"
        r"|ing)? out|post(?:s|ed|ing)? bond"
        r"|(?:due|scheduled|expected|supposed) (?:to (?:be |get |come |go )?)?out|walks?(?: out)?)\b",
        "notification_request",
    ),
    (r"\b(?:transfer|turn over|hand over|surrender)\b.{0,60}\bcustody\b", "transfer_request"),
    (r"\b(?:citizenship|immigration)(?: or immigration| and immigration)? status of\b", "status_inquiry"),
    (
        r"\b(?:provide|give|send|furnish|share|supply|know|obtain|have)\b.{0,80}\b(?:(?:releas\w*|discharge|out) dates?|dates?"
        r" (?:and time )?of (?:\w+ )?(?:releas|discharg)\w*)",
        "notification_request",
    ),
    (r"\b(?:records?|booking (?:sheet|information|photograph)s?|information|documents?|copies)\b", "records_request"),
)
"""What a letter asks, the surest sign first; the words must stand in a sentence that asks."""
_FIELDS: tuple[tuple[str, str], ...] = (
    (r"\baliases\b|\balias\b|also known as", "aliases"),
    (r"\bnames?\b(?! of any)", "name"),
    (r"dates? of birth|\bdob\b|birth ?dates?", "date_of_birth"),
    (r"country of citizenship|citizenship|nationality|country of origin", "citizenship"),
    (r"immigration status", "immigration_status"),
    (r"place of birth|country of birth|birthplace", "birthplace"),
    (r"\bcrimes?\b|\bcharges?\b|\boffens?es?\b", "charges"),
    (r"release dates?|date of release|dates? on which .{0,40}released", "release_date"),
    (r"booking numbers?", "booking_id"),
    (r"booking dates?|dates? of (?:booking|arrest)|date booked", "booked_at"),
    (r"home addres|residential addres|last known addres|home or work addres", "home_address"),
    (r"work addres|employer", "work_address"),
    (r"telephone numbers?|phone numbers?", "telephone"),
    (r"photographs?|mug ?shots?", "photograph"),
    (r"criminal histor|rap sheet|prior convictions", "criminal_history"),
    (r"a-numbers?|alien (?:registration )?numbers?|alien file", "a_number"),
    (r"\bsid\b|state identification|cii number", "state_id"),
    (r"fbi numbers?", "fbi_number"),
    (r"\bbail\b|\bbond\b", "bail"),
    (r"housing (?:unit|location|assignment)|cell assignment", "housing"),
    (r"\bsex\b|\bgender\b", "sex"),
)
_BY = re.compile(
    r"(?:no later than|not later than|in no event later than|on or before|respond by|reply by|response by|received by|provided? by"
    r"|(?:by )?(?:the )?(?:close|end) of (?:business|(?:the )?day)(?: on)?|before|within|\bby)\s*:?\s*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^(?:sincerely|respectfully(?: submitted)?|very truly yours|yours (?:truly|sincerely)"
    r"|thank you(?: for your .*)?|(?:many )?thanks(?: again| much| so much| a lot| all| for your .*)?"
    r"|(?:with )?(?:best |kind |warm )?regards|cordially|best|v/r|with"
    r" appreciation)\s*[,.]?$",
    re.IGNORECASE,
)
_NOT_CITIZENS = re.compile(
    r"not (?:a )?(?:u\.?s\.? |united states )?citizens?|non-?citizens?|\baliens?\b|foreign nationals?", re.IGNORECASE
)
_SENDER = re.compile(
    r"department of justice|homeland security|customs enforcement|border protection|u\.?s\.? marshals"
    r"|federal bureau|attorney'?s office|attorney general",
    re.IGNORECASE,
)


_FAREWELL = re.compile(r"(?:[A-Z][\w'’]*)(?: [\w'’]+){0,4},")
"""A short line that ends with a comma, as a letter's last words do: `With thanks,`, `Many thanks and best wishes,`."""
_GREETS = re.compile(
    r"(?:hello|hi|hey|dear|greetings|good (?:morning|afternoon|evening|day)|all|team|sir|ma'?am|madam)\b", re.IGNORECASE
)


_LAST_WORDS = 9
"""Words in a letter's last line; a longer one that begins with thanks is a sentence of its body."""


def _closing(lines: Sequence[PageLine]) -> int | None:
    """The place of the line with a letter's last words: the last of those that are known, else a short one over a name."""
    known = [place for place, each in enumerate(lines) if _CLOSES.match(each.text) and len(each.words) < _LAST_WORDS]
    if known:
        last = known[0]
        while last + 1 in known:
            last += 1
        return last
    for place, each in enumerate(lines[:-1]):
        over_a_name = any(name_like(under.text) for under in lines[place + 1 : place + 3])
        if (
            each.area[1] > 120
            and _FAREWELL.fullmatch(each.text)
            and not _GREETS.match(each.text)
            and over_a_name
            and not re.match(r"dear\b", each.text, re.IGNORECASE)
        ):
            return place
    return None


def letter_kind(pages: Sequence[Page]) -> str | None:
    """What a letter asks; None where it is no letter or asks nothing we know."""
    lines = [line for page in pages for line in page.lines]
    if not pages[0].typed and not _is_letter(lines):  # words that somebody typed need no form of a letter
        return None
    body = _body(lines)
    sentences = _END.split(body)
    asking = " ".join(each for each in sentences if each.endswith("?") or re.search(_ASKS, each, re.IGNORECASE))
    subject = " ".join(line.text for line in lines if re.match(r"(?:re|subject)\s*:", line.text, re.IGNORECASE))
    if head := mail_head(lines):
        subject = f"{subject} {head['subject'][0]}"
    if _AGREES.search(body) and _JOINS.search(asking):
        return "agreement_proposal"
    for pattern, kind in _KINDS:
        if re.search(pattern, f"{subject} {asking}", re.IGNORECASE | re.DOTALL):
            return kind
    return None


_AGREES = re.compile(
    r"287\(g\)|memorandum of (?:agreement|understanding)|intergovernmental service agreement", re.IGNORECASE
)
_JOINS = re.compile(
    r"\b(?:sign(?:ing|ed)?|participat\w*|join\w*|enter(?:ing)? into|partner\w*|execute)\b", re.IGNORECASE
)
"""A letter that speaks of an agreement proposes it only where it asks to sign or to take part."""
_END = re.compile(
    r"(?<=[.;:?])(?<!\bSt\.)(?<!\bJr\.)(?<!\bSr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\b[A-Z]\.)\s+"
)
"""Where a sentence ends; a shortened word ends none."""


def _is_letter(lines: Sequence[PageLine]) -> bool:
    opens = any(
        re.match(
            r"dear\b|to whom it may|good (?:morning|afternoon|day)|in re\s*:|to the (?:custodian|sheriff|records|warden|commander)"
            r"|re\s*:|subject\s*:",
            each.text,
            re.IGNORECASE,
        )
        for each in lines
    )
    return (opens or _printed_mail(lines)) and (_closing(lines) is not None or _printed_mail(lines))


def _printed_mail(lines: Sequence[PageLine]) -> bool:
    """Whether the head of a printed e-mail stands on the page; such a message may close without a greeting."""
    return bool(mail_head(lines))


def _body(lines: Sequence[PageLine]) -> str:
    return re.sub(r"\s+", " ", " ".join(each.text for each in lines))


def read_letter(kind: str, pages: Sequence[Page], gathered: Gathered) -> None:
    """Read date, addressee, what is asked, by when, and who signs."""
    first = pages[0]
    _mailed(first, gathered)
    _head(first, gathered)
    for page in pages:
        _reply_by(page, gathered)
        _signer(kind, page, gathered)
    body = _body([line for page in pages for line in page.lines])
    _asked(kind, body, first, gathered)
    if kind in OF_ONE_PERSON:
        about_whom(pages, gathered)
        add_people(pages, gathered)
        settle_whom(first, gathered, court=False)
    _no_birth_as_day(gathered)
    reached_at(pages, gathered)
    mailed = _printed_mail(first.lines)
    gathered.add("issuing_office", mailed_from(first) if mailed else letterhead(first))
    own_words(pages, gathered, of_a_list=kind == "list_request")


def read_unknown(pages: Sequence[Page], gathered: Gathered) -> None:
    """Read of a letter, a note or a memo that asks nothing we know its day, whom it is about and how its writer is reached."""
    first = pages[0]
    if not first.typed and not any(_OPENS.match(line.text) for line in first.lines[:40]):
        return
    _mailed(first, gathered)
    _head(first, gathered)
    about_whom(pages, gathered)
    _no_birth_as_day(gathered)
    if any(gathered.fields[name].value for name in gathered.fields if name != "issued_on"):
        reached_at(pages, gathered)
        for page in pages:
            _signer("", page, gathered)
        gathered.fields.pop("_ink", None)


def _no_birth_as_day(gathered: Gathered) -> None:
    """Take back a day of writing that is the person's birth date: nobody writes about somebody on the day they are born."""
    made, born = (gathered.fields.get(name, ABSENT).value for name in ("issued_on", "date_of_birth"))
    if made and made == born:
        gathered.fields["issued_on"] = ABSENT


_OPENS = re.compile(
    r"dear\b|to whom it may|in re\s*:|re\s*:|subject\s*:|from\s*:|message\s*:|caller\s*:|memo(?:randum)?\b|.*\bphone message\b",
    re.IGNORECASE,
)
"""A line by which a letter, a memo or a note of a call is known."""


def _head(page: Page, gathered: Gathered) -> None:
    """The date that stands on a line of its own in the upper half, and the first line of the address under it."""
    lines = [each for each in page.lines if each.area[1] < page.height * 0.5]
    for place, line in enumerate(lines):
        found = find_date(line.text)
        if (
            found
            and found.value
            and len(line.text) <= found.end - found.start + 14
            and not of_birth(line.text[: found.start])
        ):
            gathered.add("issued_on", reading_of(found.value, line.words, page, "issued_on"))
            after = [each for each in lines[place + 1 : place + 7] if each.area[0] < page.width * 0.6]
            _addressed(after, page, gathered)
            return
    gathered.add("issued_on", ABSENT)


_NO_ADDRESS = re.compile(r"(?:re|via|by|subject|attn|in re|from|sent)\b\s*[:.]?", re.IGNORECASE)
_STREET = re.compile(r"\d|\bp\.?\s?o\.?\s+box\b|@|,\s*[A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$|,\s*[A-Z]{2}\s*$", re.IGNORECASE)
"""A line of an address that is a street's or a city's."""


def _addressed(after: Sequence[PageLine], page: Page, gathered: Gathered) -> None:
    """Whom a letter is addressed to: the lines under its date that name a person or an office, without street and city."""
    found: list[PageLine] = []
    for line in after:
        if re.match(r"(?:dear|to whom)\b", line.text, re.IGNORECASE) or (found and _NO_ADDRESS.match(line.text)):
            break
        if _NO_ADDRESS.match(line.text):
            continue
        if found and (_STREET.search(line.text) or line.area[1] - found[-1].area[3] > line.size):
            break
        found.append(line)
    words = [word for line in found for word in line.words]
    text = ", ".join(line.text for line in found)
    named = re.sub(r"^to\s*:\s*", "", text, flags=re.IGNORECASE)
    if named:
        gathered.add("recipient", reading_of(named, words, page, "recipient"))


def _mailed(page: Page, gathered: Gathered) -> None:
    """The day and the addressee that the head of a printed e-mail names: `Sent:`, `To:`."""
    head = mail_head(page.lines)
    for name, label in (("issued_on", "sent"), ("recipient", "to")):
        text, words = head.get(label, ("", ()))
        day = find_date(text) if name == "issued_on" else None
        value = (day.value if day else None) if name == "issued_on" else re.sub(r"\s*<[^>]*>", "", text).strip()
        if value:
            gathered.add(name, reading_of(value, words, page, name))


def _reply_by(page: Page, gathered: Gathered) -> None:
    words = list(page.words)
    words = [word for line in page.lines for word in line.words]
    for place in range(len(words)):
        before = " ".join(each.text for each in words[max(0, place - 6) : place])
        if not _BY.search(before):
            continue
        used = words[place : place + 4]
        found = find_date(" ".join(each.text for each in used))
        if found and found.value and found.start == 0:
            gathered.add("reply_by", reading_of(found.value, _used(used, found.end), page, "reply_by"))
            return
        made = gathered.fields.get("issued_on", ABSENT).value
        coming = next_day(" ".join(each.text for each in used), made) if isinstance(made, str) else None
        if coming:
            gathered.add("reply_by", reading_of(coming[0], _used(used, coming[1]), page, "reply_by"))
            return


def _used(words: Sequence[Word], end: int) -> list[Word]:
    kept, place = [], 0
    for word in words:
        if place < end:
            kept.append(word)
        place += len(word.text) + 1
    return kept


def _signer(kind: str, page: Page, gathered: Gathered) -> None:
    """The name and the title under the closing words."""
    lines = list(page.lines)
    close = _closing(lines)
    if close is None:
        close = _before_a_writer(lines)
    if close is None:
        return
    below = [each for each in lines[close + 1 : close + 6] if each.area[0] < page.width * 0.75 and key(each.text)]
    typed = [each for each in below if TYPED.match(each.text.lower())]
    under = [each for each in below if each not in typed] or typed
    if not under:
        return
    name = "requester" if kind == "public_records_request" else "signer_name"
    named, title = cut(list(under[0].words), page)
    if title.value is None and len(under) > 1:
        title = reading_of(tidy_title(under[1].text), under[1].words, page, "signer_title")
    value = named.value or tidy_name(under[0].text)
    if find_name(value) and not is_sentence(value):
        gathered.add(name, reading_of(value, under[0].words, page, name))
    if name == "signer_name":
        gathered.add("signer_title", title)
    top, bottom = lines[close].area[3], under[0].area[1]
    area = (under[0].area[0] - 12, top, under[0].area[0] + 260, bottom)
    signed = True if typed and TYPED_NAME.search(typed[0].text) else page.ink(area)
    gathered.fields["_ink"] = reading_of(signed, (), page, "_ink")


def _before_a_writer(lines: Sequence[PageLine]) -> int | None:
    """The line before the writer's name at the foot of a message that closes without a greeting."""
    if not _printed_mail(lines):
        return None
    sender = mail_head(lines)["from"][0]
    writer = set(re.findall(r"[a-z]{2,}", sender.lower()))
    for place, line in reversed(list(enumerate(lines))):
        own = key(line.text) in key(sender) or {each.strip(".,") for each in line.text.lower().split()} <= writer
        if place > 4 and len(line.words) > 1 and own and name_like(line.text):
            return place - 1
    pairs = list(enumerate(pairwise(lines[-6:]), max(0, len(lines) - 6)))
    for place, (one, two) in pairs:
        named = called_name(one.text)
        if place and named and named.value == one.text.strip(" ,") and TITLE.match(two.text):
            return place - 1
    return None


def _asked(kind: str, body: str, page: Page, gathered: Gathered) -> None:
    if kind not in {"list_request", "records_request", "status_inquiry"}:
        return
    part = re.split(
        r"\b(?:provide|include|following|produce|containing|including)\b", body, maxsplit=1, flags=re.IGNORECASE
    )
    asked = part[1] if len(part) > 1 else body
    asked = _list_sentences(asked)
    asked = re.split(
        r"\bwe ask that you respond|\bplease respond|\bsincerely\b|\bthe department hopes", asked, flags=re.IGNORECASE
    )[0]
    fields = [name for pattern, name in _FIELDS if re.search(pattern, asked, re.IGNORECASE)]
    gathered.add("requested_fields", reading_of(fields, (), page, "requested_fields"))
    if kind == "list_request" and _NOT_CITIZENS.search(body):
        gathered.add("class", reading_of({"citizenship": "not US"}, (), page, "class"))


def _list_sentences(text: str) -> str:
    """The sentence that says what is asked for, and those after it that ask for more; what tells of the law asks for nothing."""
    first, *rest = re.split(r"(?<=[.?])\s+(?=[A-Z])", text)
    return " ".join(
        [first, *(each for each in rest if re.search(_ASKS, each, re.IGNORECASE) and not _TELLS.search(each))]
    )


_TELLS = re.compile(
    r"\b(?:federal law|u\.?s\.?c|c\.?f\.?r|section \d+ (?:provides|requires)|prohibit|compulsory|subpoena)",
    re.IGNORECASE,
)


def official_sender(page: Page) -> bool:
    """Whether a federal authority's name stands in the letterhead."""
    return any(_SENDER.search(each.text) for each in page.lines if each.area[1] < page.height * 0.25)
