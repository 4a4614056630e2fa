from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from reporting.charts import draw
from reporting.figures.figure import Figure, Part, Period, Request
from reporting.pdf import BASE_URL, AddressRefused, make_fetcher, our_file, write_pdf
from reporting.typography import NBSP

YEAR = Period.year(2021)


@pytest.fixture
def media(settings):
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


def make_png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (4, 4), "#A8432B").save(file, "PNG")
    return file.getvalue()


def tags(reader: PdfReader, kind: str) -> list[dict]:
    """Every element of that kind in the tree that a screen reader follows."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if isinstance(element, list):
            waiting = [*element, *waiting]
        elif isinstance(element, dict):
            if element.get("/S") == f"/{kind}":
                found.append(element)
            waiting = [*([element["/K"]] if "/K" in element else []), *waiting]
    return found


def page(body: str) -> str:
    return f"""<html lang="fr"><head><title>Rapport</title>
    <link rel="stylesheet" href="/static/css/report.css"></head><body>{body}</body></html>"""


# Addresses


def test_a_static_file_is_read():
    path = our_file(f"{BASE_URL}static/css/report.css")

    assert path.name == "report.css"


def test_a_font_of_an_installed_package_is_read():
    path = our_file(f"{BASE_URL}static/fonts/Figtree%5Bwght%5D.ttf")

    assert path.name == "Figtree[wght].ttf"


def test_a_collected_static_file_is_read_in_production(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "report.abc123.css").write_text("p {}")

    assert our_file(f"{BASE_URL}static/report.abc123.css") == tmp_path / "report.abc123.css"


def test_a_picture_of_ours_is_read(media):
    (media / "fete.png").write_bytes(make_png())

    assert our_file(f"{BASE_URL}media/fete.png") == media / "fete.png"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
        "https://exemple.fr/pixel.png",
        "https://rapport.invalid.exemple.fr/static/css/report.css",
        "https://rapport.invalid@exemple.fr/static/css/report.css",
        "http://rapport.invalid/static/css/report.css",
        f"{BASE_URL}etc/passwd",
        f"{BASE_URL}media/absent.png",
        f"{BASE_URL}media/",
        f"{BASE_URL}media/../secret.txt",
        f"{BASE_URL}media/%2e%2e/secret.txt",
        f"{BASE_URL}media//etc/passwd",
        f"{BASE_URL}static/../manage.py",
        f"{BASE_URL}static/css/../../manage.py",
        f"{BASE_URL}static//etc/passwd",
        f"{BASE_URL}static/%2Fetc%2Fpasswd",
        "ftp://exemple.fr/a.png",
    ],
)
def test_every_other_address_is_refused(media, url):
    (media.parent / "secret.txt").write_text("secret")

    with pytest.raises(AddressRefused):
        our_file(url)


def test_a_link_that_leaves_the_media_is_refused(media):
    secret = media.parent / "secret.txt"
    secret.write_text("secret")
    (media / "fete.png").symlink_to(secret)

    with pytest.raises(AddressRefused):
        our_file(f"{BASE_URL}media/fete.png")


@pytest.mark.parametrize(
    "url",
    [
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "data:text/css,p{}",
        "file:///etc/passwd",
        "https://exemple.fr/pixel.png",
    ],
)
def test_the_fetcher_refuses_what_is_not_a_picture(url):
    with pytest.raises(ValueError):
        make_fetcher().fetch(url)


def test_an_embedded_picture_is_read():
    url = f"data:image/png;base64,{b64encode(make_png()).decode()}"

    response = make_fetcher().fetch(url)

    assert response.read() == make_png()


def test_a_document_reads_no_file_of_the_machine(tmp_path):
    secret = tmp_path / "secret.css"
    secret.write_text('p::after { content: "LU" }')

    pdf = write_pdf(
        page(f'<p>Rien</p><style>@import url("file://{secret}")</style><img src="file://{secret}" alt="x">')
    )

    assert "LU" not in PdfReader(BytesIO(pdf)).pages[0].extract_text()


# Pages


def make_document() -> PdfReader:
    figure = Figure(
        request=Request("people", YEAR, {}, ["sex"]),
        unit="people",
        period=YEAR,
        value=97,
        parts=[Part({"sex": "F"}, 31), Part({"sex": "M"}, 66)],
        unknown=0,
        adds_up=True,
        question="",
        method="",
    )
    chart = draw(figure, form="ring", title="Plus de garçons que de filles")
    body = f"""<h2>Jeunesse</h2><h3>Dynamik’Ados</h3>
    <p>Du texte. <strong>Fort</strong> et <em>penché</em>.</p>{chart.svg}
    <table class="figures"><thead><tr><th scope="col">Atelier</th></tr></thead>
    <tbody><tr><td>12</td></tr></tbody></table>"""
    return PdfReader(BytesIO(write_pdf(page(body))))


def test_a_pdf_is_tagged_french_and_says_so():
    reader = make_document()
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Rapport"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert [len(tags(reader, kind)) for kind in ("H2", "H3", "Table", "TH")] == [1, 1, 1, 1]


def test_headings_are_bookmarks():
    outline = make_document().outline

    assert [outline[0].title, outline[1][0].title] == ["Jeunesse", "Dynamik’Ados"]


def test_a_chart_has_its_values_as_alternative_text():
    figures = tags(make_document(), "Figure")

    assert [figure["/Alt"] for figure in figures] == [f"Plus de garçons que de filles F{NBSP}: 31, M{NBSP}: 66"]


def test_every_font_is_embedded():
    embedded = set()
    for page_ in make_document().pages:
        for font in page_["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            embedded.add((font["/BaseFont"].split("+")[1].split("-")[0], "/FontFile2" in descendant["/FontDescriptor"]))

    assert embedded == {("Bricolage", True), ("Figtree", True), ("Source", True)}


def test_progress_tells_the_pages():
    told = []

    write_pdf(
        page("<h2>Un</h2><p style='break-before: page'>Deux</p>"), lambda step, percent: told.append((step, percent))
    )

    steps = [step for step, _ in told]
    assert f"Mise en page{NBSP}: page 2" in steps
    assert steps[-1] == "Écriture du PDF"
    assert [percent for _, percent in told] == sorted(percent for _, percent in told)
