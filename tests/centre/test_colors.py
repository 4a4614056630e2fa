import pytest

from centre.colors import SURFACES, contrast, readable_on, sector_rules

SECTORS = ["#B83B5E", "#B4530F", "#2463A8", "#2E7D4F", "#6C4AA0", "#1B7A80", "#4A5568"]


def test_contrast_goes_from_1_to_21():
    assert (contrast("#FFFFFF", "#FFFFFF"), contrast("#000000", "#FFFFFF")) == (1, 21)


def test_a_readable_colour_is_left_alone():
    assert [readable_on(color, SURFACES["light"]) for color in SECTORS] == SECTORS


@pytest.mark.parametrize("color", [*SECTORS, "#FFFF00", "#000000", "#FFFFFF", "#808080"])
@pytest.mark.parametrize("surface", SURFACES.values())
def test_whatever_the_setting_the_text_reads(color, surface):
    assert contrast(readable_on(color, surface), surface) >= 4.5


def test_one_class_a_sector_in_light_and_in_dark():
    rules = sector_rules([("enfance", "#B4530F")])

    assert rules == (
        ".sector-enfance { --sector: #B4530F; --sector-ink: #B4530F; }\n"
        "@media (prefers-color-scheme: dark) {\n"
        ".sector-enfance { --sector: #C3753F; --sector-ink: #C3753F; }\n"
        "}\n"
    )
