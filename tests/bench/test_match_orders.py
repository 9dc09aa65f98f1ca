from habeas.bench.match_orders import ORDERS, comma, natural
from habeas.matching import Query

BOXED = Query(family_name="DE LA TORRE", given_name="RENATA", middle_name="LUZ", suffix="JR")
LISTED = Query(full_name="DE LA TORRE, RENATA LUZ JR")


def test_the_products_own_order_is_measured_first():
    assert next(iter(ORDERS.values())) is natural


def test_a_name_is_written_in_one_box_in_both_orders():
    for query in (BOXED, LISTED):
        assert natural(query).full_name == "RENATA LUZ DE LA TORRE JR"
        assert comma(query).full_name == "DE LA TORRE, RENATA LUZ JR"
        assert not natural(query).family_name + natural(query).given_name + natural(query).suffix
    assert natural(Query(full_name="SUHARTO")).full_name == "SUHARTO"
