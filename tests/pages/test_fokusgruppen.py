"""»Fokusgruppen«: the answer first, and not a byte from which more can be told than what is shown."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from itertools import combinations, permutations
from pathlib import Path

import pytest

from core.contract.dataset import read_dataset
from core.focus_group.residents import residents_on
from core.focus_group.suppress import suppress_table
from core.focus_group.tables import Residents
from core.organisation.tables import BoardMeeting
from core.subjects import CONTRACT
from shell.pictures.roles import ATTENTION
from shell.sources.csv_folder import read_folder
from tests.conftest import Configure
from tests.organisations.lyngklokken import SECRET, Row, Tables, lyngklokken
from tests.organisations.many_departments import BANDS, many_departments
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open, Put
from tests.pages.reading import column, conclusion, elements, everything_said, figures, rows, table, warnings

SCREEN = "pages/board/fokusgruppen.py"
EVERY_SCREEN_ABOUT_IT = (
    SCREEN,
    "pages/board/afdelinger.py",
    "pages/board/overblik.py",
    "pages/chair/materiale.py",
    "pages/consultant/data.py",
)
DAY = "2025-11-05"


def configured(configure: Configure, tmp_path: Path, tables: Tables) -> None:
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")


def test_the_sample_is_told_in_one_sentence_with_its_figures(open_screen: Open) -> None:
    at = open_screen(SCREEN)
    assert conclusion(at) == (
        "Gruppen har ingen under 30; blandt beboerne er det omkring hver femte. "
        "Inviter helst: 2 på 18-29 år og 1 på 30-44 år."
    )
    assert list(figures(at)) == ["Medlemmer", "Beboere", "Skævhed i alder", "Skævhed i afdelinger"]
    assert figures(at)["Medlemmer"] == "14"
    assert rows(at, "deviation_ages")[0] == [
        *("18-29 år", "455 beboere, 19,2 %", "0 i gruppen", "2,5 færre"),
        "2,5 færre, end hvis gruppen lignede beboerne",
    ]
    assert [row[2:4] for row in rows(at, "deviation_ages")[1:]] == [
        ["1 i gruppen", "1,6 færre"],
        ["2 i gruppen", "0,7 færre"],
        ["6 i gruppen", "3 flere"],
        ["4 i gruppen", "1,7 flere"],
    ]
    said = everything_said(at)
    assert "1 medlem er ikke med i sammenligningen: alderen er ikke oplyst, eller den er under mindstealderen." in said
    assert "En gruppe udtrukket ved lodtrækning ville i" in said
    assert "13 medlemmer kan nå ned på 41 %; tilfældigt valgte ville have 63 %" in said
    assert "i afdelinger fra 53 % til 40 %. Så stor en gruppe kan nå ned på 3 % i alder og 35 % i afdelinger." in said


@pytest.mark.parametrize(("asked", "rows"), [("1", 1), ("5", 5), ("", 3), ("99", 3)])
def test_from_1_to_5_invitations_can_be_asked_for(open_screen: Open, asked: str, rows: int) -> None:
    at = open_screen(SCREEN, **({"invitationer": asked} if asked else {}))
    assert len(table(at, "invitations")) == rows


def test_the_history_stands_newest_first(open_screen: Open) -> None:
    at = open_screen(SCREEN)
    assert column(at, "group_meetings", 0)[0] == "21-09-2026"
    assert column(at, "group_meetings", 2)[-1] == "10"
    assert "Næste møde i gruppen er 18. jan. 2027." in everything_said(at)


def test_another_organisation_is_told_in_its_own_bands(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    configured(configure, tmp_path, lyngklokken())
    at = open_screen(SCREEN, dato=DAY)
    found = rows(at, "deviation_ages")
    assert [row[0] for row in found] == ["18-24 år", "25-39 år", "40-64 år", "65 år og derover"]
    assert [row[2] for row in found] == ["0 i gruppen", "1 i gruppen", "1 i gruppen", "3 i gruppen"]
    assert "Afdelingerne er vist, som gruppen var den 2. sep. 2025." in everything_said(at)


def test_an_organisation_without_a_group_is_told_what_to_do(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    for title in ("Aldersgrupper", "Fokusgruppe", "Beboere", "Fokusgruppemøder"):
        del tables[title]
    configured(configure, tmp_path, tables)
    at = open_screen(SCREEN)
    assert conclusion(at) == "Der er ingen fokusgruppe i data endnu."
    assert "Opret tabellerne »Fokusgruppe«" in everything_said(at)


@pytest.mark.parametrize("emptied", ["Fokusgruppe", "Beboere", "Fokusgruppemøder", "Aldersgrupper", "Afdelinger"])
def test_each_table_may_be_empty(open_screen: Open, configure: Configure, tmp_path: Path, emptied: str) -> None:
    configured(configure, tmp_path, lyngklokken() | {emptied: []})
    assert conclusion(open_screen(SCREEN, dato=DAY))


def test_without_a_group_the_residents_are_shown_and_no_difference(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    configured(configure, tmp_path, lyngklokken() | {"Fokusgruppe": []})
    at = open_screen(SCREEN, dato=DAY)
    assert list(figures(at)) == ["Medlemmer", "Beboere"]
    found = rows(at, "deviation_ages")
    assert len(found) == 4
    assert {len(row) for row in found} == {2}
    with pytest.raises(KeyError):
        rows(at, "legend_ages")


def test_orange_is_for_a_group_more_uneven_than_a_lot_would_make_it(open_screen: Open) -> None:
    """In the sample its ages are, and its departments are not."""
    at = open_screen(SCREEN)

    def drawn(key: str) -> list[bool]:
        said = "".join(one.value for one in at.container(key=f"deviation_{key}").markdown)
        return [ATTENTION in b64decode(one).decode() for one in re.findall(r"base64,([^)]+)", said)]

    assert drawn("ages") == [True, True, True, False, False]
    assert rows(at, "deviation_group_departments")[0][3] == "1 færre"
    assert not any(drawn("group_departments"))
    assert len(rows(at, "legend_ages")) == 2


def test_without_residents_nothing_is_said_to_be_measured(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    configured(configure, tmp_path, lyngklokken() | {"Beboere": []})
    at = open_screen(SCREEN, dato=DAY)
    assert list(figures(at)) == ["Medlemmer"]
    assert "Kan det være tilfældigt?" not in [one.value for one in at.header]
    assert "–" not in figures(at).values()


def test_rows_that_cannot_be_read_are_told_as_not_counted(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    tables["Beboere"][0]["Beboere"] = "ca. 14"
    configured(configure, tmp_path, tables)
    assert any(
        "1 række om fokusgruppen eller beboerne er ikke talt med" in one
        for one in warnings(open_screen(SCREEN, dato=DAY))
    )


@pytest.mark.parametrize("members", [0, 1, 12, 200])
def test_groups_of_any_size_in_150_departments(
    open_screen: Open, configure: Configure, tmp_path: Path, members: int
) -> None:
    configured(configure, tmp_path, many_departments(150, members))
    at = open_screen(SCREEN, dato=DAY)
    assert figures(at)["Medlemmer"] == str(members)
    assert len(table(at, "invitations")) == 3


# What may not be told, at what is sent to the browser.


def sent(open_screen: Open) -> list[bytes]:
    """All that is sent for every screen that could tell something of the group, but for when it was read and for
    buttons, whose downloads have new addresses each time.
    """
    return [
        element.proto.SerializeToString()
        for screen in EVERY_SCREEN_ABOUT_IT
        for on in (DAY, "2025-09-01")
        for element in elements(open_screen(screen, dato=on))
        if element.type not in ("html", "download_button") and "læst" not in str(getattr(element, "value", ""))
    ]


def older_within_the_bands(tables: Tables) -> None:
    for row in tables["Fokusgruppe"]:
        row["Alder"] = {"41": "63", "1958": "1931", "70 år": "99"}.get(str(row["Alder"]), row["Alder"])


def others_in_the_departments(tables: Tables) -> None:
    """Those who came on one day change departments among themselves."""
    first = tables["Fokusgruppe"][:4]
    homes = [one["Afdeling"] for one in first]
    for row, department in zip(first, [*homes[1:], homes[0]], strict=True):
        row["Afdeling"] = department


def other_small_counts(tables: Tables) -> None:
    """Four hidden counts change so that every total stays."""
    rows: dict[tuple[object, object], Row] = {(row["Afdeling"], row["Alder"]): row for row in tables["Beboere"]}
    departments = sorted({str(department) for department, _ in rows})
    counts = [[int(str(rows[department, ages]["Beboere"])) for ages in BANDS] for department in departments]
    hidden = suppress_table(counts).cells
    for one, other in _rectangles(hidden, counts):
        (a, left), (b, right) = one, other
        for row, place, change in ((a, left, -1), (a, right, 1), (b, left, 1), (b, right, -1)):
            rows[departments[row], BANDS[place]]["Beboere"] = counts[row][place] + change
        return
    pytest.fail("no four hidden counts to change")


def _rectangles(
    hidden: tuple[tuple[bool, ...], ...], counts: list[list[int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for a, b in permutations(range(len(hidden)), 2):
        for left, right in combinations(range(4), 2):
            corners = [(a, left), (a, right), (b, left), (b, right)]
            if all(hidden[row][place] for row, place in corners) and counts[a][left] and counts[b][right]:
                yield (a, left), (b, right)


@pytest.mark.parametrize("change", [older_within_the_bands, others_in_the_departments, other_small_counts])
def test_not_a_byte_differs_when_only_what_may_not_be_told_does(
    open_screen: Open, configure: Configure, tmp_path: Path, change: Callable[[Tables], None]
) -> None:
    configured(configure, tmp_path / "one", lyngklokken())
    before = sent(open_screen)
    tables = lyngklokken()
    change(tables)
    assert tables != lyngklokken()
    configured(configure, tmp_path / "other", tables)
    assert sent(open_screen) == before


def test_what_is_sent_does_differ_when_a_member_comes(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    configured(configure, tmp_path / "one", lyngklokken())
    before = sent(open_screen)
    tables = lyngklokken()
    tables["Fokusgruppe"].append({**tables["Fokusgruppe"][0], "Medlem": "G9"})
    configured(configure, tmp_path / "other", tables)
    assert sent(open_screen) != before


def test_no_name_and_no_age_is_sent(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Fokusgruppe"][0]["Alder"] = "fyldte 4711 i går"
    configured(configure, tmp_path, tables)
    everything = b"".join(sent(open_screen))
    for secret in (SECRET, "Medlemmets navn", "1958", "4711", "70 år"):
        assert secret.encode() not in everything


def test_the_counts_that_are_hidden_are_those_of_the_rule(tmp_path: Path) -> None:
    dataset = read_dataset(CONTRACT, read_folder(write_csv(lyngklokken(), tmp_path)).tables)
    day = dataset.of(BoardMeeting)[0].date
    table = residents_on(dataset.of(Residents), BANDS, [day])[day]
    assert table["105"] == (1, 0, 4, 2)
    assert all(suppress_table(list(table.values())).cells[list(table).index("105")])


def test_the_ten_departments_furthest_from_the_residents_are_seen_at_once_and_the_others_unfolded(
    in_csv: Put,
) -> None:
    at = in_csv(many_departments(150, 60))(SCREEN, dato="2025-11-25")
    first, rest = (one.value.splitlines() for one in at.container(key="deviation_group_departments").markdown)
    assert len(first) == 10
    (unfolded,) = (one.label for one in at.expander if one.label.endswith(" til"))
    assert unfolded == f"Vis {len(rest)} til"
    assert rest
    assert len({*first, *rest}) == len(first) + len(rest)


def test_departments_with_too_few_are_seen_at_once_though_others_are_further_from_the_residents(
    open_screen: Open,
) -> None:
    every = rows(open_screen(SCREEN), "deviation_group_departments")
    first, rest = every[:10], every[10:]
    assert [row[3] for row in first[:2]] == ["1 færre", "0,5 færre"]
    assert not any("færre" in row[3] for row in rest)
    assert {row[3] for row in rest} < {"0,1 flere", "0,2 flere", "0,3 flere", "0,4 flere", "0,5 flere"}


def test_no_more_than_ten_are_not_folded(in_csv: Put) -> None:
    at = in_csv(lyngklokken())(SCREEN, dato=DAY)
    (all_of_them,) = (one.value.splitlines() for one in at.container(key="deviation_group_departments").markdown)
    assert 1 < len(all_of_them) <= 10
