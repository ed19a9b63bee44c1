"""What was found so far, and what follows from it and need not be said again."""

from attrs import evolve

from journeykit.errors import Problem, shown
from journeykit.model import Activity, Actor, Checked, Stage, Touchpoint

from ._fault import Fault, Path
from ._made import Made, joined
from ._plan import plan_of

__all__ = ["Ledger"]

_SERVES: dict[str, tuple[str, ...]] = {
    "actor": ("Actor", "Persona", "Owner", "System"), "persona": ("Persona", "Actor"), "owner": ("Owner", "Actor"), "system": ("System", "Actor"),
    "touchpoint": ("Touchpoint", "Stage"), "step": ("Touchpoint", "Activity", "Stage", "Journey"), "place": ("Journey", "Stage", "Touchpoint", "Activity"),
    "insight": ("Insight", "Touchpoint", "Stage", "Journey"), "opportunity": ("Opportunity", "Insight", "Touchpoint", "Stage", "Journey"),
}  # fmt: skip


class Ledger:
    """The faults, and what they make doubtful.

    Attributes:
        faults: found so far.
        doubtful: classes of which some could not be made, so that references to them cannot be judged.
        broken: ids that are not well formed; references to them are not reported again.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.doubtful: set[type[Checked]] = set()
        self.broken: set[str] = set()
        self._spaces: dict[object, set[str]] = {}

    def fault(self, path: Path, problem: Problem, where: str, *, at_key: bool = False) -> None:
        """Keep a problem; its own path is relative to `where`."""
        self.faults.append(Fault(problem.below(where), path=path[1:], file=int(path[0]), at_key=at_key))

    def forget(self, path: Path, since: int) -> None:
        """Drop what was found about the value at a path, of the faults from a number on; what was found about its key stays."""
        self.faults[since:] = [one for one in self.faults[since:] if one.at_key or (one.file, *one.path) != path]

    def follows(self, owner: Made, name: str, problem: Problem) -> bool:
        """Whether a reference only leads nowhere because what it names is itself faulty."""
        key = plan_of(owner.cls).keys.get(name)
        ref = key.about.ref if key is not None else None
        if ref is None:
            return False
        return problem.got in self.broken or any(_serves(ref.kind, one) for one in self.doubtful)

    def once(self, made: Made, section: str, journey: Path) -> None:
        """Two equal ids in one space: the second is reported and gets another one."""
        one = made.value
        space: object = "actors" if isinstance(one, Actor) else made.cls
        if isinstance(one, Stage | Touchpoint | Activity):
            space = (journey, Stage if isinstance(one, Stage) else Touchpoint)
        seen = self._spaces.setdefault(space, set())
        if one.id in seen:
            number = next(n for n in range(2, len(seen) + 3) if f"{one.id}-{n}" not in seen)
            part = made.parts.get("id") or made.parts.get(plan_of(made.cls).title)
            where = joined(made.where, "id")
            what = (
                "touchpoints or activities" if isinstance(one, Touchpoint | Activity) else "actors" if isinstance(one, Actor) else section
            )
            problem = Problem(f"Two {what} have the id {shown(one.id)}.", got=shown(one.id), expected="ids that differ",
                              hint=f"add the line `id: {one.id}-{number}` to this one, {shown(one.label)}" if "id" not in made.parts else f"name this one such as {one.id + '-' + str(number)!r}")  # fmt: skip
            by_key = part is None
            self.fault(part.path if part is not None else made.path, problem, where, at_key=by_key)
            made.value = one = evolve(one, id=f"{one.id}-{number}")
        seen.add(one.id)


def _serves(ref: str, cls: type[Checked]) -> bool:
    return cls.__name__ in _SERVES.get(ref, (ref.title(), ref.upper()))
