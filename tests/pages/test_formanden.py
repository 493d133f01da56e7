"""The chair's screens: material, the sheets that came back, the sheet on phones; on the sample and on other data."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from streamlit.testing.v1 import AppTest

from core.planche.of_data import sheet_of
from shell.live.configured import live_store
from shell.live.seminar import Change, Seminar
from shell.live.store import Store
from shell.machine.settings import checked
from shell.reading.newest import load
from tests.conftest import Configure
from tests.organisations.lyngklokken import Row, Tables, lyngklokken
from tests.organisations.stores import write_sqlite
from tests.pages.conftest import Open, Put
from tests.pages.reading import (
    bars,
    button,
    column,
    conclusion,
    elements,
    everything_said,
    markdown,
    shown,
    table,
    warnings,
)

MATERIAL, PLANCHEN, PHONES = (f"pages/chair/{name}.py" for name in ("materiale", "planchen", "telefon"))
EVIL = "<script>alert(1)</script> **x** [l](http://e.x)"
NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)


@pytest.fixture
def in_sqlite(open_screen: Open, configure: Configure, tmp_path: Path) -> Put:
    def put(tables: Tables) -> Open:
        write_sqlite(tables, tmp_path / "data.db", typed=True).dispose()
        configure(f"[connections.sql]\nurl = 'sqlite:///{tmp_path / 'data.db'}'\n")
        return open_screen

    return put


@pytest.fixture
def of_sample(open_screen: Open, configure: Configure, tmp_path: Path) -> tuple[Open, Store]:
    """The sample with a live sheet of the test's own."""
    configure("")
    store = live_store(checked({"dashboard": {"state_folder": str(tmp_path / "state")}}))
    assert store
    return open_screen, store


def marks(*rows: tuple[str, str, str, str]) -> list[Row]:
    """Table, theme, item, mark."""
    return [
        {"Dato": datetime(2025, 9, 1, tzinfo=UTC).date(), "Bord": of, "Tema": theme, "Punkt": item, "Mærke": mark}
        for of, theme, item, mark in rows
    ]


# Material.


def slides(at: AppTest) -> list[str]:
    """What every slide but the first says."""
    chosen = next(one for one in at.selectbox if one.label == "Vis dias")
    return [shown(option.partition(" · ")[2]) for option in chosen.options]


def downloads(at: AppTest) -> list[str]:
    return [one.proto.label for one in elements(at) if one.type == "download_button"]


def test_the_sample_is_ready_to_fetch_with_every_slide_shown(open_screen: Open) -> None:
    at = open_screen(MATERIAL)
    assert conclusion(at) == "17 budskaber er klar som dias; mødeark, planche og tallene bag kan også hentes."
    assert len(slides(at)) == 17
    said = everything_said(at)
    assert "Fællesskabspuljen (2026): 4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr." in said
    assert "Fællesskabspuljen (2026): Af 4 ansøgninger, der venter på svar, kan 1 bevilges, og 3 kan ikke." in said
    assert set(downloads(at)) == {
        "Hent dias", "Hent mødeark", "Hent planche", "Hent tallene",
    }  # fmt: skip
    assert "A3 som PDF, 5 borde" in said


def test_what_waits_is_seen_as_it_will_be_on_its_slide(open_screen: Open) -> None:
    at = open_screen(MATERIAL)
    next(one for one in at.selectbox if one.label == "Vis dias").set_value(4).run()
    rows = table(at, "grid_4")
    assert rows[0] == ["24. sep. 2026", "Forårsfestival på tværs", "18.500 kr.", "Ja", "4.369,50 kr."]
    assert rows[-1][-1] == "mangler 15.030,50 kr."


def test_a_subject_left_out_is_in_no_slide_and_none_at_all_is_said(open_screen: Open) -> None:
    at = open_screen(MATERIAL)
    at.button_group[0].set_value(["Puljen"]).run()
    assert not any("ambassadør" in words for words in slides(at))
    at.button_group[0].set_value([]).run()
    assert conclusion(at) == "Vælg mindst ét emne."
    assert not downloads(at)


def test_chosen_departments_become_a_slide(open_screen: Open) -> None:
    at = open_screen(MATERIAL)
    at.multiselect[0].set_value(["01", "02"]).run()
    assert slides(at)[-1] == "Der er registreret aktivitet i begge de valgte afdelinger."
    next(one for one in at.selectbox if one.label == "Vis dias").set_value(len(slides(at)) + 1).run()
    assert len(table(at, f"grid_{len(slides(at)) + 1}")) == 2


def test_the_period_begins_at_the_last_meeting_unless_chosen(open_screen: Open) -> None:
    at = open_screen(MATERIAL)
    assert str(at.date_input[-1].value) == "2026-10-29"
    at.date_input[-1].set_value(datetime(2026, 1, 1, tzinfo=UTC).date()).run()
    assert any(words.endswith("siden 1. jan. 2026.") for words in slides(at))


def test_without_any_figures_the_planche_can_still_be_fetched(in_csv: Put) -> None:
    empty: Tables = {title: [] for title in lyngklokken()}
    at = in_csv(empty)(MATERIAL)
    assert conclusion(at) == "Planchen kan hentes; der er ingen tal at lave andet af endnu."
    assert downloads(at) == ["Hent planche"]


def test_a_template_that_is_none_is_said_and_the_slides_are_there(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    (tmp_path / "vores.potx").write_bytes(b"ikke PowerPoint")
    configure(f"[dashboard]\nslides_template = '{tmp_path / 'vores.potx'}'\n")
    (warning,) = warnings(open_screen(MATERIAL))
    assert "kan ikke læses som en PowerPoint-fil" in warning
    configure(f"[dashboard]\nslides_template = '{tmp_path / 'findes ikke.pptx'}'\n")
    at = open_screen(MATERIAL)
    assert "findes ikke.pptx" in warnings(at)[0]
    assert "Hent dias" in set(downloads(at))


# The sheets that came back.


def test_the_samples_sheets_are_put_together(open_screen: Open) -> None:
    at = open_screen(PLANCHEN)
    assert conclusion(at) == (
        "Det mest udbredte ønske er Forskningsinstitutter, ved 4 af 8 borde. Bordene er uenige om 13 punkter."
    )
    assert bars(at, "wanted")[0] == ("Forskningsinstitutter", "4 af 8", "Forskningsinstitutter: 4 af 8")
    assert len(bars(at, "wanted")) == 8
    assert column(at, "theme_0", 0)[0] == "Fællesskaber i renoveringer"
    assert "Fanen »Plancher« 19. sep. 2026 · 8 borde" in everything_said(at)
    own = open_screen(PLANCHEN, organisation="DOMI Bolig")
    assert "5 borde" in everything_said(own)


def test_what_the_tables_marked_is_counted_item_by_item(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Plancher"] = marks(
        ("1", "Fysiske rammer", "Fælleshuse", "V"),
        ("2", "Fysiske rammer", "Fælleshuse", "X"),
        ("3", "Fysiske rammer", "Fælleshuse", "VX"),
        ("3", "Fysiske rammer", "Legepladser", "X"),
    )
    at = in_csv(tables)(PLANCHEN)
    rows = {row[0]: row[1:] for row in table(at, "theme_0")}
    assert rows["Fælleshuse"] == ["1", "1", "1", "–"]
    assert rows["Legepladser"] == ["–", "1", "–", "2"]
    assert conclusion(at) == "Det mest udbredte ønske er Fælleshuse, ved 2 af 3 borde. Bordene er uenige om 1 punkt."
    assert "Fælleshuse** (Fysiske rammer): 2 borde siger, at det gøres; 1 bord siger" in everything_said(at)


def test_before_the_seminar_there_is_nothing_and_the_way_is_told(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Plancher"] = marks(("1", "Fysiske rammer", "Fælleshuse", "V"))
    at = in_csv(tables)(PLANCHEN, dato="2025-08-31")
    assert conclusion(at) == "Ingen plancher er kommet tilbage endnu."
    assert "skriv bordenes mærker i fanen »Plancher«" in everything_said(at)


def test_a_mark_that_cannot_be_read_is_said(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Plancher"] = marks(("1", "Fysiske rammer", "Fælleshuse", "V"), ("1", "Fysiske rammer", "Båd", "V"))
    assert warnings(in_csv(tables)(PLANCHEN)) == [
        "1 række om plancherne er ikke talt med, fordi der står noget, som ikke kan læses. Se »Data« i menuen."
    ]


def test_two_organisations_stand_side_by_side(open_screen: Open) -> None:
    at = open_screen(PLANCHEN)
    first, second = (next(one for one in at.selectbox if one.label == label) for label in ("Den ene", "Den anden"))
    assert (first.value, second.value) == ("DOMI Bolig", "Boligforeningen Eksempelbo")
    assert table(at, "beside_0")[0] == ["Fællesskaber i renoveringer", "V 0 · X 0", "V 2 · X 0"]


def test_a_wish_becomes_a_row_to_copy(open_screen: Open) -> None:
    at = open_screen(PLANCHEN)
    area = next(one for one in at.selectbox if one.label == "Område i strategien")
    area.set_value("Det grønne").run()
    assert at.code[0].value == "G4\tDet grønne\tForskningsinstitutter\t22-11-2026\t"
    next(one for one in at.selectbox if one.label == "Område i strategien").set_value("Et nyt område").run()
    assert not at.code
    next(one for one in at.text_input if one.label == "Det nye områdes navn").set_value("Kultur").run()
    assert at.code[0].value.startswith("K1\tKultur\t")


# On phones.


def opened(store: Store) -> Seminar:
    return store.open_seminar(sheet_of(load().dataset), ["Bord A", "Bord B"], "DOMI Bolig", NOW)


def test_opened_and_closed_by_the_chair(of_sample: tuple[Open, Store]) -> None:
    open_screen, store = of_sample
    at = open_screen(PHONES)
    assert conclusion(at) == "Planchen er ikke åbnet endnu."
    assert at.text_area[0].value == "\n".join(f"Bord {n}" for n in range(1, 6))
    at.text_area[0].set_value("Nord\n\n Syd ")
    button(at, "Åbn planchen for bordene").click().run()
    assert conclusion(at) == "Planchen er åben for 2 borde."
    (seminar,) = store.seminars()
    assert [one.name for one in seminar.tables] == ["Nord", "Syd"]
    assert "Ingen af de 2 borde har sendt noget endnu." in everything_said(at)
    button(at, "Luk planchen").click().run()
    assert conclusion(at) == "Planchen er lukket: ingen kan skrive."
    assert store.seminars()[0].closed_at
    button(at, "Åbn den igen").click().run()
    assert store.seminars()[0].closed_at is None


def test_no_table_is_no_seminar(of_sample: tuple[Open, Store]) -> None:
    open_screen, store = of_sample
    at = open_screen(PHONES)
    at.text_area[0].set_value("  \n ")
    button(at, "Åbn planchen for bordene").click().run()
    assert [one.value for one in at.error] == ["Skriv mindst ét bord."]
    assert store.seminars() == ()


def test_what_the_phones_sent_is_seen_here_and_among_the_sheets(of_sample: tuple[Open, Store]) -> None:
    open_screen, store = of_sample
    seminar = opened(store)
    change = Change("Fysiske rammer", "Fælleshuse", wished=True, note=EVIL)
    store.write(seminar.tables[0].key, [change], NOW)
    at = open_screen(PHONES)
    said = everything_said(at)
    assert "1 af 2 borde har sendt noget." in said
    assert "Mangler endnu: Bord B" in said
    assert "1 bord har sendt en planche og ønsker sig Fælleshuse." in said
    assert EVIL in said
    assert not [words for words in markdown(at) if "<script>" in words or "](http" in words]
    at = open_screen(PLANCHEN)
    assert conclusion(at) == "1 bord har sendt en planche og ønsker sig Fælleshuse."
    assert "Telefonerne 22. nov. 2026 kl. 11.00" in everything_said(at)


def test_what_was_sent_can_be_deleted(of_sample: tuple[Open, Store]) -> None:
    open_screen, store = of_sample
    store.close_seminar(opened(store).id, NOW)
    at = open_screen(PHONES)
    button(at, "Ja, slet det hele").click().run()
    assert store.seminars() == ()
    assert conclusion(at) == "Planchen er ikke åbnet endnu."


def test_with_a_database_of_the_organisations_own_the_phones_can_be_used(in_sqlite: Put) -> None:
    assert conclusion(in_sqlite(lyngklokken())(PHONES)) == "Planchen er ikke åbnet endnu."


def test_without_a_database_paper_and_sheet_serve_and_that_is_said(in_csv: Put) -> None:
    at = in_csv(lyngklokken())(PHONES)
    assert conclusion(at) == "Planchen kan ikke udfyldes på telefon her."
    assert "skriv bordenes mærker i fanen »Plancher«" in everything_said(at)
    assert "Åbn planchen for bordene" not in [one.label for one in at.button]


@pytest.mark.parametrize("script", [PHONES, PLANCHEN])
def test_a_database_that_cannot_be_used_is_said(open_screen: Open, configure: Configure, script: str) -> None:
    configure("[live]\nurl = 'postgresql://bruger:hemmelig-kode@127.0.0.1:1/data'\n")
    at = open_screen(script)
    assert conclusion(at)
    assert "Databasen til bordenes ark kan ikke bruges" in at.error[0].value
    assert "hemmelig-kode" not in everything_said(at)


@pytest.mark.parametrize("script", [MATERIAL, PLANCHEN, PHONES])
def test_text_of_a_sheet_is_nowhere_alive(in_sqlite: Put, script: str) -> None:
    tables = lyngklokken()
    for department in tables["Afdelinger"]:
        department["Navn"] = f"{department['Navn']} {EVIL}"
    for application in tables["Ansøgninger"]:
        application["Projekt"] = f"{application['Projekt']} {EVIL}"
    tables["Temapunkter"] = [{"Tema": f"Tema {EVIL}", "Punkt": f"Punkt {EVIL}"}]
    tables["Borde"] = [{"Bord": f"Bord {EVIL}"}]
    tables["Plancher"] = [
        {**row, "Boligorganisation": name, "Note": EVIL}
        for row in marks((f"Bord {EVIL}", f"Tema {EVIL}", f"Punkt {EVIL}", "X"))
        for name in (f"A {EVIL}", f"B {EVIL}")
    ]
    at = in_sqlite(tables)(script, dato="2025-11-05")
    assert not [words for words in markdown(at) if "<script>" in words or "**x**" in words or "](http" in words]
    assert EVIL in everything_said(at) or script == PHONES


def test_a_database_that_stops_answering_is_said(
    of_sample: tuple[Open, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_screen, store = of_sample
    opened(store)

    def broken(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(Store, "tables_heard", broken)
    at = open_screen(PHONES)
    assert "svarer ikke lige nu" in at.error[0].value
    assert conclusion(at) == "Planchen er åben for 2 borde."
