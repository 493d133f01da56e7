"""A service account with a key of its own: what Google hands out as a JSON file."""

import functools
import json
from collections.abc import Mapping

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

EMAIL = "overblik@eksempel.iam.gserviceaccount.com"
TOKEN_ADDRESS = "https://oauth2.googleapis.com/token"


def make_service_account(email: str = EMAIL) -> dict[str, str]:
    """A new account. Making its key takes a moment: most tests share service_account()."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    return {
        "type": "service_account",
        "project_id": email.partition("@")[2].partition(".")[0],
        "private_key_id": "0123456789abcdef0123456789abcdef01234567",
        "private_key": pem,
        "client_email": email,
        "client_id": "100000000000000000001",
        "auth_uri": "https://accounts.google.com/o/oauth2/auth",
        "token_uri": TOKEN_ADDRESS,
        "auth_provider_x509_cert_url": "https://www.googleapis.com/oauth2/v1/certs",
        "client_x509_cert_url": f"https://www.googleapis.com/robot/v1/metadata/x509/{email.replace('@', '%40')}",
        "universe_domain": "googleapis.com",
    }


@functools.cache
def _shared() -> Mapping[str, str]:
    return make_service_account()


def service_account() -> dict[str, str]:
    """The account that every test of this run shares, as a copy."""
    return dict(_shared())


def secrets_toml(spreadsheet: str, account: Mapping[str, str] | None = None) -> str:
    """The section of Streamlit's secrets.toml that names the workbook and holds the account."""
    fields = {"spreadsheet": spreadsheet} | dict(service_account() if account is None else account)
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["[connections.gsheets]", *lines, ""])
