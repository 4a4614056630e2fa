import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from centre.configuration import (
    BASE_DIR,
    DEVELOPMENT_KEY,
    VARIABLES,
    ConfigurationError,
    read_configuration,
)

LONG_KEY = "k" * 50


def refusals(environment):
    with pytest.raises(ConfigurationError) as refused:
        read_configuration(environment)
    return str(refused.value).splitlines()


def test_nothing_said_is_development_on_this_machine():
    configuration = read_configuration({})

    assert configuration.environment == "development"
    assert configuration.debug is False
    assert configuration.database == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / "var" / "centre.sqlite3",
    }
    assert configuration.hosts == ["127.0.0.1", "localhost"]
    assert configuration.https is False
    assert configuration.listen == "127.0.0.1:8000"
    assert configuration.mail_server == {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("TRAME_ENV", "prod", "« prod » n’est pas connu. Choisissez : production, development, demo, test."),
        ("TRAME_DEBUG", "peut-être", "« peut-être » n’est ni oui ni non. Écrivez « oui » ou « non »."),
        (
            "TRAME_SECRET_KEY",
            "secret",
            "la clé compte 6 caractères, il en faut au moins 50. "
            "Retirez cette variable : une clé sera tirée au sort et gardée.",
        ),
        ("TRAME_DATA", "manage.py", "« manage.py » est un fichier. Indiquez un dossier."),
        (
            "DATABASE_URL",
            "mysql://localhost/trame",
            "« mysql » n’est pas une base connue. Écrivez « sqlite:////chemin/centre.sqlite3 » "
            "ou « postgresql://utilisateur:motdepasse@hôte:5432/base ».",
        ),
        (
            "DATABASE_URL",
            "postgresql://trame@localhost:port/trame",
            "l’adresse de la base ne se lit pas. Vérifiez le port et les signes.",
        ),
        (
            "DATABASE_URL",
            "sqlite://centre.sqlite3",
            "« sqlite://centre.sqlite3 » a trop peu de barres. Écrivez « sqlite:////chemin/centre.sqlite3 ».",
        ),
        (
            "DATABASE_URL",
            "sqlite:///:memory:",
            "il manque le chemin du fichier SQLite ou le nom de la base PostgreSQL.",
        ),
        (
            "DATABASE_URL",
            "postgresql://localhost",
            "il manque le chemin du fichier SQLite ou le nom de la base PostgreSQL.",
        ),
        ("DATABASE_URL", "sqlite:////tmp", "« /tmp » est un dossier. Indiquez un fichier."),
        (
            "TRAME_HOSTS",
            "https://trame.fr",
            "« https://trame.fr » n’est pas un nom d’hôte. Écrivez par exemple « trame.moncentre.fr », "
            "sans « https:// » ni « * ».",
        ),
        ("TRAME_HOSTS", ",", "la liste est vide. Écrivez au moins un nom d’hôte."),
        ("TRAME_HTTPS", "2", "« 2 » n’est ni oui ni non. Écrivez « oui » ou « non »."),
        (
            "TRAME_LISTEN",
            "8000",
            "« 8000 » n’est pas une adresse et un port. Écrivez par exemple « 127.0.0.1:8000 ».",
        ),
        (
            "TRAME_LISTEN",
            "127.0.0.1:70000",
            "« 127.0.0.1:70000 » n’est pas une adresse et un port. Écrivez par exemple « 127.0.0.1:8000 ».",
        ),
        ("TRAME_WEB_WORKERS", "0", "« 0 » n’est pas un nombre de 1 à 64."),
        (
            "TRAME_MAIL_SERVER",
            "smtp.exemple.fr",
            "écrivez « console » ou une adresse comme « smtp+tls://utilisateur:motdepasse@smtp.exemple.fr:587 ».",
        ),
        ("TRAME_MAIL_SERVER", "smtp", "le nom du serveur de courriel manque ou ne se lit pas."),
        ("TRAME_MAIL_SERVER", "smtp://:25", "le nom du serveur de courriel manque ou ne se lit pas."),
        ("TRAME_MAIL_FROM", "accueil", "« accueil » n’est pas une adresse de courriel."),
        ("TRAME_DEBOG", "oui", "cette variable n’existe pas. Vouliez-vous dire TRAME_DEBUG ?"),
    ],
)
def test_a_wrong_value_is_refused_by_name(name, value, fault):
    assert refusals({name: value}) == [f"{name} : {fault}"]


@pytest.mark.parametrize(
    ("name", "address"), [("TRAME_DATA", "{file}/data"), ("DATABASE_URL", "sqlite:///{file}/data/centre.sqlite3")]
)
def test_a_folder_that_cannot_be_written_is_refused_by_name(tmp_path, name, address):
    # Under a file, where root itself may not write.
    (file := tmp_path / "file").touch()

    assert refusals({"TRAME_DATA": str(tmp_path), name: address.format(file=file)}) == [
        f"{name} : le dossier {file}/data ne peut être ni créé ni écrit par cet utilisateur. "
        "Donnez-lui-en le droit ou indiquez un autre dossier."
    ]


def test_a_place_where_root_itself_makes_no_folder_is_refused_by_name():
    assert refusals({"TRAME_DATA": "/proc/trame"}) == [
        "TRAME_DATA : le dossier /proc/trame ne peut être ni créé ni écrit par cet utilisateur. "
        "Donnez-lui-en le droit ou indiquez un autre dossier."
    ]


def test_all_wrong_values_are_told_at_once():
    assert [
        line.partition(" : ")[0] for line in refusals({"TRAME_LISTEN": "x", "TRAME_DEBUG": "x", "TRAME_X": "x"})
    ] == [
        "TRAME_DEBUG",
        "TRAME_LISTEN",
        "TRAME_X",
    ]


def test_an_empty_value_is_not_said():
    assert read_configuration({"TRAME_DEBUG": "", "DATABASE_URL": ""}) == read_configuration({})


def test_each_example_is_accepted():
    for variable in VARIABLES:
        if variable.name != "TRAME_SECRET_KEY":
            variable.reader(variable.example)


@pytest.mark.parametrize("key", [DEVELOPMENT_KEY, "django-insecure-" + "x" * 50])
def test_production_refuses_debug_and_the_keys_of_development(key):
    environment = {"TRAME_ENV": "production", "TRAME_DEBUG": "oui", "TRAME_SECRET_KEY": key}

    assert refusals(environment) == [
        "TRAME_DEBUG : « oui » est refusé en production. Retirez cette variable.",
        "TRAME_SECRET_KEY : une clé de développement est refusée en production. Retirez cette variable.",
    ]


def test_production_draws_a_key_once_for_its_owner_alone(tmp_path):
    environment = {"TRAME_ENV": "production", "TRAME_DATA": str(tmp_path)}

    first, second = read_configuration(environment), read_configuration(environment)

    assert len(first.secret_key) >= 50
    assert second.secret_key == first.secret_key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_damaged_key_file_is_refused(tmp_path):
    (tmp_path / "secret_key").write_text("")

    assert refusals({"TRAME_ENV": "production", "TRAME_DATA": str(tmp_path)}) == [
        f"TRAME_SECRET_KEY : le fichier {tmp_path}/secret_key est abîmé. "
        "Effacez-le, une nouvelle clé sera tirée au sort."
    ]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TRAME_HOSTS": "localhost"}, False),
        ({"TRAME_HOSTS": "localhost,trame.moncentre.fr"}, True),
        ({"TRAME_HOSTS": "trame.moncentre.fr", "TRAME_HTTPS": "non"}, False),
        ({"TRAME_HOSTS": "localhost", "TRAME_HTTPS": "oui"}, True),
    ],
)
def test_https_is_expected_beyond_this_machine(environment, expected):
    production = {"TRAME_ENV": "production", "TRAME_SECRET_KEY": LONG_KEY}

    assert read_configuration(production | environment).https is expected


def test_the_demo_never_touches_the_real_database(tmp_path):
    environment = {"TRAME_ENV": "demo", "TRAME_DATA": str(tmp_path), "DATABASE_URL": "postgresql://localhost/centre"}

    configuration = read_configuration(environment)

    assert configuration.data == tmp_path / "demo"
    assert configuration.database == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": tmp_path / "demo" / "demo.sqlite3",
    }


def test_databases_are_read_from_their_address(tmp_path):
    sqlite = read_configuration({"DATABASE_URL": f"sqlite:///{tmp_path}/centre.sqlite3"}).database
    postgresql = read_configuration({"DATABASE_URL": "postgresql://trame:p%40ss@hote:5433/centre"}).database

    assert (sqlite["ENGINE"], str(sqlite["NAME"])) == ("django.db.backends.sqlite3", f"{tmp_path}/centre.sqlite3")
    assert postgresql == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "centre",
        "USER": "trame",
        "PASSWORD": "p@ss",
        "HOST": "hote",
        "PORT": 5433,
    }


def test_mail_leaves_by_the_given_server():
    configuration = read_configuration({"TRAME_MAIL_SERVER": "smtp+tls://trame:p%40ss@smtp.exemple.fr:587"})

    assert configuration.mail_server == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "smtp.exemple.fr",
        "EMAIL_HOST_USER": "trame",
        "EMAIL_HOST_PASSWORD": "p@ss",
        "EMAIL_PORT": 587,
        "EMAIL_USE_TLS": True,
    }


def run_command(command, environment):
    return subprocess.run(
        [sys.executable, "manage.py", *command.split()], cwd=BASE_DIR, env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("kind", ["server", "file"])
def test_a_database_out_of_reach_is_told_with_its_reason(tmp_path, kind):
    (file := tmp_path / "centre.sqlite3").write_text("Une lettre, pas une base de données.")
    address, reason = {
        "server": (f"postgresql://trame@/trame?host={tmp_path}", "No such file or directory"),
        "file": (f"sqlite:///{file}", "file is not a database"),
    }[kind]

    finished = run_command("migrate", {"TRAME_DATA": str(tmp_path), "DATABASE_URL": address})

    assert finished.returncode == 1
    first, *rest = finished.stderr.splitlines()
    assert first == "DATABASE_URL : la base ne répond pas. Vérifiez son adresse, et qu’elle est en marche."
    assert reason in rest[0]


def test_the_records_of_a_real_centre_are_closed_to_other_accounts(tmp_path):
    run_command("check --database default", {"TRAME_ENV": "production", "TRAME_DATA": str(tmp_path)})

    assert stat.S_IMODE((tmp_path / "centre.sqlite3").stat().st_mode) == 0o640


def test_a_database_without_its_tables_is_told_what_to_run(tmp_path):
    finished = run_command("figures --year 2021", {"TRAME_DATA": str(tmp_path)})

    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr == "La base n’est pas à jour. Lancez d’abord : manage.py migrate\n"


def test_another_failure_of_the_database_is_no_matter_of_address(tmp_path):
    run_command("migrate", {"TRAME_DATA": str(tmp_path)})
    with closing(sqlite3.connect(tmp_path / "centre.sqlite3")) as database:
        database.execute("DROP TABLE centre_staffmember")

    finished = run_command("load_demo", {"TRAME_DATA": str(tmp_path)})

    assert finished.returncode == 1
    assert finished.stderr.endswith("OperationalError: no such table: centre_staffmember\n")


def test_a_command_stops_with_the_sentence_and_no_traceback():
    finished = run_command("check", {"TRAME_DEBUG": "peut-être"})

    assert finished.returncode == 1
    assert finished.stderr == "TRAME_DEBUG : « peut-être » n’est ni oui ni non. Écrivez « oui » ou « non ».\n"


def test_the_readme_tells_each_variable():
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| `(.+)` \|$", (BASE_DIR / "README.md").read_text(), re.MULTILINE)

    assert rows == [
        (
            variable.name,
            variable.meaning,
            f"`{variable.default}`" if variable.default else "see meaning",
            variable.example,
        )
        for variable in VARIABLES
    ]
