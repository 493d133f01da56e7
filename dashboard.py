"""The board's dashboard. Start it with `streamlit run dashboard.py`.

Streamlit runs this file as a script for each viewer, and imports it once for the server's own settings.
"""

import streamlit as st

from shell.machine import log, metrics
from shell.server import server

if __name__ == "__main__":
    from shell.frame import frame

    with metrics.rerun():
        frame.show()
else:
    log.set_up()
    app = st.App(
        __file__,
        routes=server.ROUTES,
        middleware=server.MIDDLEWARE,
        lifespan=server.lifespan,
        on_script_error=server.on_script_error,
    )
