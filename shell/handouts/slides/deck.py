"""The chair's material as a PowerPoint file: native charts, tables and lists, in the organisation's own template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches

from core.danish import day, moment, period
from core.subject.message import Group, Message
from core.subject.picture import Picture, picture_in_words
from core.subjects.deck import Deck
from shell.drawing.text import NOT_THE_NEWEST, SAMPLE
from shell.handouts.plain_text import clean
from shell.handouts.slides import chart as slide_chart
from shell.handouts.slides import table as slide_table
from shell.handouts.slides import xml
from shell.handouts.slides.boxes import POINT, Box
from shell.handouts.slides.fixed_zip import fixed
from shell.handouts.slides.template import Template, TemplateError, box_of, heading_box, heading_place, inherited_size
from shell.handouts.slides.template import template as read_template
from shell.handouts.slides.text import (
    CONTINUED,
    LANGUAGE,
    fitting,
    flat,
    in_danish,
    list_height,
    list_pages,
    list_size,
    space_out,
    write,
)

__all__ = ["TemplateError", "slides"]

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_TEXTS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
_HEADING_LARGEST, _HEADING_SMALLEST = 32, 18
_FRONT_SMALLEST = 20
_LIST_LARGEST, _LIST_SMALLEST = 24, 16
_BESIDE_LARGEST, _BESIDE_SMALLEST = 20, 16
_FOOTER_SMALLEST = 8
_GAP = Inches(0.35)
_LITTLE, _AT_MOST_BELOW = 0.2, 0.42
_WIDE_ENOUGH_FOR_TWO = Inches(9.8)


@dataclass(frozen=True, slots=True)
class _Face:
    """What one slide shows below its heading; at most one of picture and table beside or above the list."""

    message: Message
    continued: bool
    picture: Picture | None = None
    whole: Picture | None = None
    table: slide_table.Part | None = None
    groups: tuple[Group, ...] = ()
    list_box: Box | None = None
    size: float = _LIST_LARGEST
    box: Box | None = None
    lost: tuple[str, ...] = ()


@dataclass(slots=True)
class _Short:
    """What stands on a slide in a shorter form, in full, for the notes."""

    texts: list[str] = field(default_factory=list)

    def keep(self, full: str, shown: str) -> str:
        if full != shown:
            self.texts.append(full)
        return shown


def slides(deck: Deck, template: bytes | None = None) -> bytes:
    """A .pptx file. template: the organisation's own .pptx or .potx; raises TemplateError where it cannot be used."""
    base = read_template(template)
    _front(base, deck)
    for message in deck.messages:
        for face in _faces(base, message):
            _slide(base, deck, face)
    _properties(base, deck)
    buffer = BytesIO()
    base.slides.save(buffer)
    return fixed(buffer.getvalue())


def _faces(base: Template, message: Message) -> Iterator[_Face]:
    """A message in as many slides as it takes."""
    area, groups = base.area, _cleaned(message)
    listed = tuple(flat(groups)[0])
    beside = _with_list(base, listed) if message.picture and listed else None
    box, list_box, size = beside or (area, area, _LIST_LARGEST)
    picture = slide_chart.readable(message.picture, box, base.wider) if message.picture else None
    pictures = slide_chart.pages(picture, box) if picture else ()
    if picture and beside and len(pictures) != 1:
        box, beside = area, None
        picture = slide_chart.readable(picture, area, base.wider)
        pictures = slide_chart.pages(picture, area)
    tables = slide_table.parts(message.table, area, base.wider) if message.table else ()
    faces: list[_Face] = []
    first = _Face(message, continued=False)
    if beside:
        shown = replace(first, picture=pictures[0], whole=picture, box=box)
        faces.append(replace(shown, groups=groups, list_box=list_box, size=size))
        groups, pictures = (), ()
    faces += [replace(first, picture=one, whole=picture, box=area) for one in pictures]
    if len(tables) == 1 and groups and (below := _under(base, tables[0], listed)):
        list_box, size = below
        faces.append(replace(first, table=tables[0], box=area, groups=groups, list_box=list_box, size=size))
        groups, tables = (), ()
    faces += [replace(first, table=part, box=area, lost=part.shortened) for part in tables]
    if groups:
        faces += _listed(base, first, groups)
    for number, face in enumerate(faces or [first]):
        yield replace(face, continued=number > 0)


def _cleaned(message: Message) -> tuple[Group, ...]:
    """Its lines and groups, without what is empty."""
    given = (Group("", message.lines), *message.groups)
    cleaned = [Group(clean(one.title), tuple(line for line in map(clean, one.lines) if line)) for one in given]
    return tuple(group for group in cleaned if group.lines)


def _listed(base: Template, first: _Face, groups: tuple[Group, ...]) -> list[_Face]:
    first = replace(first, list_box=base.area)
    if size := list_size(flat(groups)[0], base.area, _LIST_LARGEST, _LIST_SMALLEST, base.wider):
        return [replace(first, groups=groups, size=size)]
    fewest = len(list_pages(groups, base.area, _LIST_SMALLEST, base.wider))
    size, pages = next(
        (size, pages)
        for size in range(_LIST_LARGEST, _LIST_SMALLEST - 1, -1)
        if len(pages := list_pages(groups, base.area, size, base.wider)) == fewest
    )
    return [replace(first, groups=page, size=size, lost=lost) for page, lost in pages]


def _with_list(base: Template, lines: Sequence[str]) -> tuple[Box, Box, float] | None:
    """The room of a picture and of the list below or beside it; None where they do not fit."""
    high = round(list_height(lines, _BESIDE_LARGEST, base.area, base.wider) * POINT)
    if high <= base.area.height * _LITTLE:
        return *base.area.below(base.area.height - high - _GAP // 2, _GAP // 2), _BESIDE_LARGEST
    if base.area.width >= _WIDE_ENOUGH_FOR_TWO:
        picture, text = base.area.beside(0.64, _GAP)
        size = list_size(lines, text, _BESIDE_LARGEST, _BESIDE_SMALLEST, base.wider)
        return (picture, text, size) if size else None
    high = round(list_height(lines, _BESIDE_SMALLEST, base.area, base.wider) * POINT)
    if high > base.area.height * _AT_MOST_BELOW:
        return None
    return *base.area.below(base.area.height - high - _GAP // 2, _GAP // 2), _BESIDE_SMALLEST


def _under(base: Template, part: slide_table.Part, lines: Sequence[str]) -> tuple[Box, float] | None:
    high = round(part.height * POINT)
    _, text = base.area.below(high, _GAP)
    if text.height <= 0:
        return None
    size = list_size(lines, text, _BESIDE_LARGEST, _BESIDE_SMALLEST, base.wider)
    return (text, size) if size else None


def _front(base: Template, deck: Deck) -> None:
    slide, short = _new(base, base.front), _Short()
    _heading(base, slide, base.front, clean(deck.title) or "Bestyrelsen", "", short, smallest=_FRONT_SMALLEST)
    facts = [clean(deck.organisation), f"Pr. {day(deck.on)}", f"Periode: {period(deck.first, deck.on)}"]
    if deck.sample:
        facts.append(SAMPLE)
    facts = [fact for fact in facts if fact]
    under = _placeholder(slide, (PP_PLACEHOLDER.SUBTITLE,)) or _placeholder(slide, _TEXTS)
    if under is None:
        title = _placeholder(slide, _TITLES)
        top = box_of(title).bottom if title else heading_box(base.slides).bottom
        box = Box(base.area.left, top, base.area.width, max(base.area.bottom - top, Inches(1.6)))
        under = slide.shapes.add_textbox(*box.place())
        inherited = 24.0
    else:
        box = box_of(under)
        inherited = inherited_size(base.front, under.placeholder_format.type, 24)
    largest = min(inherited, 24)
    size = next(
        (one for one in range(int(largest), 11, -1) if _stands(facts, one, box, base.wider)),
        12,
    )
    name = facts[0]
    facts[0] = short.keep(name, _cut_to(facts, size, box, base.wider))
    write(under.text_frame, facts, None if size == inherited else size)
    space_out(under.text_frame, size / 2)
    _feet(base, deck, slide, base.front, short)
    _done(slide, short, [("Om tallene", (_source(deck),))])


def _stands(facts: Sequence[str], size: float, box: Box, wider: float) -> bool:
    return list_height(facts, size, box, wider) <= box.points_high


def _cut_to(facts: Sequence[str], size: float, box: Box, wider: float) -> str:
    name = facts[0]
    while len(name) > 10 and not _stands([name, *facts[1:]], size, box, wider):
        name = name[: int(len(name) * 0.8)].rstrip("… ") + "…"
    return name


def _slide(base: Template, deck: Deck, face: _Face) -> None:
    layout = base.listing if face.groups and base.listing is not None else base.plain
    slide, short = _new(base, layout), _Short(list(face.lost))
    _heading(base, slide, layout, clean(face.message.sentence), CONTINUED if face.continued else "", short)
    figures: tuple[str, ...] = ()
    if face.picture is not None and face.whole is not None and face.box is not None:
        drawn = slide_chart.draw(slide, face.picture, face.whole, face.box, _made(deck), base.wider)
        short.texts += drawn.shortened
        figures = (clean(picture_in_words(face.picture)),)
    if face.table is not None and face.box is not None:
        slide_table.draw(slide, face.table, face.box)
    _list(base, slide, layout, face)
    _feet(base, deck, slide, layout, short)
    subject = () if face.message.subject is None else (str(face.message.subject),)
    _done(
        slide,
        short,
        [
            ("Emne", subject),
            ("Sådan er det regnet", face.message.calculation),
            ("Til drøftelse", face.message.questions),
            ("Tallene på billedet", figures),
            ("Om tallene", (_source(deck),)),
        ],
    )


def _new(base: Template, layout: SlideLayout) -> Slide:
    return base.slides.slides.add_slide(layout)


def _heading(
    base: Template,
    slide: Slide,
    layout: SlideLayout,
    text: str,
    ending: str,
    short: _Short,
    smallest: float = _HEADING_SMALLEST,
) -> None:
    title = _placeholder(slide, _TITLES)
    if title is None:
        box = heading_box(base.slides)
        title, inherited = slide.shapes.add_textbox(*box.place()), 0.0
    else:
        box = box_of(title) if layout == base.front else heading_place(base.slides, box_of(title))
        if box != box_of(title):
            title.left, title.top, title.width, title.height = box.place()
        inherited = inherited_size(layout, title.placeholder_format.type, 44)
    largest = inherited if layout == base.front and inherited else min(inherited or _HEADING_LARGEST, _HEADING_LARGEST)
    shown, size = fitting(text + ending, box, largest, smallest, wider=base.wider, bold=True)
    if shown != text + ending and ending:
        shown = fitting(text + ending + "MM", box, size, size, wider=base.wider, bold=True)[0]
        shown = shown[: -len(ending) - 1].rstrip() + "…" + ending
    if shown != text + ending:
        short.texts.append(text)
    write(title.text_frame, [shown], None if size == inherited else size)


def _list(base: Template, slide: Slide, layout: SlideLayout, face: _Face) -> None:
    if not face.groups or face.list_box is None:
        return
    texts, titles = flat(face.groups)
    body = _placeholder(slide, _TEXTS)
    if body is None:
        body = slide.shapes.add_textbox(*face.list_box.place())
        inherited = None
    else:
        inherited = inherited_size(layout, body.placeholder_format.type, 28)
        if box_of(body) != face.list_box:
            body.left, body.top, body.width, body.height = face.list_box.place()
    size = face.size if inherited is None else min(face.size, inherited)
    write(body.text_frame, texts, None if size == inherited else size, bullets=layout != base.listing, titles=titles)
    space_out(body.text_frame, size)


def _feet(base: Template, deck: Deck, slide: Slide, layout: SlideLayout, short: _Short) -> None:
    """Source, date and number: in the layout's own places, else at the lower edge."""
    places = {shape.placeholder_format.type: shape for shape in layout.placeholders}
    wide, high = int(base.slides.slide_width or 0), int(base.slides.slide_height or 0)
    edge, text = round(wide * 0.05), _footer(deck)
    foot = places.get(PP_PLACEHOLDER.FOOTER)
    if foot is not None:
        shape = _cloned(slide, foot)
        box = _with_neighbour(box_of(foot), places)
        inherited = inherited_size(layout, PP_PLACEHOLDER.FOOTER, 12)
    else:
        box = Box(edge, round(high * 0.935), round(wide * 0.8), round(high * 0.055))
        shape, inherited = slide.shapes.add_textbox(*box.place()), 0.0
    shown, size = fitting(text, box, min(inherited or 12, 14), _FOOTER_SMALLEST, wider=base.wider)
    if foot is not None and box != box_of(foot):
        shape.left, shape.top, shape.width, shape.height = box.place()
    write(shape.text_frame, [short.keep(text, shown)], None if size == inherited else size)
    number = places.get(PP_PLACEHOLDER.SLIDE_NUMBER)
    if number is not None:
        shape = _cloned(slide, number)
    else:
        box = Box(wide - edge - Inches(1), round(high * 0.935), Inches(1), round(high * 0.055))
        shape = slide.shapes.add_textbox(*box.place())
    size_said = "" if number is not None else ' sz="1200"'
    xml.of_paragraph(shape.text_frame.paragraphs[0]).append(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGE}"{size_said}/><a:t>{len(base.slides.slides)}</a:t></a:fld>'
        )
    )


def _with_neighbour(box: Box, places: dict[PP_PLACEHOLDER, BaseShape]) -> Box:
    """With the room of the date, which is not used, where that stands beside it."""
    date = places.get(PP_PLACEHOLDER.DATE)
    if date is None or box_of(date).top != box.top or box_of(date).height != box.height:
        return box
    other = box_of(date)
    union = Box(min(box.left, other.left), box.top, max(box.right, other.right) - min(box.left, other.left), box.height)
    number = places.get(PP_PLACEHOLDER.SLIDE_NUMBER)
    return box if number is not None and union.over(box_of(number)) else union


def _cloned(slide: Slide, place: BaseShape) -> BaseShape:
    """A footer's placeholder on the slide: python-pptx leaves those of the layout behind."""
    number = max(int(one.get("id")) for one in slide.element.iter(qn("p:cNvPr"))) + 1
    mark = place.element.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")
    said = "".join(f' {name}="{mark.get(name)}"' for name in ("type", "sz", "idx") if mark.get(name))
    slide.shapes.element.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Sidefod {number}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{said}/></p:nvPr></p:nvSpPr><p:spPr/>'
            "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        )
    )
    return slide.shapes[-1]


def _placeholder(slide: Slide, kinds: Sequence[PP_PLACEHOLDER]) -> BaseShape | None:
    return next((shape for shape in slide.placeholders if shape.placeholder_format.type in kinds), None)


def _done(slide: Slide, short: _Short, notes: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Empty places are taken away, the notes are written, and all of it is Danish."""
    for shape in list(slide.placeholders):
        written = shape.has_text_frame and shape.element.xpath(".//a:r | .//a:fld")
        if not written:
            shape.element.getparent().remove(shape.element)
    paragraphs: list[str] = []
    for heading, texts in (*notes, ("Vist forkortet på dette dias", list(dict.fromkeys(short.texts)))):
        said = [text for text in map(clean, texts) if text]
        if said:
            paragraphs += [*([""] if paragraphs else []), heading, *said]
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(paragraphs)
    in_danish(slide.element)
    in_danish(slide.notes_slide.element)
    for shape in slide.shapes:
        if shape.has_chart:
            in_danish(shape.chart.element)


def _source(deck: Deck) -> str:
    return f"Kilde: {clean(deck.source)}. Pr. {day(deck.on)}, læst {moment(deck.read_at)}." + (
        (f" {NOT_THE_NEWEST.capitalize()}." if deck.held else "") + (f" {SAMPLE}." if deck.sample else "")
    )


def _footer(deck: Deck) -> str:
    """What must be seen stands first: only the source's name can be long."""
    facts = [f"Pr. {day(deck.on)}", f"læst {moment(deck.read_at)}"]
    if deck.held:
        facts.append(NOT_THE_NEWEST)
    if deck.sample:
        facts.insert(0, SAMPLE)
    return " · ".join([*facts, f"Kilde: {clean(deck.source)}"])


def _made(deck: Deck) -> datetime:
    """Without a time zone, in UTC: a file's properties know no other."""
    moment_read = deck.read_at
    if moment_read.tzinfo is not None:
        moment_read = moment_read.astimezone(UTC).replace(tzinfo=None)
    return moment_read.replace(microsecond=0)


def _properties(base: Template, deck: Deck) -> None:
    facts = base.slides.core_properties
    facts.title = clean(deck.title)[:255]
    facts.author = facts.last_modified_by = clean(deck.organisation)[:255]
    facts.subject = f"Pr. {day(deck.on)}"
    facts.comments = SAMPLE if deck.sample else ""
    facts.keywords = facts.category = ""
    facts.language = LANGUAGE
    facts.created = facts.modified = _made(deck)
    facts.revision = 1
    for style in base.slides.element.iter(qn("a:defRPr")):
        style.set("lang", LANGUAGE)
    for master in base.slides.slide_masters:
        for run in master.element.iter(qn("a:defRPr")):
            run.set("lang", LANGUAGE)
