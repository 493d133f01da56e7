"""A command beside the server looks where the server looks."""

from collections.abc import Iterator

import pytest
from streamlit import config

from shell.machine import environment

OPTIONS = ("secrets.files", "server.port", "server.baseUrlPath")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = {option: config.get_option(option) for option in OPTIONS}
    yield
    for option, value in before.items():
        config.set_option(option, value)


def found() -> list[object]:
    return [config.get_option(option) for option in OPTIONS]


def test_what_the_environment_says_counts() -> None:
    environment.heed(
        {
            "STREAMLIT_SECRETS_FILES": "/etc/a.toml /etc/b.toml",
            "STREAMLIT_SERVER_PORT": "8600",
            "STREAMLIT_SERVER_BASE_URL_PATH": "tavle",
        }
    )
    assert found() == [["/etc/a.toml", "/etc/b.toml"], 8600, "tavle"]


def test_what_it_does_not_say_or_cannot_be_read_is_as_it_was() -> None:
    before = found()
    environment.heed({"STREAMLIT_SERVER_PORT": "otte", "STREAMLIT_SERVER_BASE_URL_PATH": ""})
    assert found() == before
