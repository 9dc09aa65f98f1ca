"""How the codes of the states are written on a charge: the spellings of each, and the shape of its section numbers.

A spelling that several codes share (`PC`, `IC`, `NRS`) is told apart by the shape of the number; where it does not
tell, the code of the place where it is charged is meant, and where no place is known nothing is read.
"""

from dataclasses import dataclass

THREE = r"\d{1,2}[A-Z]?(?:\.\d)?-\d{1,3}[A-Z]?(?:\.\d)?-\d{1,4}[A-Z]?(?:\.\d{1,4})?"
"""Title, chapter and section with dashes between: `16-5-23.1`, `41-6a-502`."""
_POINT = r"\d{3}[A-Z]?\.\d{3,4}[A-Z]?"
"""Chapter and section with a point between: `163.160`, `484C.110`."""
_PENAL = r"\d{1,2}[A-Z]?\.\d{2,3}[A-Z]?"
ACT = r"\d{1,4}(?:\.\d{1,2})?/\d{1,4}[A-Z]?(?:\.\d{1,5}[A-Z]?)?(?:-\d{1,4}(?:\.\d{1,5})?[A-Z]?)?(?:-\d{1,3})?"
"""Act and section of Illinois: `5/12-3.05`."""
_TITLED = r"\d{1,4}(?:\.\d{1,2})?[A-Z]?(?:-\d{1,4}(?:\.\d{1,2})?[A-Z]?)?"


@dataclass(frozen=True, slots=True)
class StateCode:
    """One code: its name before a number, how it is spelled, and the shape of its numbers, both as patterns."""

    name: str
    spelled: str
    shape: str
    alone: str = ""
    """The shape of numbers that no other code has: they are read with no code written."""
    letters: bool = False
    """Whether a letter close behind the number is a subdivision (`13-1203A1`)."""
    points: bool = False
    """Whether a number behind a point is a subdivision (`609.2242.1`)."""
    only_in: str = ""
    """The state in which alone the spelling means this code: it is short, or another state's code is written so."""


STATE_CODES: tuple[StateCode, ...] = (
    StateCode("Ala. Code", r"ALA(?:BAMA)?(?:\s+CODE)?", THREE, alone=r"13A-\d{1,2}-\d{1,3}(?:\.\d+)?"),
    StateCode("AS", r"A\s?S|ALASKA\s+STAT", r"\d{2}\.\d{2}\.\d{3}"),
    StateCode("ARS", r"A\s?R\s?S|ARIZ(?:ONA)?\s+REV\s+STAT", r"\d{1,2}-\d{3,5}(?:\.\d{2})?", letters=True),
    StateCode("A.C.A.", r"A\s?C\s?A|ARK(?:ANSAS)?\s+CODE", THREE),
    StateCode("C.R.S.", r"C\s?R\s?S|COLO(?:RADO)?\s+REV\s+STAT", THREE),
    StateCode(
        "C.G.S.",
        r"C\s?G\s?S(?:\s?A)?|CONN(?:ECTICUT)?\s+GEN\s+STAT",
        r"\d{1,2}[A-Z]?-\d{1,4}[A-Z]{0,2}(?:-\d{1,2})?",
        alone=r"53A-\d{1,3}[A-Z]{0,2}",
    ),
    StateCode("D.C. Code", r"D\s?C\s+CODE|DCC", r"\d{1,2}-\d{3,4}(?:\.\d{2})?"),
    StateCode("F.S.", r"F\s?S(?:\s?S|\s?A)?|FL(?:A|ORIDA)?\s+STAT", r"\d{2,3}\.\d{2,5}"),
    StateCode("O.C.G.A.", r"O\s?C\s?G\s?A|GA\s+CODE", THREE),
    StateCode("HRS", r"H\s?R\s?S", r"\d{3}[A-Z]?-\d{1,4}(?:\.\d{1,2})?"),
    StateCode("Idaho Code", r"IDAHO\s+CODE|I\s?C", r"\d{2}-\d{3,5}[A-Z]?"),
    StateCode(
        "Ind. Code",
        r"IND(?:IANA)?\s+CODE|I\s?C",
        r"\d{1,2}-\d{1,2}(?:\.\d)?-\d{1,2}(?:\.\d)?-\d{1,3}(?:\.\d{1,2})?",
        alone=r"35-\d{2}(?:\.\d)?-\d{1,2}(?:\.\d)?-\d{1,3}(?:\.\d{1,2})?",
    ),
    StateCode("Iowa Code", r"IOWA(?:\s+CODE)?|I\s?C\s?A", r"\d{3}[A-Z]?\.\d{1,4}[A-Z]?"),
    StateCode("K.S.A.", r"K\s?S\s?A|KAN(?:SAS)?\s+STAT", r"\d{1,2}-(?:\d{1,2},\d{3}|\d{2}A\d{2}|\d{3,4})[A-Z]?"),
    StateCode("KRS", r"K\s?R\s?S", r"\d{3}[A-Z]?\.\d{3,4}"),
    StateCode(
        "La. R.S.",
        r"(?:LA(?:\.|OUISIANA)?\s?)?R\s?S|LSA[\s-]?R\s?S|L\s?R\s?S",
        r"\d{1,2}:\d{1,4}(?:\.\d{1,3}){0,2}",
        letters=True,
    ),
    StateCode("Md. Crim. Law", r"(?:M\s?D\s+(?:CODE\s+)?)?CRIM(?:INAL)?\s+LAW|MD\s+CR", r"\d{1,2}-\d{3,4}(?:\.\d)?"),
    StateCode("Md. Transp.", r"M\s?D\s+(?:CODE\s+)?TRANSP(?:ORTATION)?|MD\s+T[AR]", r"\d{1,2}-\d{3,4}(?:\.\d)?"),
    StateCode("MCL", r"M\s?C\s?L(?:\s?A)?", r"\d{2,3}\.\d{1,5}[A-Z]{0,2}"),
    StateCode("Minn. Stat.", r"MINN(?:ESOTA)?\s+STAT|M\s?S(?:\s?A)?", r"\d{3}[A-Z]?\.\d{2,4}", points=True),
    StateCode("Miss. Code", r"MISS(?:ISSIPPI)?\s+CODE", THREE),
    StateCode("Miss. Code", r"M\s?C\s?A", r"9[1-9]-\d{1,2}-\d{1,3}"),
    StateCode("MCA", r"M\s?C\s?A", r"(?:45|46|61)-\d{1,2}-\d{1,4}(?:\.\d{1,2})?"),
    StateCode("MCA", r"MONT(?:ANA)?\s+CODE", THREE),
    StateCode("RSMo", r"R\s?S\s?MO|MO\s+REV\s+STAT", r"\d{3}\.\d{3}"),
    StateCode("Neb. Rev. Stat.", r"NEB(?:RASKA)?\s+REV\s+STAT|[RN]\s?R\s?S", r"\d{1,2}-(?:\d{1,2},\d{3}|\d{3,4})(?:\.\d{2})?"),
    StateCode("NRS", r"N\s?R\s?S|NEV(?:ADA)?\s+REV\s+STAT", _POINT),
    StateCode("RSA", r"(?:N\s?H\s+)?R\s?S\s?A", r"\d{3}(?:-[A-Z])?:\d{1,3}(?:-[A-Z])?"),
    StateCode(
        "N.J.S.A.",
        r"N\s?J\s?S(?:\s?A)?|N\s?J\s+STAT",
        r"\d{1,2}[A-Z]?:\d{1,3}[A-Z]?-\d{1,3}(?:\.\d{1,2})?",
        alone=r"(?:2C:\d{1,2}|39:[3-6])-\d{1,3}(?:\.\d{1,2})?",
        letters=True,
    ),
    StateCode("NMSA", r"N\s?M\s?S\s?A(?:\s+1978)?|N\s?M\s+STAT", THREE),
    StateCode("NY Penal", r"N\s?Y\s?P\s?[LC]|(?:N\s?Y\s+)?PENAL\s+LAW|N\s?Y\s+PENAL(?:\s+CODE)?|P\s?L", r"\d{2,3}\.\d{2}(?:-[A-Z])?"),
    StateCode("NY VTL", r"(?:N\s?Y\s+)?V\s?T\s?L", r"\d{3,4}(?:-[A-Z])?(?:\.\d)?"),
    StateCode("G.S.", r"(?:N\s?C\s?)?G\s?S|(?:N\s?C|NORTH\s+CAROLINA)\s+GEN\s+STAT", r"\d{1,3}[A-Z]?-\d{1,4}[A-Z]?(?:\.\d{1,4}[A-Z]?)?"),
    StateCode("N.D.C.C.", r"N\s?D\s?C\s?C", r"\d{1,2}(?:\.\d)?-\d{2}(?:\.\d)?-\d{2}(?:\.\d)?"),
    StateCode("O.R.C.", r"O\s?R\s?C|OHIO\s+REV\s+CODE|R\s?C", r"\d{4}\.\d{1,3}", letters=True),
    StateCode("{} O.S.", r"O\s?S(?:\s?A)?|OKLA(?:HOMA)?\s+STAT", _TITLED),
    StateCode("ORS", r"O\s?R\s?S|OR(?:EGON)?\s+REV\s+STAT", r"\d{3}[A-Z]?\.\d{3,4}"),
    StateCode("{} Pa.C.S.", r"P\s?A\s?C\s?S(?:\s?A)?|PA\s+CONS\s+STAT", r"\d{3,4}(?:\.\d{1,2})?"),
    StateCode("{} P.S.", r"P\s?S", r"\d{3}-\d{2,3}"),
    StateCode("R.I. Gen. Laws", r"R\s?I\s?G\s?L|R\s?I\s+GEN\s+LAWS", THREE),
    StateCode("S.C. Code", r"S\s?C\s+CODE(?:\s+OF\s+LAWS)?", THREE),
    StateCode("SDCL", r"S\s?D\s?C\s?L", THREE),
    StateCode("T.C.A.", r"T\s?C\s?A|TENN(?:ESSEE)?\s+CODE", THREE),
    StateCode("Tex. Penal", r"TE?X(?:AS)?\s+(?:PEN(?:AL)?(?:\s+CODE)?|P\s?C)|T\s?P\s?C|P\s?C|PEN(?:AL)?(?:\s+CODE)?", _PENAL),
    StateCode(
        "Tex. HS",
        r"(?:TE?X(?:AS)?\s+)?(?:H\s?[&/]?\s?S(?:\s?C)?|HEALTH\s+(?:&|AND)\s+SAFETY(?:\s+CODE)?)|T\s?H\s?S\s?C",
        r"4[6-9]\d\.\d{3,4}[A-Z]?",
    ),
    StateCode("Tex. Transp.", r"(?:TE?X(?:AS)?\s+)?TRANSP(?:ORTATION)?(?:\s+CODE)?|T\s?T\s?C|T\s?R\s?C", r"\d{3}\.\d{3,4}"),
    StateCode("U.C.A.", r"U\s?C\s?A|UTAH\s+CODE", THREE),
    StateCode("{} V.S.A.", r"V\s?S\s?A", _TITLED),
    StateCode(
        "Va. Code",
        r"V\s?A\s+CODE|CODE\s+OF\s+V(?:A|IRGINIA)|VIRGINIA\s+CODE",
        r"\d{1,2}(?:\.\d)?-\d{1,4}(?:\.\d{1,2})?(?::\d{1,2})?",
        alone=r"(?:18\.2|19\.2|46\.2)-\d{1,4}(?:\.\d{1,2})?(?::\d{1,2})?",
    ),
    StateCode("RCW", r"R\s?C\s?W", r"\d{1,2}[A-Z]?\.\d{2,3}[A-Z]?\.\d{3,4}", alone=r"9A\.\d{2}\.\d{3}", points=True),
    StateCode("W. Va. Code", r"W\s?V\s?A?\s*C(?:ODE)?", r"\d{1,2}[A-Z]?-\d{1,2}[A-Z]?-\d{1,3}[A-Z]?"),
    StateCode("Wis. Stat.", r"WIS(?:CONSIN)?\s+STAT|W\s?S", r"\d{3}\.\d{2,3}"),
    StateCode("W.S.", r"W\s?S|WYO(?:MING)?\s+STAT", r"\d{1,2}-\d{1,2}-\d{3,4}"),
    StateCode("{} Del. C.", r"DEL(?:AWARE)?(?:\s*C(?:ODE)?)?|D\s?E", r"\d{3,4}[A-Z]?"),
    StateCode("{} M.R.S.", r"M\s?R\s?S(?:\s?A)?", _TITLED),
    StateCode("{} ILCS", r"I\s?L\s?C\s?S", ACT),
    StateCode("{} USC", r"U\s?S\s?C(?:\s?A)?|U\s?S\s+CODE", r"\d{1,5}[A-Z]{0,2}(?:-\d{1,2}[A-Z]?)?"),
    StateCode("M.G.L. c. {}", r"(?:M\s?)?G\s?L(?:\s?A)?|MASS(?:ACHUSETTS)?\s+GEN\s+LAWS?", r"\d{1,3}[A-Z]?(?:\s?1/2)?"),
)  # fmt: skip
"""Every state's code that charges are written under; `{}` stands for a title or chapter that is part of the code's name."""
