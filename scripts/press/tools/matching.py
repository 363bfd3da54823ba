"""Guide exchange: requests and pairs on offer → who could lead for whom, who is left over, why not.

Refused is a pair that is tied to the unit (the independence rule) or has not told what it is tied to,
that has too few days in common with the request, cannot do what the group needs, or has no loop to
give; and, where the field must fit, one of another field. Names are held against each other without
capitals and double spaces; an unknown unit gets no proposal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from press.tools.placing import Pair, place
from press.tools.shape import Input, Result, Rules, day, listed, notice, row, say, twins

_REASONS = ("no_unit", "tied", "untold", "field", "period", "language", "no_loops", "full", "met")
_LEAST_ALIKE = 3  # letters; a shorter name stands inside too many others


@dataclass(frozen=True)
class _Request:
    label: Any
    given: Input
    loops: int
    unit: str
    needs: list[str]


@dataclass(frozen=True)
class _Offer:
    label: Any
    given: Input
    loops: int
    tied: list[str]
    knows: list[str]


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return a proposal, what it leaves unmet and idle, and why every other pair was refused."""
    requests = [_request(one, n) for n, one in enumerate(given["requests"], 1)]
    offers = [_offer(one, n, given["offers"]) for n, one in enumerate(given["offers"], 1)]
    refused: dict[Pair, list[Any]] = {}
    costs: dict[Pair, int] = {}
    for r, request in enumerate(requests):
        for o, offer in enumerate(offers):
            reasons = _reasons(request, offer, given["strict"], rules["least_days"])
            if reasons:
                refused[r, o] = reasons
            else:
                costs[r, o] = 0 if _used_to(request, offer) is not False else 1
    placed = place([one.loops for one in requests], [one.loops for one in offers], costs)
    done = [sum(placed.get((r, o), 0) for o in range(len(offers))) for r in range(len(requests))]
    busy = [sum(placed.get((r, o), 0) for r in range(len(requests))) for o in range(len(offers))]
    for r, o in costs:
        if (r, o) not in placed:
            refused[r, o] = [say("full" if busy[o] == offers[o].loops else "met")]
    return {
        "notices": _notices(given, rules, requests, offers, placed, done, busy),
        "tables": {
            "proposal": [_proposed(requests[r], offers[o], n) for (r, o), n in placed.items()],
            "unmet": _unmet(requests, done, refused, len(offers)),
            "idle": [
                row(one.label, one.given["municipality"], one.loops, busy[o], one.loops - busy[o])
                for o, one in enumerate(offers)
                if one.loops > busy[o]
            ],
            "refused": [
                row(requests[r].label, offers[o].label, listed(reasons))
                for (r, o), reasons in sorted(refused.items(), key=lambda item: item[0])
            ],
        },
        "picture": None,
    }


def _request(one: Input, n: int) -> _Request:
    loops = 1 if one["loops"] is None else int(one["loops"])
    label = one["id"] or say("request_n", n=n)
    return _Request(label, one, loops, _plain(one["unit"]), _parts(one["needs"]))


def _offer(one: Input, n: int, everyone: Sequence[Input]) -> _Offer:
    loops = 1 if one["loops"] is None else int(one["loops"])
    label = one["pair"] or say("pair_n", n=n)
    # A pair in several rows, one for each time it is free, is tied by what stands in any of them.
    rows = [other for other in everyone if other is one or (_who(one) and _who(other) == _who(one))]
    tied = [name for other in rows for name in _names(other["tied"])]
    return _Offer(label, one, loops, tied, _names(one["knows"]))


def _who(one: Input) -> tuple[str, str] | None:
    """Return what tells a pair from others, None where it is not named."""
    return (_plain(one["pair"]), _plain(one["municipality"])) if one["pair"] else None


def _plain(name: str) -> str:
    """Return a name as it is held against others: small letters, single spaces."""
    return " ".join(part for part in re.split(r"[ \t\u00a0]+", name.lower()) if part)


def _parts(text: str) -> list[str]:
    """Return what stands between commas, as it was typed."""
    return [part.strip(" \t\u00a0") for part in re.split("[,;]", text) if _plain(part)]


def _names(text: str) -> list[str]:
    return [_plain(part) for part in _parts(text)]


def _reasons(request: _Request, offer: _Offer, strict: bool, least_days: int) -> list[Any]:
    found = []
    if not request.unit:
        found.append(say("no_unit"))
    if request.unit in offer.tied:
        found.append(say("tied"))
    # Every guide works somewhere: untold, nobody knows whether they are independent (sormland-16).
    if not offer.tied:
        found.append(say("untold"))
    if strict and _used_to(request, offer) is False:
        found.append(say("field"))
    if not _has_time(*_common(request.given, offer.given), least_days):
        found.append(say("period"))
    lacks = [need for need in request.needs if _plain(need) not in offer.knows]
    if lacks:
        found.append(say("lacks", what=listed(lacks)))
    if not offer.loops:
        found.append(say("no_loops"))
    return found


def _used_to(request: _Request, offer: _Offer) -> bool | None:
    """Return whether a pair is used to a request's field; None where no field is asked for."""
    field = request.given["field"]
    return bool(offer.given[field]) if field else None


def _common(request: Input, offer: Input) -> tuple[str, str]:
    """Return the first and last day that both have, "" where neither names one."""
    last = [end for end in (request["to"], offer["to"]) if end]
    return max(request["from"], offer["from"]), min(last) if last else ""


def _has_time(first: str, last: str, least_days: int) -> bool:
    if not first or not last:
        return True
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 >= least_days


def _proposed(request: _Request, offer: _Offer, n: int) -> Any:
    first, last = _common(request.given, offer.given)
    used = _used_to(request, offer)
    return row(
        request.label,
        request.given["unit"],
        offer.label,
        n,
        day(first) if first else None,
        day(last) if last else None,
        None if used is None else say("used" if used else "unused"),
        request.given["municipality"],
        offer.given["municipality"],
    )


def _unmet(
    requests: Sequence[_Request],
    done: Sequence[int],
    refused: Mapping[Pair, Sequence[Any]],
    offers: int,
) -> list[Any]:
    rows = []
    for r, one in enumerate(requests):
        if done[r] < one.loops:
            words = {reason["say"] for o in range(offers) for reason in refused.get((r, o), ())}
            kinds = {"language" if word == "lacks" else word for word in words}
            why = listed(say(kind) for kind in _REASONS if kind in kinds)
            unit, municipality = one.given["unit"], one.given["municipality"]
            missing = one.loops - done[r]
            rows.append(row(one.label, unit, municipality, one.loops, missing, why, level="mind"))
    return rows


def _loops(n: int) -> Any:
    return say("one_loop") if n == 1 else say("loops", n=n)


def _notices(
    given: Input,
    rules: Rules,
    requests: Sequence[_Request],
    offers: Sequence[_Offer],
    placed: Mapping[Pair, int],
    done: Sequence[int],
    busy: Sequence[int],
) -> list[Any]:
    found = []
    if not requests:
        found.append(notice("note", "no_requests"))
    if not offers:
        found.append(notice("note", "no_offers"))
    found += _mistakes(given, requests, offers)
    if not requests or not offers:
        return found
    total, wanted = sum(done), sum(one.loops for one in requests)
    if total == wanted:
        found.append(notice("good", "all_placed", placed=_loops(total)))
    else:
        found.append(notice("mind", "some_placed", placed=total, asked=_loops(wanted)))
    outside = sum(n for (r, o), n in placed.items() if _used_to(requests[r], offers[o]) is False)
    if outside:
        found.append(notice("mind", "outside", loops=_loops(outside)))
    idle = [one.label for o, one in enumerate(offers) if one.loops > busy[o]]
    if idle:
        found.append(notice("note", "idle", pairs=listed(idle)))
    if placed:
        found.append(notice("note", "ask_first"))
    found.append(notice("note", "how", days=rules["least_days"]))
    return found


def _mistakes(given: Input, requests: Sequence[_Request], offers: Sequence[_Offer]) -> list[Any]:
    """Return what in the tables may lead to a wrong proposal."""
    found = []
    everyone: list[_Request | _Offer] = [*requests, *offers]
    nameless = [one.label for one in requests if not one.unit]
    if nameless:
        found.append(notice("stop", "unit_missing", requests=listed(nameless)))
    wrong = [one.label for one in everyone if _is_wrong(one.given)]
    if wrong:
        found.append(notice("stop", "wrong_days", rows=listed(wrong)))
    near = [
        say("name_pair", pair=offer.label, unit=request.given["unit"])
        for request in requests
        for offer in offers
        if any(_are_near(request.unit, tied) for tied in offer.tied)
        and request.unit not in offer.tied
    ]
    if near:
        found.append(notice("mind", "near", pairs=listed(near)))
    untold = [one.label for one in offers if not one.tied]
    if untold:
        found.append(notice("stop", "tied_missing", pairs=listed(untold)))
    known = {word for one in offers for word in one.knows}
    strange: dict[str, str] = {}
    for one in requests:
        for need in one.needs:
            if _plain(need) not in known:
                strange.setdefault(_plain(need), need)
    if strange and offers:
        needs = listed(strange[name] for name in sorted(strange))
        found.append(notice("mind", "unknown_needs", needs=needs))
    if ids := twins(one["id"] for one in given["requests"]):
        found.append(notice("mind", "twice", ids=listed(ids)))
    keys = [_who(one) for one in given["offers"]]
    if pairs := twins(
        one["pair"] for one, key in zip(given["offers"], keys, strict=True) if keys.count(key) > 1
    ):
        found.append(notice("note", "pair_twice", pairs=listed(pairs)))
    uncounted = sum(1 for one in everyone if one.given["loops"] is None)
    if uncounted:
        found.append(notice("note", "counted_one", n=uncounted))
    return found


def _is_wrong(one: Input) -> bool:
    return bool(one["from"] and one["to"] and one["to"] < one["from"])


def _are_near(unit: str, tied: str) -> bool:
    """Return whether one name stands inside the other without being it."""
    shorter, longer = sorted((unit, tied), key=len)
    return len(shorter) >= _LEAST_ALIKE and shorter != longer and shorter in longer
