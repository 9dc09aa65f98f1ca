"""Eight clerks while a roster is imported: nothing is refused, nothing lost, nothing twice. `habeas bench clerks` measures the wait."""

from habeas.bench.desk import eight_clerks
from tests.desk.stage import NOW


def test_eight_clerks_work_while_a_roster_is_imported():
    found = eight_clerks(people=600, acts=12, think=0.05, now=NOW)
    assert found["refused"] == 0
    assert found["facts"] == found["events"] == found["acts"] == 8 * 12
    assert found["people"] >= 600
    assert found["import"] == "applied"
    assert found["fault"] is None
