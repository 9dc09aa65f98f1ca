"""The rule page in text, Markdown and HTML, from the data of `habeas.law.pages.pages`."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape

from habeas.law.pages.sentences import lines

_LINE = "-" * 72


def page_text(page: dict[str, Any]) -> str:
    """The page for a terminal."""
    return "\n".join(_text(page))


def page_markdown(page: dict[str, Any]) -> str:
    """The page in Markdown."""
    return "\n".join(_markdown(page))


def page_html(page: dict[str, Any]) -> str:
    """The page as one HTML document that loads nothing from elsewhere."""
    environment = Environment(
        loader=PackageLoader("habeas.law.pages"),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("law.html").render(page=page)


def _text(page: dict[str, Any]) -> Iterator[str]:
    yield _title(page)
    yield from page["warnings"]
    for pack in reversed(page["packs"]):
        yield from ("", _LINE, f"{pack['title']}  (pack {pack['id']}, SHA-256 {pack['sha256'][:16]}…)", _LINE)
        if pack.get("review"):
            yield pack["review"]
        for rule in pack["rules"]:
            yield from _rule_lines(rule)
        for section in pack["texts"]:
            yield from (
                "",
                f"{section['citation']} in full ({section['as_read']}; read on {section['read_on']})",
                section["words"],
            )
        yield from (f"The law may have changed: {_watched(watch)}" for watch in pack["watches"])
        yield from (
            f"To know: {note['sentence']} [{note['source']['citation']}, {note['source']['sureness']}]"
            for note in pack["notes"]
        )
    if page["definitions"]:
        yield from ("", _LINE, "Definitions", _LINE)
    for term in page["definitions"]:
        yield from ("", f"{_quoted(term)}, means that")
        yield from _branch(term["means"], 2)
    for listed in page["lists"]:
        yield from (
            "",
            f"{listed['title']}  [{listed['citation']}, {listed['sureness']}]{' (open list)' if listed['open'] else ''}",
        )
        yield from (
            f"  ({item['item']}) {item['words']}: {', '.join(item['sections']) or 'no section printed'}"
            for item in listed["items"]
        )


def _title(page: dict[str, Any]) -> str:
    when = f"in force on {page['as_of']}" if page["as_of"] else "the whole history"
    return f"The law of {page['place']} as Habeas applies it, {when}."


def _rule_lines(rule: dict[str, Any]) -> Iterator[str]:
    acts = ", ".join(act.replace("_", " ") for act in rule["acts"])
    yield from (
        "",
        f"{rule['source']['citation']}  [{rule['id']}]",
        f"  {rule['outcome'].upper()}{': ' + acts if acts else ''}",
    )
    yield f"  {rule['sentence']}"
    yield "  when"
    yield from _branch(rule["when"], 4)
    if rule.get("unless"):
        yield f"  unless (then: {rule['otherwise']})"
        yield from _branch(rule["unless"], 4)
    if rule.get("until"):
        yield f"  until {rule['until']}"
    yield from (f"  duty to {duty['to']}: {duty['says']}" for duty in rule["duties"])
    yield f"  from {rule['from']}{' to ' + rule['to'] if rule['to'] else ''} · {rule['layer']} · {rule['source']['sureness']}"
    yield f"  {rule['source']['address']}"
    for past in rule["history"]:
        yield f"  {'before' if 'before' in past else 'from'} {past['on']}: {past['citation']}: {past['sentence']}"
    yield f"  tested by {len(rule['cases'])} cases: {', '.join(sorted({case['where'] for case in rule['cases']}))}"


def _branch(node: dict[str, Any], depth: int) -> Iterator[str]:
    for deeper, words in lines(node):
        yield f"{' ' * (depth + 2 * deeper)}{words}"


def _markdown(page: dict[str, Any]) -> Iterator[str]:
    yield f"# {_title(page)}"
    yield from (f"> {warning}" for warning in page["warnings"])
    for pack in reversed(page["packs"]):
        yield from ("", f"## {pack['title']}", f"Pack `{pack['id']}`, SHA-256 `{pack['sha256']}`")
        for rule in pack["rules"]:
            yield from _rule_markdown(rule)
        for section in pack["texts"]:
            yield from (
                "",
                f"### {section['citation']} in full",
                "",
                f"{section['as_read']}; read on {section['read_on']}.",
                "",
            )
            yield from (f"> {line}" for line in section["words"].splitlines())
        yield from (f"- The law may have changed: {_watched(watch)}" for watch in pack["watches"])
        yield from (
            f"- To know: {note['sentence']} ({note['source']['citation']}, {note['source']['sureness']})"
            for note in pack["notes"]
        )
    if page["definitions"]:
        yield from ("", "## Definitions")
    for term in page["definitions"]:
        yield from ("", f"{_quoted(term)}, means that", "")
        yield from _list_items(term["means"])
    for listed in page["lists"]:
        yield from (
            "",
            f"## {listed['title']}",
            f"{listed['citation']}, {listed['sureness']}",
            "",
            "| item | what | sections |",
            "|---|---|---|",
        )
        yield from (
            f"| ({item['item']}) | {item['words']} | {', '.join(item['sections'])} |" for item in listed["items"]
        )


def _rule_markdown(rule: dict[str, Any]) -> Iterator[str]:
    acts = ", ".join(act.replace("_", " ") for act in rule["acts"])
    yield from (
        "",
        f"### {rule['source']['citation']} (`{rule['id']}`)",
        f"**{rule['outcome']}** {acts}",
        "",
        rule["sentence"],
        "",
        "When:",
    )
    yield from _list_items(rule["when"])
    if rule.get("unless"):
        yield from ("", f"Unless (then: {rule['otherwise']}):")
        yield from _list_items(rule["unless"])
    end = f" to {rule['to']}" if rule["to"] else ""
    yield from (
        "",
        f"From {rule['from']}{end}. {rule['layer'].capitalize()}. {rule['source']['sureness'].capitalize()}: <{rule['source']['address']}>",
    )


def _list_items(node: dict[str, Any]) -> Iterator[str]:
    yield from (f"{'  ' * depth}- {words}" for depth, words in lines(node))


def _watched(watch: Mapping[str, Any]) -> str:
    return f"{watch['sentence']} ({watch['citation']}; to be looked at again by {watch['look_again']})"


def _quoted(term: Mapping[str, Any]) -> str:
    return f"\u201c{term['name']}\u201d{' (' + term['citation'] + ')' if term['citation'] else ''}"
