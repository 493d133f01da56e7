"""What Google answered when gspread's own tests were recorded. See recorded/LICENSE.gspread.txt."""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.google_sheets.faults import JSON_TYPE, SHEETS, Request

FOLDER = Path(__file__).parent / "recorded"
NAMES = tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


@dataclass(frozen=True)
class Interaction:
    """One request and its answer. The target is path and query as they were sent."""

    method: str
    target: str
    status: int
    body: str
    content_type: str = JSON_TYPE
    sent: Any = None

    @property
    def request(self) -> Request:
        parts = urlsplit(self.target)
        body = b"" if self.sent is None else json.dumps(self.sent).encode()
        return Request(SHEETS, self.method, unquote(parts.path), parse_qs(parts.query), body)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def load(name: str) -> list[Interaction]:
    """The interactions of recorded/{name}.json, in order."""
    return [Interaction(**each) for each in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))]


class Replay:
    """Answers each method and path with what was recorded for it, in order; the last one is repeated."""

    def __init__(self, interactions: Sequence[Interaction]) -> None:
        self._lock = threading.Lock()
        self._left: dict[tuple[str, str], list[Interaction]] = {}
        for each in interactions:
            self._left.setdefault((each.method, each.request.path), []).append(each)

    def answer(self, request: Request) -> Interaction | None:
        with self._lock:
            left = self._left.get((request.method, request.path))
            if not left:
                return None
            return left.pop(0) if len(left) > 1 else left[0]
