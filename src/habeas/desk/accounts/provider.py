"""The county's own identity provider (OpenID Connect), set in the environment. Read while the settings are made, so it knows no Django."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PROVIDER_ID = "county"
SECRET_FILE = "oidc.secret"  # noqa: S105 - the name of the file, not the secret


def oidc_apps(name: str, issuer: str, data: Path) -> list[dict[str, Any]]:
    """The one provider as the log-in library wants it; none where no issuer is set.

    The client's secret is in `HABEAS_OIDC_SECRET`, or in the file `oidc.secret` of the data folder.
    """
    if not issuer:
        return []
    client = os.environ.get("HABEAS_OIDC_CLIENT_ID", "habeas")
    kept = data / SECRET_FILE
    secret = os.environ.get("HABEAS_OIDC_SECRET") or (
        kept.read_text(encoding="utf-8").strip() if kept.is_file() else ""
    )
    settings = {"server_url": issuer, "oauth_pkce_enabled": True}
    return [{"provider_id": PROVIDER_ID, "name": name, "client_id": client, "secret": secret, "settings": settings}]


def provider_origin(issuer: str) -> list[str]:
    """The provider's origin, which a form of the log-in page may lead to; nothing where no issuer is set."""
    parts = urlsplit(issuer)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.scheme == "https" and parts.netloc else []
