"""From the records to the paper: a director signs in, reads the year, and takes the report home."""

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from centre.access import Role
from tests.factories import (
    PASSWORD,
    make_activity,
    make_attendance,
    make_block,
    make_centre,
    make_chapter,
    make_household,
    make_indicator,
    make_person,
    make_report,
    make_sector,
    make_session,
    make_user,
)


@pytest.fixture
def director(transactional_db):
    """Twelve teenagers came to the club one afternoon of 2021."""
    make_centre(name="Centre social des Quatre-Vents")
    youth = make_sector("jeunesse", name="Jeunesse", color="#2463A8")
    club = make_session(make_activity("club", youth, name="Le club"), "2021-03-10T14:00")
    home = make_household()
    for _ in range(12):
        make_attendance(club, make_person(birth_date="2007-05-04", sex="F"), household=home)
    make_indicator("J1", label="Jeunes venus au club", chapter="Jeunesse", where={"activity": ["club"]})
    chapter = make_chapter(make_report(2021), "jeunesse", title="Jeunesse", sector=youth, key_figures=["J1"])
    make_block(chapter, text="<p>Ils étaient {{ J1 }} au club.</p>")
    return make_user(Role.DIRECTOR)


def test_a_director_signs_in_reads_the_year_and_takes_the_report(page, director, run_tasks, tmp_path):
    page.goto("/")
    page.get_by_label("Adresse électronique").fill(director.email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()

    page.get_by_role("link", name="Tableau de bord").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("L’année 2021")
    tile = page.locator(".tile", has_text="Personnes venues")
    expect(tile.locator(".tile-value")).to_have_text(re.compile(r"12\s+personnes"))
    tile.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Comment c’est compté")).to_be_visible()

    page.get_by_role("link", name="Rapports", exact=True).first.click()
    page.get_by_role("link", name="Rapport d’activité 2021").click()
    expect(page.locator(".report-screen")).to_contain_text("Ils étaient 12 au club.")

    page.get_by_role("button", name="Fabriquer le PDF").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    run_tasks()
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger le PDF").click()
    download.value.save_as(tmp_path / "report.pdf")

    assert download.value.suggested_filename == "rapport-activite-2021.pdf"
    words = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "report.pdf").pages)
    assert "Centre social des Quatre-Vents" in words
    assert "Ils étaient 12 au club." in words
