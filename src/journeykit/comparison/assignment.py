"""Who belongs to whom, when all pairs are weighed against each other: the assignment of the highest total, and how sure each pair is."""

from collections.abc import Sequence

from attrs import define

__all__ = ["assigned"]

_INFINITE = float("inf")


def assigned(profit: Sequence[Sequence[float]]) -> dict[int, tuple[int, float]]:
    """The pairs of rows and columns whose total profit is highest; a pair without profit is none.

    Args:
        profit: rows of equal length, no number negative. Rows and columns need not be equally many.

    Returns:
        For each row that has a partner: its column, and by how much the total would fall without this pair.
        Where that is 0, another assignment is as good.

    Source: Hungarian method with shortest augmenting paths (Jonker and Volgenant 1987), O(n³).

    Example:
        >>> assigned([[0.9, 0.8], [0.8, 0.1]])[1]
        (0, 0.6)
    """
    rows, columns = len(profit), max(map(len, profit), default=0)
    size = max(rows, columns)
    cost = [[-profit[i][j] if i < rows and j < columns else 0.0 for j in range(size)] for i in range(size)]
    work = _Work(cost, [0.0] * size, [0.0] * size, [-1] * size)
    for row in range(size):
        work.augment(row)
    found: dict[int, tuple[int, float]] = {}
    for column, row in enumerate(work.row_of):
        if row < rows and column < columns and profit[row][column] > 0:
            found[row] = column, round(work.loss(row, column), 9)
    return dict(sorted(found.items()))


@define(eq=False)
class _Work:
    """An assignment under way: costs, the prices of rows and columns, and the row of each column (-1: none yet)."""

    cost: list[list[float]]
    row_price: list[float]
    column_price: list[float]
    row_of: list[int]

    def total(self) -> float:
        """What the assignment costs."""
        return sum(self.cost[row][column] for column, row in enumerate(self.row_of))

    def loss(self, row: int, column: int) -> float:
        """How much worse the best assignment without a pair is: one more shortest path, with the prices there are."""
        known = self.total()
        own, self.cost[row][column] = self.cost[row][column], 0.0
        other = _Work(self.cost, list(self.row_price), list(self.column_price), list(self.row_of))
        other.row_of[column] = -1
        other.augment(row)
        without = other.total()
        self.cost[row][column] = own
        return without - known

    def augment(self, start: int) -> None:
        """Finds a column for one more row; others may change theirs on the way."""
        size = len(self.cost)
        distance, via, is_done = [_INFINITE] * size, [-1] * size, [False] * size
        row, column, reached = start, -1, 0.0
        scanned: list[int] = []
        while True:
            nearest, best = -1, _INFINITE
            costs, price = self.cost[row], reached - self.row_price[row]
            for j in range(size):
                if is_done[j]:
                    continue
                length = price + costs[j] - self.column_price[j]
                if length < distance[j]:
                    distance[j], via[j] = length, column
                if distance[j] < best:
                    nearest, best = j, distance[j]
            column, reached = nearest, best
            is_done[column] = True
            if self.row_of[column] < 0:
                break
            scanned.append(column)
            row = self.row_of[column]
        self.row_price[start] += reached
        for j in scanned:
            self.column_price[j] -= reached - distance[j]
            self.row_price[self.row_of[j]] += reached - distance[j]
        while column >= 0:
            self.row_of[column] = start if via[column] < 0 else self.row_of[via[column]]
            column = via[column]
