"""Google's token service: a signed assertion in, an access token out."""

import base64
import binascii
import json
import secrets
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
LIFETIME = 3599
_AUTH = "https://www.googleapis.com/auth/"
DRIVE_FILE = _AUTH + "drive.file"
WRITING = frozenset({_AUTH + "spreadsheets", _AUTH + "drive"})
READING = WRITING | {_AUTH + "spreadsheets.readonly", _AUTH + "drive.readonly"}
SHARING = frozenset({_AUTH + "drive", DRIVE_FILE})


class TokenService:
    """Knows one service account. `issued` holds the scopes of every token that was given out."""

    def __init__(self, account: Mapping[str, str]) -> None:
        self._account = account
        key = serialization.load_pem_private_key(
            account["private_key"].encode(), None, unsafe_skip_rsa_key_validation=True
        )
        if not isinstance(key, rsa.RSAPrivateKey):
            raise TypeError("a service account has an RSA key")
        self._public_key = key.public_key()
        self.issued: dict[str, frozenset[str]] = {}

    def answer(self, body: bytes) -> tuple[int, dict[str, Any]]:
        form = parse_qs(body.decode())
        if form.get("grant_type") != [GRANT]:
            return _refused("unsupported_grant_type", f"Invalid grant_type: {''.join(form.get('grant_type', []))}")
        try:
            claims = self._claims(form.get("assertion", [""])[0])
        except (ValueError, binascii.Error):
            return _refused("invalid_grant", "Bad Request")
        except InvalidSignature:
            return _refused("invalid_grant", "Invalid JWT Signature.")
        if claims.get("iss") != self._account["client_email"]:
            return _refused("invalid_grant", "Invalid grant: account not found")
        if claims.get("aud") != self._account["token_uri"] or not claims.get("scope"):
            return _refused("invalid_scope", "Invalid OAuth scope or ID token audience provided.")
        now = time.time()
        if not now - 3900 < claims.get("iat", 0) <= now + 300 or claims.get("exp", 0) <= now:
            text = "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
            return _refused("invalid_grant", f"{text} Check your iat and exp values in the JWT claim.")
        token = "ya29.c." + secrets.token_urlsafe(48)
        self.issued[token] = frozenset(str(claims["scope"]).split())
        return 200, {"access_token": token, "expires_in": LIFETIME, "token_type": "Bearer"}

    def _claims(self, assertion: str) -> dict[str, Any]:
        signed, _, signature = assertion.rpartition(".")
        head, _, payload = signed.partition(".")
        if json.loads(_decoded(head)).get("alg") != "RS256":
            raise ValueError(head)
        self._public_key.verify(_decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        return dict(json.loads(_decoded(payload)))


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _refused(error: str, description: str) -> tuple[int, dict[str, Any]]:
    return 400, {"error": error, "error_description": description}
