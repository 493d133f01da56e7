"""The subjects that a board steers by, in the order in which they stand where nothing asks for attention."""

from enum import StrEnum


class Subject(StrEnum):
    """The value is what screens call it."""

    POOL = "Puljen"
    AMBASSADORS = "Ambassadører"
    FOCUS_GROUP = "Fokusgruppen"
    ACTION_PLANS = "Handleplaner"
    PARTNERSHIPS = "Partnerskaber"
