"""Entry of the web server. Who serves pages serves for real, unless TRAME_ENV says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("TRAME_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "centre.settings")

application = get_wsgi_application()
