"""Checklist: tick boxes on the page, a fillable A4 or A5."""

from __future__ import annotations

from press.content.printables.checklist import Checklist, Item
from press.render.desk import Desk
from press.render.kinds.a5 import a5_copies, is_a5, is_larger
from press.render.kinds.base import Copy, Data, Kind
from press.render.times import in_days, on_date, relative

_NOTES = ("notes-1", "notes-2", "notes-3", "notes-4")


def _item(item: Item, start: str | None, desk: Desk) -> Data:
    words = desk.words
    return {
        "id": item.id,
        "name": f"item-{item.id}",
        "text": item.text,
        "note": item.note,
        "role": words[f"role_{item.role}"] if item.role else None,
        "when": relative(item.when, words) if item.when else None,
        "days": in_days(item.when) if item.when else None,
        "date": on_date(item.when, start, desk.language) if item.when and start else None,
    }


def _start(checklist: Checklist, desk: Desk) -> str | None:
    """Return the day a list counts from, as an ISO date, where the municipality has told it."""
    local = desk.local or {}
    return local.get("starts", {}).get(checklist.id, local.get("start"))


def _groups(checklist: Checklist, desk: Desk) -> list[Data]:
    start = _start(checklist, desk)
    return [
        {
            "id": group.id,
            "title": group.title,
            "items": [_item(item, start, desk) for item in group.items],
        }
        for group in checklist.groups
    ]


def _web(checklist: Checklist, desk: Desk) -> Data:
    return {
        "groups": _groups(checklist, desk),
        "start": checklist.start,
        "script_words": desk.words.starting("checklist_"),
    }


def _paper(checklist: Checklist, desk: Desk) -> Data:
    fields = [{"name": f"field-{field.id}", "label": field.label} for field in checklist.fields]
    notes = {"label": checklist.notes, "names": list(_NOTES)} if checklist.notes else None
    start = _start(checklist, desk)
    return {
        "paper": checklist.paper.lower(),
        "groups": _groups(checklist, desk),
        "start": checklist.start,
        "start_said": on_date("0d", start, desk.language) if start else None,
        "fields": fields,
        "notes": notes,
    }


def _fields(checklist: Checklist, desk: Desk) -> dict[str, str]:
    lines = {f"field-{field.id}": field.label for field in checklist.fields}
    boxes = {
        item["name"]: _spoken(item) for group in _groups(checklist, desk) for item in group["items"]
    }
    notes = {name: f"{checklist.notes}, {n}" for n, name in enumerate(_NOTES, 1) if checklist.notes}
    return lines | boxes | notes


def _spoken(item: Data) -> str:
    """Return what a screen reader says at an item's box: the text, then when and who."""
    about = ", ".join(word for word in (item["date"], item["when"], item["role"]) if word)
    return f"{item['text']} ({about})" if about else item["text"]


CHECKLIST = Kind(
    name="checklist",
    copies=(
        Copy("", "checklist.typ", "pdf_checklist", only=is_larger),
        *a5_copies("checklist.typ"),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
    size=lambda checklist: checklist.paper,
    way=lambda checklist: "_a5" if is_a5(checklist) else "",
)
