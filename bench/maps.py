"""Portfolios of any size, with something in every lane: the same every time."""

import journeykit as jk
from journeykit.model import MOMENTS

__all__ = ["five_rows", "journey", "portfolio"]

_VERBS = ("Compares", "Asks about", "Signs", "Waits for", "Pays", "Receives", "Tests", "Returns")
_THINGS = ("the tariff", "the contract", "a technician", "the new router", "an invoice", "the parcel", "a price", "the data")
_CHANNELS = ("web", "phone", "shop", "post")
_STAGE = 13


def _touchpoint(number: int) -> jk.Touchpoint:
    title = f"{_VERBS[number % 8]} {_THINGS[number // 8 % 8]} {number}"
    return jk.Touchpoint(
        title,
        id=f"t{number}",
        goal="Know what it costs and when it comes" if number % 3 == 0 else None,
        actions=[f"Looks at {2 + number % 7} offers and writes the figures down"],
        thoughts=["I would like somebody to tell me what happens next"] if number % 4 == 1 else (),
        emotions=[
            jk.Emotion(value / 2, moment=moment, basis="reported", n=40 + number % 90, sources=["survey"], quote="It took too long" if value < -2 else None)
            for moment, value in zip(MOMENTS, ((number * 7) % 9 - 4, (number * 5) % 9 - 4, (number * 3) % 9 - 4), strict=True)
        ],
        channel=_CHANNELS[number // 3 % 4],
        counterparts=["desk" if number % 2 else "hotline"],
        owner="service" if number % 5 else "sales",
        supporters=["it"],
        matters=number % 6 == 2,
        duration=f"{5 + number % 40} min",
        expectations=[jk.Expectation("An answer at once", priority="primary", met="not_met" if number % 2 else "met")],
        pains=[jk.Insight("Nobody says how long it takes", id=f"p{number}", severity=number % 5, frequency=(number % 10) / 10)] if number % 2 else (),
        gains=["Somebody calls back"] if number % 5 == 0 else (),
        opportunities=[jk.Opportunity("How might we help people know what happens next?", id=f"o{number}")] if number % 7 == 3 else (),
        kpis=["wait", "csat"],
        sources=["survey", "calls"] if number % 3 else ["survey"],
    )  # fmt: skip


def journey(touchpoints: int, *, name: str = "moving") -> jk.Journey:
    """A bare journey of so many touchpoints in stages of thirteen (five stages where there are only thirteen)."""
    made = [_touchpoint(number) for number in range(touchpoints)]
    size = 3 if touchpoints <= _STAGE else _STAGE
    stages = [
        jk.Stage(f"Part {at // size + 1}", made[at : at + size], id=f"s{at // size + 1}", goal="Get it working again")
        for at in range(0, touchpoints, size)
    ]
    return jk.Journey(
        "I move my broadband to the new flat", id=name, persona="ana", stages=stages, critical_moment="t8", type="relationship"
    )


def five_rows(touchpoints: int) -> jk.Journey:
    """The same journey with no more than the map that most people draw: curve, channels, pains, opportunities and owners."""
    whole = journey(touchpoints)
    stages = [
        jk.Stage(
            stage.title,
            [
                jk.Touchpoint(
                    one.title,
                    id=one.id,
                    emotions=[feeling for feeling in one.emotions if feeling.moment == "during"],
                    channels=one.channels,
                    pains=one.pains,
                    opportunities=one.opportunities,
                    owner=one.owner,
                )
                for one in stage.touchpoints
            ],
            id=stage.id,
        )
        for stage in whole.stages
    ]
    return jk.Journey(whole.title, id=whole.id, persona=whole.persona, stages=stages, critical_moment=whole.critical_moment)


def portfolio(touchpoints: int, *, per_journey: int = 200) -> jk.Portfolio:
    """A portfolio of so many touchpoints in journeys of `per_journey`."""
    sizes = [min(per_journey, touchpoints - at) for at in range(0, touchpoints, per_journey)]
    return jk.Portfolio(
        "Broadband",
        personas=[jk.Persona("Ana", needs=["A connection on the day of the move"], sources=["survey"])],
        owners=[jk.Owner(name, id=key, kind="team") for key, name in (("service", "Customer service"), ("sales", "Sales"), ("it", "IT"), ("desk", "Front desk"), ("hotline", "Hotline"))],
        sources=[jk.Source("Survey of movers", id="survey", kind="survey", perspective="customer", n=412), jk.Source("Call notes", id="calls", kind="call_log", perspective="customer")],
        kpis=[
            jk.KPI("Waiting time", id="wait", family="operational", unit="min", direction="lower", target=10, measurements=[jk.Measurement(at=2025, value=14, n=900)]),
            jk.KPI("Satisfied customers", id="csat", family="experience", unit="%", direction="higher", method="top_2_box", scale=(1, 5), measurements=[jk.Measurement(at=2024, value=61, n=400), jk.Measurement(at=2025, value=66, n=412)]),
        ],
        journeys=[journey(size, name=f"journey-{number}") for number, size in enumerate(sizes, 1)],
    )  # fmt: skip
