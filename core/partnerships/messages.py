"""The partnership agreements on slides."""

from collections.abc import Iterator

from core.danish import count, day
from core.partnerships.brief import year_parts
from core.partnerships.overview import PartnershipOverview
from core.subject.message import Chosen, Message


def messages(overview: PartnershipOverview, chosen: Chosen) -> Iterator[Message]:
    running = count(overview.running, "aftale", "aftaler") if overview.running else "ingen aftaler"
    yield Message(
        overview.sentence,
        year_parts(overview),
        calculation=(
            "Indgået er aftaler indgået i året. Pladser er, hvor mange afdelinger der kan få en aftale det år.",
            f"Den {day(overview.on)} løber {running}.",
        ),
        questions=("Har vi det rigtige antal pladser næste år?", "Hvad lærer afdelingerne af hinanden?"),
    )
