"""A thousand made-up orders held against the plan of broadband.yaml: what happened otherwise, and how often."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import journeykit as jk
from journeykit.comparison import Run, Step, answers, conformance

PLANNED = jk.load(Path(__file__).with_name("broadband.yaml")).journeys["broadband"]


def runs(count: int = 1000, seed: int = 1) -> Iterator[Run]:
    """What happened to so many customers: mostly the plan, sometimes not. The same seed gives the same customers."""
    chance = random.Random(seed)  # noqa: S311  # made-up customers, no secrets
    for number in range(count):
        at = datetime(2025, 3, 1, 9, tzinfo=UTC) + timedelta(hours=number)
        names = [
            "order",
            "confirmed",
            "dispatched",
            *(["welcome"] if chance.random() < 0.6 else []),
            "sim",
            "pin",
            "modem",
            "install",
            "invoice",
        ]
        if chance.random() < 0.03:  # the letter with the PIN code gets lost
            names.remove("pin")
        if chance.random() < 0.08:  # the parcel comes after the bill
            names.remove("modem")
            names.insert(names.index("invoice") + 1, "modem")
            names.remove("install")
            names.append("install")
        steps = []
        for name in names:
            at += timedelta(hours=chance.randint(2, 40))
            takes = timedelta(minutes=chance.randint(15, 75) if name == "install" else 1)
            failed = name == "install" and chance.random() < 0.06
            steps.append(Step(name, started=at, ended=at + takes, status="failed" if failed else "completed"))
            at += takes
            if failed:  # calls for help, then it works
                steps.append(Step("calls for help", started=at, channel="phone"))
                steps.append(Step("install", started=at, ended=at + timedelta(minutes=20)))
        yield Run(f"order {number + 1}", steps)


if __name__ == "__main__":
    for sentence in answers(conformance(PLANNED, runs()), PLANNED):
        print(sentence)  # noqa: T201  # an example that is run
