"""An organisation of any size with a focus group: long names, few residents here and there."""

from datetime import date

from tests.organisations.lyngklokken import Tables, lyngklokken

BANDS = ("18-24", "25-39", "40-64", "65+")


def many_departments(departments: int, members: int) -> Tables:
    """Lyngklokken's other tables, without what is about its own departments."""
    return lyngklokken() | {
        "Afdelinger": [
            {
                "Afdeling": f"{number:03}",
                "Navn": f"Generationsbofællesskaberne og bofællesskabet ved Å nr. {number}",
                "Boliger": 40,
            }
            for number in range(departments)
        ],
        "Ansøgninger": [],
        "Fakturaer": [],
        "Ambassadører": [
            {"Ambassadør": f"T{place}", "Afdeling": f"{place:03}", "Fra": date(2025, 1, 10)} for place in range(20)
        ],
        "Fokusgruppe": [
            {
                "Medlem": f"G{place}",
                "Afdeling": f"{place * 7 % departments:03}",
                "Alder": str(20 + place * 13 % 60),
                "Fra": date(2025, 3, 20),
            }
            for place in range(members)
        ],
        "Beboere": [
            {"Afdeling": f"{number:03}", "Alder": ages, "Beboere": (number * 11 + place * 7) % 30}
            for number in range(departments)
            for place, ages in enumerate(BANDS)
        ],
    }
