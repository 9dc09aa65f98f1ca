"""Settings of the public site: the same store, read only, with no session, no log-in, no script and no address of the desk."""

from copy import deepcopy

from habeas.desk.settings import *  # noqa: F403 - the public site is the desk without everything that is for staff
from habeas.desk.settings import CONTENT_SECURITY_POLICY, DATABASES, TEMPLATES

ROOT_URLCONF = "habeas.desk.urls_public"
WSGI_APPLICATION = "habeas.desk.wsgi_public.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "csp",
    "habeas.desk.public_app.QuietAccounts",
    "allauth.mfa",
    "habeas.desk.public_app.PublicConfig",
]
AUTHENTICATION_BACKENDS = []
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "habeas.desk.public.headers",
    "habeas.desk.server.not_whole.not_whole",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "habeas.desk.middleware.moment",
]
TEMPLATES = deepcopy(TEMPLATES)
TEMPLATES[0]["OPTIONS"]["context_processors"] = ["habeas.desk.public.context"]
CONTENT_SECURITY_POLICY = deepcopy(CONTENT_SECURITY_POLICY)
CONTENT_SECURITY_POLICY["DIRECTIVES"] |= {
    "script-src": ["'none'"],
    "connect-src": ["'none'"],
    "form-action": ["'self'"],
    "img-src": ["'self'"],
}
SECURE_REFERRER_POLICY = "no-referrer"
DATABASES = deepcopy(DATABASES)
if DATABASES["default"]["ENGINE"].endswith("sqlite_queued_writes"):
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA query_only=ON;"
    DATABASES["default"]["OPTIONS"]["transaction_mode"] = "DEFERRED"
else:
    DATABASES["default"]["OPTIONS"]["options"] += " -c default_transaction_read_only=on"
