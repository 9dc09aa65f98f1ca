"""The public pages: what is published, the law, figures, help for the person held, and how to ask for records. No person stands in any."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from habeas.answers.languages import LANGUAGES, language
from habeas.answers.notices import UNREVIEWED, texts
from habeas.common.charts import svg_of
from habeas.desk.services.office.office import local_day, office, place_of
from habeas.desk.services.office.seal_image import seal_picture
from habeas.desk.services.publication import counting
from habeas.desk.services.publication import figures as frozen
from habeas.desk.services.publication.last_updated import last_updated
from habeas.desk.services.publication.register import today
from habeas.desk.store_trouble import trouble_of
from habeas.desk.views.law import page_of
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import What
from habeas.law.pages.map import TIERS, map_rows, map_svg
from habeas.statistics.charts.pictures import charts_of
from habeas.statistics.charts.tables import rules, tables_of


def home(request: HttpRequest) -> HttpResponse:
    """What is here, how much of it, and where each reader begins: those in custody in their own language."""
    here = office()
    day = local_day(here, request.moment)  # type: ignore[attr-defined]
    packs = list(reversed(page_of(place_of(here), day)["packs"]))
    fields = today(day)
    context = {
        "languages": _languages(), "rules": sum(len(each["rules"]) for each in packs), "packs": packs,
        "fields": len(fields), "public": sum(each.public for each in fields), "updated": last_updated(),
    }  # fmt: skip
    return render(request, "public/home.html", context)


def _languages() -> list[tuple[str, dict[str, Any], str]]:
    return [(each, texts(each), language(each).direction) for each in LANGUAGES]


def seal(request: HttpRequest) -> HttpResponse:
    """The county's seal, as the desk drew it anew."""
    found = seal_picture()
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/png")


def published(request: HttpRequest) -> HttpResponse:
    """Every field of a person with what anyone can see of it today, and the rules that speak of it."""
    here = office()
    day = local_day(here, request.moment)  # type: ignore[attr-defined]
    acts = {"share_public", "share_personal", "notify"}
    rules = [each for each in _rules(place_of(here), day) if acts & set(each["acts"])]
    return render(
        request, "public/published.html", {"fields": today(day), "day": day, "rules": rules, "updated": last_updated()}
    )


def law(request: HttpRequest) -> HttpResponse:
    """Every rule of the place in force today, as data the desk decides by."""
    here = office()
    day = local_day(here, request.moment)  # type: ignore[attr-defined]
    page = page_of(place_of(here), day)
    return render(request, "public/law.html", {"page": page, "day": day, "packs": list(reversed(page["packs"]))})


def law_map(request: HttpRequest) -> HttpResponse:
    """Every state as a tile and every place in a table: what a hold comes to, and how well the law was read."""
    day = local_day(office(), request.moment)  # type: ignore[attr-defined]
    rows = map_rows(day)
    picture = mark_safe(map_svg(rows))  # noqa: S308 - our own drawing, of our own words
    return render(request, "public/map.html", {"rows": rows, "picture": picture, "day": day, "tiers": TIERS})


def _rules(place: str, day: date) -> Iterator[dict[str, Any]]:
    for pack in reversed(page_of(place, day)["packs"]):
        yield from pack["rules"]


def figures(request: HttpRequest, version: int | None = None) -> HttpResponse:
    """A frozen release, the newest where none is named: its tables and charts, with what is counted and what is not."""
    found = frozen.newest() if version is None else frozen.release(version)
    if found is None and version is not None:
        raise Http404
    context: dict[str, Any] = {"noun": counting.NOUN, "includes": counting.INCLUDES, "excludes": counting.EXCLUDES}
    if found is not None:
        data = found.data
        context |= {"data": data, "tables": tables_of(data), "rules": rules(data), "sha256": found.sha256}
        context |= {"charts": [(each, mark_safe(svg_of(each))) for each in charts_of(data)]}  # noqa: S308 - every text in it is escaped
        context |= {"others": [each.data for each in frozen.releases()]}
    return render(request, "public/figures.html", context)


def figures_file(request: HttpRequest, version: int, name: str) -> HttpResponse:
    """A file of a release as it was frozen."""
    found = frozen.release(version)
    files = {} if found is None else frozen.files_of(found)
    if name not in files:
        raise Http404
    kind = "application/json" if name.endswith(".json") else "text/csv; charset=utf-8"
    answer = HttpResponse(files[name], content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def held(request: HttpRequest, code: str) -> HttpResponse:
    """For the person held and their lawyer, in the languages of the notices."""
    if code not in LANGUAGES:
        raise Http404
    t, here = texts(code), office()
    context = {
        "t": t, "code": code, "direction": language(code).direction, "unreviewed": "" if t["reviewed"] else UNREVIEWED,
        "rights": [_without_blanks(t[name]) for name in rights_here(place_of(here), local_day(here, request.moment))],  # type: ignore[attr-defined]
        "interview": [t[name] for name in ("consent_voluntary", "consent_decline", "consent_attorney")],
        "languages": _languages(), "helper": [t[name] for name in ("helper_say", "helper_while", "helper_signed")],
    }  # fmt: skip
    return render(request, "public/held.html", context)


def rights_here(place: str, day: date) -> list[str]:
    """Which of the notices' sentences about rights stand here: word to an attorney only where this place's law says so."""
    owed = {
        duty.what
        for pack in resolve(place).packs
        for rule in pack.rules
        if rule.effective.holds_on(day)
        for duty in rule.duties
    }
    return ["right_wrong", *(["right_designee"] if What.NOTIFY_ATTORNEY in owed else []), "right_attorney"]


def _without_blanks(text: str) -> str:
    """A sentence of the printed notice that asks to write on a line is left out on a screen."""
    return " ".join(each for each in re.split(r"(?<=[.。])\s*", text) if "__" not in each)


def reporters(request: HttpRequest) -> HttpResponse:
    """How to ask for records of what immigration authorities asked and were told."""
    here = office()
    day = local_day(here, request.moment)  # type: ignore[attr-defined]
    return render(request, "public/reporters.html", {"rules": list(about_records(place_of(here), day))})


def about_records(place: str, day: date) -> Iterator[dict[str, Any]]:
    """What the packs of `place` say about public records on `day`, as they say it; ValueError for an unknown place."""
    page = page_of(place, day)
    for pack in page["packs"]:
        yield from (each for each in (*pack["rules"], *pack["notes"]) if _is_about_records(each))


def _is_about_records(rule: dict[str, Any]) -> bool:
    """A rule that opens records and nothing else, or a sentence on them; what a federal authority gets of them is no reporter's matter."""
    opens = rule.get("acts") == ["share_public"] and not rule["id"].endswith("-as-anyone")
    return opens or "public record" in rule["sentence"]


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Page not found."""
    return render(request, "public/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong; nothing is told of it. Where the store is away for a while, programs are told when to come again."""
    if trouble_of(sys.exc_info()[1]):
        says = "This page cannot be shown at this moment. Try again in some minutes."
        return HttpResponse(says, status=503, content_type="text/plain", headers={"Retry-After": "60"})
    return HttpResponse("Something went wrong. Try again later.", status=500, content_type="text/plain")
