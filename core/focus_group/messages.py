"""The focus group on slides."""

from collections.abc import Iterator

from core.danish import percent
from core.focus_group.brief import beside_residents
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.sentences import chance_in_words, conclusion, verdict_in_words
from core.subject.message import Chosen, Message


def messages(overview: FocusGroupOverview, chosen: Chosen) -> Iterator[Message]:
    ages = overview.ages
    calculation = ["»Som beboerne« er gruppens størrelse gange beboernes andel i hver aldersgruppe."]
    if ages.d is not None and ages.best is not None:
        calculation.append(
            f"Skævhed D = ½ · Σ |gruppens andel − beboernes andel| = {percent(round(ages.d, 3))}; "
            f"den mindste, en gruppe af den størrelse kan have, er {percent(round(ages.best, 3))}."
        )
    if ages.by_lot:
        calculation += [chance_in_words(ages.by_lot), verdict_in_words(ages)]
    yield Message(
        conclusion(overview),
        beside_residents(ages, overview.names, "Øvrige aldersgrupper"),
        calculation=tuple(calculation),
        questions=(
            "Gruppen er åben for alle. Hvem vil vi invitere næste gang, og hvem spørger?",
            "Hvad skal gruppen hjælpe os med det næste år?",
        ),
    )
