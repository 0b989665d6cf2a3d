"""Settings shared by every way of running Haidang; read the environment, decide nothing twice.

Environment: HAIDANG_HOME (folder for database, vault, keys), HAIDANG_DATABASE (address of the database),
HAIDANG_ADDRESS (public address of the site), HAIDANG_PROFILE (name of the place's profile).
"""

import os
from pathlib import Path
from urllib.parse import quote

from csp.constants import NONE, SELF

from haidang.settings.database import database_from_address
from haidang.settings.secrets import secret_key

PACKAGE = Path(__file__).resolve().parent.parent
HAIDANG_HOME = Path(os.environ.get("HAIDANG_HOME", "var")).resolve()
HAIDANG_ADDRESS = os.environ.get("HAIDANG_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
HAIDANG_PROFILE = os.environ.get("HAIDANG_PROFILE", "ca-mau")
HAIDANG_DEMO = os.environ.get("HAIDANG_DEMO") == "1"
HAIDANG_REQUIRE_SECOND_FACTOR = not HAIDANG_DEMO
# Loopback addresses that collecting may reach, "127.0.0.1:8801 ..."; empty outside the demo and the tests.
HAIDANG_NET_EXCEPTIONS = frozenset(os.environ.get("HAIDANG_NET_EXCEPTIONS", "").split())

SECRET_KEY = secret_key(HAIDANG_HOME / "keys")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("HAIDANG_HOSTS", "127.0.0.1 localhost [::1]").split()

INSTALLED_APPS = [
    "haidang.web",
    "haidang.base",
    "haidang.accounts",
    "haidang.information.collect",
    "haidang.information.screen",
    "haidang.information.verify",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "rules",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "haidang.web.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "haidang.web.language.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "haidang.accounts.second_factor.SecondFactorRequired",
]

ROOT_URLCONF = "haidang.web.urls"
WSGI_APPLICATION = "haidang.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "haidang.web.context.office",
            ],
        },
    },
]

DATABASES = {
    "default": database_from_address(
        os.environ.get("HAIDANG_DATABASE", f"sqlite:///{quote(str(HAIDANG_HOME))}/haidang.sqlite3")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "haidang.accounts.adapter.NoSignUp"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/15m/ip,10/15m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Hai Dang"

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = HAIDANG_HOME / "static"  # empty: files are served from the package
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
