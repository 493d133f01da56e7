"""Rectangles on a slide, in the units of PowerPoint (914400 to the inch)."""

from dataclasses import dataclass

from pptx.util import Emu

POINT = 12_700


@dataclass(frozen=True, slots=True)
class Box:
    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def points_wide(self) -> float:
        return self.width / POINT

    @property
    def points_high(self) -> float:
        return self.height / POINT

    def place(self) -> tuple[Emu, Emu, Emu, Emu]:
        return Emu(self.left), Emu(self.top), Emu(self.width), Emu(self.height)

    def beside(self, share: float, gap: int) -> tuple["Box", "Box"]:
        """A left part of that share of the width, and the rest."""
        first = round(self.width * share)
        rest = self.width - first - gap
        return Box(self.left, self.top, first, self.height), Box(self.left + first + gap, self.top, rest, self.height)

    def below(self, first: int, gap: int) -> tuple["Box", "Box"]:
        """An upper part of that height, and the rest."""
        rest = self.height - first - gap
        return Box(self.left, self.top, self.width, first), Box(self.left, self.top + first + gap, self.width, rest)

    def over(self, other: "Box") -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )
