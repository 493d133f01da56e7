"""A screen as the menu knows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuItem:
    title: str
    # The path after the host, '' for the first screen. People paste it into agendas.
    address: str
    # The file that draws it, from the project's root.
    script: str
    icon: str
    # It shows one pool and period, and lets another be picked.
    of_a_pool: bool = False
