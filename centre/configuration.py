"""What the environment may say, read once at start and refused by name when wrong.

`VARIABLES` is the one list: the reader, the README's table and the tests all use it.
"""

import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ("production", "development", "demo", "test")
# Signs nothing of value: production refuses it.
DEVELOPMENT_KEY = "trame-development-key-that-production-refuses-to-start-with"
# How Django begins the key of a project just started, which often ends up in a public repository.
INSECURE_KEY_START = "django-insecure-"
SHORTEST_KEY = 50
SQLITE = "django.db.backends.sqlite3"
THIS_MACHINE = {"127.0.0.1", "localhost", "[::1]"}


class ConfigurationError(ImproperlyConfigured):
    """One sentence a line, each beginning with the name of the variable at fault."""


def read_environment(value: str) -> str:
    if value not in ENVIRONMENTS:
        raise ValueError(f"« {value} » n’est pas connu. Choisissez : {', '.join(ENVIRONMENTS)}.")
    return value


def read_boolean(value: str) -> bool:
    answer = value.strip().lower()
    if answer in ("oui", "yes", "true", "on", "1"):
        return True
    if answer in ("non", "no", "false", "off", "0"):
        return False
    raise ValueError(f"« {value} » n’est ni oui ni non. Écrivez « oui » ou « non ».")


def read_key(value: str) -> str:
    if len(value) < SHORTEST_KEY:
        raise ValueError(
            f"la clé compte {len(value)} caractères, il en faut au moins {SHORTEST_KEY}. "
            "Retirez cette variable : une clé sera tirée au sort et gardée."
        )
    return value


def read_folder(value: str) -> Path:
    # os.path, because Path raises in a folder that it may not enter.
    folder = BASE_DIR / os.path.expanduser(value)
    if os.path.isfile(folder):
        raise ValueError(f"« {value} » est un fichier. Indiquez un dossier.")
    return folder


def read_hosts(value: str) -> list[str]:
    hosts = [host.strip() for host in value.split(",") if host.strip()]
    for host in hosts:
        if "/" in host or "*" in host or " " in host:
            raise ValueError(
                f"« {host} » n’est pas un nom d’hôte. Écrivez par exemple « trame.moncentre.fr », "
                "sans « https:// » ni « * »."
            )
    if not hosts:
        raise ValueError("la liste est vide. Écrivez au moins un nom d’hôte.")
    return hosts


def read_database(value: str) -> dict[str, Any]:
    """Django's settings of one database, without the options that are the same everywhere."""
    scheme = value.partition(":")[0]
    if scheme not in ("sqlite", "postgres", "postgresql"):
        raise ValueError(
            f"« {scheme} » n’est pas une base connue. Écrivez « sqlite:////chemin/centre.sqlite3 » "
            "ou « postgresql://utilisateur:motdepasse@hôte:5432/base »."
        )
    if scheme == "sqlite" and not value.startswith("sqlite:///"):
        raise ValueError(f"« {value} » a trop peu de barres. Écrivez « sqlite:////chemin/centre.sqlite3 ».")
    try:
        database = dict(environ.Env.db_url_config(value))
    except (ValueError, ImproperlyConfigured):
        raise ValueError("l’adresse de la base ne se lit pas. Vérifiez le port et les signes.") from None
    if not database.get("NAME") or database["NAME"] == ":memory:":
        raise ValueError("il manque le chemin du fichier SQLite ou le nom de la base PostgreSQL.")
    if scheme == "sqlite":
        path = BASE_DIR / database["NAME"]
        if os.path.isdir(path):
            raise ValueError(f"« {path} » est un dossier. Indiquez un fichier.")
        database["NAME"] = path
    return database


def read_mail_server(value: str) -> dict[str, Any]:
    """Django's EMAIL_* settings."""
    if value == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if value.partition(":")[0] not in ("smtp", "smtp+tls", "smtp+ssl"):
        raise ValueError(
            "écrivez « console » ou une adresse comme « smtp+tls://utilisateur:motdepasse@smtp.exemple.fr:587 »."
        )
    try:
        settings = environ.Env.email_url_config(value)
    except (ValueError, ImproperlyConfigured):
        settings = {}
    if not settings.get("EMAIL_HOST"):
        raise ValueError("le nom du serveur de courriel manque ou ne se lit pas.")
    # What the address leaves out stays as Django has it.
    return {name: setting for name, setting in settings.items() if name != "EMAIL_FILE_PATH" and setting is not None}


def read_mail_address(value: str) -> str:
    if value.count("@") != 1 or value.strip("<>").endswith("@"):
        raise ValueError(f"« {value} » n’est pas une adresse de courriel.")
    return value


def read_listening_address(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(f"« {value} » n’est pas une adresse et un port. Écrivez par exemple « 127.0.0.1:8000 ».")
    return value


def read_count(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 64:
        raise ValueError(f"« {value} » n’est pas un nombre de 1 à 64.")
    return int(value)


@dataclass(frozen=True)
class Variable:
    name: str
    reader: Callable[[str], Any]
    default: str | None  # None: worked out from the rest, as `meaning` says.
    meaning: str
    example: str


VARIABLES = (
    Variable(
        "TRAME_ENV",
        read_environment,
        "development",
        "What this process is for: `production` (the real centre), `development`, `demo` (own database, always) or "
        "`test`. `make serve` and `centre/wsgi.py` mean `production`.",
        "production",
    ),
    Variable(
        "TRAME_DEBUG",
        read_boolean,
        "non",
        "Django's error pages with their details. Refused in production.",
        "oui",
    ),
    Variable(
        "TRAME_SECRET_KEY",
        read_key,
        None,
        "Signs sessions and links; 50 characters or more; in production, not a key of development. Without it, "
        "production draws one and keeps it in `secret_key` in the data folder.",
        "a long random text",
    ),
    Variable(
        "TRAME_DATA",
        read_folder,
        "var",
        "Folder of all that is written while running: SQLite database, pictures and files, collected static files.",
        "/srv/trame",
    ),
    Variable(
        "DATABASE_URL",
        read_database,
        None,
        "The database, SQLite (`sqlite:////path`) or PostgreSQL. Without it, `centre.sqlite3` in the data folder. "
        "The demo never uses it.",
        "postgresql://trame:secret@localhost:5432/trame",
    ),
    Variable(
        "TRAME_HOSTS",
        read_hosts,
        "127.0.0.1,localhost",
        "Host names under which the centre answers, separated by commas.",
        "trame.moncentre.fr",
    ),
    Variable(
        "TRAME_HTTPS",
        read_boolean,
        None,
        "A proxy in front speaks https and says so in `X-Forwarded-Proto`: cookies travel by https only, http is "
        "redirected. Without it, `oui` in production as soon as a host is not this machine.",
        "oui",
    ),
    Variable(
        "TRAME_LISTEN",
        read_listening_address,
        "127.0.0.1:8000",
        "Address and port of `manage.py serve`.",
        "0.0.0.0:8080",
    ),
    Variable("TRAME_WEB_WORKERS", read_count, "2", "Web processes of `manage.py serve`, of four threads each.", "4"),
    Variable(
        "TRAME_MAIL_SERVER",
        read_mail_server,
        "console",
        "Where mail leaves from: `console` prints it, or an `smtp://`, `smtp+tls://` or `smtp+ssl://` address.",
        "smtp+tls://trame:secret@smtp.exemple.fr:587",
    ),
    Variable(
        "TRAME_MAIL_FROM", read_mail_address, "trame@localhost", "The sender of the mail.", "accueil@moncentre.fr"
    ),
)


@dataclass(frozen=True)
class Configuration:
    environment: str
    debug: bool
    secret_key: str
    data: Path
    database: dict[str, Any]
    hosts: list[str]
    https: bool
    listen: str
    web_workers: int
    mail_server: dict[str, Any]
    mail_from: str

    @property
    def is_production(self) -> bool:
        return self.environment == "production"


def read_configuration(environment: Mapping[str, str]) -> Configuration:
    """Read every variable, or refuse all the wrong ones at once with a `ConfigurationError`."""
    values, faults = read_variables(environment)
    faults += unknown_names(environment)
    if values.get("TRAME_ENV") == "production":
        faults += refused_in_production(values)
    if faults:
        raise ConfigurationError("\n".join(faults))

    name = values["TRAME_ENV"]
    # The demo lives in a folder of its own, so that nothing it does can reach the real centre.
    data = values["TRAME_DATA"] / "demo" if name == "demo" else values["TRAME_DATA"]
    database = values["DATABASE_URL"]
    if name == "demo" or database is None:
        file = data / ("demo.sqlite3" if name == "demo" else "centre.sqlite3")
        database = {"ENGINE": SQLITE, "NAME": file}
    refuse_closed_folders(data, database)
    https = values["TRAME_HTTPS"]
    if https is None:
        https = name == "production" and not THIS_MACHINE.issuperset(values["TRAME_HOSTS"])
    return Configuration(
        environment=name,
        debug=values["TRAME_DEBUG"],
        secret_key=values["TRAME_SECRET_KEY"] or (kept_key(data) if name == "production" else DEVELOPMENT_KEY),
        data=data,
        database=database,
        hosts=values["TRAME_HOSTS"],
        https=https,
        listen=values["TRAME_LISTEN"],
        web_workers=values["TRAME_WEB_WORKERS"],
        mail_server=values["TRAME_MAIL_SERVER"],
        mail_from=values["TRAME_MAIL_FROM"],
    )


def read_variables(environment: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    values, faults = {}, []
    for variable in VARIABLES:
        # An empty value means "not said", as in a file of settings left to fill in.
        text = environment.get(variable.name) or variable.default
        try:
            values[variable.name] = None if text is None else variable.reader(text)
        except ValueError as fault:
            faults.append(f"{variable.name} : {fault}")
    return values, faults


def unknown_names(environment: Mapping[str, str]) -> list[str]:
    known = [variable.name for variable in VARIABLES]
    faults = []
    for name in sorted(environment):
        if name.startswith("TRAME_") and name not in known:
            nearest = get_close_matches(name, known, n=1)
            advice = f"Vouliez-vous dire {nearest[0]} ?" if nearest else f"Connues : {', '.join(known)}."
            faults.append(f"{name} : cette variable n’existe pas. {advice}")
    return faults


def refused_in_production(values: dict[str, Any]) -> list[str]:
    faults = []
    if values.get("TRAME_DEBUG"):
        faults.append("TRAME_DEBUG : « oui » est refusé en production. Retirez cette variable.")
    key = values.get("TRAME_SECRET_KEY") or ""
    if key == DEVELOPMENT_KEY or key.startswith(INSECURE_KEY_START):
        faults.append("TRAME_SECRET_KEY : une clé de développement est refusée en production. Retirez cette variable.")
    return faults


def refuse_closed_folders(data: Path, database: dict[str, Any]) -> None:
    folders = {"TRAME_DATA": data}
    if database["ENGINE"] == SQLITE and database["NAME"].parent != data:
        folders["DATABASE_URL"] = database["NAME"].parent
    faults = [
        f"{name} : le dossier {folder} ne peut être ni créé ni écrit par cet utilisateur. "
        "Donnez-lui-en le droit ou indiquez un autre dossier."
        for name, folder in folders.items()
        if is_closed(folder)
    ]
    if faults:
        raise ConfigurationError("\n".join(faults))


def is_closed(folder: Path) -> bool:
    """Tried, not asked: of a place like /proc, root is told that it may write, and cannot."""
    nearest = next(place for place in (folder, *folder.parents) if os.path.exists(place))
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return False
    except OSError:
        return True


def kept_key(data: Path) -> str:
    """The key of this centre, drawn the first time and readable by its owner alone."""
    file = data / "secret_key"
    data.mkdir(parents=True, exist_ok=True)
    try:
        # O_EXCL: of two processes starting together, one writes and the other reads.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read_kept_key(file)
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(key)
    return key


def read_kept_key(file: Path) -> str:
    key = file.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST_KEY:
        raise ConfigurationError(
            f"TRAME_SECRET_KEY : le fichier {file} est abîmé. Effacez-le, une nouvelle clé sera tirée au sort."
        )
    return key
