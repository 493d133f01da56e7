"""A dashboard with a login, and those who log in to it."""

from typing import Any

from core.access.role import Role
from shell.machine import clock

COOKIE_SECRET = "en-hemmelighed-der-kun-bruges-i-tests"
ORIGIN = "http://127.0.0.1:8501"
AUTH = f"""
[auth]
redirect_uri = "{ORIGIN}/oauth2callback"
cookie_secret = "{COOKIE_SECRET}"
client_id = "tavlen"
client_secret = "tavlens-kode"
server_metadata_url = "http://127.0.0.1:1/.well-known/openid-configuration"
"""
ACCESS = """
[access]
longest_session_hours = 12
[access.board]
groups = "bestyrelse"
[access.chair]
email = ["formand@lyngklokken.example"]
[access.consultant]
groups = "konsulent"
"""
LOGIN = AUTH + ACCESS
GROUPS = {Role.BOARD: "bestyrelse", Role.CONSULTANT: "konsulent"}


def claims_of(*roles: Role, minutes_ago: float = 0, **more: Any) -> dict[str, Any]:
    """What the provider says of somebody who has these roles, and what Streamlit adds."""
    at = int(clock.now().timestamp() - 60 * minutes_ago)
    name = "formand" if Role.CHAIR in roles else "anden"
    return {
        "is_logged_in": True,
        "provider": "default",
        "iss": "http://127.0.0.1:1",
        "sub": "7",
        "nonce": "n",
        "iat": at,
        "exp": at + 3600,
        "email": f"{name}@lyngklokken.example",
        "email_verified": True,
        "groups": [GROUPS[role] for role in roles if role in GROUPS],
        **more,
    }
