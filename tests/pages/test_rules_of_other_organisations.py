"""Rules, exceptions and changed appropriations that other organisations have, on the screens where they are met."""

from datetime import date
from typing import Any

import pytest

from tests.organisations.lyngklokken import GREEN, Tables, lyngklokken
from tests.pages.conftest import Open, Put
from tests.pages.reading import bars, conclusion, everything_said, figures, judged, table

PULJEN, BEVILLING, OVERBLIK = "pages/board/puljen.py", "pages/board/bevilling.py", "pages/board/overblik.py"
ON = "2025-11-05"


def with_rules(*rules: tuple[str, str], **cells: Any) -> Tables:
    """»Grøn pulje« with these rules alone; cells: of L5, its application that waits for an answer."""
    tables = lyngklokken()
    tables["Puljeregler"] = [
        {
            "Pulje": "Grøn pulje",
            "Regel": rule,
            "Værdi": value,
            "Gælder fra": date(2024, 12, 1),
            "Kilde": "Vedtægt, punkt 4",
        }
        for rule, value in rules
    ]
    for row in tables["Ansøgninger"]:
        if row["Ansøgning"] == "L5":
            row |= {name.replace("_", " "): value for name, value in cells.items()}
    return tables


@pytest.mark.parametrize(
    ("rule", "value", "cells", "name", "answer"),
    [
        pytest.param(
            "mindst husstande",
            "3",
            {"Husstande": 2},
            "Mindst husstande",
            "✗ Ikke overholdt. Der er 2 husstande, men der skal være mindst 3.",
            id="households",
        ),
        pytest.param(
            "åben for alle",
            "ja",
            {"Åben_for_alle": "ja"},
            "Åben for alle",
            "✓ Overholdt. Aktiviteten er åben for alle.",
            id="open to all",
        ),
        pytest.param(
            "puljens egne formål",
            "Kultur; Natur",
            {"Formålets_navn": "natur"},
            "Puljens egne formål",
            "✓ Overholdt. Formålet er Natur, som puljen støtter.",
            id="own purposes",
        ),
        pytest.param(
            "mindst afdelinger",
            "2",
            {},
            "Mindst afdelinger",
            "✗ Ikke overholdt. Der er 1 afdeling, men der skal være mindst 2.",
            id="departments",
        ),
        pytest.param(
            "tilsagn pr. afdeling pr. år",
            "1",
            {},
            "Tilsagn pr. afdeling pr. år",
            "✓ Overholdt. Klokkebakken når 1 tilsagn i 2025, og der kan højst gives 1 pr. afdeling pr. år.",
            id="grants per department",
        ),
        pytest.param(
            "til orientering",
            "Søg også *kommunens* pulje",
            {},
            "Til orientering",
            "i Til orientering. Søg også *kommunens* pulje.",
            id="a text",
        ),
    ],
)
@pytest.mark.parametrize("screen", [PULJEN, BEVILLING])
def test_the_rule_is_answered_on_the_project_and_in_the_form(
    in_csv: Put, screen: str, rule: str, value: str, cells: dict[str, Any], name: str, answer: str
) -> None:
    opened = in_csv(with_rules((rule, value), **cells))
    asked = {"projekt": "L5"} if screen == PULJEN else {"ansoegning": "L5"}
    assert judged(opened(screen, dato=ON, pulje=GREEN, **asked))[name] == answer


def test_the_form_asks_for_what_the_rules_need_by_its_heading(in_csv: Put) -> None:
    opened = in_csv(with_rules(("mindst husstande", "3"), ("åben for alle", "ja"), ("puljens egne formål", "Natur")))
    at = opened(BEVILLING, dato=ON, pulje=GREEN)
    fields = {field.label: field for field in at.text_input}
    fields["Husstande (antal)"].input("4").run()
    assert judged(at)["Mindst husstande"].startswith("✓ Overholdt.")
    assert "Formålets navn" in fields
    next(one for one in at.button_group if one.label == "Åben for alle").set_value("Nej").run()
    assert judged(at)["Åben for alle"].startswith("✗ Ikke overholdt.")


def test_what_the_pools_rules_do_not_need_is_not_asked_for(in_csv: Put) -> None:
    at = in_csv(lyngklokken())(BEVILLING, dato=ON, pulje=GREEN)
    assert "Husstande" not in everything_said(at)


def test_what_the_rules_need_stands_among_the_projects_facts(in_csv: Put) -> None:
    opened = in_csv(with_rules(("mindst husstande", "3"), ("underskudsgaranti", "ja"), Husstande=1200))
    facts = {row[0]: row[1] for row in table(opened(PULJEN, dato=ON, pulje=GREEN, projekt="L5"), "facts")}
    assert (facts["Husstande"], facts["Underskudsgaranti"]) == ("1.200", "ikke oplyst")


def test_a_pool_with_a_text_alone_says_that_it_has_no_rules(in_csv: Put) -> None:
    opened = in_csv(with_rules(("til orientering", "Søg også kommunens pulje")))
    at = opened(BEVILLING, dato=ON, pulje=GREEN, ansoegning="L5")
    assert conclusion(at) == "Kan ikke siges: puljen har ingen regler, der gælder den dag."


class TestADispensation:
    @pytest.fixture
    def opened(self, in_csv: Put) -> Open:
        tables = with_rules(("loft pr. projekt", "5.000"))
        tables["Dispensationer"] = [
            {
                "Ansøgning": "L5",
                "Regel": "loft pr. projekt",
                "Dato": date(2025, 11, 4),
                "Begrundelse": "Taget blæste af",
                "Givet af": "organisationsbestyrelsen",
            }
        ]
        return in_csv(tables)

    def test_makes_a_no_a_yes_from_its_day(self, opened: Open) -> None:
        before = opened(BEVILLING, dato="2025-11-03", pulje=GREEN, ansoegning="L5")
        assert conclusion(before) == "Nej, ikke som den er: 1 regel er ikke overholdt."
        after = opened(BEVILLING, dato="2025-11-04", pulje=GREEN, ansoegning="L5")
        assert conclusion(after) == "Ja, der kan bevilges 6.000,50 kr."
        assert judged(after)["Loft pr. projekt"] == (
            "– Dispenseret. 6.000,50 kr. er 1.000,50 kr. over loftet på 5.000 kr. "
            "Dispensation givet 4. nov. 2025 af organisationsbestyrelsen: Taget blæste af."
        )

    def test_is_told_among_what_has_happened(self, opened: Open) -> None:
        assert "dispensation fra reglen »loft pr. projekt«" in everything_said(opened(PULJEN, dato=ON, pulje=GREEN))


class TestAChangedAppropriation:
    @pytest.fixture
    def opened(self, in_csv: Put) -> Open:
        tables = lyngklokken()
        tables["Rammeændringer"] = [
            {
                "Ændring": "R1",
                "Pulje": GREEN,
                "Dato": date(2025, 11, 4),
                "Beløb": "10.000",
                "Kilde": "Mødet 4. november",
            }
        ]
        return in_csv(tables)

    def test_every_screen_goes_by_the_one_of_the_date(self, opened: Open) -> None:
        # 61.154,08 without the change.
        assert figures(opened(PULJEN, dato="2025-11-03", pulje=GREEN))["Rest"] == "61.154 kr."
        at = opened(PULJEN, dato="2025-11-04", pulje=GREEN)
        assert figures(at)["Rest"] == "71.154 kr."
        assert bars(at, "money")[0][:2] == ("Rammen", "160.000 kr.")
        assert (
            "Rammen var 150.000 kr. fra begyndelsen. "
            "Den er hævet med 10.000 kr. 4. nov. 2025 (Mødet 4. november)." in everything_said(at)
        )

    def test_it_is_on_the_first_screen(self, opened: Open) -> None:
        said = everything_said(opened(OVERBLIK, dato="2025-11-04"))
        assert "af 160.000 kr. er tilbage" in said

    def test_it_is_told_among_what_has_happened(self, opened: Open) -> None:
        assert "rammen hævet med 10.000 kr. (Mødet 4. november)" in everything_said(
            opened(PULJEN, dato=ON, pulje=GREEN)
        )


def test_what_falls_due_by_a_rule_is_told_on_the_first_screen(in_csv: Put) -> None:
    tables = with_rules(("tilsagn bortfalder", "5 måneder"), ("regnskab efter aktivitet", "4 uger"))
    said = everything_said(in_csv(tables)(OVERBLIK, dato=ON))
    # L2 was granted on 21 May and is open; five months were 21 October.
    assert "- 15 dage over tid: **Regnvand i gården**, tilsagnet skulle være bortfaldet; 20.000 kr. er bundet" in said
    # L1 ended on 30 September; its accounts were due on 28 October.
    assert "- 8 dage over tid: **Sommerfugleeng**, regnskabet skulle være kommet" in said
