"""What a request's cookie says of whoever sends it, read as Streamlit reads it where a screen is opened."""

from collections.abc import Mapping

from streamlit.auth_util import get_origin_from_redirect_uri
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import (
    _get_signed_cookie_with_chunks,
    _parse_decoded_user_cookie,
)

from core.access.claims import Claims


def claims_of(cookies: Mapping[str, str]) -> Claims:
    """{} where nobody has logged in, or the cookie is not by this dashboard's own hand."""
    signed = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    return _parse_decoded_user_cookie(signed, get_origin_from_redirect_uri() or "") if signed else {}
