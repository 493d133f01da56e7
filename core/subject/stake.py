"""A figure of the board's, and what it would be with a newer state of the data."""

from dataclasses import dataclass

UNTOLD = "kan ikke regnes ud"


@dataclass(frozen=True, slots=True)
class Stake:
    # The figure's name.
    what: str
    # As screens show it, with the data that is used and with the newer.
    used: str
    newer: str
    # What it is a figure of, '' where its name says so.
    meaning: str = ""

    @property
    def in_words(self) -> str:
        """'Ambassadører: 11 af 38 afdelinger har mindst én i stedet for 24 af 38'."""
        meaning = f" {self.meaning}" if self.meaning and self.newer != UNTOLD else ""
        return f"{self.what}: {self.newer}{meaning} i stedet for {self.used}"
