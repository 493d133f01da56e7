import pytest

from core.pool.finding import Verdict
from core.pool.rules.own_purposes import own_purposes

PURPOSES = ("Kultur", "Leg og bevægelse", "Mad, sammen")


@pytest.mark.parametrize(
    ("stated", "met"),
    [
        pytest.param("Kultur", ("Kultur",), id="one of them"),
        pytest.param(" KULTUR ", ("Kultur",), id="in capitals"),
        pytest.param("Leg og bevægelse", ("Leg og bevægelse",), id="one with »og« in its name"),
        pytest.param("Mad, sammen", ("Mad, sammen",), id="one with a comma in its name"),
        pytest.param("Kultur og sport", ("Kultur",), id="one of them beside another"),
        pytest.param("sport, kultur", ("Kultur",), id="parted by a comma"),
        pytest.param("Mad, sammen; Kultur", ("Kultur", "Mad, sammen"), id="two, in the organisation's order"),
    ],
)
def test_one_of_the_organisations_own_purposes_is_enough(stated: str, met: tuple[str, ...]) -> None:
    finding = own_purposes(stated, PURPOSES)
    assert (finding.verdict, finding.figures["met"]) == (Verdict.KEPT, met)


@pytest.mark.parametrize(
    ("stated", "text"),
    [
        ("Sport", "»Sport« er ikke puljens formål: Kultur, Leg og bevægelse eller Mad, sammen"),
        ("Kulturhus", "»Kulturhus« er ikke puljens formål: Kultur, Leg og bevægelse eller Mad, sammen"),
        ("leg", "»leg« er ikke puljens formål: Kultur, Leg og bevægelse eller Mad, sammen"),
    ],
)
def test_another_purpose_is_none_of_them(stated: str, text: str) -> None:
    finding = own_purposes(stated, PURPOSES)
    assert (finding.verdict, finding.text) == (Verdict.BROKEN, text)


@pytest.mark.parametrize("stated", [None, "", " ; ", "-"])
def test_without_a_purpose_it_cannot_be_told(stated: str | None) -> None:
    finding = own_purposes(stated, PURPOSES)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "formålets navn")
