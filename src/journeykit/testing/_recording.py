"""A renderer that draws nothing and remembers what it was given."""

import json

from attrs import define, field

from journeykit.renderers import Capability, Options, check_options
from journeykit.scene import Scene, scene_to_json


@define(kw_only=True)
class RecordingRenderer:
    """Gives each page as JSON and keeps every call.

    Attributes:
        calls: scene and options of each call, in order.

    Example:
        >>> from journeykit.scene import Page, Scene
        >>> recorder = RecordingRenderer()
        >>> empty = Scene(title="Nothing", pages=(Page(width=1, height=1, background="#FFFFFF", nodes=()),))
        >>> len(recorder.render(empty, Options())), recorder.calls[0][0].title
        (1, 'Nothing')
    """

    name: str = "recording"
    suffixes: tuple[str, ...] = (".json",)
    media_type: str = "application/json"
    capabilities: frozenset[Capability] = frozenset({"links", "structure", "tooltips"})
    calls: list[tuple[Scene, Options]] = field(factory=list[tuple[Scene, Options]])

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """The pages as JSON, one item each; the call is kept.

        Raises:
            RenderError: the options ask for a capability that `capabilities` lacks.
        """
        check_options(self, options)
        self.calls.append((scene, options))
        pages = scene_to_json(scene)["pages"]
        return tuple(json.dumps(page, sort_keys=True).encode() for page in pages)
