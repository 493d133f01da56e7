"""The command that erases what is stored: it says what there is, asks first, and leaves not a byte of it."""

import builtins
import sys
from pathlib import Path

import pytest

from shell.commands.erase import main
from shell.live.act import BY_THE_OPERATOR, Did
from shell.live.configured import FILE, live_store
from shell.live.seminar import Change
from shell.live.store import Store
from shell.machine.settings import read_settings
from shell.reading import newest
from tests.conftest import Configure
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import write_csv
from tests.shell.live.test_store import LATER, NOW, PLAYGROUNDS, opened

SECRET = "Fru Hansens hemmelige ønske"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def store(configure: Configure) -> Store:
    """With seminar 1, of which one table has sent something, seminar 2 of which none has, and 3 that is deleted."""
    configure("")
    store = live_store(read_settings())
    assert store
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, done=True, note=SECRET)], NOW)
    opened(store, "Bord 1")
    store.delete_seminar(opened(store, "Bord 1").id, LATER)
    return store


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed, one line for each question."""
    typed: list[str] = []

    def ask(question: str) -> str:
        sys.stdout.write(question)
        if not typed:
            raise EOFError
        return typed.pop(0)

    monkeypatch.setattr(builtins, "input", ask)
    return typed


def on_disk(folder: Path) -> bool:
    return any(SECRET.encode() in file.read_bytes() for file in folder.iterdir())


def test_where_nothing_is_stored_that_is_said(configure: Configure, capsys: Printed, folder: Path) -> None:
    configure("")
    assert main([]) == 0
    assert main(["everything", "--yes"]) == 1
    assert capsys.readouterr().out == "Der er intet gemt.\nDer er intet gemt.\nIntet er slettet.\n"
    assert not folder.exists()


def test_it_says_what_there_is_and_erases_nothing(store: Store, capsys: Printed) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2: planchen fra 21. sep. 2024 kl. 10.30 med ingenting fra 1 bord",
        "1: planchen fra 21. sep. 2024 kl. 10.30 med 1 mærke og 1 note fra 2 borde",
        "3: planchen fra 21. sep. 2024 kl. 10.30 med ingenting fra 1 bord (slettet, væk af sig selv 21. okt. 2024)",
        "Loggen over, hvad der er gjort: 7 linjer",
    ]
    assert len(store.seminars()) == 2


def test_a_seminar_is_erased_and_the_others_stay(
    store: Store, folder: Path, capsys: Printed, answer: list[str]
) -> None:
    answer.append(" Ja ")
    assert on_disk(folder)
    assert main(["1"]) == 0
    printed = capsys.readouterr().out
    told = "planchen fra 21. sep. 2024 kl. 10.30 med 1 mærke og 1 note fra 2 borde"
    assert f"Skal {told} slettes for altid? Skriv ja:" in printed
    assert f"Slettet: {told}." in printed
    assert not on_disk(folder)
    assert [one.id for one in (*store.seminars(), *store.deleted_seminars())] == [2, 3]
    first = store.acts(frozenset(Did))[0]
    assert (first.did, first.who) == (Did.ERASED, BY_THE_OPERATOR)


def test_one_that_is_deleted_is_erased_before_its_time(store: Store) -> None:
    assert main(["3", "--yes"]) == 0
    assert store.deleted_seminars() == ()


@pytest.mark.parametrize("typed", [[], [""], ["nej"], ["j"], ["yes"]])
@pytest.mark.parametrize("what", ["1", "everything"])
def test_without_a_yes_nothing_is_erased(
    store: Store, folder: Path, capsys: Printed, answer: list[str], typed: list[str], what: str
) -> None:
    answer += typed
    assert main([what]) == 1
    assert capsys.readouterr().out.endswith("Intet er slettet.\n")
    assert on_disk(folder)


@pytest.mark.parametrize("what", ["4", "0", "-1", "alt", "1; DROP TABLE", ""])
def test_what_is_no_seminar_is_told(store: Store, capsys: Printed, what: str) -> None:
    assert main(["--yes", "--", what]) == 1
    assert capsys.readouterr().out.startswith(f"Der er intet seminar med nummer {what}.\n2: planchen")
    assert len(store.seminars()) == 2


def test_everything_is_erased_the_data_as_last_read_too(
    configure: Configure, store: Store, tmp_path: Path, folder: Path, capsys: Printed
) -> None:
    url = f"sqlite:///{(tmp_path / 'live.sqlite').as_posix()}"
    configure(f"[connections.csv]\nfolder = '{write_csv(lyngklokken(), tmp_path / 'csv')}'\n[live]\nurl = '{url}'\n")
    newest.load()
    newest.forget()
    (folder / "noter.txt").write_text("ikke vores")
    (folder / "0123456789abcdef.kan-ikke-laeses").write_text("en gammel")
    own = live_store(read_settings())
    assert own
    own.write(opened(own).tables[0].key, [Change(*PLAYGROUNDS, note=SECRET)], NOW)
    assert main(["everything", "--yes"]) == 0
    printed = capsys.readouterr().out
    assert "1: planchen fra" in printed
    assert "Det senest læste: 3 filer i mappen" in printed
    assert "Alt er slettet." in printed
    assert [file.name for file in folder.iterdir()] == ["noter.txt"]
    assert SECRET.encode() not in (tmp_path / "live.sqlite").read_bytes()
    assert (own.seminars(), own.acts(frozenset(Did))) == ((), ())
    assert (tmp_path / "csv" / "puljer.csv").exists(), "the source is not touched"


def test_a_dashboard_that_runs_meanwhile_goes_on_with_an_empty_database(store: Store, folder: Path) -> None:
    assert main(["everything", "--yes"]) == 0
    assert (folder / FILE).exists()
    assert not on_disk(folder)
    assert store.seminars() == ()
    assert opened(store) in store.seminars()


def test_a_database_that_cannot_be_reached_is_told_without_its_password(configure: Configure, capsys: Printed) -> None:
    configure("[live]\nurl = 'postgresql://bruger:hemmelig-kode@127.0.0.1:1/data'\n")
    assert main(["everything", "--yes"]) == 2
    printed = capsys.readouterr()
    assert "kan ikke bruges" in printed.err
    assert "hemmelig-kode" not in printed.err + printed.out
