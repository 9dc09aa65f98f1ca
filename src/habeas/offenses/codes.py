"""California's code prefixes in their many spellings, each with the canonical one of the case files."""

CALIFORNIA: dict[str, tuple[str, ...]] = {
    "PC": ("PC", "PEN", "PENAL", "PEN CODE", "PENAL CODE", "CPC"),
    "VEH": ("VEH", "VC", "CVC", "VEH CODE", "VEHICLE", "VEHICLE CODE"),
    "HS": ("HS", "H&S", "H & S", "HSC", "H/S", "HEALTH & SAFETY", "HEALTH AND SAFETY", "HEALTH & SAFETY CODE"),
    "BP": ("BP", "B&P", "B & P", "BPC", "B/P"),
    "WI": ("WI", "W&I", "W & I", "WIC", "W/I"),
    "FG": ("FG", "F&G", "F & G", "FGC"),
    "GOV": ("GOV", "GC", "GOV CODE"),
    "CI": ("CI", "CIV", "CIVIL"),
    "FAM": ("FAM", "FC"),
    "LAB": ("LAB", "LC"),
    "RT": ("RT", "R&T", "R & T"),
    "IC": ("IC", "INS CODE"),
    "UI": ("UI", "UIC"),
    "FA": ("FA", "F&A", "FAC"),
    "PU": ("PU", "PUC"),
    "CORP": ("CORP", "CC", "CORP CODE"),
    "SH": ("SH", "S&H", "SHC"),
    "WC": ("WC", "WAT"),
    "HN": ("HN", "H&N"),
    "CCP": ("CCP",),
    "EDUC": ("EDUC", "ED", "EC"),
    "MV": ("M&V", "MV", "MVC"),
    "PR": ("PR", "PRC", "PUB RES"),
}
"""Canonical California prefix to its spellings; dots and doubled blanks are taken out before comparing."""

SPELLINGS: dict[str, str] = {spelling: code for code, spellings in CALIFORNIA.items() for spelling in spellings}
"""Every spelling with its canonical prefix."""
