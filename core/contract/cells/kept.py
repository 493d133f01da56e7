"""What is kept of a cell whose own content may not be: of types of their own, so that nothing typed passes for one."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Hidden:
    """A name, of which only this is left: two can be compared, and neither can be got back."""

    # The run of the program that hid it, as 16 hexadecimal digits: names hidden in two runs cannot be compared.
    run: str
    # The same for the same name within a run: 32 hexadecimal digits.
    token: str


class Unread(Enum):
    """Something about persons that could not be read and was forgotten: what is wrong, and what to do."""

    UNREADABLE = "Feltet kan ikke læses.", "Ret feltet."
    UNKNOWN = "Det, der står her, findes ikke i den tabel, det henviser til.", "Ret stavemåden."
    NO_AGE = "Alderen kan ikke læses.", "Skriv en alder, et fødselsår eller en aldersgruppe, fx 37, 1987 eller 30-44."
    NO_BAND = "Alderen hører ikke til nogen af aldersgrupperne.", "Ret alderen, eller tilføj en aldersgruppe."
    SEVERAL = "Alderen går hen over flere aldersgrupper.", "Del den op, så hver del ligger inden for én aldersgruppe."
    TWICE = "Rækken står flere gange. Den tæller kun én gang.", "Slet de overflødige."
    OVERLAP = "Afdelingen har flere rækker for de samme aldre.", "Ret eller slet dem, så hver alder kun står én gang."

    @property
    def what(self) -> str:
        return self.value[0]

    @property
    def do(self) -> str:
        return self.value[1]
