"""The colours of every picture on screen, slide and paper: one meaning each."""

from core.subject.small import Role

IS = "#12436D"
"""What is."""
ATTENTION = "#F46A25"
"""What asks for attention, and that alone."""
ENDED = "#BFC1C3"
"""Used up, finished."""
PLANNED = "#4A4A4A"
"""The line of an outline, a tick or a bracket: what is planned, allowed, asked for or expected. Never a filled bar."""
INK = "#1D1D1D"
PAPER = "#FFFFFF"
"""Between parts that touch, and within what is hollow because it is not known."""
HAIRLINE = "#D9DBDD"
"""Zero lines and what only helps the eye."""
COLORS = {Role.IS: IS, Role.ATTENTION: ATTENTION, Role.ENDED: ENDED, Role.PLANNED: PLANNED, Role.NONE: PAPER}
"""What a mark is drawn with."""
FILLS = COLORS | {Role.PLANNED: PAPER}
"""What a mark is filled with; of the two that are PAPER it is the outline that is seen."""
ALL = frozenset({IS, ATTENTION, ENDED, PLANNED, INK, PAPER, HAIRLINE})
NAMES = {IS: "Blå", ATTENTION: "Orange", ENDED: "Grå", PLANNED: "Omrids", PAPER: "Hvid"}
"""What a legend calls them to whoever cannot see it."""
