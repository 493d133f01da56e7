"""»Puljen« on the sample: its figures, its list, and one project opened."""

from datetime import date

import pytest

from core.contract.dataset import read_dataset
from core.danish import kroner
from core.pool.balance import balance_on
from core.pool.in_kroner import in_kroner
from core.pool.ledger import ledger_of
from core.pool.tables import Application, Invoice, Pool
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA
from tests.organisations.lyngklokken import GREEN, NEIGHBOUR, lyngklokken
from tests.pages.conftest import Open, Put
from tests.pages.reading import bars, column, conclusion, everything_said, figures, judged, shown, table

PULJEN = "pages/board/puljen.py"
NAMES = ("Afregnet", "Bundet", "Rest", "Under behandling")
"""Of the figures, in the order of the bar."""


@pytest.mark.parametrize(
    ("pool", "whole", "exact"),
    [
        # Added up by hand in sample_data/README.md.
        ("2024", ["93.808 kr.", "0 kr.", "6.192 kr.", "0 kr."], "100.000 kr. − 0 kr. − 93.808,50 kr. = 6.191,50 kr."),
        (
            "2025",
            ["81.971 kr.", "9.550 kr.", "8.479 kr.", "0 kr."],
            "100.000 kr. − 9.550 kr. − 81.971,25 kr. = 8.478,75 kr.",
        ),
        (
            "2026",
            ["60.866 kr.", "16.264 kr.", "22.870 kr.", "37.900 kr."],
            "100.000 kr. − 16.264,50 kr. − 60.866 kr. = 22.869,50 kr.",
        ),
    ],
)
def test_the_figures_of_each_years_pool_are_those_of_the_samples_readme(
    open_screen: Open, pool: str, whole: list[str], exact: str
) -> None:
    at = open_screen(PULJEN, pulje=pool)
    assert figures(at) == dict(zip(NAMES, whole, strict=True))
    assert exact in everything_said(at)
    assert "Tallene er i hele kroner" in everything_said(at)


@pytest.mark.parametrize("on", [date(2024, 2, 8), date(2024, 6, 15), date(2024, 12, 31), date(2025, 7, 1)])
def test_the_figures_of_a_past_date_are_the_ledgers(open_screen: Open, on: date) -> None:
    dataset = read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables)
    pool = next(pool for pool in dataset.of(Pool) if pool.id == "2024")
    balance = balance_on(ledger_of(pool, dataset.of(Application), dataset.of(Invoice)), on)
    assert balance.appropriation == balance.free + balance.committed + balance.paid
    told = in_kroner(balance, 20_000_00)
    amounts = told.paid, told.committed, told.free, told.pending
    assert figures(open_screen(PULJEN, pulje="2024", dato=on.isoformat())) == {
        name: shown(kroner(amount)) for name, amount in zip(NAMES, amounts, strict=True)
    }


def test_what_is_beyond_is_the_difference_of_the_figures_beside_it(open_screen: Open) -> None:
    at = open_screen(PULJEN)
    # 37.900 less 22.870, and 100.000 less 22.870.
    assert "4 ansøgninger: 15.030 kr. mere, end der er" in everything_said(at)
    assert [shown(one.value) for one in at.header if "Resten er" in one.value] == [
        "Resten er faldet 77.130 kr. siden 1. jan. 2026"
    ]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({}, "4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr."),
        ({"dato": "2023-06-01"}, "Puljen begynder 1. jan. 2024 med en ramme på 100.000 kr."),
        ({"dato": "2026-01-01"}, "Puljen har 100.000 kr. tilbage: nok til 5 projekter på højeste beløb."),
        ({"pulje": "2024"}, "Perioden sluttede 31. dec. 2024, og 6.192 kr. blev ikke brugt."),
        (
            {"pulje": "2025"},
            "Perioden sluttede 31. dec. 2025, men 2 tilsagn er stadig åbne: 9.550 kr. er bundet, "
            "og 8.479 kr. er hverken bundet eller betalt.",
        ),
    ],
)
def test_the_answer_stands_at_the_top(open_screen: Open, address: dict[str, str], sentence: str) -> None:
    assert conclusion(open_screen(PULJEN, **address)) == sentence


def test_the_picture_is_one_bar_of_the_appropriation_with_what_is_asked_for(open_screen: Open) -> None:
    at = open_screen(PULJEN)
    assert bars(at, "money") == [
        (
            "Rammen",
            "100.000 kr.",
            "Rammen på 100.000 kr.: afregnet 60.866 kr., bundet 16.264 kr. og rest 22.870 kr. Der søges om 37.900 kr.",
        )
    ]
    said = everything_said(at)
    # F26-026 of 2.745,50 and F26-027 of 1.810 are not paid.
    assert "bevilget, ikke betalt endnu; heraf er 4.556 kr. faktureret" in said
    # 37.900 - 22.869,50
    assert "4 ansøgninger: 15.030 kr. mere, end der er" in said
    assert said.count("22.869,50") == 1, "what is left to the øre, in the calculation alone"


@pytest.mark.parametrize("pool", ["2024", "2025", "2026"])
def test_departments_that_have_had_money_are_bars_the_most_first(open_screen: Open, pool: str) -> None:
    rows = bars(open_screen(PULJEN, pulje=pool), "departments")
    amounts = [int(told.removesuffix(" kr.").replace(".", "")) for _, told, _ in rows]
    assert len(rows) == 8
    assert amounts == sorted(amounts, reverse=True)
    assert all(words == f"{name}: {told}" for name, told, words in rows)


def test_where_nobody_has_had_money_there_are_no_bars_of_departments(open_screen: Open) -> None:
    at = open_screen(PULJEN, dato="2026-01-01", pulje="2026")
    assert "Har fået" not in everything_said(at)
    assert "data:image" in at.container(key="bars_money").markdown[0].value


@pytest.mark.parametrize(
    ("on", "told"),
    [("2026-01-12", False), ("2026-11-22", True)],
    ids=["whole kroner alone", "some have øre"],
)
def test_that_figures_are_rounded_is_said_where_they_are(open_screen: Open, on: str, told: bool) -> None:
    assert ("Tallene er i hele kroner" in everything_said(open_screen(PULJEN, dato=on, pulje="2026"))) is told


@pytest.mark.parametrize(
    ("address", "projects"),
    [
        ({"afdeling": "02"}, ["Fællesspisning hver måned"]),
        ({"status": "Afslag"}, ["Trampolin i jordhøjde"]),
        ({"status": "Bortfaldet"}, ["Forårsloppemarked"]),
        ({"soeg": "HALLOWEEN"}, ["Halloween på legepladsen"]),
        ({"soeg": "fælles jul"}, ["Juletræstænding på torvet"]),
        ({"soeg": "a26-01"}, ["Suppeaftener i januar"]),
        (
            {"afdeling": "30", "sorter": "aeldste"},
            ["Sankthans i ådalen", "Trampolin i jordhøjde", "Forårsfestival på tværs"],
        ),
        (
            {"status": "Under behandling", "sorter": "beloeb"},
            ["Forårsfestival på tværs", "Byggedag for fælles cykelskur", "Vinterbanko", "Nytårsbrunch for naboer"],
        ),
        (
            {"status": "Under behandling", "sorter": "beloeb-omvendt"},
            ["Nytårsbrunch for naboer", "Vinterbanko", "Byggedag for fælles cykelskur", "Forårsfestival på tværs"],
        ),
        (
            {"status": "Tilsagn, åben", "sorter": "projekt"},
            [
                "Fællesspisning hver måned",
                "Halloween på legepladsen",
                "Høstfest",
                "Juletræstænding på torvet",
                "Kreativt værksted",
            ],
        ),
    ],
)
def test_what_stands_in_the_address_chooses_and_sorts_the_list(
    open_screen: Open, address: dict[str, str], projects: list[str]
) -> None:
    at = open_screen(PULJEN, pulje="2026", **address)
    assert column(at, "history", 1) == projects
    assert f"Viser {len(projects)} af 21 ansøgninger" in everything_said(at)


def test_a_heading_leads_to_its_order_with_all_else_in_the_address_as_it_is(open_screen: Open) -> None:
    at = open_screen(PULJEN, pulje="2026", status="Afsluttet", sorter="beloeb")
    headings = list(at.container(key="history").table[0].value.columns)
    assert headings[4] == (
        '[Beløb \\(kr\\.\\)\u00a0↓](?pulje=2026&status=Afsluttet&sorter=beloeb-omvendt "Vis mindste først")'
    )
    assert headings[0] == '[Dato](?pulje=2026&status=Afsluttet&sorter=nyeste "Vis nyeste først")'


def test_the_departments_stand_in_the_order_that_the_address_asks_for(open_screen: Open) -> None:
    as_given = table(open_screen(PULJEN, pulje="2026"), "departments")
    by_homes = column(open_screen(PULJEN, pulje="2026", sorter="afdelinger-boliger-faldende"), "departments", 1)
    assert by_homes[:3] == ["120", "110", "96"]
    assert sorted(by_homes) == sorted(row[1] for row in as_given)
    assert [row[0] for row in as_given][:2] == ["Birkelyet", "Brombærkrogen"]


def test_a_filter_the_address_does_not_know_is_left_out(open_screen: Open) -> None:
    at = open_screen(PULJEN, afdeling="99", status="Noget andet", aar="1812", sorter="tilfældigt")
    assert "Viser 21 af 21 ansøgninger" in everything_said(at)


def test_choosing_in_a_field_changes_list_and_address(open_screen: Open) -> None:
    at = open_screen(PULJEN)
    at.selectbox(key="adresse_status").set_value("Afslag").run()
    assert at.query_params == {"status": "Afslag"}
    assert column(at, "history", 1) == ["Trampolin i jordhøjde"]


def test_choosing_a_pool_and_a_date_changes_the_whole_screen(open_screen: Open) -> None:
    at = open_screen(PULJEN)
    at.selectbox(key="adresse_pulje").set_value("2024").run()
    at.date_input(key="adresse_dato").set_value(date(2024, 12, 31)).run()
    assert at.query_params == {"pulje": "2024", "dato": "2024-12-31"}
    assert "31. dec. 2024" in everything_said(at)
    assert "Viser 20 af 20 ansøgninger" in everything_said(at)


def test_a_long_list_shows_the_first_and_the_way_to_all_of_it(open_screen: Open) -> None:
    at = open_screen(PULJEN)
    assert len(table(at, "history")) == 8
    assert "Her står 8. Vis alle 21" in everything_said(at)
    assert len(table(open_screen(PULJEN, vis="alle"), "history")) == 21


def test_a_choice_that_nothing_fits_says_so(open_screen: Open) -> None:
    at = open_screen(PULJEN, soeg="findes ikke")
    assert "Viser 0 af 21 ansøgninger" in everything_said(at)
    assert "Ingen ansøgninger passer til valget." in everything_said(at)


def test_a_row_of_the_list_tells_decision_money_and_departments(open_screen: Open) -> None:
    at = open_screen(PULJEN, soeg="A26-06")
    assert table(at, "history") == [
        [
            "23-04-2026",
            "Midsommerfest for fire afdelinger",
            "Østervænget, Kildehaven, Møllebakken, Tjørnebakken",
            "Afsluttet",
            "14.000",
            # 6.900 + 3.180 + 2.000 are paid.
            "12.080",
        ]
    ]


def test_an_application_from_after_the_date_is_not_on_the_list(open_screen: Open) -> None:
    at = open_screen(PULJEN, dato="2026-01-31", pulje="2026")
    # A26-01 is granted, A26-02 is received on 19 January and decided in February.
    assert [row[1:4:2] for row in table(at, "history")] == [
        ["Mini-bibliotek i porten", "Under behandling"],
        ["Suppeaftener i januar", "Tilsagn, åben"],
    ]


def test_a_project_that_cost_more_than_granted_shows_the_rule_it_broke(open_screen: Open) -> None:
    at = open_screen(PULJEN, projekt="A25-09")
    assert conclusion(at) == "Sankthans på bakken: afsluttet; 6.250,50 kr. betalt af 6.000 kr."
    rules = judged(at, "verdicts")
    assert next(iter(rules)) == "Betalt inden for tilsagn"
    assert rules["Betalt inden for tilsagn"] == (
        "✗ Ikke overholdt. Betalt 6.250,50 kr.: 250,50 kr. mere end tilsagnet på 6.000 kr."
    )
    assert everything_said(at).count("Retningslinjer for puljen, godkendt 15. maj 2023") == 1
    assert "Af 10 regler er 9 overholdt, 1 ikke overholdt, og 0 kan ikke siges." in everything_said(at)


def test_a_project_granted_on_the_day_of_its_activity_says_what_cannot_be_told(open_screen: Open) -> None:
    at = open_screen(PULJEN, projekt="A26-13")
    unknown = {rule: why for rule, why in judged(at, "verdicts").items() if why.startswith("? Kan ikke siges.")}
    assert list(unknown) == ["Tilsagn før aktivitet", "Faktura i boligorganisationens navn"]
    assert "28. aug. 2026: klokkeslættet afgør det" in unknown["Tilsagn før aktivitet"]


def test_a_project_shows_its_facts_and_its_invoices(open_screen: Open) -> None:
    at = open_screen(PULJEN, projekt="A26-13")
    facts = dict(table(at, "facts"))
    assert facts["Afdeling"] == "Smedestræde"
    assert facts["Deltagere"] == "18"
    assert facts["Periode"] == "28. aug. 2026"
    # 1.900 granted, 1.185 + 412,50 paid.
    assert facts["Frigivet"] == "302,50 kr."
    assert table(at, "invoices") == [
        ["F26-015", "31-08-2026", "18-09-2026", "1.185"],
        ["F26-016", "31-08-2026", "18-09-2026", "412,50"],
    ]


def test_a_project_of_a_past_date_does_not_know_what_came_later(open_screen: Open) -> None:
    at = open_screen(PULJEN, projekt="A26-13", pulje="2026", dato="2026-09-01")
    assert conclusion(at) == "Velkomstkaffe for nye naboer: fik tilsagn om 1.900 kr. 28. aug. 2026; 0 kr. er betalt."
    assert [row[2] for row in table(at, "invoices")] == ["ikke betalt", "ikke betalt"]


def test_a_link_to_a_project_need_not_name_its_pool(open_screen: Open) -> None:
    assert open_screen(PULJEN, projekt="A24-11").selectbox(key="adresse_pulje").value == "2024"


@pytest.mark.parametrize("address", [{"projekt": "A99-99"}, {"projekt": "A24-11", "pulje": "2026"}])
def test_a_project_that_is_not_in_the_pool_is_said(open_screen: Open, address: dict[str, str]) -> None:
    at = open_screen(PULJEN, **address)
    assert conclusion(at) == f"Ansøgning {address['projekt']} findes ikke i denne pulje pr. 22. nov. 2026."
    assert not at.metric


def test_a_project_that_is_not_yet_received_is_said_with_the_date(open_screen: Open) -> None:
    at = open_screen(PULJEN, projekt="A24-11", pulje="2024", dato="2024-06-10")
    assert conclusion(at) == "Ansøgning A24-11 findes ikke i denne pulje pr. 10. jun. 2024."


def test_what_came_since_the_last_meeting_is_listed_oldest_first(open_screen: Open) -> None:
    said = everything_said(open_screen(PULJEN))
    assert "Sidste møde var 29. okt. 2026." in said
    # 2.480 + 1.090 + 1.785,50 = 5.355,50 have been paid since.
    assert "og afregnet er steget 5.355,50 kr." in said
    news = [line for line in said.splitlines() if line.startswith("- ") and "2026: **" in line]
    assert news == [
        "- 2. nov. 2026: **Efterårsferie for børn og bedsteforældre**, faktura betalt, 2.480 kr.",
        "- 2. nov. 2026: **Vinterbanko**, ny ansøgning, 6.200 kr.",
        "- 5. nov. 2026: **Efterårsferie for børn og bedsteforældre**, faktura betalt, 1.090 kr.",
        "- 12. nov. 2026: **Fællesspisning hver måned**, faktura betalt, 1.785,50 kr.",
        "- 12. nov. 2026: **Juletræstænding på torvet**, tilsagn, 5.500 kr.",
        "- 16. nov. 2026: **Efterårsferie for børn og bedsteforældre**, afsluttet",
        "- 17. nov. 2026: **Nytårsbrunch for naboer**, ny ansøgning, 3.400 kr.",
    ]


def test_on_the_day_of_a_meeting_it_is_compared_with_the_one_before(open_screen: Open) -> None:
    assert "Sidste møde var 10. sep. 2026." in everything_said(open_screen(PULJEN, dato="2026-10-29"))
    assert "Sidste møde var 29. okt. 2026." in everything_said(open_screen(PULJEN, dato="2026-10-30"))


def test_a_pool_in_which_nothing_happened_since_says_so(open_screen: Open) -> None:
    assert "Der er ikke sket noget i puljen siden." in everything_said(open_screen(PULJEN, pulje="2024"))


def test_before_the_first_meeting_there_is_nothing_to_compare_with_and_it_says_so(open_screen: Open) -> None:
    said = everything_said(open_screen(PULJEN, dato="2024-02-08"))
    assert "Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med." in said


def test_grants_whose_activity_is_over_are_pointed_out_with_what_they_bind(open_screen: Open) -> None:
    assert table(open_screen(PULJEN, pulje="2025"), "to_close") == [
        # Of 8.000 kr. 3.450 are paid; of 5.000 nothing.
        ["Skakborde og bænke i gården", "Kløvermarken", "14-05-2025", "Sluttede 30. sep. 2025", "4.550"],
        ["Genbrugsværksted", "Gartnervænget", "18-09-2025", "Sluttede 2. dec. 2025", "5.000"],
    ]


def test_of_a_grant_without_days_it_is_not_said_that_its_activity_is_over(in_csv: Put) -> None:
    tables = lyngklokken()
    for row in tables["Ansøgninger"]:
        if row["Ansøgning"] == "L4":
            row["Aktivitet fra"] = None
    at = in_csv(tables)(PULJEN, dato="2026-04-01", pulje=GREEN)
    assert table(at, "to_close") == [
        [
            "Regnvand i gården",
            "Lyngtoften, Åløkken",
            "21-05-2025",
            "Begyndte 15. jun. 2025; slutdagen er ikke oplyst",
            "20.000",
        ],
        ["Solceller på fælleshuset", "Østergårdene", "17-09-2025", "Slutdagen er ikke oplyst", "40.000"],
    ]
    assert "2 tilsagn bør ses efter" in everything_said(at)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2025-06-30", "kan bevilges fra 1. jul. 2025"),
        ("2025-07-01", "kan stadig bevilges"),
        ("2026-06-30", "kan stadig bevilges"),
        ("2026-07-01", "er hverken bundet eller betalt"),
    ],
)
def test_money_can_still_be_granted_in_the_pools_period_alone(in_csv: Put, on: str, said: str) -> None:
    at = in_csv(lyngklokken())(PULJEN, dato=on, pulje=NEIGHBOUR)
    assert said in everything_said(at)
    assert ("kan stadig bevilges" in everything_said(at)) == (said == "kan stadig bevilges")


def test_an_overdrawn_pool_is_said_to_be_and_has_no_negative_rest_in_its_sentences(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Puljer"][0]["Ramme"] = 80000
    at = in_csv(tables)(PULJEN, dato="2025-11-05", pulje=GREEN)
    said = everything_said(at)
    # 80.000 - 60.000 - 28.845,92; L5 and L6 ask for 31.000,50.
    assert conclusion(at).startswith("Puljen er overtrukket med 8.846 kr.: ")
    assert conclusion(at).endswith("2 ansøgninger søger 31.001 kr., men der er ingen penge til dem.")
    assert bars(at, "money")[0][2] == (
        "Rammen på 80.000 kr.: afregnet 28.846 kr., bundet 60.000 kr. og overtrukket med 8.846 kr. "
        "Der søges om 31.001 kr."
    )
    # 80.000 + 8.845,92
    assert "Resten er faldet 88.846 kr. siden" in said
    # 80.000 - 91.500 of L1, L2, L4 and L7 on 17 September was 11.500 in minus.
    assert "Resten er steget 2.654,08 kr." in said
    assert "-8.845,92 kr. af rammen" not in said
    assert "-8.845,92 kr. tilbage" not in said


def test_every_rule_of_the_pool_is_shown_with_its_value_its_days_and_its_source(in_csv: Put) -> None:
    open_screen = in_csv(lyngklokken())
    source = "Vedtægt for Grøn pulje, godkendt 20. nov. 2024"
    assert table(open_screen(PULJEN, dato="2025-11-05", pulje=GREEN), "rules") == [
        ["Plads i puljen", "Ja", "Fra 1. dec. 2024", source],
        ["Puljens højeste andel", "Højst 2/3 af udgiften", "Fra 1. dec. 2024", source],
        ["Loft pr. afdeling pr. år", "Højst 40.000 kr.", "Fra 1. dec. 2024", source],
        ["Mindste beløb", "Mindst 2.500 kr.", "Fra 1. dec. 2024", source],
        ["Ansøgningsfrist", "1. mar. og 1. sep. hvert år", "Fra 1. dec. 2024", source],
        ["Ikke begyndt", "Ja", "Fra 1. dec. 2024", source],
    ]
    caps = [
        row[:3] for row in table(open_screen(PULJEN, dato="2025-09-30", pulje=NEIGHBOUR), "rules") if "Loft" in row[0]
    ]
    assert caps == [
        ["Loft pr. projekt", "Højst 12.000 kr.", "Fra 1. jul. 2025 til 30. sep. 2025"],
        ["Loft pr. projekt", "Højst 8.000 kr.", "Kommer: fra 1. okt. 2025"],
    ]
    caps = [
        row[:3] for row in table(open_screen(PULJEN, dato="2025-10-01", pulje=NEIGHBOUR), "rules") if "Loft" in row[0]
    ]
    assert caps == [
        ["Loft pr. projekt", "Højst 8.000 kr.", "Fra 1. okt. 2025"],
        ["Loft pr. projekt", "Højst 12.000 kr.", "Gælder ikke længere: 1. jul. 2025 til 30. sep. 2025"],
    ]


def test_a_rule_that_cannot_be_read_is_said_to_be_missing_in_the_table(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Puljeregler"][1]["Værdi"] = "en del"
    at = in_csv(tables)(PULJEN, dato="2025-11-05", pulje=GREEN)
    assert "1 regel kan ikke læses og mangler i tabellen; den kan ændre, hvad der gælder." in everything_said(at)


@pytest.mark.parametrize(
    ("applied", "said"),
    [
        ((), "**6 af 6 afdelinger har aldrig søgt.** De har mindst 179 af 179 boliger. 1 afdeling har intet boligtal."),
        (("103", "104"), "**4 af 6 afdelinger har aldrig søgt.** De har mindst 93 af 179 boliger."),
        (("101", "102", "103", "104", "201"), "**1 af 6 afdelinger har aldrig søgt.** Den har 15 af 179 boliger."),
        (
            ("101", "102", "103", "104", "105"),
            "**1 af 6 afdelinger har aldrig søgt.** Hvor mange boliger den har, er ikke oplyst.",
        ),
        (("101", "102", "103", "104", "105", "201"), "**Alle afdelinger har søgt.**"),
    ],
)
def test_who_has_never_applied_is_said_of_none_one_and_all(in_csv: Put, applied: tuple[str, ...], said: str) -> None:
    tables = lyngklokken()
    tables["Fakturaer"] = []
    last = tables["Ansøgninger"][-1]
    tables["Ansøgninger"] = [last | {"Ansøgning": f"N{number}", "Afdelinger": number} for number in applied]
    assert said in everything_said(in_csv(tables)(PULJEN, dato="2025-11-05", pulje=NEIGHBOUR))


def test_departments_that_have_never_applied_are_counted_with_their_homes(open_screen: Open) -> None:
    at = open_screen(PULJEN)
    never = [row for row in table(at, "departments") if row[4] == "aldrig"]
    assert len(never) == 12
    assert sum(int(row[1]) for row in never) == 257
    assert "**12 af 38 afdelinger har aldrig søgt.** De har 257 af 1.531 boliger." in everything_said(at)


def test_departments_stand_in_the_danish_order(open_screen: Open) -> None:
    names = column(open_screen(PULJEN), "departments", 0)
    assert names[0] == "Birkelyet"
    assert names[-6:] == ["Æblehaven", "Ærtebjerg", "Ørnehøj", "Østervænget", "Åbrinken", "Ådalsparken"]
