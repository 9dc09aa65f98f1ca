"""What there is to try: every address of the desk with real things at it, every form its pages show, every name its code reads."""

import ast
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from django.urls import Resolver404, get_resolver, resolve

import habeas.desk

DESK = Path(habeas.desk.__file__).parent
EACH = 2
"""How many things are looked at through one address by one role."""
_HOLDERS = ("GET", "POST", "FILES", "headers", "COOKIES", "META", "session", "post", "given")
_IN_TEMPLATE = re.compile(r"""\bname=["']([\w.-]+)["']""")
WORDS = {
    "date": "2026-03-03", "datetime-local": "2026-03-04T02:00", "time": "06:00", "number": "1", "checkbox": "on",
    "email": "a@alder.example",
}  # fmt: skip
"""What is typed into a field of each kind that holds nothing."""


@dataclass(frozen=True)
class Filled:
    """One form as somebody would send it: where to, by which role, and its fields in order."""

    path: str
    who: str
    method: str
    fields: tuple[tuple[str, str], ...]
    with_file: bool


def names_read():
    """By file of views and forms: every name it reads of a request, found in its code; under `""` those of the templates."""
    found = defaultdict(set)
    for folder in ("views", "forms", "accounts", "api"):
        for path in (DESK / folder).glob("*.py"):
            found[path.stem] |= set(_names(ast.parse(path.read_text(encoding="utf-8"))))
    for path in (DESK / "templates").rglob("*.html"):
        found[""] |= set(_IN_TEMPLATE.findall(path.read_text(encoding="utf-8")))
    return found


def _names(tree):
    """Names in `post.get("x")`, `request.GET["x"]`, `"x" in request.POST`, `typed_moment(request, "x")` and fields of forms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.Subscript) and _holder(node.value):
            yield from _texts([node.slice])
        elif isinstance(node, ast.Compare) and any(map(_holder, node.comparators)):
            yield from _texts([node.left])
        elif (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and "Field" in ast.unparse(node.value.func)
        ):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def _of_call(node):
    if (
        isinstance(node.func, ast.Attribute)
        and node.func.attr in {"get", "getlist", "pop"}
        and _holder(node.func.value)
    ):
        yield from _texts(node.args[:1])
    elif node.args and isinstance(node.args[0], ast.Name) and node.args[0].id == "request":
        yield from _texts(node.args[1:])


def _holder(node):
    return ast.unparse(node).rpartition(".")[2] in _HOLDERS


def _texts(nodes):
    return [each.value for each in nodes if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def addresses():
    """Every pattern of the address table: its full name and its route with the parts named."""
    return dict(_addresses(get_resolver().url_patterns, "", ""))


def _addresses(patterns, before, space):
    for each in patterns:
        route = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from _addresses(each.url_patterns, route, f"{each.namespace or ''}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}", route


def name_of(path):
    """The name of the address that answers `path`, None where none does."""
    try:
        return resolve(urlsplit(path).path).view_name
    except (Resolver404, ValueError):
        return None


class Crawl:
    """What every role comes to by following links and forms from the home page."""

    def __init__(self, desk, roles):
        self.desk = desk
        self.pages = defaultdict(dict)
        self.forms = {}
        for who in roles:
            self._walk(who)

    def _walk(self, who):
        todo = [f"/{route}" for route in addresses().values() if not re.search(r"[<(\\^?]", route)]
        seen = set()
        while todo:
            path = todo.pop(0)
            name = name_of(path)
            key = (who, name)
            if path in seen or name is None or name == "account_logout" or len(self.pages[key]) >= EACH * _more(name):
                continue
            seen.add(path)
            self.pages[key][path] = told = self.desk.call(who, "GET", urlsplit(path).path, query=urlsplit(path).query)
            if told.status < 300 and told.body:
                todo += self._look(who, path, told.body)

    def _look(self, who, path, body):
        page = lxml.html.fromstring(body, base_url=f"http://testserver{path}")
        page.make_links_absolute()
        for form in page.forms:
            filled = _filled(form, path, who)
            self.forms.setdefault((who, name_of(filled.path), frozenset(name for name, _ in filled.fields)), filled)
        found = [unquote(each.get("href")) for each in page.iter("a") if each.get("href")]
        return [each.removeprefix("http://testserver") for each in found if each.startswith("http://testserver/")]


def _more(name):
    return 12 if name == "request" else 1


def _filled(form, path, who):
    action = (form.get("action") or path).removeprefix("http://testserver") or path
    fields, radios = [], set()
    for each in form.iter("input", "select", "textarea"):
        kind, name = (each.get("type") or each.tag).lower(), each.get("name")
        if not name or kind in {"submit", "button", "file"} or (kind == "radio" and name in radios):
            continue
        if kind == "radio":
            radios.add(name)
        fields.append((name, _typed(each, kind)))
    return Filled(unquote(action), who, form.method.upper(), tuple(fields), bool(form.xpath(".//input[@type='file']")))


def _typed(field, kind):
    if field.tag == "select":
        return next((value for value in field.value_options if value), "")
    held = field.value if field.tag == "textarea" else field.get("value")
    return held or WORDS.get(kind, "words that were typed")
