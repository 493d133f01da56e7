"""What a token says of somebody, read as strictly as it must be where a role hangs on it."""

from collections.abc import Collection, Mapping
from string import ascii_lowercase, ascii_uppercase

Claims = Mapping[str, object]
Value = str | int | bool
"""What the operator may ask a claim to be."""

EMAIL, EMAIL_DOMAIN, PROVIDER = "email", "email_domain", "provider"
_VERIFIED = "email_verified"
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def says(claims: Claims, name: str, value: Value, vouching: Collection[str]) -> bool:
    """Whether the claim is the value, or a list that has it. Text is compared letter by letter, and 1 is not true;
    only an e-mail address may be written in large or small letters. vouching: providers whose e-mail addresses count
    although the token does not say that they are verified.
    """
    if name in (EMAIL, EMAIL_DOMAIN):
        address = verified_email(claims, vouching)
        return bool(address) and isinstance(value, str) and _part(address, name) == small(value)
    found = claims.get(name)
    several = found if isinstance(found, list | tuple) else (found,)
    return any(type(one) is type(value) and one == value for one in several)


def verified_email(claims: Claims, vouching: Collection[str]) -> str:
    """In small letters; '' where there is none that can be relied on."""
    written, verified = claims.get(EMAIL), claims.get(_VERIFIED)
    vouched = verified is None and claims.get(PROVIDER) in vouching
    if not isinstance(written, str) or not (verified is True or verified == "true" or vouched):
        return ""
    before, at, domain = small(written).partition("@")
    return f"{before}@{domain}" if before and at and domain and "@" not in domain else ""


def _part(address: str, name: str) -> str:
    return address if name == EMAIL else address.partition("@")[2]


def small(text: str) -> str:
    """Only the letters of which every system knows the small one: of others two may become the same."""
    return text.translate(_SMALL)
