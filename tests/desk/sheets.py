"""Small papers of our own for tests: an I-247A form's words and a list letter, drawn with the PDF library that letters use."""

import html
from functools import cache

from weasyprint import HTML

PERSON = ("MARLOWE, Robin", "04/02/1979", "A 213 556 087")

DETAINER = """
<p>DEPARTMENT OF HOMELAND SECURITY</p><h1>IMMIGRATION DETAINER - NOTICE OF ACTION</h1>
<table><tr><td>Subject ID: 387120945</td><td>Event #: LOS2603000412</td></tr>
<tr><td>File No: {number}</td><td>Date: March 3, 2026</td></tr></table>
<table><tr><td>TO: (Name and Title of Institution - OR Any Subsequent Law Enforcement Agency)<br>Sheriff, Alder County Jail</td>
<td>FROM: (DHS Office Address)<br>ICE ERO Los Angeles Field Office</td></tr></table>
<p>Name of Alien: {name}</p><p>Date of Birth: {born} &nbsp; Citizenship: JAMAICA &nbsp; Sex: M</p>
<p>DHS HAS DETERMINED THAT PROBABLE CAUSE EXISTS THAT THE SUBJECT IS A REMOVABLE ALIEN.</p>
<p>IT IS THEREFORE REQUESTED THAT YOU: Notify DHS as early as practicable before the alien is released.
Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS.</p>
<p>DHS Form I-247A (3/17)</p>
"""
LETTER = """
<p>U.S. Department of Justice<br>Civil Division</p><p>March 2, 2026</p><p>Sheriff, Alder County</p>
<p>Dear Sheriff: we request a list of all inmates in your custody who are not citizens of the United States, with their
names, citizenship, charges and scheduled release dates, within 30 days.</p><p>Sincerely,<br>A. Sender<br>Acting Director</p>
"""
CANCELS = """
<p>U.S. Department of Homeland Security<br>U.S. Immigration and Customs Enforcement</p><p>March 9, 2026</p>
<p>Sheriff, Alder County Jail</p><p>Re: Immigration Detainer - {name}, DOB {born}, A {number}</p><p>Event #: LOS2603000412</p>
<p>Dear Sheriff:</p><p>The immigration detainer dated March 3, 2026 is hereby cancelled.</p>
<p>Sincerely,<br>A. Sender<br>Deportation Officer</p>
"""
SHEETS = {"detainer": DETAINER, "list": LETTER, "cancels": CANCELS}


@cache
def packet(*names: str, name: str = PERSON[0], born: str = PERSON[1], number: str = PERSON[2]) -> bytes:
    """One PDF of several papers, a page each."""
    pages = [
        SHEETS[each].format(name=html.escape(name), born=born, number=number) if each != "list" else SHEETS[each]
        for each in names
    ]
    style = "<style>body { font: 10pt sans-serif } h1 { font-size: 13pt } section { break-after: page }</style>"
    return HTML(string=style + "".join(f"<section>{each}</section>" for each in pages)).write_pdf()


def sheet(kind: str, **person: str) -> bytes:
    """One paper as a PDF."""
    return packet(kind, **person)
