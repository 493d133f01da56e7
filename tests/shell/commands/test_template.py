"""The command that writes the empty workbook."""

from pathlib import Path

import pytest

from core.subjects import CONTRACT
from shell.commands.template import main
from shell.sources.excel import read_excel


def test_what_it_writes_is_read_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "puljen.xlsx"
    assert main([str(file)]) == 0
    assert len(read_excel(file).tables) == len(CONTRACT.tables)
    assert f"python3 run.py problems {file}" in capsys.readouterr().out


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "puljen.xlsx"
    file.write_text("our own figures", encoding="utf-8")
    assert main([str(file)]) == 2
    assert "den findes allerede" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "our own figures"


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "ikke" / "puljen.xlsx")]) == 2
    assert "det findes ikke" in capsys.readouterr().err
