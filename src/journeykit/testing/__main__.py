"""`python -m journeykit.testing`: which renderer draws which scene of the conformance suite."""

import sys

from ._conformance import conformance_table

if __name__ == "__main__":
    table = conformance_table()
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    sys.stdout.write(
        "".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in table)
    )
