"""The matching of guides on anything that can be filled in."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.tools.matching import work_out

FIELDS = ("lss", "psychiatry", "elderly", "school", "other")
TEXTS = st.one_of(
    st.sampled_from(["", "Eken", "eken", "Ekens hus", "a, b"]), st.text("aE ,;\u00a0", max_size=6)
)
DAYS = st.one_of(
    st.just(""),
    st.dates(datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)).map(datetime.date.isoformat),
)
LOOPS = st.one_of(st.none(), st.integers(0, 3))
REQUESTS = st.fixed_dictionaries(
    {"id": TEXTS, "municipality": TEXTS, "unit": TEXTS, "field": st.sampled_from(["", *FIELDS])}
    | {"loops": st.one_of(st.none(), st.integers(1, 3)), "from": DAYS, "to": DAYS, "needs": TEXTS}
)
OFFERS = st.fixed_dictionaries(
    {"pair": TEXTS, "municipality": TEXTS, "from": DAYS, "to": DAYS, "loops": LOOPS}
    | {"tied": TEXTS, "knows": TEXTS}
    | {field: st.booleans() for field in FIELDS}
)
INPUTS = st.fixed_dictionaries(
    {
        "strict": st.booleans(),
        "requests": st.lists(REQUESTS, max_size=4),
        "offers": st.lists(OFFERS, max_size=4),
    }
)


@given(INPUTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_combination_is_either_proposed_or_told_why_not(filled_in):
    """Nothing is silent: rows of the proposal and of the refused are all combinations."""
    tables = work_out(filled_in, {"least_days": 28}, "2027-01-01")["tables"]
    combinations = len(filled_in["requests"]) * len(filled_in["offers"])
    assert len(tables["proposal"]) + len(tables["refused"]) == combinations


@given(INPUTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_leads_where_they_work(filled_in):
    """Whatever else is filled in, no proposal brings a pair to a unit that it is tied to."""
    one_each = filled_in | {
        "requests": [one | {"unit": "Eken"} for one in filled_in["requests"]],
        "offers": [one | {"tied": "Hamnen, EKEN"} for one in filled_in["offers"]],
    }
    assert work_out(one_each, {"least_days": 28}, "2027-01-01")["tables"]["proposal"] == []


@given(INPUTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_leads_without_telling_where_they_work(filled_in):
    """Whatever else is filled in, a pair that told nothing of its ties gets no proposal."""
    silent = filled_in | {"offers": [one | {"tied": ""} for one in filled_in["offers"]]}
    assert work_out(silent, {"least_days": 28}, "2027-01-01")["tables"]["proposal"] == []
