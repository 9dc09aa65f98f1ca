"""What the fictional county's people are charged with, in the spellings that real jails use."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ChargeKind:
    """One sort of charge: how often, how jails write it, how it is graded and sentenced."""

    weight: int
    spellings: tuple[str, ...]
    description: str
    grade: str
    sentences: tuple[str, ...] = ()


def _kind(weight: int, spellings: str, description: str, grade: str, sentences: str = "") -> ChargeKind:
    return ChargeKind(weight, tuple(spellings.split("|")), description, grade, tuple(sentences.split()))


CALIFORNIA: tuple[ChargeKind, ...] = (
    _kind(
        10, "23152(A) VC|VC 23152(a)|VEH 23152(a)|23152(B) VC", "DUI ALCOHOL", "misdemeanor", "county_jail probation"
    ),
    _kind(9, "273.5(A) PC|PC 273.5(a)|273.5 PC", "CORPORAL INJURY SPOUSE", "felony", "county_jail state_prison"),
    _kind(9, "11377(A) HS|11377(a) H&S|HS 11377(A)", "POSSESS CONTROLLED SUBSTANCE", "misdemeanor", "county_jail"),
    _kind(6, "11378 HS|11378 H&S|HS11378", "POSSESS FOR SALE", "felony", "county_jail_1170h"),
    _kind(7, "459 PC|PC 459|P.C. 459 2ND", "BURGLARY", "felony", "county_jail_1170h"),
    _kind(4, "459 PC/F|459 PC 1ST", "BURGLARY FIRST DEGREE", "felony", "state_prison"),
    _kind(6, "211 PC|PC 211|PC211", "ROBBERY", "felony", "state_prison"),
    _kind(6, "245(A)(1) PC|PC 245(a)(1)", "ADW NOT FIREARM", "felony", "state_prison county_jail"),
    _kind(5, "245(A)(4) PC|PC 245(a)(4)", "FORCE LIKELY GBI", "felony", "county_jail state_prison"),
    _kind(5, "10851(A) VC|VC 10851(a)", "TAKE VEHICLE WITHOUT CONSENT", "felony", "county_jail_1170h"),
    _kind(5, "29800(A)(1) PC|PC 29800(a)(1)", "FELON IN POSSESSION OF FIREARM", "felony", "state_prison"),
    _kind(5, "422 PC|PC 422(A)", "CRIMINAL THREATS", "felony", "state_prison county_jail"),
    _kind(5, "148(A)(1) PC|PC 148(a)(1)", "OBSTRUCT OFFICER", "misdemeanor", "county_jail"),
    _kind(5, "242 PC|PC 242", "BATTERY", "misdemeanor", "county_jail probation"),
    _kind(4, "487(A) PC|PC 487(a)", "GRAND THEFT", "felony", "county_jail_1170h"),
    _kind(4, "496D(A) PC|PC 496d(a)", "POSSESS STOLEN VEHICLE", "felony", "county_jail_1170h"),
    _kind(4, "459.5 PC|PC 459.5", "SHOPLIFTING", "misdemeanor", "county_jail"),
    _kind(4, "166(A)(4) PC|PC 166(a)(4)", "VIOLATE COURT ORDER", "misdemeanor", "county_jail"),
    _kind(4, "594(B)(1) PC|PC 594(b)(1)", "VANDALISM OVER 400", "felony", "county_jail_1170h"),
    _kind(3, "647(F) PC|PC 647(f)", "DRUNK IN PUBLIC", "misdemeanor", "county_jail"),
    _kind(3, "14601.1(A) VC|VC 14601.1(a)", "DRIVE SUSPENDED", "misdemeanor", "county_jail"),
    _kind(3, "187(A) PC|PC 187(a)", "MURDER", "felony", "state_prison"),
    _kind(3, "288(A) PC|PC 288(a)", "LEWD ACT ON CHILD", "felony", "state_prison"),
    _kind(2, "207(A) PC|PC 207(a)", "KIDNAPPING", "felony", "state_prison"),
    _kind(2, "664/187(A) PC|PC664-187(a)", "ATTEMPTED MURDER", "felony", "state_prison"),
    _kind(2, "21310 PC|PC 21310", "CONCEALED DIRK OR DAGGER", "misdemeanor", "county_jail"),
    _kind(2, "530.5(A) PC|PC 530.5(a)", "IDENTITY THEFT", "felony", "county_jail_1170h"),
    _kind(1, "FTA|BENCH WARRANT", "FAILURE TO APPEAR", ""),
)

TEXAS: tuple[ChargeKind, ...] = (
    _kind(12, "Tex. Penal 49.04|TPC 49.04", "DRIVING WHILE INTOXICATED", "misdemeanor", "county_jail probation"),
    _kind(10, "Tex. Penal 22.01|TPC 22.01", "ASSAULT FAMILY VIOLENCE", "misdemeanor", "county_jail"),
    _kind(9, "Tex. HS 481.115|THSC 481.115", "POSS CS PG 1", "felony", "state_prison county_jail"),
    _kind(8, "Tex. Penal 31.03|TPC 31.03", "THEFT PROP", "misdemeanor", "county_jail"),
    _kind(7, "Tex. Penal 30.02|TPC 30.02", "BURGLARY HABITATION", "felony", "state_prison"),
    _kind(6, "Tex. Penal 29.03|TPC 29.03", "AGG ROBBERY", "felony", "state_prison"),
    _kind(6, "Tex. Penal 22.02|TPC 22.02", "AGG ASSAULT W/DEADLY WEAPON", "felony", "state_prison"),
    _kind(5, "Tex. Penal 38.03|TPC 38.03", "RESIST ARREST", "misdemeanor", "county_jail"),
    _kind(5, "Tex. Penal 30.05|TPC 30.05", "CRIMINAL TRESPASS", "misdemeanor", "county_jail"),
    _kind(5, "Tex. Penal 46.04|TPC 46.04", "UNL POSS FIREARM BY FELON", "felony", "state_prison"),
    _kind(4, "Tex. Penal 21.11|TPC 21.11", "INDECENCY W/CHILD", "felony", "state_prison"),
    _kind(3, "Tex. Penal 19.02|TPC 19.02", "MURDER", "felony", "state_prison"),
    _kind(4, "Tex. Transp. 521.457", "DRIVING WHILE LICENSE INVALID", "misdemeanor", "county_jail"),
    _kind(3, "35990014|54040009", "JAIL CODE ONLY", ""),
)

DESCRIBED = tuple(replace(kind, spellings=("",)) for kind in CALIFORNIA)
"""As a jail writes them that keeps descriptions and grades alone: no section of the other states is made up."""

CHARGES: dict[str, tuple[ChargeKind, ...]] = {
    "us-ca": CALIFORNIA,
    "us-tx": TEXAS,
    "us-or": DESCRIBED,
    "us-il": DESCRIBED,
    "us-fl": DESCRIBED,
}
"""The charges of each state."""
