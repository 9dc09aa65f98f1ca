"""`habeas law`: the law as Habeas applies it, what changed and whom it touches, its cases, its policies and reviews, and whole states."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from habeas import __version__
from habeas.answers.impact import answers_before, impact, impact_since
from habeas.cli.law_asked import acts_of, default_request, held
from habeas.cli.law_batch import law_batch
from habeas.cli.options import JsonFlag, ProfileName, day, needed_day, out, working
from habeas.cli.policies import PolicyOption, ReviewsOption, with_policy_of
from habeas.common.canonical import canonical_json, readable_json
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json
from habeas.common.outfiles import check_replaceable, whole_file, write_whole
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Sureness
from habeas.law.packs import PACKS
from habeas.law.pages.changes import LawChange, changes
from habeas.law.pages.due import due
from habeas.law.pages.pages import place_page
from habeas.law.pages.printing import page_html, page_markdown, page_text
from habeas.law.pages.releases import ReleaseChange, between, kept_law, packs_of
from habeas.law.review.pack_cases import gaps, own_cases, wrong
from habeas.law.review.policy import load_policy
from habeas.law.review.reviews import load_reviews, record_review
from habeas.requests.request import load_request

law_app = typer.Typer(
    no_args_is_help=True, help="The law as Habeas applies it: read it, compare two days, check it, run it over a state."
)

Place = Annotated[str, typer.Argument(metavar="PLACE", help="The place: us-ca, us-ca-los-angeles, us-tx.")]


@law_app.command("list")
def law_list(as_json: JsonFlag = False) -> None:
    """List the packs: how many rules, how sure we are of them, the hash that decisions name."""
    rows = [
        {
            "pack": pack.id,
            "title": pack.title,
            "rules": len(pack.rules),
            **{sure.value: sum(rule.source.sureness is sure for rule in pack.rules) for sure in Sureness},
            "cases": len(own_cases(pack.id)),
            "sha256": pack.sha256(),
        }
        for pack in PACKS.values()
    ]
    lines = [f"{'pack':24} {'rules':>5} {'verified':>8} {'secondary':>9} {'unverified':>10} {'cases':>5}  hash"]
    lines += [
        f"{row['pack']:24} {row['rules']:>5} {row['verified']:>8} {row['secondary']:>9} {row['unverified']:>10} {row['cases']:>5}  "
        f"{str(row['sha256'])[:12]}  {row['title']}"
        for row in rows
    ]
    out(readable_json(rows) if as_json else "\n".join(lines))


@law_app.command("show")
def law_show(
    place: Place,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Only what is in force on this day; else the whole history.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, markdown, html or json.")] = "text",
    target: Annotated[Path | None, typer.Option("--out", help="Write to this file instead.")] = None,
    policy: PolicyOption = None,
    reviews: ReviewsOption = None,
) -> None:
    """Show every rule with its sentence, its condition in plain words, its source, its history, and the cases that test it."""
    makers = {"text": page_text, "markdown": page_markdown, "html": page_html, "json": readable_json}
    if form not in makers:
        raise BadInputError(f'--format is "{form}"; write {", ".join(makers)}.')
    if target is not None:
        check_replaceable(target)
    page = place_page(with_policy_of(place, policy), day(as_of, "--as-of"))
    known = load_reviews(reviews)
    for pack in page["packs"]:
        pack["review"] = known.words(pack["id"], pack["sha256"])
    text = makers[form](page)
    if target is None:
        out(text)
        return
    write_whole(target, text, rights=0o644, replace=True)
    out(f"Written: {target}")


@law_app.command("diff")
def law_diff(
    place: Place,
    first: Annotated[str | None, typer.Option("--from", help="The earlier day.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The later day.")] = None,
    release: Annotated[
        Path | None,
        typer.Option("--release", help="Instead of days: the law of an earlier release, as law keep wrote it."),
    ] = None,
    later: Annotated[
        Path | None,
        typer.Option("--to-release", help="With --release: the later release; this program where left out."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say in sentences what changed in the law of a place between two days, or between two releases of the program."""
    if (release and (first or last)) or (later and not release):
        raise BadInputError("Give either two days (--from, --to) or a release (--release, perhaps with --to-release).")
    found = _between_releases(place, release, later) if release else _between_days(place, first, last)
    nothing = f"Nothing changed in {place}." if release else f"Nothing changed in {place} between {first} and {last}."
    out(
        readable_json([each.as_data() for each in found])
        if as_json
        else "\n".join(each.sentence() for each in found) or nothing
    )


def _between_days(place: str, first: str | None, last: str | None) -> list[LawChange]:
    if first is None or last is None:
        raise BadInputError("Say between what: --from and --to with two days, or --release with a file of law keep.")
    return changes(place, *ordered(first, last))


def _between_releases(place: str, before: Path, after: Path | None) -> list[ReleaseChange]:
    old = packs_of(load_json(before), before.name)
    new = packs_of(load_json(after), after.name) if after else packs_of(kept_law(__version__), "this program")
    return between(place, old, new)


@law_app.command("keep")
def law_keep(target: Annotated[Path, typer.Option("--out", help="The file to write (JSON); a new one.")]) -> None:
    """Write down the whole law of this release, so that a later release can say what it changed (`law diff --release`)."""
    write_whole(target, canonical_json(kept_law(__version__)), rights=0o644)
    out(f"Written: {target}, {len(PACKS)} packs of Habeas {__version__}.")


@law_app.command("impact")
def law_impact(  # noqa: PLR0913, PLR0917 - each argument is one option of the command
    place: Place,
    roster: Annotated[Path, typer.Option("--roster", help="The roster export.")],
    last: Annotated[str, typer.Option("--to", help="The later day.")],
    first: Annotated[str | None, typer.Option("--from", help="The earlier day.")] = None,
    before: Annotated[
        Path | None,
        typer.Option("--before", help="Instead of --from: what law batch of an earlier release wrote (Parquet)."),
    ] = None,
    custody_on: Annotated[
        str | None, typer.Option("--custody-on", help="Whom the jail holds on this day; the later day where left out.")
    ] = None,
    request: Annotated[
        Path | None, typer.Option("--request", help="The request (JSON); a complete detainer where left out.")
    ] = None,
    profile: ProfileName = "plain",
    target: Annotated[
        Path | None, typer.Option("--out", help="A CSV of person numbers with the answer before and after.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say whose answer differs between two days of law, or from an earlier release's answers. Nobody is named but in --out."""
    start, end = _first_day(first, before, last), needed_day(last, "--to")
    if target is not None:
        check_replaceable(target)
    asked = load_request(request) if request else default_request()
    subjects, setting = held(roster, profile, place, day(custody_on, "--custody-on") or end, asked)
    if before is not None:
        then = answers_before(before)
        found = working("Deciding", lambda: impact_since(then, subjects, replace(setting, as_of=end), acts_of(asked)))
    elif start is not None:
        found = working("Deciding everybody twice", lambda: impact(subjects, setting, start, end, acts_of(asked)))
    if target is not None:
        with whole_file(target, replace=True) as part:
            found.rows.write_csv(part)
    data = {"people": found.people, "from": str(start) if start else None, "to": str(end), "changes": found.counts()}
    out(readable_json(data) if as_json else "\n".join(found.sentences()))


@law_app.command("coverage")
def law_coverage(as_json: JsonFlag = False) -> None:
    """Say which rules lack a case inside, outside, on the edge or unknown, and which cases a rule contradicts."""
    missing = [{"rule": rule, "missing": list(where)} for rule, where in gaps()]
    broken = [{"rule": own.rule, "where": own.where, "wanted": own.says, "says": said} for own, said in wrong()]
    rules = sum(len(pack.rules) for pack in PACKS.values())
    cases = sum(len(own_cases(pack)) for pack in PACKS)
    if as_json:
        out(readable_json({"rules": rules, "cases": cases, "missing": missing, "wrong": broken}))
    else:
        out(f"{rules} rules, {cases} cases of their own.")
        out(
            "\n".join(f"{row['rule']} has no case {', '.join(row['missing'])}" for row in missing)
            or "Every rule has a case inside, outside, on the edge and unknown, and one that tells its end and its duties."
        )
        out(
            "\n".join(
                f"{row['rule']} says {row['says']} where its case {row['where']} wants {row['wanted']}"
                for row in broken
            )
            or "Every rule says what its cases say."
        )
    raise typer.Exit(1 if missing or broken else 0)


@law_app.command("due")
def law_due(
    as_of: Annotated[str, typer.Option("--as-of", help="The day on which it is asked.")],
    place: Annotated[
        str | None, typer.Argument(metavar="[PLACE]", help="One place; every pack where left out.")
    ] = None,
    policy: PolicyOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what of the law must be read again and by when: what may have changed, what was never read in its text, counsel's findings."""
    when = needed_day(as_of, "--as-of")
    found = due(resolve(with_policy_of(place, policy)).packs if place else PACKS.values(), when)
    late = sum(each.late(when) for each in found)
    lines = [each.sentence() for each in found]
    lines.append(f"{len(found)} to look at; {late} of them by {when} or without a day.")
    out(readable_json([each.as_data(when) for each in found]) if as_json else "\n".join(lines))


@law_app.command("review")
def law_review(
    place: Place,
    by: Annotated[str, typer.Option("--by", help="Who reviewed: name and office.")],
    on: Annotated[str, typer.Option("--on", help="The day of the review.")],
    target: Annotated[Path, typer.Option("--out", help="The file of reviews (TOML); it is added to.")],
    note: Annotated[str, typer.Option("--note", help="What counsel wants said with it.")] = "",
    policy: PolicyOption = None,
) -> None:
    """Record that counsel has read the packs of a place in their present text; it shows on each decision given --reviews."""
    packs = record_review(target, with_policy_of(place, policy), by, needed_day(on, "--on"), note)
    out(f"Recorded in {target.name}: {', '.join(packs)}.")


law_app.command("batch")(law_batch)


@law_app.command("policy")
def law_policy(file: Annotated[Path, typer.Argument(help="The policy file (TOML).")]) -> None:
    """Check a county's own policy against the law above it: it may choose only within what that law leaves open."""
    place = working("Trying the policy against the law above it", lambda: load_policy(file))
    pack = next(each for each in resolve(place).packs if each.id.endswith(".policy"))
    out(f"{pack.title}: {len(pack.provisions)} rules stand within what the law leaves open. SHA-256 {pack.sha256()}")


def _first_day(first: str | None, before: Path | None, last: str) -> date | None:
    if (first is None) == (before is None):
        raise BadInputError("Say what to compare with: --from with an earlier day, or --before with a file of answers.")
    return None if first is None else ordered(first, last)[0]


def ordered(first: str, last: str) -> tuple[date, date]:
    """Two days, the earlier first; BadInputError where they are not."""
    start, end = needed_day(first, "--from"), needed_day(last, "--to")
    if end < start:
        raise BadInputError(f"--to is {end}, which is before --from, {start}.")
    return start, end
