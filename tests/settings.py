"""The desk's own settings, with a folder of this run and a quick password hash. DATABASE_URL=postgres starts a real server first."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("HABEAS_DATA", tempfile.mkdtemp(prefix="habeas-test-"))
os.environ.setdefault("HABEAS_TLS", "0")
if os.environ.get("DATABASE_URL") == "postgres":
    from tests.postgres import start

    os.environ["DATABASE_URL"] = start()

from habeas.desk.settings import *  # noqa: F403 - the environment comes first

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
(Path(os.environ["HABEAS_DATA"]) / "static").mkdir(
    parents=True, exist_ok=True
)  # as `configure` does; else each client warns
