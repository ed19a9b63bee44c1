"""`journeykit schema`."""

import json

import click

from ._saying import guarded, out


def schema_text() -> str:
    """The JSON Schema of the file format, as it is written beside files."""
    from journeykit.formats import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


@click.command()
@guarded
def schema() -> None:
    """Print the JSON Schema of the file format, so that editors complete and check while you type.

    \b
    Example:  journeykit schema > journeykit.schema.json
    """
    out(schema_text().encode())
