"""Invented people, offices and courts, by seed."""

from datetime import date, timedelta

_FAMILY = [
    "Wrexley",
    "Quintero-Vale",
    "Nguyen",
    "de la Cruz Ortega",
    "O'Farrell",
    "Baptiste",
    "Al-Hamdan",
    "Peña Robles",
    "Santos",
    "Kowalczyk",
    "Van der Meer",
    "Ivanova",
    "Park",
    "Okonkwo",
    "Rojas Valdivia",
    "Bond",
    "Male",
    "Case",
    "Singh",
    "St. Clair",
    "Ñíguez",
    "Tran",
    "Day",
    "García-Márquez",
    "Li",
]
_GIVEN = [
    "Odalys Pilar",
    "Mateo",
    "Bao Long",
    "María José",
    "Wideline",
    "Ji-hoon",
    "Cristian",
    "Abdul Rahman",
    "Tomás A.",
    "Chinedu",
    "Katarzyna",
    "Jean-Pierre",
    "Rosa",
    "Harpreet",
    "Luis Alberto",
    "Camila",
    "April",
    "Dmitri",
    "Xiomara",
    "John",
]
_SUFFIX = ("", "", "", "", "", "", " Jr.", " III")
COUNTRIES = (
    "MEXICO",
    "PERU",
    "HAITI",
    "El Salvador",
    "SOUTH KOREA",
    "Vietnam",
    "HONDURAS",
    "Dominican Republic",
    "INDIA",
    "Guatemala",
)
COUNTIES = ("Quillon", "Mesquite", "Hollow", "Birch", "San Tomas", "Gunsight", "Dry Fork", "St. Abel")
CITIES = ("El Paso", "San Diego", "St. Paul", "New York", "Fresno", "Tacoma", "Los Angeles", "Denver")
STATES = ("Texas", "California", "Minnesota", "New York", "California", "Washington", "California", "Colorado")
DISTRICTS = (
    "Western District of Texas",
    "Southern District of California",
    "District of Minnesota",
    "Southern District of New York",
    "Eastern District of California",
    "Western District of Washington",
    "Central District of California",
    "District of Colorado",
)
INSTITUTIONS = (
    "Sheriff, {0} County",
    "{0} County Detention Center",
    "Commissioner, {0} County Correctional Facility",
    "Warden, {0} Regional Jail",
    "{0} County Adult Detention, Records Unit",
    "Jail Commander, {0} County Sheriff's Office",
)
OFFICES = (
    "ICE ERO {0} Field Office",
    "ERO {0}, 8915 Montana Ave, {0}",
    "ICE ERO {0} Sub-Office",
    "U.S. Immigration and Customs Enforcement, {0}",
)
OFFICERS = ("T. Quennell", "A. Pruitt", "E. Grimaldi", "Ruth Vandermeer", "D. Roth")
TITLES = (
    "Deportation Officer",
    "Supervisory Deportation Officer",
    "Immigration Officer",
    "Assistant Field Office Director",
)
JUDGES = ("Isolde V. Tarrant", "Phyllida J. Amundsen", "Marcus Oyelaran", "Helen R. Stroud")
OFFENSES = (
    ("Illegal reentry after deportation, in violation of 8 U.S.C. § 1326(a)", ["8 USC 1326(a)"]),
    ("Possession with intent to distribute methamphetamine, 21 U.S.C. § 841(a)(1)", ["21 USC 841(a)(1)"]),
    ("Felon in possession of a firearm, 18 U.S.C. § 922(g)(1)", ["18 USC 922(g)(1)"]),
    ("Interference with commerce by robbery, in violation of 18 U.S.C. § 1951(a)", ["18 USC 1951(a)"]),
)
CHARGES = (
    "Failure to appear on a charge of burglary",
    "Theft of property",
    "Driving while license suspended",
    "Assault in the second degree",
)


class Invented:
    """One person and the paper about that person. `rng` decides; the same seed gives the same."""

    def __init__(self, rng):
        self.rng = rng
        self.place = rng.randrange(len(CITIES))

    def name(self, style):
        """A person's name: `last` first with a comma, `first` in the order of speech."""
        family, given, suffix = (self.rng.choice(each) for each in (_FAMILY, _GIVEN, _SUFFIX))
        if style == "first":
            name = f"{given} {family}{suffix}"
        else:
            name = f"{family}{suffix}, {given}" if suffix != " Jr." else f"{family}, {given} Jr."
        return name.upper() if self.rng.random() < 0.3 else name

    def born(self):
        """A birth date."""
        return date(1950, 1, 1) + timedelta(days=self.rng.randrange(19500))

    def issued(self):
        """A day of issue."""
        return date(2024, 6, 1) + timedelta(days=self.rng.randrange(800))

    def alien_number(self):
        """An A-number in one of the ways it is written."""
        digits = f"{self.rng.randrange(70_000_000, 245_999_999):09d}"
        form = self.rng.choice(
            ("A {0} {1} {2}", "A{0}-{1}-{2}", "A{0}{1}{2}", "{0}-{1}-{2}", "A {0}-{1}-{2}", "A# {0} {1} {2}")
        )
        return form.format(digits[:3], digits[3:6], digits[6:]).replace("A# ", "A ")

    def phone(self):
        """A telephone number that nobody has."""
        form = self.rng.choice(("(619) 555-01{0}", "619-555-01{0}", "619.555.01{0}", "(619) 555-01{0} ext. 12"))
        return form.format(f"{self.rng.randrange(100):02d}")

    def docket(self):
        """A federal case number."""
        year, number = self.rng.randrange(24, 27), self.rng.randrange(40, 9000)
        form = self.rng.choice(
            (
                "{1}-mj-{2:05d}",
                "3:{1}-cr-{2:05d}-ABC",
                "2:{1}-cr-{2:05d}",
                "EP-{1}-CR-{2:05d}-KC",
                "MJ{1}-{2}",
                "{1}-CR-{2:04d}-01",
            )
        )
        return form.format(0, year, number)

    def state_docket(self):
        """A case number of a state's court."""
        form = self.rng.choice(("CR-2026-{0:06d}", "26CR{0:05d}", "F{0:07d}", "26-1-{0:05d}-5", "2026-CF-{0:06d}"))
        return form.format(self.rng.randrange(100, 9999))

    def court(self):
        """A district whose city is the paper's."""
        return DISTRICTS[self.place]

    def city(self):
        """City and state."""
        return f"{CITIES[self.place]}, {STATES[self.place]}"
