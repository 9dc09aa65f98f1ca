"""A small export of a jail's system that no shipped layout knows; everybody in it is invented."""

HEADER = "Book #,Inmate,DOB,Booked,Charge,Status,Notes"
NAMES = (
    "MARLOWE, ROBIN", "OKAFOR, ADA J", "TRAN, MINH JR", "REYES, LUCIA", "HOLT, DANA", "PIKE, SAM", "IVERS, JO", "NASH, LEE",
    "QUILL, MAY", "ROWE, TY", "SAGE, KIM", "TODD, ALEX",
)  # fmt: skip
STATUS = ("PEND", "CONV", "DISM", "PEND", "ZZ")


def export(header=HEADER):
    """The export's bytes: a title, the header, and a charge a row."""
    rows = [
        f'B{number + 1:03},"{name}",0{number % 9 + 1}/15/19{70 + number},11/0{number % 9 + 1}/2025,PC 459,'
        f"{STATUS[number % 5]},secret {number}"
        for number, name in enumerate(NAMES)
    ]
    return "\n".join(["ALDER COUNTY JAIL", header, *rows, ""]).encode()
