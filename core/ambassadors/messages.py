"""The ambassadors on slides."""

from collections.abc import Iterator
from decimal import Decimal

from core.ambassadors.coverage import Cover
from core.ambassadors.overview import AmbassadorOverview
from core.danish import count, day, number
from core.subject.message import MOST_BARS, Chosen, Message
from core.subject.picture import Bars, Series, Unit, unless_empty
from core.subject.small import Role


def messages(overview: AmbassadorOverview, chosen: Chosen) -> Iterator[Message]:
    coverage = overview.coverage
    departments = f"{number(coverage.covered)} af {count(len(coverage.departments), 'afdeling', 'afdelinger')}"
    yield Message(
        overview.sentence,
        _coverage(overview),
        calculation=(
            f"Aktiv er den, der er begyndt senest {day(overview.on)} og ikke er holdt op den dag: "
            f"{number(coverage.active)}.",
            f"{departments} har mindst én.",
        ),
        questions=(
            "Hvor mangler der ambassadører, og hvem kan spørge nogen?",
            "Hvad kan vi gøre for, at de bliver ved?",
        ),
    )
    cohorts = list(reversed(overview.cohorts))[-MOST_BARS:]
    if finished := sum(row.finished for row in cohorts):
        active = sum(row.active for row in cohorts)
        yield Message(
            f"{number(active)} af {count(finished, 'ambassadør', 'ambassadører')} med kursus er stadig "
            f"{'aktiv' if active == 1 else 'aktive'}.",
            Bars(
                tuple(f"Hold {row.cohort.id}" for row in cohorts),
                (
                    Series("Gennemført", tuple(Decimal(row.finished) for row in cohorts), Role.ENDED),
                    Series("Aktive nu", tuple(Decimal(row.active) for row in cohorts)),
                ),
                Unit.COUNT,
            ),
            calculation=("Gennemført er de ambassadører, der står på holdet.",),
            questions=("Hvornår skal der være et nyt hold?",),
        )
    network = overview.network
    yield Message(
        overview.breach.year.sentence if overview.breach else network.sentence,
        lines=(
            *([network.sentence] if overview.breach else []),
            *(
                f"{day(meeting.date)}: {meeting.topic or 'netværksmøde'}"
                f"{'' if meeting.date <= overview.on else ' (planlagt)'}"
                for meeting in (*network.held, *network.planned)
            ),
        ),
        calculation=("Netværksmøder tælles i kalenderåret. For få er først et brud, når året er gået.",),
        questions=("Hvad har ambassadørerne brug for fra organisationen?",),
    )


def _coverage(overview: AmbassadorOverview) -> Bars | None:
    coverage = overview.coverage
    parts = (
        ("Har mindst én", coverage.covered, Role.IS),
        ("Har mistet sin sidste", len(coverage.with_cover(Cover.LOST)), Role.ATTENTION),
        ("Har aldrig haft en", len(coverage.with_cover(Cover.NEVER)), Role.NONE),
    )
    series = tuple(Series(name, (Decimal(departments),), role) for name, departments, role in parts)
    return unless_empty(Bars(("Afdelinger",), series, Unit.COUNT, stacked=True))
