"""A small answer from small files, as the tests of the answers room make it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from habeas.answers.package import package_files
from habeas.answers.run import AnswerInputs, Made, run_answer
from habeas.demo.papers import REGISTERS, detainer, list_request

AS_OF = date(2025, 7, 17)

ROSTER = """person_id,booking_id,family_name,given_name,date_of_birth,statute,charge_description,charge_grade,charge_disposition,scheduled_release_on,citizenship_on_record,citizenship_source,history_complete,sex_or_arson_registrant,federal_felony_arrest_warrant,released_at,holds
P1,BK-70001,QUILLFEATHER,AMOS,1980-05-06,211 PC,ROBBERY,felony,pending,2025-09-01,Canada,passport,true,false,false,,ICE DETAINER
P1,BK-70001,QUILLFEATHER,AMOS,1980-05-06,,ICE DETAINER,,,,,,,,,,
P2,BK-70002,ZEPHYRINE,OLGA,1975-11-30,647(f) PC,DRUNK,misdemeanor,pending,,US,booking sheet,,,,,
P3,BK-70003,WINTERBOTTOM,LEO,1991-02-14,459 PC,BURGLARY,felony,convicted,2025-10-10,,,,,,,
P4,BK-70004,"=HYPERLINK(""http://example.org"")",EVA,1969-03-03,484 PC,THEFT,misdemeanor,pending,2025-08-08,Mexico,booking sheet,,,,,
P5,BK-70005,OLDCASTLE,IDA,1988-08-08,484 PC,THEFT,misdemeanor,pending,,Mexico,booking sheet,,,,2025-07-01T10:00,
"""  # noqa: E501 - a roster's rows are as long as they are


def made(
    folder: Path, request: dict[str, Any], jurisdiction: str, *, register: str | None = None, facts: Any = None
) -> Made:
    folder.mkdir(exist_ok=True)
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
    for name, text in (("register.toml", register), ("facts.json", json.dumps(facts) if facts else None)):
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    return run_answer(
        AnswerInputs(
            folder / "request.json",
            folder / "roster.csv",
            jurisdiction,
            AS_OF,
            register=folder / "register.toml" if register else None,
            facts=folder / "facts.json" if facts else None,
        )
    )


def package(folder: Path, request: dict[str, Any], jurisdiction: str, **more: Any) -> dict[str, bytes]:
    found = made(folder, request, jurisdiction, **more)
    return package_files(found.answer, found.hashes)


def doj(state: str = "us-ca", **changes: Any) -> dict[str, Any]:
    return list_request(state) | changes


def ice(subject: dict[str, str], state: str = "us-ca") -> dict[str, Any]:
    return detainer(state, subject)


__all__ = ["AS_OF", "REGISTERS", "ROSTER", "doj", "ice", "made", "package"]
