"""`python -m bench [WORD …]`: every contest whose name holds one of the words, or all."""

import platform
import sys

from bench.cases import contests, facts
from bench.timing import Result, run

_ROW = "{:<58} {:>11} {:>11}  {:<34} {:>7} {:>7}  {}"


def main(words: list[str]) -> int:
    """Prints the table; 1 where a ratio is above its limit."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; medians, sides timed in turn\n")
    print(_ROW.format("what", "ours", "rival", "the rival is", "ratio", "limit", ""))
    results = []
    for contest in contests():
        if not words or any(word in contest.name for word in words):
            results.append(run(contest))
            print(_row(results[-1]), flush=True)
    if not words:
        print()
        for name, figure in facts():
            print(f"{name}: {figure}")
    return 0 if all(result.is_good for result in results) else 1


def _row(result: Result) -> str:
    contest = result.contest
    limit = "" if contest.limit is None else f"{contest.limit:g}"
    verdict = f"{result.rounds} rounds" + ("" if result.is_good else ", ABOVE THE LIMIT")
    return _ROW.format(contest.name, _time(result.ours), _time(result.rival), contest.rival_name, f"{result.ratio:.2f}", limit, verdict)


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
