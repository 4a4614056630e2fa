"""What a browser needs to go on without network: its service worker, and a page that says there is none."""

from django.shortcuts import render
from django.views.decorators.cache import cache_control

from centre.access import open_to_all


# A script without a name in it, which every browser asks for before anyone signs in.
@open_to_all()
@cache_control(no_cache=True)
def service_worker(request):
    """At the root of the house: a service worker rules over the addresses below its own."""
    return render(request, "centre/service_worker.js", content_type="text/javascript; charset=utf-8")


# Kept on the device, for whoever uses it.
@open_to_all()
def offline(request):
    return render(request, "centre/offline.html")
