"""Cards of A6: face by face to read and fill in, four to a sheet to cut out."""

from __future__ import annotations

from dataclasses import dataclass

from press.content.markup import to_html
from press.content.printables.cards import Card, Cards, Face
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind
from press.render.prose import blocks

PER_SHEET = 4
# Where the back of each place's card lies: turned over the long edge, left and right change places.
BEHIND = (1, 0, 3, 2)


@dataclass(frozen=True)
class Side:
    """One side of one card, as a page of the reading copy.

    name: "front" or "back". field: where its text stands in the front matter, such as
    `cards.2.front`; a shared back stands at `back` whichever card it belongs to.
    """

    card: Card
    name: str
    face: Face
    field: str

    @property
    def shared(self) -> bool:
        return self.field == "back"

    def form_name(self, field: str) -> str:
        """Return the name of a form field: ids hold no underscore, so no two names can be alike."""
        return f"{self.card.id}_{self.name}_{field}"


def sides_of(card: Card, number: int, shared: Face | None) -> list[Side]:
    """Return a card's front, and its back if it has one of its own or shares one."""
    found = [Side(card, "front", card.front, f"cards.{number}.front")]
    if card.back:
        found.append(Side(card, "back", card.back, f"cards.{number}.back"))
    elif shared:
        found.append(Side(card, "back", shared, "back"))
    return found


def _cards(cards: Cards) -> list[list[Side]]:
    return [sides_of(card, n, cards.back) for n, card in enumerate(cards.cards)]


def is_one_sided(cards: Cards) -> bool:
    """Return whether no card has a back."""
    return cards.back is None and all(card.back is None for card in cards.cards)


def sheets(cards: Cards) -> list[list[int]]:
    """Return, for each side of a sheet, the reading copy's page at each of four places, 0 for none.

    Places are read like text: upper left, upper right, lower left, lower right. Each side of fronts
    is followed by the side of their backs, unless no card has a back.
    """
    fronts: list[int] = []
    backs: list[int] = []
    page = 1
    for sides in _cards(cards):
        copies = sides[0].card.copies
        fronts += [page] * copies
        backs += [page + 1 if len(sides) > 1 else 0] * copies
        page += len(sides)
    found: list[list[int]] = []
    for start in range(0, len(fronts), PER_SHEET):
        found.append(_four(fronts[start : start + PER_SHEET]))
        if not is_one_sided(cards):
            behind = _four(backs[start : start + PER_SHEET])
            found.append([behind[place] for place in BEHIND])
    return found


def _four(pages: list[int]) -> list[int]:
    return pages + [0] * (PER_SHEET - len(pages))


def _face(side: Side, last: bool) -> Data:
    """Return a side as the template draws it; the last side of a card says where it comes from."""
    face = side.face
    return {
        "side": side.name,
        "field": side.field,
        "title": face.title,
        "blocks": blocks(to_html(face.text), "") if face.text else [],
        "fields": [
            {"name": side.form_name(field.id), "label": field.label, "lines": field.lines}
            for field in face.fields
        ],
        "foot": last,
    }


def _web_face(face: Face) -> Data:
    return {
        "title": face.title,
        "html": to_html(face.text) if face.text else "",
        "labels": [field.label for field in face.fields],
    }


def _web(cards: Cards, desk: Desk) -> Data:
    return {
        "cards": [
            {
                "id": card.id,
                "front": _web_face(card.front),
                "back": _web_face(card.back) if card.back else None,
                "copies": card.copies,
            }
            for card in cards.cards
        ],
        "back": _web_face(cards.back) if cards.back else None,
        "one_sided": is_one_sided(cards),
    }


def _paper(cards: Cards, desk: Desk) -> Data:
    return {
        "faces": [_face(side, last=side is sides[-1]) for sides in _cards(cards) for side in sides],
        "sheets": sheets(cards),
        "one_sided": is_one_sided(cards),
    }


def _fields(cards: Cards, desk: Desk) -> dict[str, str]:
    return {
        side.form_name(field.id): f"{_spoken(side)}: {field.label}"
        for sides in _cards(cards)
        for side in sides
        for field in side.face.fields
    }


def _spoken(side: Side) -> str:
    """Return the side's title as a screen reader says it at a field; a shared back names its card."""
    return f"{side.card.front.title}, {side.face.title}" if side.shared else side.face.title


CARDS = Kind(
    name="cards",
    copies=(
        Copy("", "cards.typ", "pdf_cards"),
        Copy(
            "print",
            "cards-print.typ",
            "pdf_cards_print",
            tagged=False,
            duplex="long-edge",
            imposed=True,
        ),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
    size=lambda cards: "A6",
    one_sided=is_one_sided,
    way=lambda cards: "_one_sided" if is_one_sided(cards) else "",
)
