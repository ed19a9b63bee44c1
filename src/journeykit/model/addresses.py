"""Addresses: what stands where in the journeys of a portfolio, by every form in which it may be named."""

from typing import TYPE_CHECKING

from .ids import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .journey import Journey

_STAGE = "stage:"


class Table:
    """Full addresses, and the shorter forms that lead to them: by id, and after that by title."""

    def __init__(self) -> None:
        self._by_id: dict[str, list[str]] = {}
        self._titled: list[tuple[str, tuple[str, ...], str]] = []
        self._by_title: dict[str, list[str]] | None = None

    @property
    def all(self) -> list[str]:
        """All full addresses, in order."""
        return list(dict.fromkeys(full for full, _, _ in self._titled))

    def __contains__(self, full: str) -> bool:
        return full in self._by_id.get(full, ())

    def add(self, full: str, title: str, *fronts: str, bare: bool = True) -> None:
        """An address; `fronts` may stand before its last part, as nothing may where it is `bare`."""
        key = full.rsplit("/", 1)[-1]
        before = (*fronts, "") if bare else fronts
        for form in {full, *(front + key for front in before)}:
            self._by_id.setdefault(form, []).append(full)
        self._titled.append((full, before, title))

    def find(self, written: str) -> list[str]:
        """The full address that is written, else all that the form may mean."""
        folded = fold(written)
        if folded in self:
            return [folded]
        return self._by_id.get(folded) or self._titles().get(_slugs(folded)) or self._titles().get(slug(folded), [])

    def _titles(self) -> dict[str, list[str]]:
        """By title: made when ids did not help."""
        if self._by_title is None:
            self._by_title = {}
            for full, before, title in self._titled:
                start = _STAGE if full.rsplit("/", 1)[-1].startswith(_STAGE) else ""
                for front in before:
                    self._by_title.setdefault(front + start + slug(title), []).append(full)
        return self._by_title


def _slugs(address: str) -> str:
    """Every part of an address as the slug of what is written."""
    parts = address.split("/")
    return "/".join(_STAGE + slug(part.removeprefix(_STAGE)) if part.startswith(_STAGE) else slug(part) for part in parts)


class Places:
    """Journeys, stages, touchpoints and activities (`steps`), and the insights and opportunities that stand at touchpoints."""

    def __init__(self, journeys: "Iterable[Journey]") -> None:
        self.steps, self.insights, self.opportunities = Table(), Table(), Table()
        for journey in journeys:
            self.steps.add(journey.id, journey.title)
            front = f"{journey.id}/"
            for stage in journey.stages:
                self.steps.add(f"{front}{_STAGE}{stage.id}", stage.title, front)
                for touchpoint in stage.touchpoints:
                    full = front + touchpoint.id
                    self.steps.add(full, touchpoint.title, front)
                    for one in (*touchpoint.pains, *touchpoint.gains, *touchpoint.insights):
                        self.insights.add(f"{full}/{one.id}", one.text, f"{full}/", f"{touchpoint.id}/")
                    for other in touchpoint.opportunities:
                        self.opportunities.add(f"{full}/{other.id}", other.statement, f"{full}/", f"{touchpoint.id}/")
            for activity in journey.activities:
                self.steps.add(front + activity.id, activity.title, front)
