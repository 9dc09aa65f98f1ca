"""A small drawing board for papers of our own: text, rules, squares, ink, form fields, pictures. Everybody on them is invented."""

import io
from dataclasses import dataclass, field

import pypdfium2
from PIL import Image

FONTS = {
    "F": "Helvetica",
    "B": "Helvetica-Bold",
    "T": "Times-Roman",
    "S": "Times-Bold",
    "C": "Courier",
    "K": "Courier-Bold",
}


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects; the first is the catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n" % (len(data), more) + data + b"\nendstream"


@dataclass
class Sheet:
    """One page; places are points from the upper left."""

    parts: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def say(self, x, y, text, size=9.5, font="F", gray=0):
        safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.parts.append(f"{gray} g BT /{font} {size} Tf {x} {792 - y} Td ({safe}) Tj ET 0 g")
        return self

    def slant(self, x, y, text, size=20):
        self.parts.append(f"BT /B {size} Tf 0.97 0.22 -0.22 0.97 {x} {792 - y} Tm ({text}) Tj ET")
        return self

    def rule(self, x0, y, x1):
        self.parts.append(f".5 w {x0} {792 - y} m {x1} {792 - y} l S")
        return self

    def tick(self, x, y, on, text):
        self.parts.append(f".7 w {x} {792 - y - 1.5} 9 9 re S")
        if on:
            self.say(x + 1.4, y, "X", 9, "B")
        return self.say(x + 14, y, text)

    def ink(self, x, y):
        """A scrawl on a rule."""
        top = 792 - y
        self.parts.append(f"1.1 w {x} {top} m {x + 20} {top + 18} {x + 30} {top - 6} {x + 50} {top + 10} c")
        self.parts.append(f"{x + 70} {top + 20} {x + 80} {top - 8} {x + 110} {top + 9} c S")
        return self

    def entry(self, x, y, name, value, wide=150):
        self.fields.append(f"/FT/Tx/T({name})/V({value})/Rect[{x} {792 - y - 3} {x + wide} {792 - y + 11}]")
        return self

    def box(self, x, y, name, on):
        state = "/Yes" if on else "/Off"
        self.fields.append(f"/FT/Btn/T({name})/V{state}/AS{state}/Rect[{x} {792 - y - 1.5} {x + 9} {792 - y + 7.5}]")
        return self


def book(*sheets: Sheet) -> bytes:
    """A PDF of these pages."""
    fonts = "".join(
        f"/{key}<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>" for key, name in FONTS.items()
    )
    objects = [b"", b""]
    kids, forms = [], []
    for sheet in sheets:
        number = len(objects) + 1
        notes = [number + 2 + count for count in range(len(sheet.fields))]
        listed = " ".join(f"{each} 0 R" for each in notes)
        kids.append(f"{number} 0 R")
        forms.append(listed)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {number + 1} 0 R/Annots[{listed}]"
            f"/Resources<</Font<<{fonts}>>>>>>".encode()
        )
        objects.append(stream("\n".join(sheet.parts).encode("cp1252")))
        objects += [f"<</Type/Annot/Subtype/Widget/F 4/P {number} 0 R{each}>>".encode() for each in sheet.fields]
    objects[0] = f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{' '.join(forms)}]>>>>".encode()
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return pdf(objects)


def scan(data: bytes, *, turn: int = 0, skew: float = 0.0, dpi: int = 200) -> bytes:
    """A PDF that is only pictures of `data`."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    pages = [each.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for each in document]
    pages = [
        each.rotate(skew, fillcolor=255, resample=Image.Resampling.BICUBIC).rotate(turn, expand=True) for each in pages
    ]
    held = io.BytesIO()
    pages[0].save(held, "PDF", resolution=dpi, save_all=True, append_images=pages[1:])
    return held.getvalue()


def photograph(data: bytes) -> bytes:
    """A JPEG of the first page."""
    held = io.BytesIO()
    pypdfium2.PdfDocument(data)[0].render(scale=200 / 72).to_pil().convert("RGB").save(held, "JPEG", quality=80)
    return held.getvalue()
