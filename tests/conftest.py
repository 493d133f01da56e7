"""What tests of shell and pages share: a settings file of their own, and caches that end with the test.
And which tests are left to the build server.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.often import IN_FULL, examples

# A busy machine is no fault of the code.
settings.register_profile("in full", deadline=None)
settings.register_profile("in part", deadline=None, max_examples=examples(settings().max_examples))
settings.load_profile("in full" if IN_FULL else "in part")

Configure = Callable[[str], None]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of each slow race one is run; the others too where CI=true or where marked tests are asked for."""
    if IN_FULL or config.option.markexpr:
        return
    left = [item for item in items if item.get_closest_marker("more_of_a_race")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Configure]:
    """Writes Streamlit's secrets.toml for this test alone. Until it is called there is none,
    whatever the machine that runs the tests has. What the caches hold of the sample is kept from
    test to test; what they hold of anything else ends with its test.
    """
    import streamlit as st
    from streamlit import config

    file = tmp_path / "secrets.toml"
    before = config.get_option("secrets.files")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr("shell.reading.refresher.SECONDS_A_VISITOR_WAITS", 60)  # a busy machine is no slow source
    # Else each test would leave a thread that watches a file which is gone.
    monkeypatch.setattr(st.secrets, "_file_watchers_installed", True)
    config.set_option("secrets.files", [str(file)])
    st.secrets._reset()

    from shell.login.logins import logins
    from shell.reading.newest import forget

    logins.cache_clear()

    def write(text: str) -> None:
        """What was read is kept in the test's own folder too."""
        state = f"state_folder = '{tmp_path / 'state'}'\n"
        if "dashboard" not in text:
            text += "\n[dashboard]\n"
        file.write_text(text.replace("[dashboard]\n", f"[dashboard]\n{state}"), encoding="utf-8")
        st.secrets._reset()
        forget()
        st.cache_resource.clear()
        st.cache_data.clear()

    yield write
    config.set_option("secrets.files", before)
    st.secrets._reset()
    logins.cache_clear()
    if file.exists():
        forget()
        st.cache_resource.clear()
        st.cache_data.clear()
