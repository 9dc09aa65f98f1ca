"""Each class that another state's law names, with the rule that finds it."""

from collections.abc import Callable

from habeas.offenses import connecticut, louisiana, new_jersey, new_york, other_states
from habeas.offenses.finding import ChargeFacts, ClassFinding
from habeas.offenses.reading import Section

OF_STATES: dict[str, Callable[[ChargeFacts, Section | None, bool | None], ClassFinding]] = {
    "nc_162_62_2010": other_states.nc_2010,
    "nc_162_62_2024": other_states.nc_2024,
    "nc_162_62_2025": other_states.nc_2025,
    "nj_violent_or_serious": other_states.nj_violent_or_serious,
    "indictable": new_jersey.indictable,
    "ct_class_a_or_b_felony": connecticut.class_a_or_b,
    "ct_added_in_2025": connecticut.added_in_2025,
    "nyc_violent_or_serious": new_york.city_violent_or_serious,
    "orleans_2013_excepted": louisiana.orleans_excepted,
}
"""By the name that rules use."""
