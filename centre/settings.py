"""Django's settings. What changes from one centre to another is read in `configuration.py`."""

import os
import sysconfig
from pathlib import Path

from csp.constants import NONE, SELF

from centre.configuration import BASE_DIR, SQLITE, read_configuration

CONFIGURATION = read_configuration(os.environ)
ENVIRONMENT = CONFIGURATION.environment
IN_PRODUCTION = CONFIGURATION.is_production

# Start

DEBUG = CONFIGURATION.debug
SECRET_KEY = CONFIGURATION.secret_key
ALLOWED_HOSTS = CONFIGURATION.hosts
ROOT_URLCONF = "centre.urls"
WSGI_APPLICATION = "centre.wsgi.application"

INSTALLED_APPS = [
    "centre.apps.CentreConfig",
    "members.apps.MembersConfig",
    "activities.apps.ActivitiesConfig",
    "reporting.apps.ReportingConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_tomselect",
    "csp",
    "heroicons",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "centre.middleware.NothingKept",
    "centre.middleware.FirstVisit",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "centre.middleware.DenyByDefault",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django_tomselect.middleware.TomSelectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django_tomselect.context_processors.tomselect",
                "centre.context.house",
            ],
        },
    }
]

# Records

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = CONFIGURATION.data / "media"
FILE_UPLOAD_PERMISSIONS = 0o640
# A sheet of 300 people asks for several fields each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

SQLITE_OPTIONS = {
    # A transaction takes its place in the queue of writers when it begins, so it waits instead of failing midway.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        # What is answered is on the disk, whatever becomes of the power: some milliseconds a save.
        "PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON;"
        "PRAGMA temp_store=MEMORY;"
        "PRAGMA cache_size=-32768;"
        "PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=67108864;"
    ),
}

if IN_PRODUCTION:
    # Records of people: no other account of this machine reads what is written here.
    os.umask(0o027)
DATABASES = {"default": CONFIGURATION.database | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
if DATABASES["default"]["ENGINE"] == SQLITE:
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    # A file, so that a browser and threads of the tests can race for it.
    DATABASES["default"]["TEST"] = {"NAME": CONFIGURATION.data / "test.sqlite3"}

# Long work waits in the database for `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Language and time

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "français")]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

# Who signs in

AUTH_USER_MODEL = "centre.User"
AUTHENTICATION_BACKENDS = ["centre.accounts.AccountsWithRoles"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "centre.accounts.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# An administrator opens each account and knows its address.
ACCOUNT_EMAIL_VERIFICATION = "none"
# A stranger's address gets no mail from here.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Trame : "
# Until the browser is closed, and a working day at most.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "centre.forms.sign_in.LoginForm",
    "reset_password": "centre.forms.sign_in.ResetPasswordForm",
    "reset_password_from_key": "centre.forms.sign_in.ResetPasswordKeyForm",
    "change_password": "centre.forms.sign_in.ChangePasswordForm",
    "reauthenticate": "centre.forms.sign_in.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "centre.forms.sign_in.CodeForm",
    "reauthenticate": "centre.forms.sign_in.CodeAgainForm",
    "activate_totp": "centre.forms.sign_in.ActivateTOTPForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Trame"
if ENVIRONMENT == "test":
    # Strong hashes are slow on purpose; no password of the tests is worth it.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Safety in the browser

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# A working day: the machine at the front desk is shared.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = CONFIGURATION.https
if CONFIGURATION.https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
# The centre's other subdomains are not ours to bind to https, nor to declare to browsers.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# Pages

PACKAGES = Path(sysconfig.get_path("purelib"))
STATIC_URL = "/static/"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", PACKAGES / "bootstrap"),
    ("fonts", PACKAGES / "fontpkg_bricolage_grotesque" / "files"),
    ("fonts", PACKAGES / "fontpkg_figtree" / "files"),
    ("fonts", PACKAGES / "fontpkg_source_serif_4" / "files"),
]
if IN_PRODUCTION:
    STATIC_ROOT = CONFIGURATION.data / "static"
    STATIC_STORAGE = "centre.static_files.HashedStaticFiles"
    WHITENOISE_KEEP_ONLY_HASHED_FILES = True
    # Nobody but a developer asks for the maps.
    WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["br", "gz", "jpg", "map", "png", "webp", "woff2", "zip"]
else:
    # Read from where they are written: nothing to collect, nothing stale.
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = ENVIRONMENT == "development"
    STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
WHITENOISE_MIMETYPES = {".ttf": "font/ttf"}
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# Mail

for setting, value in CONFIGURATION.mail_server.items():
    globals()[setting] = value
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIGURATION.mail_from

# What went wrong

# On standard error, in production too, where Django would keep it to itself. Refusals (403, 404) are no failures.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"standard_error": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["standard_error"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        # Each page laid out: `reporting/pdf.py` listens, nobody else.
        "weasyprint.progress": {"propagate": False},
    },
}
