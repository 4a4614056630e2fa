"""The README's pictures, taken from the demo: `make pictures`. Among the tests, whose browser it borrows."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import django
from PIL import Image, ImageOps
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from tests.chromium import LAPTOP, how_to_launch

ROOT = Path(__file__).resolve().parent.parent
# Not under static/, which is served to the centre's users.
FOLDER = ROOT / "docs"
CHAPTER = "Enfance"
DAY, ACTIVITY = "2021-06-18", "Écrivains publics"
EDGE = "#E4DED4"


def main(report: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    save(page_of_chapter(Path(report)), "report.webp")
    with demo_server() as address, signed_in(address) as page:
        page.goto("/dashboard/?year=2021")
        save(page.screenshot(), "dashboard.webp")
        page.goto(f"/today/?jour={DAY}")
        page.get_by_role("link", name=f"Feuille de présence : {ACTIVITY}").last.click()
        page.get_by_role("heading", name=ACTIVITY).wait_for()
        save(page.screenshot(), "roll.webp")


def page_of_chapter(report: Path) -> bytes:
    """The page after the chapter's opening: text, boxed figures, charts."""
    reader = PdfReader(report)
    opening = next(entry for entry in reader.outline if not isinstance(entry, list) and entry.title == CHAPTER)
    number = str(reader.get_destination_page_number(opening) + 2)
    return subprocess.run(
        ["pdftoppm", "-png", "-r", "120", "-f", number, "-l", number, report], check=True, capture_output=True
    ).stdout


@contextmanager
def demo_server():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=os.environ | {"TRAME_LISTEN": address},
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(address, server)
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, server: subprocess.Popen) -> None:
    host, port = address.split(":")
    while server.poll() is None:
        try:
            return socket.create_connection((host, int(port))).close()
        except ConnectionRefusedError:
            time.sleep(0.2)
    sys.exit("The demo does not answer.")


@contextmanager
def signed_in(address: str):
    from reporting.demo.accounts import DOMAIN, PASSWORD

    with sync_playwright() as playwright, playwright.chromium.launch(**how_to_launch()) as browser:
        page: Page = browser.new_page(base_url=address, viewport=LAPTOP, locale="fr-FR", reduced_motion="reduce")
        page.goto("/accounts/login/")
        page.get_by_label("Adresse électronique").fill(f"direction@{DOMAIN}")
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Se connecter").click()
        page.wait_for_url("**/today/")
        yield page


def save(picture: bytes, name: str) -> None:
    """With an edge, for a reader whose page is white."""
    image = ImageOps.expand(Image.open(BytesIO(picture)).convert("RGB"), border=1, fill=EDGE)
    image.save(FOLDER / name, lossless=True, quality=100, method=6)
    print((FOLDER / name).relative_to(ROOT))


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
