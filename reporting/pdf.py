"""The report as a tagged PDF that reads aloud: PDF/UA-1, French, bookmarks, alternative text, embedded fonts."""

import logging
import mimetypes
import threading
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders

BASE_URL = "https://rapport.invalid/"  # no such host: every address under it is a file of ours, or nothing
PICTURES = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")
SVG = "{http://www.w3.org/2000/svg}"
MEDIA = "/media/"

Progress = Callable[[str, int], None]  # what is being done, in French; percent


class AddressRefused(ValueError):
    """The document names something that is neither a static file nor a picture of ours."""


def write_pdf(html: str, progress: Progress = lambda step, percent: None) -> bytes:
    """The pages of `html`. WeasyPrint is slow to import: only who makes a PDF waits for it."""
    import weasyprint

    document = weasyprint.HTML(string=html, base_url=BASE_URL, url_fetcher=make_fetcher())
    describe_drawings(document.etree_element)
    with page_by_page(progress):
        return document.write_pdf(pdf_variant="pdf/ua-1", optimize_images=True)


def describe_drawings(root):
    """WeasyPrint reads the title of a drawing as its alternative text: it gets the description as well."""
    for drawing in root.iter(f"{SVG}svg"):
        title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
        if title is not None and description is not None:
            title.text = f"{title.text} {description.text}"


def make_fetcher():
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OurFiles(URLFetcher):
        """Reads static files, media and embedded pictures. No network, no other file, no redirect."""

        def __init__(self):
            super().__init__(allowed_protocols={"https", "data"}, allow_redirects=False)

        def fetch(self, url, headers=None):
            if url.startswith(PICTURES):
                return super().fetch(url, headers)
            path = our_file(url)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return OurFiles()


def our_file(url: str) -> Path:
    """The file behind an address of ours; AddressRefused for anything else."""
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}/" != BASE_URL:
        raise AddressRefused(url)
    path = unquote(parts.path)
    for prefix, find in ((settings.STATIC_URL, static_file), (MEDIA, media_file)):
        name = path.removeprefix(prefix)
        if path.startswith(prefix) and not name.startswith("/") and ".." not in name.split("/"):
            return inside_of(find(name), url)
    raise AddressRefused(url)


def media_file(name: str) -> tuple[Path, Path]:
    return Path(settings.MEDIA_ROOT) / name, Path(settings.MEDIA_ROOT)


def static_file(name: str) -> tuple[Path, Path]:
    """The file and the folder that it must not leave: the collected one in production, else where it is written."""
    if settings.STATIC_ROOT:
        return Path(settings.STATIC_ROOT) / name, Path(settings.STATIC_ROOT)
    found = finders.find(name)
    if not found:
        raise AddressRefused(name)
    return Path(found), Path(str(found).removesuffix(name))


def inside_of(file_and_root: tuple[Path, Path], url: str) -> Path:
    file, root = (path.resolve() for path in file_and_root)
    # A folder of static files may itself be reached by a link; what matters is that the file stays inside.
    if not file.is_relative_to(root) or not file.is_file():
        raise AddressRefused(url)
    return file


class PageCounter(logging.Handler):
    """WeasyPrint says each page in its log: our progress listens."""

    def __init__(self, progress: Progress):
        super().__init__()
        self.progress = progress
        self.thread = threading.get_ident()
        self.is_numbering = False

    def emit(self, record):
        if record.thread != self.thread:
            return
        if record.msg.startswith("Step 5"):
            self.tell_page(record)
        elif record.msg.startswith("Step 6"):
            self.progress("Écriture du PDF", 88)

    def tell_page(self, record):
        """All pages are laid out, then again wherever a page number that they print was not known yet."""
        self.is_numbering = self.is_numbering or "Repagination" in record.msg
        if self.is_numbering:
            self.progress("Numéros de page du sommaire", 86)
        else:
            self.progress(f"Mise en page\u00a0: page {record.args[0]}", min(40 + record.args[0], 85))


@contextmanager
def page_by_page(progress: Progress):
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.propagate = False  # what it says in English is for our ears, not for the screen
    handler = PageCounter(progress)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
