"""What the environment says of the server, for commands that run beside it: else only `streamlit run` reads it."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress

from streamlit import config

_READ: dict[str, Callable[[str], object]] = {"secrets.files": str.split, "server.port": int, "server.baseUrlPath": str}


def heed(environment: Mapping[str, str] = os.environ) -> None:
    """Of what cannot be read the server itself tells."""
    for option, read in _READ.items():
        if written := environment.get(config.get_config_options()[option].env_var):
            with suppress(ValueError):
                config.set_option(option, read(written))
