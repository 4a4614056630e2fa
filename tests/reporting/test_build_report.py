import logging
import os
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from reporting import building
from reporting.building import write_whole
from reporting.models import Block, BlockKind, Chapter, Indicator, Report
from tests.factories import make_centre
from tests.reading import clean


@pytest.fixture
def report(db):
    make_centre(name="Centre social des Lices")
    return Report.objects.create(year=2021, foreword="<p>Une année.</p>", foreword_signature="A. Dupont")


def run(*arguments) -> tuple[str, str]:
    stdout, stderr = StringIO(), StringIO()
    call_command("build_report", *arguments, stdout=stdout, stderr=stderr)
    return stdout.getvalue(), stderr.getvalue()


def test_the_command_writes_the_report(report, tmp_path):
    path = tmp_path / "new" / "rapport.pdf"

    stdout, stderr = run("2021", "-o", str(path))

    words = PdfReader(BytesIO(path.read_bytes())).pages[0].extract_text()
    assert "2021" in words
    assert "Centre social des Lices" in words
    assert stdout == f"{path}\n"
    assert stderr.splitlines() == [
        "  5 %  Comptage des chiffres",
        " 35 %  Préparation des pages",
        " 41 %  Mise en page",
        " 86 %  Numéros de page du sommaire",
        " 88 %  Écriture du PDF",
        " 95 %  Enregistrement",
    ]


def test_the_page_of_the_report_hands_it_out_too(report, tmp_path):
    path = tmp_path / "rapport.pdf"

    run("2021", "-o", str(path))

    build = report.builds.get()
    assert (build.state, build.percent, build.finished_at is None) == ("done", 100, False)
    with build.file.open() as kept:
        assert kept.read() == path.read_bytes()


def test_the_maker_of_pages_says_nothing_of_its_own(report, tmp_path, capfd):
    logging.getLogger().addHandler(heard := logging.StreamHandler(StringIO()))

    run("2021", "-o", str(tmp_path / "rapport.pdf"))

    logging.getLogger().removeHandler(heard)
    assert (heard.stream.getvalue(), *capfd.readouterr()) == ("", "", "")


def test_a_year_without_report_is_refused_with_those_that_have_one(report):
    with pytest.raises(CommandError) as refusal:
        run("2019")

    assert str(refusal.value) == "Aucun rapport pour 2019. Années connues : 2021."


def test_an_unknown_code_is_refused_by_the_name_of_its_block(report, tmp_path):
    chapter = Chapter.objects.create(report=report, slug="jeunesse", title="Jeunesse")
    Block.objects.create(chapter=chapter, kind=BlockKind.TEXT, title="L’été", text="<p>{{ E999 }} jeunes</p>")
    path = tmp_path / "rapport.pdf"

    with pytest.raises(CommandError) as refusal:
        run("2021", "-o", str(path))

    assert "« L’été », dans le chapitre « Jeunesse »" in str(refusal.value)
    assert "E999" in str(refusal.value)
    assert not path.exists()


@pytest.mark.parametrize(
    ("fields", "why"),
    [({"measure": "people", "where": {"hour": ["9"]}}, "hour"), ({"measure": "people", "period": "2021-2020"}, "2021")],
)
def test_an_indicator_without_answer_is_refused_by_its_code(report, tmp_path, fields, why):
    Indicator.objects.create(code="X001", label="Personnes", **fields)

    with pytest.raises(CommandError) as refusal:
        run("2021", "-o", str(tmp_path / "rapport.pdf"))

    assert clean(str(refusal.value)).startswith("Indicateur X001 : ")
    assert why in str(refusal.value)


def test_a_file_that_cannot_be_written_is_said(report, tmp_path):
    (tmp_path / "taken").write_text("")

    with pytest.raises(CommandError, match="n’a pas pu être écrit"):
        run("2021", "-o", str(tmp_path / "taken" / "rapport.pdf"))


def test_the_file_before_stays_when_writing_fails(tmp_path, monkeypatch):
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"before")

    def die(source, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(building.os, "replace", die)

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"after")

    assert path.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["rapport.pdf"]


def test_the_file_is_never_seen_partial(tmp_path, monkeypatch):
    path, seen = tmp_path / "rapport.pdf", []
    replace = os.replace

    def look(source, target):
        seen.append((path.exists(), os.path.getsize(source)))
        replace(source, target)

    monkeypatch.setattr(building.os, "replace", look)

    write_whole(path, b"x" * 1000)

    assert seen == [(False, 1000)]
    assert path.read_bytes() == b"x" * 1000
