"""Words for acts, fields, outcomes, dates and numbers, as papers and summaries say them. One table each."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

ACT_WORDS: dict[str, str] = {
    "hold": "to hold the person past release",
    "notify": "to tell you the release date",
    "transfer": "to transfer the person to federal custody",
    "arrest": "to arrest on a civil warrant",
    "interview": "an interview",
    "delay_release": "to delay release",
    "share_status": "citizenship or immigration status",
    "share_public": "booking facts that anyone may see",
    "share_personal": "personal information",
    "share_criminal_history": "criminal history",
    "list": "a list of a class of people",
    "ask_status": "to ask people about their status",
    "query_ice": "to ask ICE about a person",
    "access_facility": "access to the jail",
    "use_as_interpreter": "to use agents as interpreters",
    "agree_287g": "an agreement under 8 USC 1357(g)",
    "house_federal_detainees": "to house federal detainees",
}

FIELD_WORDS: dict[str, str] = {
    "name": "the name",
    "aliases": "other names",
    "date_of_birth": "the birth date",
    "sex": "the sex on record",
    "booking_id": "the booking number",
    "booked_at": "the time of booking",
    "charges": "the charges",
    "bail": "the bail",
    "facility": "the facility",
    "court": "the court",
    "case_number": "the case number",
    "released_at": "the time of release",
    "housing": "the housing unit",
    "release_date": "the scheduled release date",
    "citizenship": "the citizenship on record",
    "immigration_status": "the immigration status",
    "birthplace": "the birthplace",
    "home_address": "the home address",
    "work_address": "the work address",
    "telephone": "the telephone number",
    "photograph": "the photograph",
    "state_id": "the state number",
    "fbi_number": "the FBI number",
    "a_number": "the A-number",
    "criminal_history": "the criminal history",
    "dedicated_office_space": "office space of its own",
    "nonpublic_areas": "areas closed to the public",
    "databases": "the Office's databases",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def long_date(day: date) -> str:
    """`July 17, 2025`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def as_day(value: Any) -> date | None:
    """The day of a date, a time or an ISO text; None where there is none, or it is none."""
    if isinstance(value, datetime):
        return value.date()
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def as_moment(value: Any) -> datetime | None:
    """The time of an ISO text that names an hour; None of anything else."""
    try:
        return datetime.fromisoformat(str(value)) if "T" in str(value) else None
    except ValueError:
        return None


def clock_time(at: datetime) -> str:
    """`9:05 a.m.`."""
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'a.m.' if at.hour < 12 else 'p.m.'}"


def due_words(source: Mapping[str, Any]) -> str:
    """`, by December 2, 2026` or `, at 9:00 a.m. on December 2, 2026`, as a paper says when it is obeyed; empty where it does not."""
    at = as_moment(source.get("comply_at")) or as_moment(source.get("comply_by"))
    if at is not None:
        return f", at {clock_time(at)} on {long_date(at.date())}"
    day = as_day(source.get("comply_by"))
    return f", by {long_date(day)}" if day else ""


def number(count: int) -> str:
    """Small numbers in words, others with separators."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def people(count: int) -> str:
    """`one person`, `13,000 people`."""
    return "one person" if count == 1 else f"{number(count)} people"


def and_list(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
