"""Boligforeningen Lyngklokken: an invented organisation with rules quite other than the sample's.

Two pools stand side by side. »Grøn pulje« pays at most two thirds, has a cap per department and year, a
least amount, two deadlines a year, and nothing for work already begun. »Naboskabspuljen« runs across
New Year, counts days before the activity, and lowers its cap on 1 October 2025.

No person in it exists. The columns of EXTRA_COLUMNS are outside the contract and must never be read.
"""

from datetime import date
from decimal import Decimal

from core.subjects import CONTRACT

Cell = str | int | Decimal | date | bool | None
Row = dict[str, Cell]
Tables = dict[str, list[Row]]
"""Title of the contract's table -> its rows, heading -> value as a database with types would store it."""

NAME = "Boligforeningen Lyngklokken"
GREEN, NEIGHBOUR = "G25", "N25"
SECRET = "Prøve Prøvesen"
EXTRA_COLUMNS = {
    "Afdelinger": {"Formand": SECRET, "Telefon": "00 00 00 00"},
    "Ansøgninger": {"Kontaktperson": SECRET, "E-mail": "proeve@eksempel.invalid", "Adresse": "Prøvevej 0"},
    "Fakturaer": {"Kontonummer": "0000 0000000000"},
    "Fokusgruppe": {"Medlemmets navn": SECRET, "Mobil": "00 00 00 00"},
}
APPLICANT = "Høstgildegruppen"


def lyngklokken() -> Tables:
    """A fresh copy each time, so that a test can change it. It has the tables of ambassadors, and none yet in them."""
    return {
        "Indstillinger": [{"Indstilling": "Organisation", "Værdi": NAME}],
        "Afdelinger": _departments(),
        "Bestyrelsesmøder": [
            {"Dato": on, "Møde": "Bestyrelsesmøde"}
            for on in (
                date(2025, 3, 12),
                date(2025, 5, 21),
                date(2025, 9, 17),
                date(2025, 11, 19),
                date(2026, 3, 11),
            )
        ],
        "Puljer": [
            _pool(GREEN, "Grøn pulje", "150000", date(2025, 1, 1), date(2025, 12, 31), date(2024, 11, 20)),
            _pool(NEIGHBOUR, "Naboskabspuljen", "75000", date(2025, 7, 1), date(2026, 6, 30), date(2025, 5, 14)),
        ],
        "Puljeregler": _rules(),
        "Ansøgninger": [*_green(), *_neighbour()],
        "Fakturaer": _invoices(),
        **{table.title: [] for table in CONTRACT.tables if table.quiet},
        "Aldersgrupper": [{"Aldersgruppe": ages} for ages in ("18-24", "25-39", "40-64", "65+")],
        "Fokusgruppe": _members(),
        "Beboere": _residents(),
        "Fokusgruppemøder": [
            {"Dato": date(2025, 4, 2), "Emne": "Hvem er vi?"},
            {"Dato": date(2025, 10, 8), "Emne": "Nye fællesskaber"},
        ],
    }


def _members() -> list[Row]:
    """Ages as people write them: an age, a year of birth, a band. The last two came after the first meeting."""
    begun = date(2025, 3, 20)
    members = (
        ("G1", "101", "41", begun),
        ("G2", "104", "1958", begun),
        ("G3", "102", "65+", begun),
        ("G4", "105", "25-39", begun),
        ("G5", "201", "70 år", date(2025, 9, 1)),
        ("G6", None, None, date(2025, 9, 2)),
    )
    return [
        {"Medlem": key, "Afdeling": department, "Alder": age, "Fra": first} for key, department, age, first in members
    ]


def _residents() -> list[Row]:
    """»201« has no count, and »105« has so few that they may not be told."""
    counts = {"101": (14, 22, 31, 18), "102": (6, 12, 25, 9), "103": (9, 11, 8, 7), "104": (21, 40, 38, 29)}
    counts["105"] = (1, 0, 4, 2)
    bands = ("18-24", "25-39", "40-64", "65+")
    return [
        {"Afdeling": department, "Alder": ages, "Beboere": number, "Opgjort": "2025K1"}
        for department, numbers in counts.items()
        for ages, number in zip(bands, numbers, strict=True)
    ]


def _departments() -> list[Row]:
    homes = {
        ("101", "Lyngtoften"): 48,
        ("102", "Åløkken"): 30,
        ("103", "Ærenprisvej"): 22,
        ("104", "Østergårdene"): 64,
        ("105", "Klokkebakken"): 15,
        ("201", "Mosevænget"): None,
    }
    return [{"Afdeling": number, "Navn": name, "Boliger": count} for (number, name), count in homes.items()]


def _pool(key: str, name: str, appropriation: str, first: date, last: date, approved: date) -> Row:
    return {
        "Pulje": key,
        "Navn": name,
        "Ramme": Decimal(appropriation),
        "Fra": first,
        "Til": last,
        "Godkendt": approved,
    }


def _rules() -> list[Row]:
    green = {
        "puljens højeste andel": "2 af 3",
        "loft pr. afdeling pr. år": "40.000",
        "mindste beløb": "2.500",
        "ansøgningsfrist": "1. marts; 1. september",
        "ikke begyndt": "ja",
        "plads i puljen": "ja",
    }
    neighbour = [
        ("loft pr. projekt", "12.000", date(2025, 7, 1)),
        ("loft pr. projekt", "8.000", date(2025, 10, 1)),
        ("dage fra afgørelse til aktivitet", "14", date(2025, 7, 1)),
        ("dage fra ansøgning til aktivitet", "30", date(2025, 7, 1)),
        ("plads i puljen", "ja", date(2025, 7, 1)),
        ("betalt inden for tilsagn", "ja", date(2025, 7, 1)),
        ("faktura fra tredjepart", "ja", date(2025, 7, 1)),
    ]
    return [
        *(
            _rule("Grøn pulje", rule, value, date(2024, 12, 1), "Vedtægt for Grøn pulje")
            for rule, value in green.items()
        ),
        *(_rule("Naboskabspuljen", rule, value, on, None) for rule, value, on in neighbour),
    ]


def _rule(pool: str, rule: str, value: str, valid_from: date, source: str | None) -> Row:
    approved = date(2024, 11, 20) if source else None
    return {
        "Pulje": pool,
        "Regel": rule,
        "Værdi": value,
        "Gælder fra": valid_from,
        "Kilde": source,
        "Godkendt": approved,
    }


def _green() -> list[Row]:
    return [
        _application(
            "L1",
            GREEN,
            "Sommerfugleeng",
            "101",
            date(2025, 2, 20),
            {
                "Ansøger": "Afdelingsbestyrelsen Lyngtoften",
                "Formål": "En eng med vilde blomster, som beboerne slår med le.",
                "Deltagere": 25,
                "Aktivitet fra": date(2025, 5, 1),
                "Aktivitet til": date(2025, 9, 30),
                "Ansøgt beløb": Decimal("20000"),
                "Samlet udgift": Decimal("30000"),
                "Sider": Decimal("1.5"),
                "Begyndt": False,
                "Afgørelse": "tilsagn",
                "Afgjort": date(2025, 3, 12),
                "Tilsagn": Decimal("20000"),
                "Lukket": date(2025, 10, 15),
            },
        ),
        _application(
            "L2",
            GREEN,
            "Regnvand i gården",
            "101; 102",
            date(2025, 3, 1),
            {
                "På tværs": True,
                "Aktivitet fra": date(2025, 6, 15),
                "Ansøgt beløb": Decimal("30000"),
                "Samlet udgift": Decimal("60000"),
                "Begyndt": False,
                "Afgørelse": "tilsagn",
                "Afgjort": date(2025, 5, 21),
                "Tilsagn": Decimal("30000"),
            },
        ),
        _application(
            "L3",
            GREEN,
            "Plantekasser",
            "103",
            date(2025, 4, 2),
            {
                "Ansøgt beløb": Decimal("2400"),
                "Samlet udgift": Decimal("3600"),
                "Begyndt": False,
                "Afgørelse": "afslag",
                "Afgjort": date(2025, 5, 21),
            },
        ),
        _application(
            "L4",
            GREEN,
            "Solceller på fælleshuset",
            "104",
            date(2025, 8, 28),
            {
                "Aktivitet fra": date(2025, 11, 1),
                "Ansøgt beløb": Decimal("45000"),
                "Samlet udgift": Decimal("90000"),
                "Begyndt": False,
                "Afgørelse": "tilsagn",
                "Afgjort": date(2025, 9, 17),
                "Tilsagn": Decimal("40000"),
            },
        ),
        # Too late by a day, half a krone above two thirds of 9.000, and begun.
        _application(
            "L5",
            GREEN,
            "Insekthotel",
            "105",
            date(2025, 9, 2),
            {"Ansøgt beløb": Decimal("6000.50"), "Samlet udgift": Decimal("9000"), "Begyndt": True},
        ),
        # Åløkken has 15.000 of L2; with 25.000 more it is at the cap of 40.000. Whether it is begun is not said.
        _application(
            "L6",
            GREEN,
            "Fælles drivhus",
            "102",
            date(2025, 8, 15),
            {
                "Aktivitet fra": date(2026, 4, 1),
                "Ansøgt beløb": Decimal("25000"),
                "Samlet udgift": Decimal("40000"),
            },
        ),
        _application(
            "L7",
            GREEN,
            "Æbletræer",
            "201",
            date(2025, 2, 10),
            {
                "Ansøgt beløb": Decimal("7500"),
                "Samlet udgift": Decimal("12000"),
                "Begyndt": False,
                "Afgørelse": "tilsagn",
                "Afgjort": date(2025, 3, 12),
                "Tilsagn": Decimal("7500"),
                "Bortfaldet": date(2025, 8, 31),
            },
        ),
    ]


def _neighbour() -> list[Row]:
    return [
        _application(
            "N1",
            NEIGHBOUR,
            "Nabokaffe",
            "103",
            date(2025, 7, 2),
            {
                "Aktivitet fra": date(2025, 9, 1),
                "Aktivitet til": date(2025, 12, 15),
                "Ansøgt beløb": Decimal("12000"),
                "Afgørelse": "tilsagn",
                "Afgjort": date(2025, 8, 15),
                "Tilsagn": Decimal("12000"),
            },
        ),
        # Granted on the day the lower cap began, 13 days before the activity, and overpaid to the applicant itself.
        _application(
            "N2",
            NEIGHBOUR,
            "Høstgilde",
            "104; 105",
            date(2025, 9, 10),
            {
                "Ansøger": APPLICANT,
                "Mindre gruppe": False,
                "Aktivitet fra": date(2025, 10, 14),
                "Ansøgt beløb": Decimal("9000"),
                "Afgørelse": "tilsagn",
                "Afgjort": date(2025, 10, 1),
                "Tilsagn": Decimal("9000"),
                "Lukket": date(2025, 11, 1),
            },
        ),
        _application(
            "N3",
            NEIGHBOUR,
            "Banko for alle",
            "201",
            date(2025, 8, 1),
            {"Ansøgt beløb": Decimal("5000"), "Afgørelse": "afslag", "Afgjort": date(2025, 9, 17)},
        ),
        _application(
            "N4",
            NEIGHBOUR,
            "Julefrokost",
            "101",
            date(2025, 10, 20),
            {"Kort varsel": True, "Aktivitet fra": date(2025, 12, 6), "Ansøgt beløb": Decimal("8000")},
        ),
        _application("N5", NEIGHBOUR, "Sangaften", None, date(2025, 11, 1), {}),
    ]


def _application(key: str, pool: str, project: str, departments: str | None, received: date, more: Row) -> Row:
    own: Row = {
        "Ansøgning": key,
        "Pulje": pool,
        "Projekt": project,
        "Afdelinger": departments,
        "Modtaget": received,
    }
    return own | more


def _invoices() -> list[Row]:
    planter, tent = "Fiktiv Planteskole ApS", "Fiktiv Madmarked A/S"
    return [
        _invoice("F1", "L1", "12345.67", date(2025, 5, 20), date(2025, 6, 10), planter, True),
        _invoice("F2", "L1", "5000.25", date(2025, 7, 15), date(2025, 8, 1), planter, True),
        _invoice("F3", "L2", "10000", date(2025, 7, 1), date(2025, 7, 20), planter, None),
        _invoice("F4", "L2", "8000.50", date(2025, 10, 30), None, planter, None),
        _invoice("F5", "L7", "1500", date(2025, 4, 20), date(2025, 5, 5), planter, True),
        _invoice("F6", "N1", "4000", date(2025, 9, 5), date(2025, 9, 20), tent, True),
        _invoice("F7", "N1", "-500", date(2025, 9, 25), date(2025, 10, 1), tent, True),
        _invoice("F8", "N2", "9250.75", date(2025, 10, 15), date(2025, 10, 25), APPLICANT, False),
    ]


def _invoice(
    key: str, application: str, amount: str, invoiced: date, paid: date | None, supplier: str, own_name: bool | None
) -> Row:
    return {
        "Faktura": key,
        "Ansøgning": application,
        "Beløb": Decimal(amount),
        "Fakturadato": invoiced,
        "Betalt": paid,
        "Leverandør": supplier,
        "I boligorganisationens navn": own_name,
    }


ROWS = sum(map(len, lyngklokken().values()))
"""In all tables together."""
