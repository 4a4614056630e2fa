from django.apps import AppConfig


class CentreConfig(AppConfig):
    name = "centre"
    verbose_name = "Le centre"

    def ready(self):
        from centre import checks, sign_ins  # noqa: F401  Importing them registers them.
