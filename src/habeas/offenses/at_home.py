"""Codes as a state's own jails abbreviate them, read only where the charge is of that state: elsewhere the letters mean another code."""

from habeas.offenses.state_codes import ACT, STATE_CODES, THREE, StateCode

_VEHICLE = r"V\s?C|VEH(?:ICLE)?(?:\s+CODE)?"

AT_HOME: tuple[StateCode, ...] = (
    StateCode("75 Pa.C.S.", _VEHICLE, r"\d{3,4}(?:\.\d{1,2})?", letters=True, only_in="us-pa"),
    StateCode(
        "18 Pa.C.S.",
        r"C\s?C|CRIMES(?:\s+CODE)?|P\s?A\s?C\s?C",
        r"\d{3,4}(?:\.\d{1,2})?",
        letters=True,
        only_in="us-pa",
    ),
    StateCode("{} Pa.C.S.", r"C\s?S(?:\s?A)?|§", r"\d{3,4}(?:\.\d{1,2})?", letters=True, only_in="us-pa"),
    StateCode("{} P.S.", r"§", r"\d{3}-\d{2,3}", only_in="us-pa"),
    StateCode("NY Penal", r"P\s?C|PEN(?:AL)?(?:\s+CODE)?", r"\d{2,3}\.\d{2}(?:-[A-Z])?", only_in="us-ny"),
    StateCode("NY VTL", r"V\s?&?\s?T|VEH\s+&\s+TRAF", r"\d{3,4}(?:-[A-Z])?(?:\.\d)?", only_in="us-ny"),
    StateCode("Tex. Transp.", r"T\s?C|TRANS?", r"\d{3}\.\d{3,4}", only_in="us-tx"),
    StateCode("Md. Crim. Law", r"C\s?[RL]", r"\d{1,2}-\d{3,4}(?:\.\d)?", only_in="us-md"),
    StateCode("Md. Transp.", r"T\s?[ARP]|TRANS", r"\d{1,2}-\d{3,4}(?:\.\d)?", only_in="us-md"),
    StateCode("{} ILCS", r"-|(?<=\s)", ACT, only_in="us-il"),
    StateCode("Iowa Code", r"I\s?C|CODE", r"\d{3}[A-Z]?\.\d{1,4}[A-Z]?", only_in="us-ia"),
    StateCode(
        "Va. Code", r"V\s?C|C\s?O\s?V|V\s?A", r"\d{1,2}(?:\.\d)?-\d{1,4}(?:\.\d{1,2})?(?::\d{1,2})?", only_in="us-va"
    ),
    StateCode("RSMo", r"R\s?S", r"\d{3}\.\d{3}", only_in="us-mo"),
    StateCode("U.C.A.", r"U\s?C", THREE, only_in="us-ut"),
    StateCode("T.C.A.", r"T\s?C", THREE, only_in="us-tn"),
    StateCode("S.C. Code", r"S\s?C", THREE, only_in="us-sc"),
    StateCode("O.C.G.A.", r"G\s?A|O\s?C\s?G", THREE, only_in="us-ga"),
    StateCode("Ala. Code", r"C\s?O\s?A|A\s?L|CODE", THREE, only_in="us-al"),
    StateCode("Miss. Code", r"M\s?C", THREE, only_in="us-ms"),
    StateCode("N.D.C.C.", r"C\s?C", r"\d{1,2}(?:\.\d)?-\d{2}(?:\.\d)?-\d{2}(?:\.\d)?", only_in="us-nd"),
    StateCode("MCL", r"P\s?A\s?C\s?C|C\s?L", r"\d{2,3}\.\d{1,5}[A-Z]{0,2}", only_in="us-mi"),
    StateCode("R.I. Gen. Laws", r"G\s?L", THREE, only_in="us-ri"),
    StateCode("D.C. Code", r"D\s?C", r"\d{1,2}-\d{3,4}(?:\.\d{2})?", only_in="us-dc"),
    StateCode("W. Va. Code", r"W\s?V\s?C?|CODE", r"\d{1,2}[A-Z]?-\d{1,2}[A-Z]?-\d{1,3}[A-Z]?", only_in="us-wv"),
)
"""How jails write their own state's code among themselves; the letters alone tell nobody elsewhere which code is meant."""

SHORT_ALONE = frozenset({"Tex. Penal", "Tex. HS", "Tex. Transp.", "NY Penal", "NY VTL", "Md. Crim. Law", "Md. Transp."})
"""Codes of states that have several: the state's two letters before a number do not say which."""
HOMES: dict[str, str] = {
    "Ala. Code": "us-al",
    "AS": "us-ak",
    "ARS": "us-az",
    "A.C.A.": "us-ar",
    "C.R.S.": "us-co",
    "C.G.S.": "us-ct",
    "D.C. Code": "us-dc",
    "F.S.": "us-fl",
    "O.C.G.A.": "us-ga",
    "HRS": "us-hi",
    "Idaho Code": "us-id",
    "Ind. Code": "us-in",
    "Iowa Code": "us-ia",
    "K.S.A.": "us-ks",
    "KRS": "us-ky",
    "La. R.S.": "us-la",
    "Md. Crim. Law": "us-md",
    "Md. Transp.": "us-md",
    "MCL": "us-mi",
    "Minn. Stat.": "us-mn",
    "Miss. Code": "us-ms",
    "MCA": "us-mt",
    "RSMo": "us-mo",
    "Neb. Rev. Stat.": "us-ne",
    "NRS": "us-nv",
    "RSA": "us-nh",
    "N.J.S.A.": "us-nj",
    "NMSA": "us-nm",
    "NY Penal": "us-ny",
    "NY VTL": "us-ny",
    "G.S.": "us-nc",
    "N.D.C.C.": "us-nd",
    "O.R.C.": "us-oh",
    "{} O.S.": "us-ok",
    "ORS": "us-or",
    "{} Pa.C.S.": "us-pa",
    "{} P.S.": "us-pa",
    "R.I. Gen. Laws": "us-ri",
    "S.C. Code": "us-sc",
    "SDCL": "us-sd",
    "T.C.A.": "us-tn",
    "Tex. Penal": "us-tx",
    "Tex. HS": "us-tx",
    "Tex. Transp.": "us-tx",
    "U.C.A.": "us-ut",
    "{} V.S.A.": "us-vt",
    "Va. Code": "us-va",
    "RCW": "us-wa",
    "W. Va. Code": "us-wv",
    "Wis. Stat.": "us-wi",
    "W.S.": "us-wy",
    "{} Del. C.": "us-de",
    "{} M.R.S.": "us-me",
    "{} ILCS": "us-il",
    "M.G.L. c. {}": "us-ma",
}
"""The state whose code it is; the code of the United States is at home nowhere and read everywhere."""


def codes_read_in(state: str | None) -> tuple[StateCode, ...]:
    """The codes whose spellings are read of a charge of `state` (`us-pa`): those told everywhere, and the state's own short ones first."""
    return (*(each for each in AT_HOME if each.only_in == state), *STATE_CODES)


def is_at_home(code: StateCode, state: str | None) -> bool:
    """Whether `code` is that of the state where it is charged; False where no state is known."""
    return state is not None and state in {code.only_in, HOMES.get(code.name)}
