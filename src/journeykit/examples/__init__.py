"""WHAT A BEGINNER STARTS FROM: the example files that `demo` writes, and the templates that `new` writes.

This room imports nothing of journeykit but errors: it hands out the text of files and does not know what is in them.
"""

from pkgutil import get_data

from journeykit.errors import Problem, UnknownNameError

__all__ = ["DEMO_FILES", "EXAMPLES", "TEMPLATES", "demo_file", "example", "template"]

EXAMPLES: tuple[str, ...] = (
    "dealership", "hotel", "ten_lines", "clinic_ar", "burger", "screening",
    "dealership_online", "hotel_capehouse", "repair_customers", "repair_staff", "broadband",
)  # fmt: skip
DEMO_FILES: tuple[str, ...] = (
    *(f"{name}.yaml" for name in EXAMPLES), "bikes/shared.yaml", "bikes/join.yaml", "bikes/ride.yaml", "broadband_runs.py",
)  # fmt: skip
TEMPLATES: tuple[str, ...] = ("lifecycle", "integration", "relationship", "use", "renewal")


def _text(path: str, name: str, known: tuple[str, ...], word: str) -> str:
    if name not in known:
        raise UnknownNameError.of(word, name, known)
    content = get_data("journeykit.examples", path)
    if content is None:
        raise UnknownNameError(Problem(f"The {word} {name!r} cannot be read.", hint="install journeykit again"))
    return content.decode("utf-8")


def example(name: str) -> str:
    """The text of an example file.

    Raises:
        UnknownNameError: there is none of that name.
    """
    return _text(f"{name}.yaml", name, EXAMPLES, "example")


def demo_file(path: str) -> str:
    """The text of a file that `demo` writes, by its place in the folder.

    Raises:
        UnknownNameError: there is none at that place.

    Example:
        >>> demo_file("bikes/join.yaml").splitlines()[1]
        'journeykit: 1'
    """
    held = f"{path}.txt" if path.endswith(".py") else path  # what is only handed out is no module of this package
    return _text(held, path, DEMO_FILES, "file of the demo")


def template(name: str) -> str:
    """The text of a starter file.

    Raises:
        UnknownNameError: there is none of that name.

    Example:
        >>> template("lifecycle").splitlines()[0]
        '# yaml-language-server: $schema=journeykit.schema.json'
    """
    return _text(f"templates/{name}.yaml", name, TEMPLATES, "template")
