#!/usr/bin/env python
"""Run Trame's commands, from the terminal."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "centre.settings")

    from django.core.management import execute_from_command_line
    from django.db import DatabaseError

    from centre.configuration import ConfigurationError, read_configuration

    try:
        read_configuration(os.environ)
    except ConfigurationError as refusal:
        sys.exit(str(refusal))
    try:
        execute_from_command_line(sys.argv)
    except DatabaseError:
        if reason := why_unreachable():
            sys.exit(f"DATABASE_URL : la base ne répond pas. Vérifiez son adresse, et qu’elle est en marche.\n{reason}")
        if lacks_migrations():
            sys.exit("La base n’est pas à jour. Lancez d’abord : manage.py migrate")
        raise


def why_unreachable() -> str | None:
    """What the database says to whoever knocks; None if it opens."""
    from django.db import DatabaseError, connection

    connection.close()
    try:
        connection.ensure_connection()
    except DatabaseError as refusal:
        return str(refusal).strip()
    return None


def lacks_migrations() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


if __name__ == "__main__":
    main()
