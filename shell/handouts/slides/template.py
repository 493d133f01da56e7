"""The organisation's own PowerPoint file, emptied of slides, with the layouts found by what stands on them."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout

from shell.handouts.slides import xml
from shell.handouts.slides.boxes import Box

_PLAIN_LOOK = Path(__file__).with_name("base.pptx")
_MOST_BYTES = 300_000_000
_KINDS = (
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
)
_CONTENT_TYPES = "[Content_Types].xml"
_VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_TEXTS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
_FOOTS = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_OTHER_LETTERS_ARE_WIDER = 1.15
"""Those that stand in for a typeface that the machine has not, as few have that of the plain look."""
_TOP_PART = 0.45


class TemplateError(ValueError):
    """Said in Danish: what is wrong with the file, and what to do."""


@dataclass(frozen=True, slots=True)
class Template:
    slides: Slides
    # For the first slide.
    front: SlideLayout
    # A heading and nothing else, where there is one.
    plain: SlideLayout
    # A heading and one text, None where no layout has it.
    listing: SlideLayout | None
    # Where pictures and tables stand.
    area: Box
    # How much wider than Arial text may run.
    wider: float


def template(file: bytes | None) -> Template:
    """None: the plain look of the dashboard, which PowerPoint can change as any other file."""
    slides = _opened(file) if file is not None else Presentation(str(_PLAIN_LOOK))
    layouts = [layout for master in slides.slide_masters for layout in master.slide_layouts]
    if not layouts:
        raise TemplateError(
            "Filen har ingen dias-layout at bygge på. Åbn den i PowerPoint, vælg »Vis« og »Diasmaster«, "
            "tilføj et layout, og gem den igen."
        )
    plain = _plain(layouts)
    listing = _listing(layouts)
    return Template(
        slides,
        _front(layouts),
        plain,
        listing,
        _area(slides, plain, listing),
        _OTHER_LETTERS_ARE_WIDER,
    )


def _opened(file: bytes) -> Slides:
    try:
        return _emptied(Presentation(BytesIO(_as_presentation(file))))
    except TemplateError:
        raise
    except Exception as error:  # whatever is wrong inside the file, there is one thing to do
        raise TemplateError(
            "Skabelonen kan ikke læses som en PowerPoint-fil. Åbn den i PowerPoint, gem den som .pptx eller .potx "
            "uden adgangskode, og vælg den igen."
        ) from error


def _as_presentation(file: bytes) -> bytes:
    """A template, a slide show or a file with macros says that it is a presentation."""
    with zipfile.ZipFile(BytesIO(file)) as old:
        if sum(part.file_size for part in old.infolist()) > _MOST_BYTES:
            raise TemplateError("Skabelonen fylder for meget. Slet store billeder og film i den, og vælg den igen.")
        types = old.read(_CONTENT_TYPES)
        if not any(kind in types for kind in _KINDS):
            return file
        for kind in _KINDS:
            types = types.replace(b'"' + kind + b'"', b'"' + CONTENT_TYPE.PML_PRESENTATION_MAIN.encode() + b'"')
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.infolist():
                new.writestr(part.filename, types if part.filename == _CONTENT_TYPES else old.read(part))
    return buffer.getvalue()


def _emptied(slides: Slides) -> Slides:
    """Without slides, and without all that points at one."""
    listed = slides.slides.element
    for slide in list(listed):
        slides.part.drop_rel(slide.rId)
        listed.remove(slide)
    root = slides.element
    for name in ("p:custShowLst", "p:extLst"):
        for found in root.findall(qn(name)):
            root.remove(found)
    for master in slides.slide_masters:
        for owner in (master, *master.slide_layouts):
            _without_links_to_slides(owner)
    _drop(slides.part.rels, (_VBA, RELATIONSHIP_TYPE.PRINTER_SETTINGS))
    _drop(xml.relations_of_package(slides.part.package), (RELATIONSHIP_TYPE.THUMBNAIL,))
    return slides


def _without_links_to_slides(owner: Any) -> None:
    for name, relation in list(owner.part.rels.items()):
        if relation.reltype != RELATIONSHIP_TYPE.SLIDE:
            continue
        for link in list(owner.element.iter(qn("a:hlinkClick"), qn("a:hlinkHover"))):
            if link.get(qn("r:id")) == name:
                link.getparent().remove(link)
        owner.part.rels.pop(name)


def _drop(relations: Any, kinds: tuple[str, ...]) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype in kinds:
            relations.pop(name)


def _kinds(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    return [shape.placeholder_format.type for shape in layout.placeholders]


def _contents(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    return [kind for kind in _kinds(layout) if kind not in (*_TITLES, *_FOOTS)]


def _has_title(layout: SlideLayout) -> bool:
    return any(kind in _TITLES for kind in _kinds(layout)) and not _upright(layout)


def _upright(layout: SlideLayout) -> bool:
    """Whether a heading or a text on it runs from top to bottom."""
    return any(body.get("vert", "horz") != "horz" for body in layout.element.iter(qn("a:bodyPr")))


def _typed(layouts: Iterable[SlideLayout], *types: str) -> list[SlideLayout]:
    return [layout for layout in layouts if layout.element.get("type") in types]


def _front(layouts: list[SlideLayout]) -> SlideLayout:
    likely = [
        *(layout for layout in _typed(layouts, "title") if _has_title(layout)),
        *(layout for layout in layouts if PP_PLACEHOLDER.CENTER_TITLE in _kinds(layout)),
        *(layout for layout in layouts if _has_title(layout) and PP_PLACEHOLDER.SUBTITLE in _kinds(layout)),
        *(layout for layout in layouts if _has_title(layout)),
    ]
    return (likely or layouts)[0]


def _plain(layouts: list[SlideLayout]) -> SlideLayout:
    titled = [layout for layout in layouts if PP_PLACEHOLDER.TITLE in _kinds(layout) and not _upright(layout)]
    likely = [
        *(layout for layout in titled if not _contents(layout)),
        *_typed(titled, "obj", "tx"),
        *sorted(titled, key=lambda layout: len(_contents(layout))),
    ]
    return (likely or layouts)[0]


def _listing(layouts: list[SlideLayout]) -> SlideLayout | None:
    """The one with the largest text, of those with one text."""
    likely = [
        layout
        for layout in layouts
        if PP_PLACEHOLDER.TITLE in _kinds(layout)
        and not _upright(layout)
        and len(_contents(layout)) == 1
        and _contents(layout)[0] in _TEXTS
    ]
    known = _typed(likely, "obj") or _typed(likely, "tx") or likely
    return max(known, key=lambda layout: _text_box(layout).width * _text_box(layout).height, default=None)


def _text_box(layout: SlideLayout) -> Box:
    (shape,) = (shape for shape in layout.placeholders if shape.placeholder_format.type in _TEXTS)
    return box_of(shape)


def box_of(shape: Any) -> Box:
    """Where a shape stands, also where that is inherited."""
    sides = (getattr(shape, side) for side in ("left", "top", "width", "height"))
    return Box(*(int(side or 0) for side in sides))


def _area(slides: Slides, plain: SlideLayout, listing: SlideLayout | None) -> Box:
    wide, high = int(slides.slide_width or 0), int(slides.slide_height or 0)
    edge = round(wide * 0.05)
    titles = [box_of(shape) for shape in plain.placeholders if shape.placeholder_format.type in _TITLES]
    feet = [box_of(shape).top for shape in plain.placeholders if shape.placeholder_format.type in _FOOTS]
    title = heading_place(slides, titles[0] if titles else None)
    top = title.bottom + round(high * 0.02)
    bottom = min([round(high * 0.92), *(foot for foot in feet if foot > high * 0.7)])
    if listing is not None:
        box = _text_box(listing)
        box = Box(box.left, max(box.top, top), box.width, min(box.bottom, bottom) - max(box.top, top))
        if box.width > wide * 0.5 and box.height > high * 0.4:
            return box
    if bottom - top < high * 0.4:
        top = round(high * 0.25)
    return Box(edge, top, wide - 2 * edge, bottom - top)


def heading_box(slides: Slides) -> Box:
    """Where a heading stands on a layout that has no place for one."""
    wide, high = int(slides.slide_width or 0), int(slides.slide_height or 0)
    return Box(round(wide * 0.05), round(high * 0.05), round(wide * 0.9), round(high * 0.16))


def heading_place(slides: Slides, box: Box | None) -> Box:
    """Where the layout has its heading, if that is at the top."""
    at_the_top = box is not None and box.bottom <= int(slides.slide_height or 0) * _TOP_PART
    return box if box is not None and at_the_top else heading_box(slides)


def inherited_size(layout: SlideLayout, kind: PP_PLACEHOLDER, otherwise: float) -> float:
    """In points: what text in that placeholder has where nothing else is said."""
    master = layout.slide_master
    style = "p:titleStyle" if kind in _TITLES else "p:bodyStyle"
    places = [shape.element for shape in layout.placeholders if shape.placeholder_format.type == kind]
    same = _TITLES if kind in _TITLES else (kind, PP_PLACEHOLDER.BODY)
    places += [shape.element for shape in master.placeholders if shape.placeholder_format.type in same]
    styles = [found for place in places for found in place.iter(qn("a:lstStyle"))]
    if kind not in _FOOTS:
        styles += list(master.element.iter(qn(style)))
    for one in styles:
        size = _size(one)
        if size is not None:
            return size
    return otherwise


def _size(style: etree._Element) -> float | None:
    run = style.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    return int(run.get("sz")) / 100 if run is not None and run.get("sz") else None
