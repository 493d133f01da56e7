"""The tables that an organisation's data is read by, put together of those of its subjects."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from core.contract.cells.cell import slug
from core.contract.raw import RawTable
from core.contract.table import Table

Prepare = Callable[[tuple[RawTable, ...]], tuple[RawTable, ...]]


@dataclass(frozen=True, slots=True)
class Contract:
    """tables: in the order of reading, each after those it refers to; prepare: what has to be done to the raw tables
    before anything else sees them.
    """

    tables: tuple[Table, ...]
    prepare: Prepare = lambda raw_tables: raw_tables
    by_name: dict[str, Table] = field(init=False, compare=False)
    by_slug: dict[str, Table] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {table.name: table for table in self.tables})
        object.__setattr__(self, "by_slug", {table.slug: table for table in self.tables})

    def __iter__(self) -> Iterator[Table]:
        return iter(self.tables)

    def titled(self, title: object) -> Table | None:
        """The table that a tab, a file or a database's table is called after, in any spelling."""
        return self.by_slug.get(slug(title))
