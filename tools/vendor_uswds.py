"""Take the pinned subset of USWDS that the desk uses out of an unpacked npm package: `python tools/vendor_uswds.py PACKAGE_DIR`.

Keeps the rules whose every class belongs to a component in KEEP, the three text fonts as WOFF2, the icons named, and the licence.
"""

import re
import shutil
import sys
from pathlib import Path

import tinycss2

TARGET = Path(__file__).parents[1] / "src" / "habeas" / "desk" / "static" / "uswds"
KEEP = [
    "accordion",
    "alert",
    "banner",
    "breadcrumb",
    "button",
    "button-group",
    "card",
    "checkbox",
    "combo-box",
    "date-input",
    "error-message",
    "fieldset",
    "file-input",
    "focus",
    "footer",
    "form",
    "form-group",
    "grid-container",
    "grid-row",
    "hint",
    "icon",
    "input",
    "label",
    "legend",
    "link",
    "list",
    "nav",
    "nav-container",
    "header",
    "title",
    "navbar",
    "process-list",
    "prose",
    "radio",
    "search",
    "section",
    "select",
    "sidenav",
    "skipnav",
    "sr-only",
    "step-indicator",
    "summary-box",
    "table",
    "table-container",
    "tag",
    "textarea",
    "validation",
    "intro",
    "dark-background",
    "site-alert",
    "identifier",
]
FONTS = ("regular", "bold", "italic")
CLASS = re.compile(r"\.([A-Za-z_][\w\\:-]*)")


def wanted(selector: str) -> bool:
    """Whether every class in the selector belongs to a component that is kept; a bare element is."""
    names = [name.replace("\\", "") for name in CLASS.findall(selector)]
    return all(
        any(name == f"usa-{each}" or name.startswith((f"usa-{each}-", f"usa-{each}_")) for each in KEEP)
        for name in names
    )


def kept(rules: list) -> str:
    """The rules to keep, as CSS; a media block is kept with what is left in it."""
    out = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each.strip() for each in tinycss2.serialize(rule.prelude).split(",")]
            keep = [each for each in selectors if wanted(each)]
            if keep:
                out.append(f"{','.join(keep)}{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inner = kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            out += [f"@media{tinycss2.serialize(rule.prelude)}{{{inner}}}"] if inner else []
        elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            text = tinycss2.serialize(rule.content)
            if any(f"sourcesanspro-{name}-webfont.woff2" in text for name in FONTS):
                out.append(
                    "@font-face{"
                    + re.sub(
                        r'src:[^;]*?url\("?[^)]*?(sourcesanspro-\w+-webfont\.woff2)"?\)[^;]*',
                        r'src:url("fonts/\1") format("woff2")',
                        text,
                    )
                    + "}"
                )
    return "\n".join(out)


def main(package: Path) -> None:
    """Write the subset, the fonts, the icons and the licence into the desk's static files."""
    dist = package / "dist"
    text = (dist / "css" / "uswds.min.css").read_text(encoding="utf-8")
    css = kept(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    css = re.sub(r"url\((\"?)(?:\.\./)+img/([^)\"]+)(\"?)\)", r"url(\1img/\2\3)", css)
    shutil.rmtree(TARGET, ignore_errors=True)
    (TARGET / "fonts").mkdir(parents=True)
    for name in FONTS:
        shutil.copy(dist / "fonts" / "source-sans-pro" / f"sourcesanspro-{name}-webfont.woff2", TARGET / "fonts")
    for name in sorted(set(re.findall(r"img/([^)\"]+)", css))):
        (TARGET / "img" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(dist / "img" / name, TARGET / "img" / name)
    (TARGET / "uswds.css").write_text(css, encoding="utf-8")
    shutil.copy(package / "LICENSE.md", TARGET / "LICENSE.md")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
