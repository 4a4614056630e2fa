"""What `manage.py check --deploy` refuses, beyond Django's own checks and `configuration.py`."""

from django.conf import settings
from django.core.checks import Error, Tags, register

from centre.configuration import DEVELOPMENT_KEY


@register(Tags.security, deploy=True)
def production_is_meant(app_configs, **kwargs):
    if settings.CONFIGURATION.is_production:
        return []
    return [
        Error(
            f"TRAME_ENV : « {settings.ENVIRONMENT} » ne convient pas à un vrai centre.",
            hint="Écrivez TRAME_ENV=production.",
            id="centre.E001",
        )
    ]


@register(Tags.security, deploy=True)
def debug_is_off(app_configs, **kwargs):
    if not settings.DEBUG:
        return []
    return [
        Error(
            "TRAME_DEBUG : les pages d’erreur détaillées montreraient des données personnelles.",
            hint="Retirez TRAME_DEBUG.",
            id="centre.E002",
        )
    ]


@register(Tags.security, deploy=True)
def key_is_secret(app_configs, **kwargs):
    if settings.SECRET_KEY != DEVELOPMENT_KEY:
        return []
    return [
        Error(
            "TRAME_SECRET_KEY : la clé de développement est connue de tous.",
            hint="Retirez TRAME_SECRET_KEY : en production, une clé est tirée au sort et gardée.",
            id="centre.E003",
        )
    ]
