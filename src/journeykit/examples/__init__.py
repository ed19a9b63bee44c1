"""WHAT A BEGINNER STARTS FROM: the example files that `demo` writes, and the templates that `new` writes.

This room imports nothing of journeykit but errors: it hands out the text of files and does not know what is in them.
"""

from pkgutil import get_data

from journeykit.errors import Problem, UnknownNameError

__all__ = ["EXAMPLES", "TEMPLATES", "example", "template"]

EXAMPLES: tuple[str, ...] = (
    "dealership", "hotel", "ten_lines", "clinic_ar", "burger", "screening",
    "dealership_online", "hotel_capehouse", "repair_customers", "repair_staff", "broadband",
)  # fmt: skip
TEMPLATES: tuple[str, ...] = ("lifecycle", "integration", "relationship", "use", "renewal")


def _text(folder: str, name: str, known: tuple[str, ...], word: str) -> str:
    if name not in known:
        raise UnknownNameError.of(word, name, known)
    content = get_data("journeykit.examples", f"{folder}{name}.yaml")
    if content is None:
        raise UnknownNameError(Problem(f"The {word} {name!r} cannot be read.", hint="install journeykit again"))
    return content.decode("utf-8")


def example(name: str) -> str:
    """The text of an example file.

    Raises:
        UnknownNameError: there is none of that name.
    """
    return _text("", name, EXAMPLES, "example")


def template(name: str) -> str:
    """The text of a starter file.

    Raises:
        UnknownNameError: there is none of that name.

    Example:
        >>> template("lifecycle").splitlines()[0]
        '# yaml-language-server: $schema=journeykit.schema.json'
    """
    return _text("templates/", name, TEMPLATES, "template")
