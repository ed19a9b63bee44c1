"""Making a value of arguments of which some may be refused: those are reported and left out, until the rest can be made."""

from typing import Any

from attrs import define, evolve, field

from journeykit.errors import JourneykitError, ModelError, Problem, parse_where, shown
from journeykit.model import Journey, Scale, fold, slug

from ._hints import hinted
from ._ledger import Ledger
from ._made import Made, joined
from ._plan import Plan, plan_of

__all__ = ["construct"]


def construct(ledger: Ledger, made: Made, arguments: dict[str, Any]) -> None:
    """Put the value into `made`; where nothing can be made it stays None."""
    _Attempt(ledger, plan_of(made.cls), made, arguments).run()


@define
class _Attempt:
    ledger: Ledger
    plan: Plan
    made: Made
    arguments: dict[str, Any]
    reported: set[str] = field(factory=set)

    def run(self) -> None:
        """Make the value; what the constructor refuses is reported and left out until the rest can be made."""
        for _ in range(len(self.arguments) + 3):
            if not self._stand_in():
                return
            try:
                self.made.value = self.plan.cls(**self.arguments)
            except ModelError as error:
                if not self._refused(error):
                    return
            except (TypeError, ValueError, AttributeError, JourneykitError) as error:
                self.ledger.fault(
                    self.made.path,
                    Problem(
                        f"{self.made.named} cannot be read.",
                        got=shown(str(error)),
                        expected=f"a {self.plan.word.lower()}",
                        hint="compare it with the description of the format",
                    ),
                    self.made.where,
                )
                return
            else:
                return

    def _stand_in(self) -> bool:
        """Something for what must be there and is not; False where nothing can stand in."""
        for name in self.plan.required:
            key = self.plan.keys[name]
            if key.alias in self.arguments:
                continue
            if name not in self.reported and name not in self.made.parts:
                expected = key.about.check.expected if key.about.check else "a value"
                self.ledger.fault(
                    self.made.path,
                    Problem(f"{self.made.named} has no {name}.", expected=expected, hint=f"add the line `{name}: …`"),
                    joined(self.made.where, name),
                )
                self.reported.add(name)
            if key.about.ref is not None and name != self.plan.title:
                return False
            self.arguments[key.alias] = (
                0
                if key.about.check is not None and key.about.check.kind in {"number", "whole"}
                else self.arguments.get("id") or f"{self.plan.word.lower()} {self.made.path[-1]}"
            )
        return True

    def _refused(self, error: ModelError) -> bool:
        changed = False
        for problem in error.problems:
            name, place = (parse_where(problem.where) or (("", None),))[0]
            held = self.arguments.get(self.plan.keys[name].alias) if name in self.plan.keys else None
            raw = held[place] if isinstance(place, int) and isinstance(held, list) and place < len(held) else held
            self._report(problem, name, raw)
            if self.plan.cls is Journey and _mended(self.arguments, problem):
                changed = True
            elif name in self.plan.keys and self.plan.keys[name].alias in self.arguments:
                self.arguments.pop(self.plan.keys[name].alias)
                if isinstance(place, int) and isinstance(held, list) and place < len(held):  # the others stay
                    self.arguments[self.plan.keys[name].alias] = [one for at, one in enumerate(held) if at != place]
                changed = True
        return changed

    def _report(self, problem: Problem, name: str, raw: Any) -> None:
        if name in self.reported and name in self.plan.required:
            return
        path, owner, inner = self.made.find(problem.where)
        if self.ledger.follows(owner, inner, problem):
            return
        if inner == "id":
            self.ledger.broken.add(problem.got)
        if problem.where == "low" and self.plan.cls is Scale:
            path, problem = self.made.path, evolve(problem, where="", hint="write the lower number first")
        self.reported.add(name)
        self.ledger.fault(path, hinted(problem, plan_of(owner.cls).keys.get(inner), raw), self.made.where)


def _mended(arguments: dict[str, Any], problem: Problem) -> bool:
    """Take out of a journey what leads nowhere inside of it, and keep the rest, so that the rest is checked."""
    (name, key), *rest = parse_where(problem.where) or [("", None)]
    columns = [one for stage in arguments.get("stages", ()) for one in stage.touchpoints]
    held = arguments.get(name)
    if name not in {"links", "activities"} or not isinstance(held, list):
        return False
    if not columns:
        arguments.pop("links", None)
        arguments.pop("activities", None)
    elif name == "links" and isinstance(key, int):
        held[key] = evolve(held[key], source=columns[0].id, target=columns[0].id, kind="branch", required=False)
    elif name == "links":
        arguments["links"] = [evolve(one, required=False) for one in held]
    elif rest:
        known = {one.id for one in columns} | {slug(one.title) for one in columns}
        arguments["activities"] = [
            one
            if one.id != key
            else evolve(one, touchpoints=[name for name in one.touchpoints if fold(name) in known or slug(name) in known] or columns[0].id)
            for one in held
        ]
    else:
        return False
    return True
