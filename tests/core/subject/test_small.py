"""What a small picture shows is told in words, every figure of it."""

from decimal import Decimal

import pytest

from core.subject.small import Column, Columns, Dots, Part, Parts, Role, Small


def part(name: str, value: object, role: Role = Role.IS) -> Part:
    return Part(name, Decimal(str(value)), role)


POOL = (part("afregnet", "60.5", Role.ENDED), part("bundet", 0, Role.PLANNED), part("tilbage", "39.5"))


@pytest.mark.parametrize(
    ("small", "words"),
    [
        pytest.param(Parts(POOL), "Afregnet 61 kr.; tilbage 40 kr.", id="whole kroner, and no part of nothing"),
        pytest.param(
            Parts(POOL, Decimal(50), "søgt 50 kr."),
            "Afregnet 61 kr.; tilbage 40 kr.; søgt 50 kr.",
            id="with what is asked for",
        ),
        pytest.param(
            Dots((part("på sporet", 11), part("bagud", 0, Role.ATTENTION), part("ukendt", 3, Role.NONE))),
            "På sporet 11; ukendt 3.",
            id="dots",
        ),
        pytest.param(
            Columns((Column("2025", Decimal(3), Role.IS, "2025: 3 aftaler"), Column("i år", Decimal(0), Role.IS, "0"))),
            "2025: 3 aftaler; 0.",
            id="columns",
        ),
    ],
)
def test_its_words_have_every_figure(small: Small, words: str) -> None:
    assert small.words.replace("\u00a0", " ") == words


def test_dots_are_as_many_as_their_parts_together() -> None:
    assert Dots((part("a", 2), part("b", 3))).many == 5
    assert Dots(()).many == 0
