"""A table that lost something is not believed until somebody says that it is meant."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.held import Held, Kept, Saved, confirmed, from_saved, merge
from core.contract.problem import Effect
from core.contract.raw import RawRow, Raws, RawTable, TabPlace
from core.subjects import CONTRACT
from tests.core.contract.build import (
    ambassador,
    application,
    department,
    invoice,
    member,
    raw_table,
    raw_tables,
    residents,
    told,
)

THEN = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)
NOW = THEN + timedelta(minutes=1)
KEY = b"one run"
WITHOUT_DEPARTMENTS = {name: (raw,) for name, raw in raw_tables().items() if name != "departments"}


def departments(amount: int, wrong: int = 0) -> RawTable:
    """So many departments, and some more whose name is missing above a last one that has it."""
    rows = [department(number=str(100 + place)) for place in range(amount)]
    return raw_table("departments", [*rows[:-1], *[department(number="1", name="")] * wrong, *rows[-1:]])


def misnamed(amount: int, wrong: int) -> RawTable:
    """So many departments, of which some still have their number and no name that can be read."""
    return raw_table("departments", [
        department(number=str(100 + place), name="#REF!" if place < wrong else "Å") for place in range(amount)
    ])  # fmt: skip


def unreadable(amount: int) -> RawTable:
    """So many departments whose numbers come from a formula that has failed."""
    return raw_table("departments", [department(number="#REF!")] * amount)


def sources(*raws: RawTable) -> dict[str, Raws]:
    """What the source has: these tables of departments, and all the others as they should be."""
    return {**WITHOUT_DEPARTMENTS, **({"departments": raws} if raws else {})}


def kept(found: Mapping[str, Raws], at: datetime = THEN) -> dict[str, Kept]:
    return from_saved(CONTRACT, {name: Saved(raws, at) for name, raws in found.items()}, KEY)


def read(*raws: RawTable, at: datetime, name: str = "departments") -> Kept:
    """A table as it is used of which the source had this."""
    return kept({name: raws}, at)[name]


def merged(
    before: Mapping[str, Kept], now: Mapping[str, Raws], at: datetime, waiting: Sequence[Held] = ()
) -> tuple[dict[str, Kept], tuple[Held, ...]]:
    return merge(CONTRACT, before, now, at, KEY, waiting)


def renamed(raw: RawTable, was: str, now: str) -> RawTable:
    return replace(raw, headings=tuple(now if heading == was else heading for heading in raw.headings))


def doubled(raw: RawTable, heading: str) -> RawTable:
    return replace(raw, headings=(*raw.headings, heading))


@pytest.mark.parametrize(
    ("now", "why"),
    [
        pytest.param((), "»Afdelinger« er væk fra kilden.", id="the table is gone"),
        pytest.param(
            (replace(departments(10), headings=(), rows=()),), "har fået overskrifter", id="the sheet was emptied"
        ),
        pytest.param((renamed(departments(10), "Navn", "Fornavn"),), "har fået overskrifter", id="a heading is lost"),
        pytest.param((doubled(departments(10), "Navn"),), "har fået overskrifter", id="a heading stands twice"),
        pytest.param((departments(10),) * 2, "har fået overskrifter", id="the tab stands twice"),
        pytest.param((departments(4),), "havde 10 rækker, nu kan 4 læses. 6 af dem er væk.", id="four are left"),
        pytest.param((departments(1),), "havde 10 rækker, nu kan 1 læses. 9 af dem er væk.", id="one is left"),
        pytest.param((departments(0),), "havde 10 rækker, nu kan ingen læses.", id="only the headings are left"),
        pytest.param((misnamed(10, 6),), "havde 10 rækker, nu kan 4 læses. »Navn« var", id="six cannot be read"),
        pytest.param((unreadable(10),), "nu kan ingen læses", id="all are there and none can be read"),
    ],
)
def test_a_table_that_lost_most_of_it_is_held_back(now: Raws, why: str) -> None:
    before = sources(departments(10))
    used, (held,) = merged(kept(before), sources(*now), NOW)
    assert used["departments"] == read(departments(10), at=THEN)
    assert (held.table.name, Kept(held.read, held.read_at)) == ("departments", read(*now, at=NOW))
    assert held.why.startswith("»Afdelinger« ")
    assert held.why.endswith(".")
    assert why in held.why
    for name, raws in WITHOUT_DEPARTMENTS.items():
        assert used[name] == read(*raws, at=NOW, name=name)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        pytest.param(departments(9), "1 af 10 rækker er væk fra »Afdelinger«.", id="one row is gone"),
        pytest.param(departments(5), "5 af 10 rækker er væk fra »Afdelinger«.", id="half of the rows are gone"),
        pytest.param(
            renamed(departments(10), "Boliger", "Note"),
            "»Boliger« var udfyldt i 10 rækker i »Afdelinger«, og nu kan ingen af felterne læses.",
            id="a heading that can be done without is lost",
        ),
        pytest.param(
            doubled(departments(10), "Boliger"),
            "»Boliger« var udfyldt i 10 rækker i »Afdelinger«, og nu kan ingen af felterne læses.",
            id="a heading that can be done without stands twice",
        ),
    ],
)
def test_every_loss_is_held_back_and_said(now: RawTable, why: str) -> None:
    _, (held,) = merged(kept(sources(departments(10))), sources(now), NOW)
    assert held.why == why


@pytest.mark.parametrize(
    "now",
    [
        pytest.param((departments(10),), id="nothing has changed"),
        pytest.param((departments(11),), id="one more"),
        pytest.param((departments(200),), id="many more"),
        pytest.param((replace(departments(10), rows=departments(10).rows[::-1]),), id="another order"),
        pytest.param((renamed(departments(10), "Navn", "NAVN (officielt)"),), id="another spelling of a heading"),
    ],
)
def test_a_table_that_lost_nothing_is_used(now: Raws) -> None:
    used, held = merged(kept(sources(departments(10))), sources(*now), NOW)
    assert not held
    assert used == kept(sources(*now), NOW)


def test_rows_of_which_exactly_half_cannot_be_read_and_keep_their_key_are_used() -> None:
    used, held = merged(kept(sources(departments(10))), sources(misnamed(10, 5)), NOW)
    assert not held
    assert used["departments"].read == read(misnamed(10, 5), at=NOW).read


@pytest.mark.parametrize(("had", "left", "is_held"), [(1, 1, False), (1, 0, True), (2, 1, True), (3, 2, True)])
def test_few_rows_are_no_exception(had: int, left: int, is_held: bool) -> None:
    used, held = merged(kept(sources(departments(had))), sources(departments(left)), NOW)
    assert bool(held) is is_held
    assert used["departments"].read == read(departments(had if is_held else left), at=NOW).read


def test_one_row_is_said_in_the_singular() -> None:
    _, (held,) = merged(kept(sources(departments(1))), sources(departments(0)), NOW)
    assert held.why == "»Afdelinger« havde 1 række, nu kan ingen læses. 1 af dem er væk."


def test_the_rows_that_are_gone_are_named_and_the_new_ones_counted() -> None:
    rows = [department(number=number, name=f"Navn {number}") for number in ("100", "103", "200", "201")]
    before = [department(number=str(100 + place), name=f"Navn {place}", homes=place) for place in range(4)]
    _, (held,) = merged(kept(sources(raw_table("departments", before))), sources(raw_table("departments", rows)), NOW)
    assert (held.gone, held.new) == (("101", "102"), 2)


@pytest.mark.parametrize("name", ["members", "ambassadors", "residents"])
def test_of_persons_is_said_how_many_are_gone_and_never_who(name: str) -> None:
    made: dict[str, Callable[..., dict[str, object]]] = {
        "members": lambda key: member(id=key, ages="30-44"),
        "ambassadors": lambda key: ambassador(id=key),
        "residents": lambda key: residents(department=key),
    }
    before, now = ([made[name](key) for key in keys] for keys in ("ABC", "AC"))
    _, (held,) = merged(kept({name: (raw_table(name, before),)}), {name: (raw_table(name, now),)}, NOW)
    assert held.gone == ()
    assert held.why.startswith("1 af 3 rækker er væk fra »")


# One loss after another, and what comes back.


def test_what_is_lost_little_by_little_is_held_against_what_is_used() -> None:
    """Ten rows, then six, then four: each step alone loses less than half."""
    used = kept(sources(departments(10)))
    for left in (6, 4, 4):
        used, (held,) = merged(used, sources(departments(left)), NOW)
        assert len(held.gone) == 10 - left
        assert used["departments"] == read(departments(10), at=THEN)


def test_a_second_loss_after_one_that_was_meant_is_a_question_of_its_own() -> None:
    used, (held,) = merged(kept(sources(departments(10))), sources(departments(6)), NOW)
    used, (held,) = merged(confirmed(used, held), sources(departments(5)), NOW)
    assert held.gone == ("105",)


def paid(*days: str, first: int = 0) -> dict[str, Raws]:
    """Invoices paid on these days of May, or not at all."""
    rows = [
        invoice(id=f"F{number}", amount=str(1000 + number), paid=f"{day}-05-2024" if day else "")
        for number, day in enumerate(days, start=first)
    ]
    return {"invoices": (raw_table("invoices", rows),)}


def after(before: dict[str, Raws], *readings: dict[str, Raws]) -> tuple[dict[str, Kept], tuple[Held, ...]]:
    """What is used and what is held after one reading upon another."""
    used, held = kept(before), tuple[Held, ...]()
    for reading in readings:
        used, held = merged(used, reading, NOW)
    return used, held


FULL, HALF, QUARTER = ("02", "03", "04", "05"), ("02", "03", "", ""), ("02", "", "", "")


def test_cells_cleared_half_at_a_time_are_held_against_the_column_as_it_was_in_full() -> None:
    used, held = after(paid(*FULL), paid(*HALF))
    assert not held
    used, (one,) = after(paid(*FULL), paid(*HALF), paid(*QUARTER))
    assert one.why == (
        "»Betalt« var udfyldt i 4 rækker i »Fakturaer«, og i 3 af dem er feltet nu tomt eller kan ikke læses."
    )
    assert used["invoices"].read == read(*paid(*HALF)["invoices"], at=NOW, name="invoices").read


@pytest.mark.parametrize(
    ("readings", "is_held"),
    [
        pytest.param([HALF, FULL, HALF], False, id="they came back in between"),
        pytest.param([HALF, ("02", "03", "04", ""), HALF], False, id="one came back in between: half again"),
        pytest.param([HALF, ("02", "", "04", "")], False, id="one came and another went: half all the time"),
        pytest.param([HALF, ("06", "", "07", "")], False, id="they came back otherwise"),
        pytest.param([("02", "03", "04", ""), HALF, QUARTER], True, id="one at a time"),
        pytest.param([HALF, HALF, QUARTER], True, id="nothing happened in between"),
        pytest.param([HALF, (*HALF, "08", "09"), ("02", "", "", "", "08", "09")], False, id="with new rows it is half"),
        pytest.param(
            [HALF, (*HALF, "08", "09"), (*HALF, "", ""), ("02", "", *[""] * 4)], True, id="new rows are cleared too"
        ),
        pytest.param(
            [("02", "03", "04", ""), ("02", "03", "04", "", *["09"] * 6), ("02", *[""] * 4, *["09"] * 5)],
            False,
            id="four of ten in two steps",
        ),
        pytest.param(
            [("02", "03", "04", ""), ("02", "03", "04", "", *["09"] * 6), *[("02", *[""] * n, *["09"] * (9 - n))
            for n in (5, 6)]],
            True,
            id="six of ten in steps, most of them typed after the first",
        ),
    ],
)  # fmt: skip
def test_what_was_cleared_little_by_little_is_counted_together(readings: list[tuple[str, ...]], is_held: bool) -> None:
    _, held = after(paid(*FULL), *(paid(*days) for days in readings))
    assert bool(held) is is_held


def test_what_was_cleared_and_then_said_to_be_meant_is_forgotten() -> None:
    used, (held,) = after(paid(*FULL), paid(*HALF), paid(*QUARTER))
    used, still_held = merged(confirmed(used, held), paid("02", "", "", "", "08"), NOW)
    assert not still_held
    assert used["invoices"].full is None


def test_what_was_lost_before_a_restart_counts_after_it() -> None:
    used, _ = after(paid(*FULL), paid(*HALF))
    restarted = from_saved(CONTRACT, {name: one.saved for name, one in used.items()}, b"another run")
    assert restarted["invoices"].full is not None
    used, held = merge(CONTRACT, restarted, paid(*HALF), NOW, b"another run")
    assert not held
    used, (one,) = merge(CONTRACT, used, paid(*QUARTER), NOW, b"another run")
    assert one.why.startswith("»Betalt« var udfyldt i 4 rækker")
    assert "i 3 af dem" in one.why


def test_what_was_lost_counts_though_the_row_would_not_be_right_with_it() -> None:
    """The day of the invoice is moved past the one on which it was paid, which nobody can see any longer."""
    rows = [invoice(id=f"F{number}", paid="02-05-2024") for number in range(4)]
    moved = [{**row, "paid": None, "invoiced": "01-09-2024"} for row in rows[:2]]
    gone = [{**row, "paid": None} for row in rows[2:3]]
    states: list[dict[str, Raws]] = [
        {"invoices": (raw_table("invoices", found),)} for found in (rows, [*moved, *rows[2:]], [*moved, *gone, rows[3]])
    ]
    assert not after(*states[:2])[1]
    assert len(after(*states)[1]) == 1


def test_rows_that_can_no_longer_be_read_are_counted_together_too() -> None:
    assert not after(sources(departments(10)), sources(misnamed(10, 3)), sources(misnamed(10, 5)))[1]
    _, (held_now,) = after(sources(departments(10)), *(sources(misnamed(10, wrong)) for wrong in (3, 5, 6)))
    assert held_now.why.startswith("»Afdelinger« havde 10 rækker, nu kan 4 læses.")


def test_a_row_that_could_not_be_read_and_then_is_deleted_is_gone() -> None:
    _, (held,) = after(sources(departments(10)), sources(misnamed(10, 1)), sources(raw_table(
        "departments", [department(number=str(100 + place)) for place in range(1, 10)]
    )))  # fmt: skip
    assert held.gone == ("100",)


def test_a_row_that_was_doubled_and_then_deleted_is_gone() -> None:
    one, other, more = invoice(id="F1"), invoice(id="F1", amount="7"), invoice(id="F2", amount="500")
    rows = ([one, more], [one, other, more], [more])
    states: list[dict[str, Raws]] = [{"invoices": (raw_table("invoices", found),)} for found in rows]
    assert not after(*states[:2])[1]
    assert after(*states)[1][0].gone == ("F1",)
    assert not after(*states[:2], states[0])[1], "the other one was deleted"


def test_columns_that_change_places_while_cells_are_lost_lose_no_more() -> None:
    def turned(found: dict[str, Raws]) -> dict[str, Raws]:
        (raw,) = found["invoices"]
        rows = tuple(RawRow(row.number, row.cells[::-1]) for row in raw.rows)
        return {"invoices": (replace(raw, headings=raw.headings[::-1], rows=rows),)}

    assert not after(paid(*FULL), paid(*HALF), turned(paid(*HALF)), paid(*HALF))[1]
    assert after(paid(*FULL), paid(*HALF), turned(paid(*HALF)), paid(*QUARTER))[1]
    assert after(paid(*FULL), turned(paid(*HALF)), turned(paid(*QUARTER)))[1]


@given(st.lists(st.lists(st.sampled_from(["", "07", "?"]), min_size=6, max_size=6), min_size=1, max_size=6))
def test_a_column_is_held_as_soon_as_more_than_half_is_lost_of_what_was_ever_there(steps: list[list[str]]) -> None:
    """»?« is a day that cannot be read: it sets its row aside, and the rows of a table are counted too."""
    used, had = kept(paid(*["07"] * 6)), [True] * 6
    for step in steps:
        lost = sum(day != "07" for day, was in zip(step, had, strict=True) if was)
        used, held = merged(used, paid(*step), NOW)
        assert bool(held) is (lost > 3)


@pytest.mark.parametrize("cell", ["amount", "application", "id"])
def test_a_last_row_that_counted_is_not_taken_for_one_that_is_being_typed(cell: str) -> None:
    rows = [invoice(id="F1"), invoice(id="F2", amount="500")]
    before, now = (
        {"invoices": (raw_table("invoices", found),)} for found in (rows, [rows[0], {**rows[1], cell: None}])
    )
    used, (held,) = merged(kept(before), now, NOW)
    assert used["invoices"] == kept(before)["invoices"]
    assert held.why == "1 af 2 rækker i »Fakturaer« har mistet noget, som den skal have."
    assert [told(problem).effect for problem in held.problems] == [Effect.ROW_ASIDE]


def test_two_last_rows_that_counted_are_said_in_the_plural() -> None:
    rows = [invoice(id=f"F{number}", amount=str(number)) for number in range(1, 6)]
    cleared = [*rows[:3], *({**row, "application": None} for row in rows[3:])]
    _, (held,) = merged(
        kept({"invoices": (raw_table("invoices", rows),)}),
        {"invoices": (raw_table("invoices", cleared),)},
        NOW,
    )
    assert held.why == "2 af 5 rækker i »Fakturaer« har mistet noget, som de skal have."


def test_a_row_cleared_down_to_its_key_is_held_wherever_it_stands() -> None:
    rows = [invoice(id=f"F{number}", amount=str(number)) for number in range(1, 6)]
    for place in range(5):
        cleared = [{"id": row["id"]} if here == place else row for here, row in enumerate(rows)]
        _, held = merged(
            kept({"invoices": (raw_table("invoices", rows),)}),
            {"invoices": (raw_table("invoices", cleared),)},
            NOW,
        )
        assert len(held) == 1


def test_a_row_that_is_typed_to_its_end_cell_by_cell_is_never_held() -> None:
    whole, typed = invoice(id="F2", amount="500"), dict[str, object]()
    used = kept({"invoices": (raw_table("invoices", [invoice()]),)})
    for cell in ("id", "application", "amount", "invoiced"):
        typed[cell] = whole[cell]
        used, held = merged(used, {"invoices": (raw_table("invoices", [invoice(), typed]),)}, NOW)
        assert not held


def test_of_two_losses_one_that_is_mended_leaves_the_other() -> None:
    used, (held,) = merged(kept(sources(departments(10))), sources(renamed(departments(9), "Boliger", "Note")), NOW)
    assert held.why.count(".") == 2
    used, (held,) = merged(used, sources(departments(9)), NOW)
    assert held.why == "1 af 10 rækker er væk fra »Afdelinger«."


def test_good_rows_that_came_with_a_loss_wait_with_it_and_come_in_when_it_is_mended() -> None:
    grown = raw_table("departments", [department(number=str(100 + place)) for place in range(1, 13)])
    used, (held,) = merged(kept(sources(departments(10))), sources(grown), NOW)
    assert (held.gone, held.new) == (("100",), 3)
    _, held_now = merged(used, sources(departments(13)), NOW)
    assert held_now == ()


BEFORE_NOTHING_COUNTED = [
    pytest.param((), id="it was not there"),
    pytest.param((departments(0),), id="it was empty"),
    pytest.param((unreadable(10),), id="none of it could be read"),
    pytest.param((renamed(departments(10), "Navn", "Fornavn"),), id="its headings were in doubt"),
    pytest.param((departments(10),) * 2, id="it stood twice"),
]


@pytest.mark.parametrize("before", BEFORE_NOTHING_COUNTED)
@pytest.mark.parametrize("now", [(), (departments(0),), (departments(1),), (unreadable(3),), (departments(1),) * 2])
def test_a_table_of_which_nothing_counted_before_has_nothing_to_lose(before: Raws, now: Raws) -> None:
    used, held = merged(kept(sources(*before)) | {"departments": read(*before, at=THEN)}, sources(*now), NOW)
    assert not held
    assert used["departments"] == read(*now, at=NOW)


@pytest.mark.parametrize("now", [(), (departments(3),), (unreadable(3),), (departments(3),) * 2])
def test_a_table_never_read_before_is_used_as_it_is(now: Raws) -> None:
    for before in ({}, kept(WITHOUT_DEPARTMENTS)):
        used, held = merged(before, sources(*now), NOW)
        assert not held
        assert used["departments"] == read(*now, at=NOW)


def test_the_first_reading_of_all_is_used_as_it_is() -> None:
    now = sources(departments(3))
    assert merged({}, now, NOW) == (kept(now, NOW), ())
    assert merged({}, {}, NOW) == (kept({table.name: () for table in CONTRACT}, NOW), ())


def test_rows_still_being_typed_have_not_been_lost() -> None:
    half_typed = raw_table(
        "departments", [*[department(number=str(100 + n)) for n in range(5)], *[{"number": "x"}] * 9]
    )
    assert not merged(kept(sources(departments(5))), sources(half_typed), NOW)[1]
    assert not merged(kept(sources(half_typed)), sources(departments(5)), NOW)[1]


def test_several_tables_are_held_in_the_order_of_the_contract_and_the_others_are_used() -> None:
    before = {name: (raw,) for name, raw in raw_tables().items()}
    now = {name: raws for name, raws in before.items() if name not in ("invoices", "departments")}
    now["pools"] = (raw_table("pools", []),)
    used, held = merged(kept(before), now, NOW)
    assert [one.table.name for one in held] == ["departments", "pools", "invoices"]
    for name, one in used.items():
        at = THEN if name in ("departments", "pools", "invoices") else NOW
        assert one == read(*before[name], at=at, name=name)


def test_no_source_at_all_holds_every_table_back() -> None:
    before = kept({name: (raw,) for name, raw in raw_tables().items()})
    used, held = merged(before, {}, NOW)
    assert {name: used[name] for name in (one.table.name for one in held)}.items() <= before.items()
    assert [one.table for one in held] == [table for table in CONTRACT.tables if not table.quiet], (
        "the others had no rows"
    )


# Saying that it is meant.


@pytest.mark.parametrize("now", [(), (departments(2),), (unreadable(10),), (departments(10),) * 2])
def test_when_somebody_has_said_that_it_is_meant_the_same_state_is_used(now: Raws) -> None:
    used, (held,) = merged(kept(sources(departments(10))), sources(*now), NOW)
    later = NOW + timedelta(minutes=1)
    used, still_held = merged(confirmed(used, held), sources(*now), later)
    assert not still_held
    assert used["departments"] == read(*now, at=later)


def test_a_state_that_stays_doubtful_stays_held_and_is_the_same_question() -> None:
    used, held = merged(kept(sources(departments(10))), sources(departments(2)), NOW)
    again, held_again = merged(used, sources(departments(2)), NOW + timedelta(minutes=1))
    assert held_again == held, "only the moment of reading differs, and that is no new question"
    assert again["departments"] == read(departments(10), at=THEN)


def test_a_table_that_came_back_is_used_without_a_question() -> None:
    used, _ = merged(kept(sources(departments(10))), sources(), NOW)
    used, held = merged(used, sources(departments(11)), NOW + timedelta(minutes=1))
    assert not held
    assert used["departments"] == read(departments(11), at=NOW + timedelta(minutes=1))


# What is wrong with it.


@pytest.mark.parametrize(
    ("change", "column", "effect"),
    [
        pytest.param(lambda raw: renamed(raw, "Navn", "Fornavn"), "Navn", Effect.TABLE_ASIDE, id="a heading lost"),
        pytest.param(lambda raw: doubled(raw, "Navn"), "Navn", Effect.TABLE_ASIDE, id="a heading doubled"),
    ],
)
def test_what_is_held_says_which_heading_is_wrong(
    change: Callable[[RawTable], RawTable], column: str, effect: Effect
) -> None:
    _, (held,) = merged(kept(sources(departments(10))), sources(change(departments(10))), NOW)
    (problem,) = (problem for problem in held.problems if problem.effect is effect)
    assert told(problem).column == column


def test_a_table_that_is_gone_says_what_to_make() -> None:
    _, (held,) = merged(kept(sources(departments(10))), sources(), NOW)
    (problem,) = held.problems
    assert told(problem).do == "Opret den med kolonnerne »Afdeling« og »Navn«."


def test_a_tab_that_stands_twice_says_which() -> None:
    now = departments(10), replace(departments(10), name="afdelinger")
    _, (held,) = merged(kept(sources(departments(10))), sources(*now), NOW)
    (problem,) = held.problems
    assert "»Afdelinger« og »afdelinger«" in told(problem).what


def test_rows_that_cannot_be_read_are_told_one_by_one_with_their_cells() -> None:
    tab_place = TabPlace("Afdelinger", ("A", "B", "C"), 1, "https://regneark.invalid/#gid=1")
    _, (held,) = merged(kept(sources(departments(10))), sources(replace(unreadable(10), tab_place=tab_place)), NOW)
    assert [problem.cell for problem in held.problems] == [f"Afdelinger!A{row}" for row in range(2, 12)]
    assert held.problems[0].link == "https://regneark.invalid/#gid=1&range=A2"
    assert all(told(problem).effect is Effect.ROW_ASIDE for problem in held.problems)


def test_a_table_that_only_lost_rows_has_nothing_else_wrong() -> None:
    _, (held,) = merged(kept(sources(departments(10))), sources(departments(2)), NOW)
    assert held.problems == ()


# Anything.

STATES: dict[str, tuple[Raws, ...]] = {
    "departments": (
        (),
        (departments(1),),
        (departments(5),),
        (departments(10),),
        (unreadable(10),),
        (departments(10),) * 2,
        (renamed(departments(10), "Navn", "Fornavn"),),
    ),
    "applications": (
        (),
        *((raw_table("applications", [application(id=f"A{n}") for n in range(amount)]),) for amount in (0, 1, 2, 5)),
    ),
    "invoices": (
        (),
        *(
            (raw_table("invoices", [invoice(id=f"F{n}", **cells) for n in range(4)]),)
            for cells in ({}, {"amount": "x"})
        ),
    ),
}


def raws_of(chosen: dict[str, Raws]) -> dict[str, Raws]:
    return {name: raws for name, raws in chosen.items() if raws}


STATE = st.fixed_dictionaries({name: st.sampled_from(states) for name, states in STATES.items()})


@given(readings=st.lists(STATE, min_size=2, max_size=4))
def test_what_is_used_of_a_table_is_its_old_or_its_new_state_whole(readings: list[dict[str, Raws]]) -> None:
    used: dict[str, Kept] = {}
    for minute, reading in enumerate(readings):
        at = THEN + timedelta(minutes=minute)
        before, (used, held) = used, merged(used, raws_of(reading), at)
        assert list(used) == [table.name for table in CONTRACT.tables], "every table is answered"
        held_back = {one.table.name: one for one in held}
        for name, one in used.items():
            new = read(*reading.get(name, ()), at=at, name=name)
            assert one == (before[name] if name in held_back else new)
            if name in held_back:
                assert held_back[name].read == new.read != one.read


@given(had=st.integers(0, 12), left=st.integers(0, 12), wrong=st.integers(0, 3))
def test_a_table_is_held_exactly_when_a_row_of_it_is_gone(had: int, left: int, wrong: int) -> None:
    now = departments(left, wrong)
    _, held = merged(kept(sources(departments(had))), sources(now), NOW)
    assert bool(held) == (left < had)
