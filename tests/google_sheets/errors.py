"""What Google answers instead of what was asked for."""

from typing import Any

STATUS_NAMES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}

_TYPES = "type.googleapis.com/google.rpc."


class ApiError(Exception):
    """An answer with a status of 400 or more."""

    def __init__(self, code: int, message: str, status: str = "", details: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.code = code
        error: dict[str, Any] = {"code": code, "message": message, "status": status or STATUS_NAMES[code]}
        if details:
            error["details"] = details
        self.body: dict[str, Any] = {"error": error}


def error_info(reason: str, **metadata: str) -> list[dict[str, Any]]:
    """Details with the reason by which programs tell errors of the same status apart."""
    return [{"@type": _TYPES + "ErrorInfo", "reason": reason, "domain": "googleapis.com", "metadata": metadata}]


def invalid(message: str) -> ApiError:
    return ApiError(400, message)


def invalid_field(field: str, description: str, message: str = "") -> ApiError:
    violation = {"field": field, "description": description} if field else {"description": description}
    details = [{"@type": _TYPES + "BadRequest", "fieldViolations": [violation]}]
    return ApiError(400, message or description, details=details)


def not_found() -> ApiError:
    return ApiError(404, "Requested entity was not found.")


def no_permission() -> ApiError:
    return ApiError(403, "The caller does not have permission")


def too_narrow_scopes() -> ApiError:
    details = error_info("ACCESS_TOKEN_SCOPE_INSUFFICIENT", service="sheets.googleapis.com")
    return ApiError(403, "Request had insufficient authentication scopes.", details=details)


_EXPECTED = (
    "Expected OAuth 2 access token, login cookie or other valid authentication credential. "
    "See https://developers.google.com/identity/sign-in/web/devconsole-project."
)


def no_credential() -> ApiError:
    details = error_info("CREDENTIALS_MISSING", service="sheets.googleapis.com")
    return ApiError(401, f"Request is missing required authentication credential. {_EXPECTED}", details=details)


def bad_token() -> ApiError:
    details = error_info("ACCESS_TOKEN_TYPE_UNSUPPORTED", service="sheets.googleapis.com")
    return ApiError(401, f"Request had invalid authentication credentials. {_EXPECTED}", details=details)


def bad_api_key() -> ApiError:
    details = error_info("API_KEY_INVALID", service="sheets.googleapis.com")
    return ApiError(400, "API key not valid. Please pass a valid API key.", details=details)


def api_key_cannot_write() -> ApiError:
    message = (
        "API keys are not supported by this API. Expected OAuth2 access token or other authentication credentials "
        "that assert a principal. See https://cloud.google.com/docs/authentication"
    )
    return ApiError(401, message, details=error_info("CREDENTIALS_MISSING", service="sheets.googleapis.com"))


def service_disabled() -> ApiError:
    address = "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=1"
    message = (
        "Google Sheets API has not been used in project 1 before or it is disabled. "
        f"Enable it by visiting {address} then retry. If you enabled this API recently, "
        "wait a few minutes for the action to propagate to our systems and retry."
    )
    details = error_info(
        "SERVICE_DISABLED",
        activationUrl=address,
        consumer="projects/1",
        containerInfo="1",
        service="sheets.googleapis.com",
        serviceTitle="Google Sheets API",
    )
    return ApiError(403, message, details=details)


def too_many_requests() -> ApiError:
    message = (
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' "
        "of service 'sheets.googleapis.com' for consumer 'project_number:1'."
    )
    details = error_info(
        "RATE_LIMIT_EXCEEDED",
        consumer="projects/1",
        quota_limit="ReadRequestsPerMinutePerUser",
        quota_limit_value="60",
        quota_location="global",
        quota_metric="sheets.googleapis.com/read_requests",
        service="sheets.googleapis.com",
    )
    return ApiError(429, message, details=details)


def not_a_sheet() -> ApiError:
    return ApiError(400, "This operation is not supported for this document", "FAILED_PRECONDITION")
