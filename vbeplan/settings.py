"""The one settings file. Values come from the environment, or from `.env`.

What is missing in production is refused at start, with a sentence that says what
to set; nothing falls back to something insecure. `.env.example` lists every name.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from vbeplan.nycklar.ring import SA_GORS_EN, las_ring

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")  # never overrides what the environment already says

DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)
TLS = env.bool("TLS", not (DEMO or DEBUG))
LOKALA_VARDAR = {"localhost", "127.0.0.1", "[::1]"}

SECRET_KEY = env("SECRET_KEY", default="")
if len(SECRET_KEY) < 40:
    raise ImproperlyConfigured(
        "SECRET_KEY saknas eller är kortare än 40 tecken. Kör ./start, som skapar en "
        "i .env, eller sätt den i miljön."
    )

# The keys that free text is encrypted with; see vbeplan.nycklar.
NYCKELFIL = env("NYCKELFIL", default="")
NYCKLAR = las_ring(env("NYCKLAR", default=""), fil=NYCKELFIL)

if NYCKLAR.gissningsbara() and not (DEMO or DEBUG):
    raise ImproperlyConfigured(
        f"Nyckeln ”{NYCKLAR.gissningsbara()[0]}” i NYCKLAR är inte slumpad: den duger "
        f"för prov men inte för riktiga texter. {SA_GORS_EN}"
    )

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if DEMO:
    ALLOWED_HOSTS = ALLOWED_HOSTS or sorted(LOKALA_VARDAR)
    if not LOKALA_VARDAR.issuperset(ALLOWED_HOSTS):
        raise ImproperlyConfigured(
            "DEMO=1 har öppna lösenord och får bara köras på localhost. "
            "Ta bort DEMO eller de andra namnen i ALLOWED_HOSTS."
        )
elif not ALLOWED_HOSTS and not DEBUG:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS saknas. Sätt den till serverns namn, till exempel "
        "ALLOWED_HOSTS=vbe.kommunen.se."
    )

INSTALLED_APPS = [
    "vbeplan.start",
    "vbeplan.rapport",
    "aktiviteter",
    "lagesbild",
    "blanketter",
    "vbeplan.organisation",
    "vbeplan.tema",
    "vbeplan.text",
    "vbeplan.nycklar",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_prose_editor",  # for its editor.js among the static files
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "blanketter.minnesloshet.MinneslosMiddleware",  # before anybody has seen who it is
    "django.middleware.security.SecurityMiddleware",
    "vbeplan.huvuden.InnehallspolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vbeplan.organisation.inloggning.KravInloggningMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "vbeplan.urls"
WSGI_APPLICATION = "vbeplan.wsgi.application"

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
                "vbeplan.start.sidram.sidram",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
DATABASE_URL = env("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/vbeplan.sqlite3")
if not DATABASE_URL.startswith(("postgres://", "postgresql://", "sqlite://")):
    raise ImproperlyConfigured(
        "DATABASE_URL ska börja med postgres:// eller sqlite:///, till exempel "
        "postgres://vbeplan:LÖSENORD@localhost/vbeplan."
    )
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASE_URL.startswith("sqlite"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 10,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Finished PDFs, shared by the workers; the key is the content's fingerprint.
    "pdf": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "pdf",
        "TIMEOUT": 30 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    # Protected figures, which take seconds to work out; no raw count is in them.
    "rojande": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "rojande",
        "TIMEOUT": 90 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

AUTH_USER_MODEL = "organisation.Anvandare"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{namn}", "OPTIONS": val}
    for namn, val in {
        "UserAttributeSimilarityValidator": {"user_attributes": ["epost", "namn"]},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "skrivbord"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "vbeplan.organisation.forms.konto.InloggningForm",
    "reset_password": "vbeplan.organisation.forms.konto.GlomtForm",
}
ACCOUNT_ADAPTER = "vbeplan.organisation.inloggning.Kontoadapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "epost"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the förvaltare enters addresses; no signup
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 8  # seconds: a server that never answers must not hold a page
# Seconds for a server that has the whole letter, and for all of it when nobody waits.
EMAIL_TALAMOD = 40
DEFAULT_FROM_EMAIL = env("FRAN_ADRESS", default="vbe-plan@localhost")
# Where people sign in; a command that mails them has no request to read it from.
WEBBADRESS = env("WEBBADRESS", default="").rstrip("/") or (
    f"http{'s' if TLS else ''}://{(ALLOWED_HOSTS or ['localhost'])[0].lstrip('.*')}"
)
# Two indexes carry columns along on PostgreSQL; SQLite does well without.
SILENCED_SYSTEM_CHECKS = ["models.W040"]
# Fewer than so many are never told as a number: a small one points at somebody.
SMATALSGRANS = env.int("SMATALSGRANS", 5)
TILLGANGLIGHET_KONTAKT = env("TILLGANGLIGHET_KONTAKT", default=DEFAULT_FROM_EMAIL)

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not DEBUG
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# How much the open pages take in a minute, from everybody together.
HINKAR = {
    "blanketter": env.int("BLANKETTER_PER_MINUT", 1500),
    "kontroller": env.int("KONTROLLER_PER_MINUT", 3000),
    "koder": env.int("KODER_PER_MINUT", 30),
    "enkatsvar": env.int("ENKATSVAR_PER_MINUT", 600),
    "anslag": env.int("ANSLAG_PER_MINUT", 20),  # a new one costs seconds of a core
}

# Django 6's setting name; vbeplan.huvuden sends it until that version is the LTS.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # it ends with the browser
CSRF_FAILURE_VIEW = "vbeplan.start.views.csrf_fel"
if TLS:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_UNDERDOMANER", True)
    SECURE_HSTS_PRELOAD = env.bool("HSTS_UNDERDOMANER", True)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    if env.bool("BAKOM_PROXY", False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else all users share the limit on sign-ins

DEFAULT_EXCEPTION_REPORTER_FILTER = "vbeplan.nycklar.felsida.Felsidefilter"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "tystnad": {"()": "blanketter.tystnad.Tystnad"},
        "utan_rader": {"()": "vbeplan.nycklar.felsida.UtanRader"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["tystnad", "utan_rader"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers mail whole requests to ADMINS, with what people typed.
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # These carry the request; at the source, before a handler added by hand.
        "django.request": {"filters": ["tystnad"]},
        "django.security.csrf": {"filters": ["tystnad"]},
    },
}
