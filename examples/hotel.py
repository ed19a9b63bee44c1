"""One night at a hotel, built in Python: the same portfolio as hotel.yaml, where the sources are explained."""

import journeykit as jk

owners = [
    jk.Owner("Bell boy", id="bellboy", kind="role"),
    jk.Owner("Receptionist", id="receptionist", kind="role"),
    jk.Owner("Housekeepers", id="housekeeping", kind="role"),
    jk.Owner("Room service", id="room-service", kind="team"),
    jk.Owner("Reservation staff", id="reservations", kind="team"),
]

systems = [
    jk.System("Reservation system", id="sys-reservation"),
    jk.System("Registration system", id="sys-registration"),
    jk.System("Food order system", id="sys-food"),
    jk.System("Security system", id="sys-security"),
]

actors = [
    jk.Actor("The hotel", id="hotel", kind="organisation"),
    jk.Actor("Guest", id="guest", kind="customer"),
]

channels = [
    jk.Channel("Hotel website", id="site", medium="web"),
    jk.Channel("Room telephone", id="room-phone", medium="phone"),
    jk.Channel("Face to face", id="in-person", medium="face_to_face"),
]

sources = [
    jk.Source(
        "Service blueprint of the Hilton Green Hotel",
        id="hot1",
        kind="desk_research",
        perspective="designer",
        ref="student group, scribd 554053486",
    ),
    jk.Source(
        "Service blueprint of Cape House in Bangkok",
        id="hot2",
        kind="desk_research",
        perspective="designer",
        ref="student group, scribd 663343695",
    ),
]

hotel_stay = jk.Journey(
    "I stay one night at the hotel",
    id="hotel-stay",
    participants=["guest", "bellboy", "receptionist", "housekeeping", "room-service", "reservations"],
    perspective="designer",
    visibility_convention="sight",
    sources=["hot1", "hot2"],
    stages=[
        jk.Stage(
            "Before arrival",
            [
                jk.Touchpoint(
                    "Makes a reservation",
                    id="t1",
                    actions=["Searches for a hotel", "Compares what is offered", "Chooses one"],
                    physical_evidence=[jk.PhysicalEvidence("Advertisement, website", kind="digital")],
                    counterparts=["reservations"],
                    fail_point="No room: overbooked, wait list",
                    sources=["hot1"],
                )
            ],
            id="before",
            lifecycle="onboard",
        ),
        jk.Stage(
            "Arrival",
            [
                jk.Touchpoint(
                    "Arrives at the hotel",
                    id="t2",
                    kind="action",
                    physical_evidence=[jk.PhysicalEvidence("Front, car park", kind="place")],
                    fail_point="Car park full",
                    sources=["hot1"],
                ),
                jk.Touchpoint(
                    "Hands the bags to the bell boy",
                    id="t3",
                    physical_evidence=["Baggage cart, bell boy"],
                    counterparts=["bellboy"],
                    sources=["hot1"],
                ),
                jk.Touchpoint(
                    "Checks in, goes up, gets the bags",
                    id="t4",
                    physical_evidence=[
                        jk.PhysicalEvidence("Desk, forms, lobby, key", kind="place"),
                        jk.PhysicalEvidence("Lift, corridor, room", kind="place"),
                    ],
                    counterparts=["receptionist", "bellboy"],
                    fail_point="Server down delays check-in; lift out of order",
                    sources=["hot1", "hot2"],
                ),
            ],
            id="arrival",
            lifecycle="use",
        ),
        jk.Stage(
            "Stay",
            [
                jk.Touchpoint(
                    "Calls room service, gets the meal",
                    id="t5",
                    physical_evidence=[jk.PhysicalEvidence("Restaurant menu", kind="document"), "The tray and the meal"],
                    counterparts=["room-service"],
                    fail_point="Food late, or no longer hot",
                    sources=["hot1"],
                ),
                jk.Touchpoint(
                    "Uses room and hotel",
                    id="t6",
                    kind="action",
                    physical_evidence=[jk.PhysicalEvidence("Room amenities", kind="place")],
                    sources=["hot1"],
                ),
            ],
            id="stay",
            lifecycle="use",
        ),
        jk.Stage(
            "Departure",
            [
                jk.Touchpoint(
                    "Checks out",
                    id="t7",
                    physical_evidence=[jk.PhysicalEvidence("Bill", kind="document"), jk.PhysicalEvidence("Lobby", kind="place")],
                    counterparts=["receptionist"],
                    fail_point="Server down delays check-out and early leavers",
                    sources=["hot1"],
                )
            ],
            id="departure",
            lifecycle="leave",
        ),
    ],
    activities=[
        jk.Activity("Books the room for the guest", id="a1", layer="backstage", actor="reservations", touchpoints=["t1"], sources=["hot1"]),
        jk.Activity("Greets the guest, takes the bags", id="a2", layer="frontstage", actor="bellboy", touchpoints=["t3"], sources=["hot1"]),
        jk.Activity(
            "Carries the bags up to the room", id="a3", layer="backstage", actor="bellboy", touchpoints=["t3", "t4"], sources=["hot1"]
        ),
        jk.Activity(
            "Checks in, fills the register", id="a4", layer="frontstage", actor="receptionist", touchpoints=["t4"], sources=["hot1"]
        ),
        jk.Activity(
            "Cleans the room",
            id="a5",
            layer="backstage",
            actor="housekeeping",
            touchpoints=["t4"],
            fail_point="Room not cleaned as hoped, bed not turned down",
            sources=["hot1"],
        ),
        jk.Activity("Hands over the bags", id="a6", layer="frontstage", actor="bellboy", touchpoints=["t4"], sources=["hot1"]),
        jk.Activity("Brings the food", id="a7", layer="frontstage", actor="room-service", touchpoints=["t5"], sources=["hot1"]),
        jk.Activity("Settles the check-out", id="a8", layer="frontstage", actor="receptionist", touchpoints=["t7"], sources=["hot1"]),
        jk.Activity("Reservation system", id="s1", layer="support", actor="sys-reservation", touchpoints=["t1"], sources=["hot1"]),
        jk.Activity("Security system", id="s2", layer="support", actor="sys-security", touchpoints=["t2"], sources=["hot1"]),
        jk.Activity("Registration system", id="s3", layer="support", actor="sys-registration", touchpoints=["t4", "t7"], sources=["hot1"]),
        jk.Activity("Food order system", id="s4", layer="support", actor="sys-food", touchpoints=["t5"], sources=["hot1"]),
    ],
    links=[
        jk.Link(source="t1", target="a1", kind="message"),
        jk.Link(source="s1", target="a1", kind="supports"),
        jk.Link(source="t3", target="a2", kind="message"),
        jk.Link(source="a2", target="a3", kind="sequence", required=True),
        jk.Link(source="a3", target="a6", kind="sequence", required=True),
        jk.Link(source="t4", target="a4", kind="message", both_ways=True),
        jk.Link(source="s3", target="a4", kind="supports"),
        jk.Link(source="a5", target="a4", kind="supports"),
        jk.Link(source="a6", target="t4", kind="message"),
        jk.Link(source="s4", target="a7", kind="supports"),
        jk.Link(source="a7", target="t5", kind="message"),
        jk.Link(source="s3", target="a8", kind="supports"),
        jk.Link(source="t7", target="a8", kind="message", both_ways=True),
    ],
)

book = jk.Portfolio(
    "Overnight hotel stay",
    lang="en",
    organisation="hotel",
    owners=owners,
    systems=systems,
    actors=actors,
    channels=channels,
    sources=sources,
    journeys=[hotel_stay],
)

if __name__ == "__main__":
    jk.render(book, "hotel.svg")
