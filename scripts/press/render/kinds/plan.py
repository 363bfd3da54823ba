"""The plan of a learning path: its steps on A4, to fill in and to sign by hand."""

from __future__ import annotations

from press.content.markup import to_html
from press.content.printables.plan import Plan
from press.content.stamp import Drawn
from press.render.desk import Desk, qr
from press.render.kinds.base import Copy, Data, Kind
from press.render.paths import Step, Ways
from press.render.prose import blocks


def _web(plan: Plan, desk: Desk) -> Data:
    page = desk.printable(plan.id)[0].url
    ways = Ways(desk)
    return {
        "how_title": plan.how_title,
        "html": to_html(plan.how),
        "stages": ways.stages(ways.path(plan.path), page),
    }


def _paper(plan: Plan, desk: Desk) -> Data:
    ways = Ways(desk)
    path = ways.path(plan.path)
    steps = ways.steps(path)
    return {
        "easy_read": plan.easy_read,
        "length": ways.length(path),
        "fields": [{"field": f"field-{one.id}", "label": one.label} for one in plan.fields],
        "how_title": plan.how_title,
        "how": blocks(to_html(plan.how), "", keep_lines=plan.easy_read),
        "stages": [
            {
                "title": ways.stage_title(stage),
                "steps": [_step(step, desk) for step in steps if step.stage is stage],
            }
            for stage in path.stages
        ],
        "signed_by": [{"field": f"signed-{one.id}", "label": one.label} for one in plan.signed_by],
        "columns": {
            name: desk.words[f"plan_{name}"] for name in ("step", "open", "date", "initials")
        },
        "no_proof": desk.words["plan_no_proof"],
        "signed": desk.words["block_signed_by"],
    }


def _step(step: Step, desk: Desk) -> Data:
    """Return a step, with the short address of its chapter in this language.

    The code also says which path the reader is on; printed to be typed, the address leaves that out.
    """
    short = f"{desk.short_address(step.id)}{desk.language}/"
    return {
        "n": step.number,
        "title": step.title,
        "summary": step.summary,
        "minutes": desk.words.fill("minutes", n=step.minutes),
        "field": f"step-{step.id}",
        "qr": qr(short + step.question, f"{desk.leads_to(step.entry)} {step.title}"),
        "shown": f"{short.removeprefix('https://')}{'?read=easy' if step.path.easy else ''}",
    }


def _fields(plan: Plan, desk: Desk) -> dict[str, str]:
    ways, date = Ways(desk), desk.words["plan_date"]
    top = {f"field-{one.id}": one.label for one in plan.fields}
    steps = ways.steps(ways.path(plan.path))
    dates = {f"step-{step.id}": f"{step.number}. {step.title}: {date}" for step in steps}
    return top | dates | {f"signed-{one.id}": f"{one.label}: {date}" for one in plan.signed_by}


def _drawn(plan: Plan, desk: Desk) -> Drawn:
    """A plan prints the steps of its path: when one comes or goes, paper that is out there is old.

    Raises KeyError where a step cannot be read: nobody knows then what the plan says.
    """
    ways = Ways(desk)
    path = ways.path(plan.path)
    for name in path.chapters:
        if desk.chapter(name).easy is None and path.easy:
            raise KeyError(name)
    stages = [ways.stage_title(stage) for stage in path.stages]
    return Drawn(texts=(*stages, *(step.title for step in ways.steps(path))))


PLAN = Kind(
    name="plan",
    copies=(Copy("", "plan.typ", "pdf_plan"),),
    web=_web,
    paper=_paper,
    fields=_fields,
    drawn=_drawn,
)
