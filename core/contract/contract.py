"""The tables that an organisation's data is read by, put together of those of its subjects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.contract.cells.cell import slug
from core.contract.raw import Raws, RawTable
from core.contract.table import Table


@dataclass(frozen=True, slots=True)
class Contract:
    # In the order of reading, each after those it refers to.
    tables: tuple[Table, ...]
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

    def by_table(self, raw_tables: Iterable[RawTable]) -> Mapping[str, Raws]:
        """What a source has of each table, by the table's name. Tables that it does not have are left out, and so is
        what is no table of the contract.
        """
        found: dict[str, Raws] = {}
        for raw in raw_tables:
            if table := self.titled(raw.name):
                found[table.name] = (*found.get(table.name, ()), raw)
        return found
