"""The workbook that the contract asks for: its tabs, what each heading says, and the instructions in Danish."""

from dataclasses import dataclass
from enum import StrEnum

from core import danish
from core.contract.contract import Contract
from core.contract.table import Column, Kind, Table

GUIDE_TITLE = "Vejledning"
_YES_NO = ("ja", "nej")
_WIDEST = 32


class Format(StrEnum):
    """The value is the pattern: Excel and Google write it alike."""

    TEXT = "@"
    DATE = "dd-mm-yyyy"
    AMOUNT = "#,##0.00"
    NUMBER = "#,##0.0#"
    WHOLE = "#,##0"


_FORMATS = {
    Kind.AMOUNT: Format.AMOUNT,
    Kind.NUMBER: Format.NUMBER,
    Kind.MEASURED: Format.NUMBER,
    Kind.WHOLE: Format.WHOLE,
    Kind.DATE: Format.DATE,
}


@dataclass(frozen=True, slots=True)
class Target:
    """The column of another tab that a dropdown shows."""

    # Names in code.
    table: str
    column: str


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    column: Column
    # With its unit.
    heading: str
    # What hangs on the heading.
    note: str
    format: Format
    # A fixed dropdown.
    choices: tuple[str, ...]
    # A dropdown from another tab.
    target: Target | None
    # In letters.
    width: int


@dataclass(frozen=True, slots=True)
class TemplateTab:
    table: Table
    columns: tuple[TemplateColumn, ...]

    @property
    def title(self) -> str:
        return self.table.title

    def column(self, name: str) -> TemplateColumn:
        return next(one for one in self.columns if one.column.name == name)


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A line of the instructions."""

    # What it is about,
    about: str
    # and what is said of it.
    text: str = ""
    is_heading: bool = False


def template_tabs(contract: Contract) -> tuple[TemplateTab, ...]:
    """One tab for every table, in the contract's order."""
    return tuple(TemplateTab(table, tuple(_column(column, contract) for column in table.columns)) for table in contract)


def guide(contract: Contract) -> tuple[GuideLine, ...]:
    """The lines of the instructions: how to fill in, then every tab with its columns, then what tables add."""
    lines = [GuideLine("Sådan udfyldes regnearket", is_heading=True), *_ADVICE]
    for tab in template_tabs(contract):
        optional = " Fanen kan undværes." if tab.table.optional else ""
        lines += [GuideLine(""), GuideLine(tab.title, danish.ended(tab.table.note) + optional, is_heading=True)]
        lines += [GuideLine(one.heading, one.note) for one in tab.columns]
    for table in contract:
        if table.guide:
            (title, text), *said = table.guide
            lines += [GuideLine(""), GuideLine(title, text, is_heading=True), *(GuideLine(*line) for line in said)]
    return tuple(lines)


def _column(column: Column, contract: Contract) -> TemplateColumn:
    heading = f"{column.heading} ({column.unit})" if column.unit else column.heading
    choices = _YES_NO if column.kind is Kind.YES_NO else column.allowed
    target = Target(*column.reference.split(".")) if column.kind is Kind.REFERENCE else None
    shape = _FORMATS.get(column.kind, Format.TEXT)
    width = min(max(len(heading) + 4, len(Format.DATE) + 3, *map(len, choices)), _WIDEST)
    return TemplateColumn(column, heading, _note(column, contract), shape, choices, target, width)


def _note(column: Column, contract: Contract) -> str:
    said = [_what(column), _how(column, contract)]
    if column.minimum is not None:
        said.append(f"Ikke under {column.minimum}.")
    if column.maximum is not None:
        said.append(f"Ikke over {column.maximum}.")
    said.append("Skal udfyldes." if column.required else "Kan være tom.")
    return " ".join(sentence for sentence in said if sentence)


def _what(column: Column) -> str:
    # The contract's note on a rule's value points to a list that does not stand beside the heading.
    if not column.note or column.kind is Kind.BY_ROW:
        return ""
    return danish.ended(column.note[0].upper() + column.note[1:])


def _how(column: Column, contract: Contract) -> str:
    match column.kind:
        case Kind.AMOUNT:
            return "Beløb uden kr., fx 1.234,50."
        case Kind.NUMBER:
            return "Tal, fx 1,5."
        case Kind.MEASURED:
            return "Tal i målepunktets enhed, fx 1,5."
        case Kind.WHOLE:
            return "Helt tal, fx 40."
        case Kind.DATE:
            return "Dato, fx 15-05-2023."
        case Kind.YES_NO:
            return "Vælg ja eller nej."
        case Kind.CHOICE:
            return f"Vælg fra listen: {', '.join(column.allowed)}."
        case Kind.REFERENCE:
            return f"Vælg fra listen. Den kommer fra {_place(column.reference, contract)}."
        case Kind.REFERENCES:
            return f"Peger på {_place(column.reference, contract)}. Skriv det selv: her er ingen liste."
        case Kind.PRIVATE:
            return "Det, der står her, bliver hverken vist eller gemt uden for regnearket."
        case Kind.BY_ROW:
            return column.how
        case Kind.BAND:
            return "Fra og til alder, fx 18-29."
        case Kind.AGES:
            return "Alder eller aldersgruppe."
        case Kind.STATED:
            return "Dato, kvartal eller år, fx 01-01-2024."
    return "Tekst."


def _place(reference: str, contract: Contract) -> str:
    name, field = reference.split(".")
    table = contract.by_name[name]
    return f"kolonnen »{table.column(field).heading}« i fanen »{table.title}«"


_ADVICE = (
    GuideLine("Rækker", "Skriv én ting i hver række."),
    GuideLine("Datoer", "Skriv dag-måned-år, fx 15-05-2023."),
    GuideLine("Beløb", "Skriv fx 1.234,50 uden kr. Punktum står ved tusinder, komma før ører."),
    GuideLine(
        "Overskrifter",
        "Lad overskrifterne hedde det, de hedder. Hold musen over en af dem for at se, hvad der skal stå under den.",
    ),
    GuideLine("Lister", "Hvor der er en liste, så vælg fra den. Så staves det ens hver gang."),
    GuideLine(
        "Egne kolonner",
        "Tilføj gerne egne kolonner til højre for de andre. De bliver aldrig læst.",
    ),
    GuideLine(
        "Navne",
        "Skriv ikke navne, telefonnumre eller adresser på beboere i de kendte kolonner. "
        "Det må kun stå, hvor der nedenfor står, at det hverken bliver vist eller gemt, eller i egne kolonner.",
    ),
    GuideLine(
        "Halve rækker",
        "En række, der er ved at blive skrevet, er ingen fejl. Den er »ikke færdig« og tæller med, når den er udfyldt.",
    ),
    GuideLine(
        "Hvornår ses det",
        "Overblikket læser af sig selv: et Google-regneark hvert femte minut. "
        "Tryk »Hent igen nu« på skærmen »Data« for at se det med det samme.",
    ),
)
