"""Django's settings, made from the environment so that nothing secret stands in the repository or the database.

`HABEAS_DATA` is the folder that holds the SQLite database and the keys; `DATABASE_URL` names a PostgreSQL instead;
`HABEAS_HOSTS` lists the host names served; `HABEAS_TLS=0` allows plain HTTP (a demonstration on this machine only);
`HABEAS_PROXY` lists the addresses of the proxy that ends TLS, where it stands on another machine.
"""

import os
from pathlib import Path
from typing import Any

from habeas.desk.accounts.provider import oidc_apps, provider_origin
from habeas.desk.database import database
from habeas.desk.secret_files import secret_key

DATA = Path(os.environ.get("HABEAS_DATA", "habeas-data"))
TLS = os.environ.get("HABEAS_TLS", "1") != "0"
PROXY = os.environ.get("HABEAS_PROXY", "127.0.0.1,::1")  # believed about who calls and over what; nobody else is

READ_ONLY = os.environ.get("HABEAS_READ_ONLY", "0") == "1"  # a record that is checked: nothing is written, nowhere

SECRET_KEY = secret_key(DATA, keep=not READ_ONLY)
DEBUG = False
ALLOWED_HOSTS = [name for name in os.environ.get("HABEAS_HOSTS", "localhost,127.0.0.1").split(",") if name]
ROOT_URLCONF = "habeas.desk.urls"
WSGI_APPLICATION = "habeas.desk.wsgi.application"
AUTH_USER_MODEL = "desk.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "habeas.desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "habeas.desk.middleware.headers",
    "habeas.desk.api.bodies.edge",
    "habeas.desk.server.not_whole.not_whole",
    "habeas.desk.middleware.patience",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "habeas.desk.middleware.moment",
    "habeas.desk.accounts.places.device_cookie",
    "habeas.desk.accounts.lock.idle_lock",
    "habeas.desk.middleware.drafts",
    "habeas.desk.middleware.gatekeeper",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "habeas.desk.context.desk",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), DATA, read_only=READ_ONLY)}

# shared by all workers: a code of the second factor is good once, whichever process sees it
CACHES = {"default": {"BACKEND": "habeas.desk.stored_cache.StoredCache", "LOCATION": "desk_cache"}}

AUTHENTICATION_BACKENDS = ["habeas.desk.accounts.backend.DeskBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

ACCOUNT_ADAPTER = "habeas.desk.accounts.adapter.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "habeas.desk.accounts.adapter.SocialAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}  # `accounts.limits` counts, by name and address apart
ACCOUNT_FORMS = {"change_password": "habeas.desk.accounts.password_form.ChangePasswordForm"}
MFA_ADAPTER = "habeas.desk.accounts.factor_secrets.FactorAdapter"
MFA_FORMS = {
    "authenticate": "habeas.desk.accounts.code_forms.AuthenticateForm",
    "reauthenticate": "habeas.desk.accounts.code_forms.ReauthenticateForm",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Habeas"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not TLS
OIDC_NAME, OIDC_ISSUER = os.environ.get("HABEAS_OIDC_NAME", "County log-in"), os.environ.get("HABEAS_OIDC_ISSUER", "")
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": oidc_apps(OIDC_NAME, OIDC_ISSUER, DATA)}}
SOCIALACCOUNT_STORE_TOKENS = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

MESSAGE_STORAGE = (
    "django.contrib.messages.storage.session.SessionStorage"  # a sentence may name somebody: never in a cookie
)
SESSION_ENGINE = "habeas.desk.accounts.session_store"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
IDLE_LOCK_SECONDS = 15 * 60

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", *provider_origin(OIDC_ISSUER)],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 30 * 2**20
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en-us"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "habeas.desk.serving.KindOnly"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"handlers": [], "level": "ERROR", "propagate": True}},
}
