"""One test over many cases of which none needs a place of its own in the report."""

from collections.abc import Callable, Mapping
from typing import Any


def each(cases: Mapping[str, tuple[Any, ...]]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """cases: name -> arguments. All are tried, and a failure names those that failed."""

    def over_all(test: Callable[..., None]) -> Callable[[], None]:
        def tried() -> None:
            assert cases, "there is nothing to try"
            failed: list[Exception] = []
            for name, arguments in cases.items():
                try:
                    test(*arguments)
                except Exception as error:
                    error.add_note(f"Case: {name}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(cases)} cases", failed)

        tried.__name__, tried.__doc__, tried.__module__ = test.__name__, test.__doc__, test.__module__
        return tried

    return over_all
