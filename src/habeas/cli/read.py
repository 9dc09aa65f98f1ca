"""`habeas read`: what a paper is, who signed it, what it says, with the words each entry rests on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.options import JsonFlag, out, working
from habeas.common.canonical import readable_json
from habeas.paper import PaperReading, draft_request, read_paper
from habeas.requests.vocabulary import KIND_WORDS

_JUDICIAL = {True: "yes", False: "no", None: "not established"}


def read(
    file: Annotated[
        Path,
        typer.Argument(
            help="A PDF (text, form, scan, several papers), a picture of a paper, or an e-mail, Word document or text file."
        ),
    ],
    draft: Annotated[
        bool, typer.Option("--draft", help="Print the draft request a person must confirm instead.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Read a paper: kind, form, signer, judicial or not, every entry with its words and place, and what is missing."""
    found = working("Reading the paper", lambda: read_paper(file))
    if draft:
        made = draft_request(found)
        waiting = {key: each.as_data() for key, each in made.unconfirmed.items()}
        out(readable_json({"request": made.request, "unconfirmed": waiting, "missing": list(made.missing)}))
        raise typer.Exit(1)
    out(readable_json(found.as_data()) if as_json else "\n".join(lines(found)))
    raise typer.Exit(1 if found.questions else 0)


def lines(found: PaperReading) -> Iterator[str]:
    """A reading in words, for a terminal."""
    kind = KIND_WORDS.get(found.kind or "", "not known")
    yield f"{kind[0].upper()}{kind[1:]}" + (f" ({found.form})" if found.form else "")
    yield f"  signed by: {(found.signer or 'not known').replace('_', ' ')}"
    yield f"  a court's paper: {_JUDICIAL[found.judicial]}"
    yield from (
        f"  {name}: {_shown(each.value)}" + (f"  (page {each.page})" if each.page else "")
        for name, each in found.fields.items()
    )
    if len(found.papers) > 1:
        yield "Papers in this file:"
        yield from (
            f"  pages {', '.join(map(str, each.pages))}: {each.form or each.kind or 'not known'}"
            for each in found.papers
        )
    yield from (f"Warning: {each}" for each in found.warnings)
    yield from (f"Question: {each.ask} {each.why}" for each in found.questions)


def _shown(value: Any) -> str:
    if value in (None, "", []):
        return "-"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
