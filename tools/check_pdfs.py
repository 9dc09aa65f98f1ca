"""Have an outside checker look at drawn PDFs: `python tools/check_pdfs.py FILE…`. It needs `pip install page-validation` (104 rules of PDF/UA-1).

Prints a line a file; exit status 1 where a rule is broken. Habeas draws with the writer's own PDF/UA settings; this shares no code with it.
"""

import sys
from pathlib import Path


def broken(path: Path) -> list[str]:
    """The rules of PDF/UA-1 that a file breaks, in the checker's words."""
    import page  # noqa: PLC0415 - only where it is installed

    found = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    return [] if found.is_compliant else [str(each) for each in found.failures] or ["not compliant"]


def main() -> int:
    """Look at every file that is named."""
    worst = 0
    for path in map(Path, sys.argv[1:]):
        found = broken(path)
        worst = max(worst, bool(found))
        sys.stdout.write(f"{path.name}: {'no rule of PDF/UA-1 broken' if not found else '; '.join(found[:3])[:300]}\n")
    return worst


if __name__ == "__main__":
    sys.exit(main())
