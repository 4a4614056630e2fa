import re

from tests.factories import make_centre
from tests.pages import read


def test_every_file_that_a_device_keeps_is_there(client, db):
    make_centre()
    script = client.get("/service-worker.js")
    files = re.findall(r'^  "(/\S+)",$', script.content.decode(), re.M)

    answers = {file: read(client.get(file)).status_code for file in files}

    assert len(files) > 10
    assert answers == dict.fromkeys(files, 200)
    assert script["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_page_without_network_names_nobody(client, db):
    make_centre()

    response = client.get("/offline/")

    assert response["X-Trame-User"] == "none"
    assert "Le réseau ne répond pas." in response.content.decode()
    assert "data-user=" not in response.content.decode()
