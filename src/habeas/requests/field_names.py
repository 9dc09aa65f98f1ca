"""The words by which papers and booking systems name a field, and the field each of them means.

Only words that mean one field stand here: "address", "inmate number" or "date of arrest" may mean two, so a person is asked.
"""

import re

from habeas.requests.vocabulary import AGENCY_FIELDS, FIELD_ACTS

_WORDS: dict[str, str] = {
    "name": "names, full name, inmate name",
    "aliases": "alias, aka, also known as, other names",
    "date_of_birth": "dob, birth date, birthdate, birthday",
    "sex": "gender, sex on record",
    "booking_id": "booking number, booking no, booking num",
    "booked_at": "booking date, booked on, date booked, date of booking, booking time, time of booking, booking date and time",
    "charges": "charge, offense, offenses, booking charges, charges pending",
    "bail": "bail amount, bond, bond amount",
    "facility": "facility name, jail facility, place of detention, custody location",
    "court": "court name",
    "case_number": "case numbers, case no, docket number, cause number, court case number",
    "released_at": "date released, actual release date",
    "housing": "housing unit, housing location, housing assignment",
    "release_date": "scheduled release on, scheduled release date, scheduled release, projected release date, expected release date, "
    "anticipated release date, estimated release date, release dates",
    "citizenship": "country of citizenship, citizenship on record, citizenship country, nationality",
    "immigration_status": "alien status",
    "birthplace": "place of birth, birth place, country of birth, birth country",
    "home_address": "residence, residence address, residential address, place of residence",
    "work_address": "employer address, place of employment, workplace address",
    "telephone": "phone, phone number, telephone number",
    "photograph": "photo, photographs, booking photo, booking photograph, mug shot, mugshot",
    "state_id": "sid, sid number, state identification number, state id number",
    "fbi_number": "fbi no, fbi id, ucn",
    "a_number": "alien number, alien registration number, alien no, a no, anumber, alien file number",
    "criminal_history": "rap sheet, criminal record, criminal history record",
}
FIELD_SYNONYMS: dict[str, str] = {words: name for name, row in _WORDS.items() for words in row.split(", ")}
"""Other words -> the field, all in small letters with single spaces."""

_JOINTS = re.compile(r"[\s_\-/]+|(?<=[a-z])(?=[A-Z])")
_KNOWN = {name.replace("_", " "): name for name in (*FIELD_ACTS, *AGENCY_FIELDS)}


def field_named(text: str) -> str:
    """The field that `text` names, whatever its letters and joints: `Scheduled Release Date`, `bookingDate`, `A-number`.

    A text that names no field comes back as it is.
    """
    words = _JOINTS.sub(" ", text.replace(".", "")).strip().casefold()
    return _KNOWN.get(words) or FIELD_SYNONYMS.get(words, text)
