"""The look of slides where the organisation has no template of its own: 16:9, a thin blue band, much white.

It stands in the master, the layouts and the theme, so what is added by hand in PowerPoint looks the same.
"""

from collections.abc import Iterator

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches

from shell.handouts.slides.boxes import Box

_FONT = "Arial"
_COLOURS = {
    "dk1": "0B0C0C",
    "lt1": "FFFFFF",
    "dk2": "12436D",
    "lt2": "EEF1F4",
    "accent1": "12436D",
    "accent2": "6BACE6",
    "accent3": "F46A25",
    "accent4": "BFC1C3",
    "accent5": "28A197",
    "accent6": "801650",
    "hlink": "12436D",
    "folHlink": "801650",
}
_LAYOUTS = {"title": "Forside", "obj": "Overskrift og indhold", "titleOnly": "Kun overskrift"}
_SAID = {
    PP_PLACEHOLDER.TITLE: "Klik for at skrive en overskrift",
    PP_PLACEHOLDER.CENTER_TITLE: "Klik for at skrive en titel",
    PP_PLACEHOLDER.SUBTITLE: "Klik for at skrive en undertitel",
}
_TITLE = Box(Inches(0.6), Inches(0.42), Inches(12.13), Inches(1.2))
_BODY = Box(Inches(0.6), Inches(1.68), Inches(12.13), Inches(5.2))
_FOOTER = Box(Inches(0.6), Inches(6.95), Inches(10.9), Inches(0.36))
_NUMBER = Box(Inches(11.73), Inches(6.95), Inches(1.0), Inches(0.36))
_FRONT = Box(Inches(0.9), Inches(0.9), Inches(11.5), Inches(2.9))
_UNDER = Box(Inches(0.9), Inches(4.35), Inches(11.5), Inches(2.3))
_BODY_SIZES = (2200, 2000, 1800, 1800, 1800)


def own_slides() -> Slides:
    """Without any slide."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(13.333), Inches(7.5)
    slides.element.find(qn("p:sldSz")).attrib.pop("type", None)
    master = slides.slide_master
    for layout in list(master.slide_layouts):
        if layout._element.get("type") not in _LAYOUTS:
            master.slide_layouts.remove(layout)
    _theme(master)
    _master(master)
    for layout in master.slide_layouts:
        _layout(layout)
    return slides


def _theme(master: SlideMaster) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", "Bestyrelsens overblik")
    for name, colour in _COLOURS.items():
        (place,) = theme.iter(qn(f"a:{name}"))
        place.clear()
        etree.SubElement(place, qn("a:srgbClr")).set("val", colour)
    for fonts in (*theme.iter(qn("a:majorFont")), *theme.iter(qn("a:minorFont"))):
        fonts.find(qn("a:latin")).set("typeface", _FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(master: SlideMaster) -> None:
    boxes = {
        PP_PLACEHOLDER.TITLE: _TITLE,
        PP_PLACEHOLDER.BODY: _BODY,
        PP_PLACEHOLDER.FOOTER: _FOOTER,
        PP_PLACEHOLDER.SLIDE_NUMBER: _NUMBER,
        PP_PLACEHOLDER.DATE: _NUMBER,
    }
    for shape in list(master.placeholders):
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE:
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = boxes[kind].place()
        insides = shape._element.txBody.find(qn("a:bodyPr"))
        insides.set("lIns", "0")
        insides.set("rIns", "0")
        for child in list(insides):
            insides.remove(child)
        if kind == PP_PLACEHOLDER.TITLE:
            insides.set("anchor", "t")
        for tint in list(shape._element.iter(qn("a:tint"))):
            tint.getparent().remove(tint)
        if kind == PP_PLACEHOLDER.FOOTER:
            shape._element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr")).set("algn", "l")
    _say_in_danish(master)
    _text_styles(master)
    _put_behind(master, Box(0, 0, Inches(13.333), Inches(0.14)))


def _text_styles(master: SlideMaster) -> None:
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    run = title.find(qn("a:defRPr"))
    run.set("sz", "3000")
    run.set("b", "1")
    run.find(qn("a:solidFill")).find(qn("a:schemeClr")).set("val", "tx2")
    for level, size in enumerate(_BODY_SIZES, start=1):
        style = styles.find(qn("p:bodyStyle")).find(qn(f"a:lvl{level}pPr"))
        style.find(qn("a:defRPr")).set("sz", str(size))


def _layout(layout: SlideLayout) -> None:
    kind = layout._element.get("type")
    layout.name = _LAYOUTS[kind]
    for shape in list(layout.placeholders):
        if shape.placeholder_format.type == PP_PLACEHOLDER.DATE:
            shape._element.getparent().remove(shape._element)
    _say_in_danish(layout)
    if kind == "title":
        _front(layout)


def _front(layout: SlideLayout) -> None:
    layout._element.set("showMasterSp", "0")
    for shape in layout.placeholders:
        body = shape._element.txBody
        insides, style = body.find(qn("a:bodyPr")), body.find(qn("a:lstStyle"))
        match shape.placeholder_format.type:
            case PP_PLACEHOLDER.CENTER_TITLE:
                shape.left, shape.top, shape.width, shape.height = _FRONT.place()
                insides.set("anchor", "b")
                style.append(
                    parse_xml(
                        f'<a:lvl1pPr {nsdecls("a")} algn="l"><a:defRPr sz="4400" b="1"><a:solidFill>'
                        '<a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
                    )
                )
            case PP_PLACEHOLDER.SUBTITLE:
                shape.left, shape.top, shape.width, shape.height = _UNDER.place()
                for level in style:
                    level.set("algn", "l")
                    run = level.find(qn("a:defRPr"))
                    run.set("sz", "2400")
                    colour = run.find(qn("a:solidFill")).find(qn("a:schemeClr"))
                    for tint in list(colour):
                        colour.remove(tint)
            case _:
                pass
    _put_behind(layout, Box(0, 0, Inches(13.333), Inches(4.05)))


def _say_in_danish(owner: SlideMaster | SlideLayout) -> None:
    for shape in owner.placeholders:
        words = list(_runs(shape._element))
        kind = shape.placeholder_format.type
        if kind in _SAID:
            words[0].text = _SAID[kind]
        elif kind in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
            for level, word in enumerate(words, start=1):
                word.text = "Klik for at skrive" if level == 1 else f"Niveau {level}"


def _runs(shape: etree._Element) -> Iterator[etree._Element]:
    for run in shape.iter(qn("a:r")):
        yield run.find(qn("a:t"))


def _put_behind(owner: SlideMaster | SlideLayout, box: Box) -> None:
    """A blue rectangle below everything else."""
    band = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Bånd"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{Emu(box.left)}" y="{Emu(box.top)}"/>'
        f'<a:ext cx="{Emu(box.width)}" cy="{Emu(box.height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="da-DK"/></a:p></p:txBody></p:sp>'
    )
    owner._element.cSld.spTree.insert(2, band)
