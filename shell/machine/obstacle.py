"""What keeps the program from going on, said to whoever can mend it."""


class Obstacle(Exception):  # noqa: N818 - it is told to people, who call no obstacle an error
    """what: what is in the way; do: what to do about it. Both Danish sentences without secrets."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do
