"""The sections of the screen »Fokusgruppen«."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import streamlit as st

from core.contract.dataset import Dataset
from core.danish import count, day, day_short, number, percent
from core.focus_group.compared import Category, Compared
from core.focus_group.happened import news_between
from core.focus_group.invite import Invitations
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.sentences import (
    MORE_THAN_RESIDENTS,
    category_told,
    chance_in_words,
    course_in_words,
    departments_in_words,
    effect_in_words,
    gap_in_words,
    is_uneven,
    news_in_words,
    percent_of,
    unevenness_beside,
    verdict_in_words,
)
from core.focus_group.verdict import BOUNDARY
from shell.drawing.table import Holds, Shown, kept_together, table
from shell.drawing.text import plain
from shell.frame import address
from shell.frame.view import View
from shell.pictures.bars import swatch, tick_swatch
from shell.pictures.charts import course_lines
from shell.pictures.deviation import Deviation, deviations
from shell.pictures.roles import ATTENTION
from shell.screens.shared import bar_legend, lines_since_last_meeting

_USUAL_INVITATIONS = 3
_MOST_DEPARTMENTS = 10
"""Those with too few in the group, then those that are furthest from the residents; the others are unfolded."""
_NOT_MEASURED = "kan ikke måles"
_OTHER_AGES, _OTHER_DEPARTMENTS = "Øvrige aldersgrupper", "De mindste afdelinger"


def figures(overview: FocusGroupOverview) -> None:
    """Only what is known."""
    measured = False
    shown = [("Medlemmer", number(overview.members), f"er med den {day(overview.on)}")]
    if overview.residents:
        who = f"på {overview.bands[0].first} år og derover" if overview.bands else "i alt"
        shown.append(("Beboere", number(overview.residents), who))
    for what, one in (("alder", overview.ages), ("afdelinger", overview.departments)):
        if one and one.d is not None:
            shown.append((f"Skævhed i {what}", percent_of(one.d), unevenness_beside(one)))
            measured = True
    with st.grid(4, min_column_width=150):
        for name, amount, meaning in shown:
            with st.container(gap=None):
                st.metric(name, amount)
                st.caption(meaning)
    if measured:
        st.caption(
            "Skævheden er, hvor stor en del af gruppen der skulle være nogle andre, for at den lignede beboerne. "
            f"{percent(Fraction(0))} er helt som beboerne, men så tæt på kan få medlemmer ikke altid komme."
        )


def ages(overview: FocusGroupOverview) -> None:
    st.header("Gruppen ved siden af beboerne")
    compared = overview.ages
    if not compared.comparable:
        st.markdown("Der er ikke beboertal nok til at vise aldersgrupperne.")
        return
    if compared.seats:
        line = "en gruppe, der ligner beboerne: til venstre er der færre i gruppen, til højre flere"
        short = [(swatch(ATTENTION), "for få i gruppen")] if is_uneven(compared) else []
        bar_legend("ages", [(tick_swatch(), line), *short])
    _beside_residents("ages", _names(compared.categories, overview, _OTHER_AGES), compared)
    if compared.apart:
        rest = count(compared.apart, "medlem er ikke med", "medlemmer er ikke med")
        st.markdown(f"{rest} i sammenligningen: alderen er ikke oplyst, eller den er under mindstealderen.")


def invitations(overview: FocusGroupOverview) -> None:
    st.header("Hvem skal inviteres næste gang?")
    if not overview.invitations:
        st.markdown("Det kan ikke siges uden beboertal.")
        return
    chosen, choice = st.columns([3, 1])
    with choice:
        found = _pick_invitations(overview)
    with chosen:
        _invited(overview, found)


def _pick_invitations(overview: FocusGroupOverview) -> Invitations:
    most = len(overview.invitations)
    usual = str(min(_USUAL_INVITATIONS, most))
    options = [str(n + 1) for n in range(most)]
    chosen = address.pick("Antal invitationer", "invitationer", options, str, usual) or usual
    return overview.invitations[int(chosen) - 1]


def _invited(overview: FocusGroupOverview, found: Invitations) -> None:
    departments = overview.departments.categories if overview.departments else ()
    bands = _names(overview.ages.categories, overview, _OTHER_AGES)
    places = _names(departments, overview, "En af de mindste afdelinger")
    rows = [
        (
            str(place),
            bands[band] if overview.ages.comparable else "alle aldre",
            places[department] if overview.departments and overview.departments.comparable else "alle afdelinger",
        )
        for place, (band, department) in enumerate(found.pairs, start=1)
    ]
    table(
        "invitations",
        (Shown("Nr.", Holds.NUMBER), Shown("Aldersgruppe"), Shown("Afdeling")),
        rows,
        "De næste invitationer",
    )
    if said := effect_in_words(overview, found):
        st.markdown(said)
    st.caption(
        "Gruppen er åben for alle. Listen siger kun, hvem det hjælper mest at spørge, aldrig hvem der er for meget."
    )


def departments(overview: FocusGroupOverview) -> None:
    st.header("Afdelinger")
    compared = overview.departments
    if compared is None:
        st.markdown(
            "Gruppens afdelinger kan ikke vises på datoen: med så få eller så ens medlemmer kunne man regne ud, "
            "hvem der er hvor gammel."
        )
        return
    if not compared.comparable or not compared.seats:
        st.markdown("Der er ikke noget at sammenligne endnu.")
        return
    st.markdown(departments_in_words(compared.categories))
    short = {one.place for one in compared.shortages}
    kept = [place for place, one in enumerate(compared.categories) if one.count or place in short]
    kept.sort(key=lambda place: (place not in short, -abs(compared.seats[place].gap)))
    kept = [
        place
        for part in (kept[:_MOST_DEPARTMENTS], kept[_MOST_DEPARTMENTS:])
        for place in sorted(part, key=lambda place: compared.seats[place].gap)
    ]
    names = _names(compared.categories, overview, _OTHER_DEPARTMENTS)
    _beside_residents("group_departments", names, compared, kept)
    if rest := len(names) - len(kept):
        others = count(rest, "anden afdeling", "andre afdelinger")
        st.markdown(f"{others} har ingen i gruppen, men heller ikke beboere nok til, at nogen mangler.")
    if compared.apart:
        st.markdown(
            f"{count(compared.apart, 'medlem er ikke med', 'medlemmer er ikke med')} i sammenligningen: "
            "afdelingen er ikke oplyst, eller den har ingen beboertal."
        )
    if overview.told:
        st.caption(
            f"Afdelingerne er vist, som gruppen var den {day(overview.told)}. De følger først med, når så mange er "
            "kommet til eller gået, at ingen kan regne ud, hvem der er hvor gammel."
        )


def how_sure(overview: FocusGroupOverview) -> None:
    measured = [
        (what, one)
        for what, one in (("Alder", overview.ages), ("Afdelinger", overview.departments))
        if one and one.d is not None
    ]
    if measured:
        st.header("Kan det være tilfældigt?")
    for what, one in measured:
        said = f"{chance_in_words(one.by_lot)} {verdict_in_words(one)}" if one.by_lot else MORE_THAN_RESIDENTS
        st.markdown(f"**{what}.** {said}")


def history(overview: FocusGroupOverview) -> None:
    st.header("Møde for møde")
    coming = f"Næste møde i gruppen er {day(overview.coming[0].date)}." if overview.coming else ""
    held = course_in_words(overview.history) if overview.history else "Der er ingen holdte møder i fokusgruppen i data."
    if said := f"{held} {coming}".strip():
        st.markdown(said)
    points = tuple(
        (one.meeting.date, float(d), what)
        for one in overview.history
        for what, d in (("alder", one.ages), ("afdelinger", one.departments))
        if d is not None
    )
    drawn = len({on for on, *_ in points}) > 1
    if drawn:
        alt = f"Skævheden ved {len(points)} målinger, møde for møde."
        st.vega_lite_chart(course_lines(points), theme=None, alt=alt)
    if overview.history:
        with st.expander("Møderne ét for ét") if drawn else st.container():
            _meetings(overview)


def _meetings(overview: FocusGroupOverview) -> None:
    rows = [
        (
            day_short(one.meeting.date),
            plain(one.meeting.topic or "ikke oplyst"),
            number(one.members),
            _NOT_MEASURED if one.ages is None else percent_of(one.ages),
            _NOT_MEASURED if one.departments is None else percent_of(one.departments),
        )
        for one in reversed(overview.history)
    ]
    columns = (
        Shown("Møde", Holds.DATE),
        Shown("Emne"),
        Shown("Medlemmer", Holds.NUMBER),
        Shown("Skævhed i alder", Holds.NUMBER),
        Shown("Skævhed i afdelinger", Holds.NUMBER),
    )
    table("group_meetings", columns, rows, "Gruppens skævhed ved hvert møde")


def news(seen: View) -> None:
    def lines(dataset: Dataset, after: date, until: date) -> list[str]:
        return [f"- {plain(one)}" for one in news_in_words(news_between(dataset, after, until))]

    lines_since_last_meeting(seen, lines, "Der er ikke sket noget i fokusgruppen siden.")


def calculation(overview: FocusGroupOverview) -> None:
    with st.expander("Sådan er det regnet"):
        boundary = percent(Fraction(str(BOUNDARY)))
        st.markdown(
            f"""
- **Hvis gruppen lignede beboerne**: beboernes andel gange antallet af medlemmer, hvis alder eller afdeling kendes.
  Forskellen er i personer: med 12 medlemmer er 1 person 8 %.
- **Skævhed** er den del af gruppen, der skulle være nogle andre, for at den lignede beboerne: halvdelen af alle
  forskelle lagt sammen (indeks for forskellighed, Duncan og Duncan 1955). 0 % er helt som beboerne.
- **Kan nå ned på** er den mindste skævhed, en gruppe på den størrelse kan have, for ingen kan være en halv person.
- **Tilfældigt valgte** er den skævhed, en gruppe på samme størrelse i gennemsnit har, når der trækkes lod om pladserne.
- **Lodtrækning**: hvor tit en gruppe på samme størrelse, trukket blandt de beboere, der er i tallene, bliver mindst
  lige så skæv. Hver kan trækkes én gang. Medlemmer, hvis alder eller afdeling ikke kan sammenlignes, er ikke med.
  Under {boundary} af gangene siges det at være mere end tilfældigt.{_how_drawn(overview)}
- **Invitationer** er valgt, så skævheden i alder og i afdelinger tilsammen bliver mindst mulig bagefter.
- **Alder** er den aldersgruppe, medlemmet hørte til, da det kom til. Alder og fødselsår bliver ikke gemt.
- **Få beboere**: antal under {overview.threshold} bliver ikke vist og heller ikke det, de kunne regnes ud af. De
  afdelinger og aldersgrupper, det gælder på en eller anden dato, er lagt sammen på alle datoer, også i alle mål.
  Det, der har været skjult, bliver ved med at være det, når tallene bliver rettet.
"""
        )


def _how_drawn(overview: FocusGroupOverview) -> str:
    drawn = [one.by_lot for one in (overview.ages, overview.departments) if one and one.by_lot and not one.by_lot.exact]
    if not drawn:
        return " Det er regnet nøjagtigt."
    most = max(one.uncertainty for one in drawn)
    return (
        f" Hvor der er for mange muligheder til at regne dem alle, er 40.000 grupper trukket; "
        f"usikkerheden er {percent(Fraction(round(most * 1000), 1000))} til hver side."
    )


def _names(categories: Sequence[Category], overview: FocusGroupOverview, together: str) -> list[str]:
    return [kept_together(plain(category_told(one, overview.names, together))) for one in categories]


def _beside_residents(key: str, names: Sequence[str], compared: Compared, places: Sequence[int] | None = None) -> None:
    """A row for each category, or for those of the places: its name, in Markdown, residents and what there is of the
    group. style.css knows them by this order.
    """
    places = range(len(names)) if places is None else places
    residents = [
        f"- *{names[place]}* *{count(compared.residents[place], 'beboer', 'beboere')}, {_share(compared, place)}*"
        for place in places
    ]
    group = _of_group(compared, places) if compared.seats else [""] * len(residents)
    rows = [f"{row} {told}".rstrip() for row, told in zip(residents, group, strict=True)]
    with st.container(key=f"deviation_{key}"):
        st.markdown("\n".join(rows[:_MOST_DEPARTMENTS]))
        if rest := rows[_MOST_DEPARTMENTS:]:
            with st.expander(f"Vis {number(len(rest))} til"):
                st.markdown("\n".join(rest))


def _of_group(compared: Compared, places: Sequence[int]) -> list[str]:
    """Members, difference and its bar, for each of the places."""
    short = {one.place for one in compared.shortages} if is_uneven(compared) else set()
    gaps = [compared.seats[place].gap for place in places]
    bars = deviations(
        [
            Deviation(gap, place in short, f"{gap_in_words(gap)}, end hvis gruppen lignede beboerne")
            for place, gap in zip(places, gaps, strict=True)
        ]
    )
    return [
        f"*{number(compared.categories[place].count)} i gruppen* **{gap_in_words(gap)}** {bar.in_markdown()}"
        for place, gap, bar in zip(places, gaps, bars, strict=True)
    ]


def _share(compared: Compared, place: int) -> str:
    share = Fraction(compared.residents[place], sum(compared.residents))
    return percent(Fraction(round(share * 1000), 1000))
