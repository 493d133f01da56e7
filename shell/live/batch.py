"""What a batch of changes from a phone comes to, beside what its table has already."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from shell.live.seminar import MOST_LETTERS, MOST_NOTES, Change

Place = tuple[str, str]
"""Theme and item."""
Fields = dict[str, bool | str]
"""done, wished and note."""
Orders = dict[tuple[str, str, str], int]
"""By theme, item and field the highest number of a phone."""
_EMPTY: Fields = {"done": False, "wished": False, "note": ""}


def without_late(changes: Sequence[Change], known: Orders) -> tuple[list[Change], Orders]:
    """The changes without the fields that their phone has set later or has sent before, and the numbers that are new.
    A change without a number is never late.
    """
    left: list[Change] = []
    newest: Orders = {}
    for change in changes:
        if change.number is None:
            left.append(change)
            continue
        fields = {name: (*change.place, name) for name in change.values}
        late = [
            name for name, field in fields.items() if change.number <= max(newest.get(field, -1), known.get(field, -1))
        ]
        newest |= {field: change.number for name, field in fields.items() if name not in late}
        dropped: dict[str, Any] = dict.fromkeys(late)
        left.append(replace(change, **dropped))
    return left, newest


def merged(stored: Mapping[Place, Fields], changes: Sequence[Change]) -> dict[Place, Fields]:
    """What every place that is touched is to hold; the last of several changes counts."""
    wanted: dict[Place, Fields] = {}
    for change in changes:
        wanted.setdefault(change.place, dict(stored.get(change.place, _EMPTY))).update(change.values)
    return wanted


def has_room(stored: Mapping[Place, Fields], wanted: Mapping[Place, Fields]) -> bool:
    """Whether the table's notes keep within what may be, or at least grow no further."""
    before, after = _size(stored), _size({**stored, **wanted})
    return all(
        now <= most or now <= then for then, now, most in zip(before, after, (MOST_NOTES, MOST_LETTERS), strict=True)
    )


def _size(marks: Mapping[Place, Fields]) -> tuple[int, int]:
    """How many notes, and letters in them together."""
    notes = [str(fields["note"]) for fields in marks.values() if fields["note"]]
    return len(notes), sum(map(len, notes))
