"""The demonstration: two fictional counties, one list request and one detainer in each, four packages and what they say."""

import shutil
from datetime import date
from pathlib import Path

from habeas.answers.package import write_package
from habeas.answers.run import AnswerInputs, run_answer
from habeas.answers.summary import summary
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.demo.county import build_county
from habeas.demo.papers import REGISTERS, detainer, facts, list_request
from habeas.roster.profile import load_profile
from habeas.roster.read import read_roster

AS_OF = date(2025, 7, 17)
PLACES = {
    "us-ca-los-angeles": ("us-ca", "Los Angeles law"),
    "us-tx": ("us-tx", "Texas law"),
    "us-or-multnomah": ("us-or", "Oregon law, in Multnomah County"),
    "us-il-cook": ("us-il", "Illinois and Cook County law"),
    "us-fl": ("us-fl", "Florida law"),
}
"""The places whose law the demonstration can stand under: the state of its fictional county, and what the law is called."""
BOTH = ("us-ca-los-angeles", "us-tx")
"""Where no place is asked for."""
MARK = "habeas-demo.txt"
"""A file that says a folder was made by the demonstration, so that nothing else is ever replaced."""


def run_demo(target: Path, people: int, places: tuple[str, ...] = BOTH) -> list[str]:
    """Build a county for each of `places` in `target`, answer two requests in each, and return what a person reads.

    An earlier demonstration in `target` is replaced; any other content is refused with BadInputError, and so is a place not in `PLACES`.
    """
    _known(places)
    _check(target)
    try:
        _clear(target)
        return _built(target, people, places)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)  # half a county is never left
        raise


def _known(places: tuple[str, ...]) -> None:
    strange = [each for each in places if each not in PLACES]
    if strange:
        raise BadInputError(
            f'The demonstration is not made for "{strange[0][:60]}"; choose one of {", ".join(PLACES)}.'
        )


def _built(target: Path, people: int, places: tuple[str, ...]) -> list[str]:
    many, each, them = (
        ("Two fictional counties", " each", "them") if len(places) > 1 else ("A fictional county", "", "it")
    )
    lines = [f"{many} of {people:,} people{each}; nobody in {them} is real. The law is.", ""]
    for jurisdiction in places:
        state, title = PLACES[jurisdiction]
        folder = target / state
        _write_county(folder, state, people)
        roster = read_roster(folder / "roster.csv", load_profile("plain"))
        for name in ("list", "detainer"):
            made = run_answer(
                AnswerInputs(
                    folder / f"{name}-request.json",
                    folder / "roster.csv",
                    jurisdiction,
                    AS_OF,
                    register=folder / "register.toml",
                    facts=folder / "facts.json" if name == "detainer" else None,
                ),
                roster,
            )
            package = folder / f"{name}-package"
            write_package(made.answer, package, made.hashes)
            lines += [f"{title}: {summary(made.answer)[0]}", *summary(made.answer)[1:], f"  Package: {package}", ""]
    return [*lines, "Open outgoing/letter.pdf in each package. Check one with: cd PACKAGE && sha256sum -c SHA256SUMS"]


def _write_county(folder: Path, state: str, people: int) -> None:
    county = build_county(state, people, AS_OF)
    folder.mkdir(parents=True)
    files = {
        "roster.csv": county.csv(),
        "register.toml": REGISTERS[state],
        "list-request.json": readable_json(list_request(state)),
        "detainer-request.json": readable_json(detainer(state, county.subject)),
        "facts.json": readable_json(facts(state, county.rows[0]["person_id"])),
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


def _check(target: Path) -> None:
    if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
        raise BadInputError(
            f"{target.name} holds something that is no demonstration: give --out another folder; nothing was touched."
        )


def _clear(target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    (target / MARK).write_text("Made by habeas demo; replaced at the next run.\n", encoding="utf-8")
