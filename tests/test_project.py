"""What the project says of itself: its README, its commands, its dependencies."""

import re
import tomllib

import pytest

from centre.configuration import BASE_DIR

README = (BASE_DIR / "README.md").read_text()
MAKEFILE = (BASE_DIR / "Makefile").read_text()
REQUIREMENTS = (BASE_DIR / "requirements.txt").read_text()
PYPROJECT = (BASE_DIR / "pyproject.toml").read_text()
HEAVIEST_PICTURE = 150_000


def dependencies():
    project = tomllib.loads(PYPROJECT)
    return project["project"]["dependencies"] + project["dependency-groups"]["dev"]


def test_each_command_is_in_the_readme():
    commands = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split()
    told = re.findall(r"^\| `make (\w+)` \|", README, re.MULTILINE)

    assert set(told) == {command for command in commands if command not in ("help", "setup-tests")}


def test_the_readme_shows_light_pictures():
    pictures = [BASE_DIR / path for path in re.findall(r'<img src="([^"]+)"', README)]

    assert len(pictures) == 3
    assert [picture.name for picture in pictures if picture.stat().st_size > HEAVIEST_PICTURE] == []


@pytest.mark.parametrize("dependency", dependencies())
def test_each_dependency_says_why_and_is_locked(dependency):
    name = re.match(r"[\w-]+", dependency)[0]

    assert re.search(rf'^ +"{re.escape(dependency)}", *# \w', PYPROJECT, re.MULTILINE)
    assert re.search(rf"^{name}(\[\w+\])?==[^ ]+( ;[^\\]+)? \\\n +--hash=sha256:", REQUIREMENTS, re.MULTILINE)


def test_the_locked_versions_name_no_place_to_fetch_them_from():
    assert re.findall(r"https?://.*|file:.*|^ *--(?!hash=).*", REQUIREMENTS, re.MULTILINE) == []
