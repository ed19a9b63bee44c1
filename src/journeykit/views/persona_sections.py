"""What a persona card says beside its facts: what pleases and disappoints, what is wanted, channels, journeys, sources, gaps."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from journeykit.diagram import Item, Mark, ProfileSection
from journeykit.errors import step

from .card_words import CardWords
from .context import Context
from .persona_known import Known, facts, facts_missing
from .printed import counted, embedded, initial, joined, listed, share
from .readings import BASES
from .sections import split
from .words import Words

_BULLET, _ASSUMED = Mark(kind="bullet"), Mark(kind="assumed", tone="muted")  # the title of the section says it in words
_UP, _DOWN = Mark(kind="gain"), Mark(kind="loss")
_DERIVED = 4
_TITLES = 3
_ENDS = (".", "!", "?", "…", "؟", "。")
_MARKS = " “”„\"'«»"
_LISTS = ("consumption", "preferences", "ambitions", "interests", "hobbies", "accessibility_needs")


def sections(known: Known, words: Words, cards: CardWords) -> tuple[ProfileSection, ...]:
    """In pairs: pleased and disappointed, uses and wants, the rest; then journeys, sources, and what still has to be asked."""
    # What nobody knows says so: an empty block would look as if there were nothing to know.
    unknown = (Item(text=cards.not_known, style="muted"),)
    shown = [each if each.items else evolve(each, items=unknown) for _, each in _about(known, words, cards)]
    if known.library is not None:  # by itself it does not know who maps it
        shown.append(_journeys(known, words, cards))
    if known.library is not None or known.persona.sources:
        shown.append(_how_known(known, words, cards))
    shown.append(_to_ask(known, words, cards))
    return split(shown, words, cards)


def unknown_of(known: Known, words: Words, cards: CardWords) -> tuple[str, ...]:
    """The names of all that the card says is not known: facts at its side, then what pleases, what disappoints, what is wanted."""
    return (*facts_missing(known.persona), *(name for name, section in _about(known, words, cards) if not section.items))


def _about(known: Known, words: Words, cards: CardWords) -> list[tuple[str, ProfileSection]]:
    """What is said of the persona itself, each with the name of the field; empty where nobody knows."""
    one = known.persona
    found: list[tuple[str, ProfileSection]] = []
    if one.bio:
        found.append(("bio", ProfileSection(title=cards.sections["bio"], items=(Item(text=one.bio),), wide=True)))
    found += [("pleased_by", _pleased(known, words, cards)), ("disappointed_by", _disappointed(known, words, cards))]
    own = {name: getattr(one, name) for name in _LISTS if getattr(one, name)}
    first, *rest = [name for name in _LISTS if name in own] or [""]
    if first:
        found.append((first, _listed(known, first, own[first], cards)))
    elif known.library is not None:  # by itself it has met nobody anywhere
        found.append(("channels", _channels(known, cards)))
    found.append(("needs", _wants(known, cards)))
    found += [(name, _listed(known, name, own[name], cards)) for name in rest]
    if first and "preferences" not in own and (channels := _channels(known, cards)).items:
        found.append(("channels", channels))
    return found


def texts_of(known: Known, words: Words, cards: CardWords) -> Iterable[tuple[str, str]]:
    """Everything on the card as names and texts, for the table."""
    one = known.persona
    if one.segment:
        yield cards.segment, one.segment
    for fact in facts(one, words, cards):
        yield fact.name, fact.value
    if one.tech_note:
        yield cards.facts["tech_familiarity"], one.tech_note
    quote, note = quote_of(known, words, cards)
    if quote:
        yield words.lanes["thoughts"], f"{words.quoted.format(text=quote)}" + (f" ({note})" if note else "")
    for section in sections(known, words, cards):
        for item in section.items:
            yield section.title, joined(item.in_words, words)


def quote_of(known: Known, words: Words, cards: CardWords) -> tuple[str, str]:
    """What they say; else a quotation from one of their journeys, with where it was said. Empty where there is none."""
    if known.persona.quote:
        return known.persona.quote.strip(_MARKS) or known.persona.quote, ""
    said: list[tuple[bool, bool, str, str]] = []
    for context in known.journeys:
        for at, touchpoint in enumerate(context.columns):
            real = [one.quote for one in touchpoint.emotions if one.quote and BASES[one.basis] == "measured"]
            note = cards.example_quote.format(title=_title(context, at, words))
            # What was said aloud comes first, then what is a sentence, then what was thought at the critical moment.
            said += [(True, True, text, note) for text in real]
            said += [(text.rstrip("”“\"'»")[-1:] in _ENDS, at == context.critical, text, note) for text in touchpoint.thoughts]
    if not said:
        return "", ""
    best = max(said, key=lambda each: each[:2])
    return best[2].strip(_MARKS), best[3]


def _title(context: Context, at: int, words: Words) -> str:
    return words.quoted.format(text=embedded(context.columns[at].title, words))


def _listed(known: Known, name: str, texts: Sequence[str], cards: CardWords) -> ProfileSection:
    title = cards.sections[name]
    path = f"{step('personas', known.persona.id)}.{name}"
    if known.is_assumed:
        title = cards.assumed.format(title=title)
    mark = _ASSUMED if known.is_assumed else _BULLET
    items = tuple(
        Item(text=text, mark=mark, style="muted" if known.is_assumed else "plain", source=f"{path}[{at}]") for at, text in enumerate(texts)
    )
    return ProfileSection(title=title, items=items)


def _marked(known: Known, name: str, texts: Sequence[str], mark: Mark, *, cards: CardWords) -> ProfileSection:
    title = cards.sections[name]
    path = f"{step('personas', known.persona.id)}.{name}"
    items = tuple(Item(text=text, mark=mark, source=f"{path}[{at}]") for at, text in enumerate(texts))
    return ProfileSection(title=cards.assumed.format(title=title) if known.is_assumed else title, items=items)


def _pleased(known: Known, words: Words, cards: CardWords) -> ProfileSection:
    """Its own list; else the gains and the best readings of its journeys."""
    one = known.persona
    if one.pleased_by:
        return _marked(known, "pleased_by", one.pleased_by, _UP, cards=cards)
    items: list[Item] = []
    for context in known.journeys:
        gains = (placed.insight for placed in context.statements.gains)
        items += [Item(text=each.text, mark=_UP, detail=each.note or "", source="") for each in gains]
    if not items:
        items = _felt(known, words, sign=1)
    return ProfileSection(title=_of_journeys("pleased_by", known, cards), items=tuple(items[:_DERIVED]))


def _disappointed(known: Known, words: Words, cards: CardWords) -> ProfileSection:
    """Its own list; else the first pains of its journeys, in the order of their rank, then the worst readings."""
    one = known.persona
    if one.disappointed_by:
        return _marked(known, "disappointed_by", one.disappointed_by, _DOWN, cards=cards)
    items: list[Item] = []
    for context in known.journeys:
        for placed in context.statements.pains:
            each = placed.insight
            if each.status != "resolved":
                detail = share(each.frequency, words) if each.frequency is not None else ""
                text = f"{each.text}: {detail}" if detail else each.text
                items.append(Item(text=text, mark=_DOWN, source=placed.path))
    if not items:
        items = _felt(known, words, sign=-1)
    return ProfileSection(title=_of_journeys("disappointed_by", known, cards), items=tuple(items[:_DERIVED]))


def _of_journeys(name: str, known: Known, cards: CardWords) -> str:
    """The title of a section that journeys fill, where there may be journeys."""
    title = cards.sections[name]
    return title if known.library is None else cards.on_journeys.format(title=title)


def _felt(known: Known, words: Words, *, sign: int) -> list[Item]:
    """Touchpoints that felt good, or bad, the strongest first; only what somebody felt."""
    found: list[tuple[float, Item]] = []
    for context in known.journeys:
        for track in context.tracks[:1]:
            for one in track.readings:
                if track.kind == "felt" and one.value * sign >= 1 and BASES[one.emotions[-1][1].basis] != "assumed":
                    note = one.emotions[-1][1].note or ""
                    title = initial(context.columns[one.column].title)
                    text = (
                        f"{title}: {note[:1].lower()}{note[1:]}" if note and words.lang == "en" else f"{title}: {note}" if note else title
                    )
                    found.append((-abs(one.value), Item(text=text, mark=_UP if sign > 0 else _DOWN)))
    return [item for _, item in sorted(found, key=lambda each: each[0])]


def _wants(known: Known, cards: CardWords) -> ProfileSection:
    """Goals and needs; else the goals of its journeys."""
    one = known.persona
    path = step("personas", one.id)
    texts = [(text, f"{path}.{name}[{at}]") for name in ("goals", "needs") for at, text in enumerate(getattr(one, name))]
    assumed = known.is_assumed
    if not texts:
        held = [(context, context.journey.customer_goal) for context in known.journeys]
        texts = [(goal, f"{context.path}.customer_goal") for context, goal in held if goal]
        assumed = not any(context.journey.sources for context in known.journeys)
    title = cards.sections["goals" if one.goals or not one.needs else "needs"]
    mark = _ASSUMED if assumed else _BULLET
    items = tuple(Item(text=text, mark=mark, style="muted" if assumed else "plain", source=source) for text, source in texts)
    return ProfileSection(title=cards.assumed.format(title=title) if assumed else title, items=items)


def _channels(known: Known, cards: CardWords) -> ProfileSection:
    """At how many touchpoints of its journeys which channel is met."""
    met: dict[str, int] = {}
    count = 0
    names: dict[str, str] = {}
    for context in known.journeys:
        count += len(context.columns)
        for touchpoint in context.columns:
            for key in dict.fromkeys(touchpoint.channels):
                met[key] = met.get(key, 0) + 1
                names[key] = context.names(key)
    order = sorted(met, key=lambda key: -met[key])
    items = tuple(Item(text=cards.channel_at.format(channel=names[key], n=met[key], m=count), mark=_BULLET) for key in order)
    return ProfileSection(title=cards.sections["channels"], items=items)


def _journeys(known: Known, words: Words, cards: CardWords) -> ProfileSection:
    items = [
        Item(
            text=cards.journey_is.format(
                title=embedded(one.journey.title, words),
                state=_lower(words.states[one.journey.state], words),
                status=_lower(words.statuses[one.journey.status], words),
            ),
            source=one.path,
        )
        for one in known.journeys
    ]
    return ProfileSection(title=cards.journeys, items=tuple(items) or (Item(text=cards.no_journeys, style="muted"),))


def _lower(text: str, words: Words) -> str:
    """A badge as it stands within a sentence; German nouns keep their capital."""
    if words.lang == "de":
        return "-".join(part.capitalize() for part in text.split("-"))
    return text.lower()


def _how_known(known: Known, words: Words, cards: CardWords) -> ProfileSection:
    """The sources of the persona; else those that its journeys cite."""
    keys = _sources(known)
    if not keys:
        return ProfileSection(
            title=cards.how_known, items=(Item(text=f"{words.no_sources}{words.end} {words.all_assumed}", style="muted"),)
        )
    titles = [(held.title if known.library and (held := known.library.sources.get(key)) else key) for key in keys]
    named = [embedded(one, words) for one in titles[:_TITLES]]
    rest = len(titles) - len(named)
    text = joined([*named, *([f"+{rest}"] if rest else [])], words)
    said = cards.known_from.format(count=counted(len(keys), words.sources_n, words), titles=text)
    return ProfileSection(title=cards.how_known, items=(Item(text=said, tip=joined(titles, words) if rest else ""),))


def _sources(known: Known) -> list[str]:
    one = known.persona
    about = [source.id for source in known.library.sources if one.id in source.personas] if known.library else []
    keys = list(dict.fromkeys((*one.sources, *about)))
    return keys or list(dict.fromkeys(key for context in known.journeys for key in context.sources))


def _to_ask(known: Known, words: Words, cards: CardWords) -> ProfileSection:
    """What the card says is not known, then what the journeys say is not known yet."""
    missing = unknown_of(known, words, cards)
    items: list[Item] = []
    if missing:
        items.append(Item(text=initial(listed([cards.facts_asked[name] for name in missing], words)) + words.end, style="muted"))
    for context in known.journeys:
        items += [
            Item(text=placed.insight.text, style="muted", source=placed.path)
            for placed in context.statements.others
            if placed.insight.kind in {"knowledge_gap", "hypothesis"} and placed.insight.status == "open"
        ]
    return ProfileSection(title=cards.still_to_ask, items=tuple(items) or (Item(text=cards.nothing_to_ask, style="muted"),), wide=True)
