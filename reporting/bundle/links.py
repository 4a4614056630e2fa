"""Cells that name other rows: by key or slug, never by the database's number; and words of open lists."""

from django.utils.text import slugify

from reporting.bundle.faults import CellRefused
from reporting.bundle.kinds import Kind, split_list


class Reference(Kind):
    """The key or slug of a row of another table."""

    def __init__(self, table: str, key_field: str = "key"):
        self.refers_to = table
        self.key_field = key_field

    def paths(self, field):
        return [f"{field}__{self.key_field}"]

    def store(self, field, value, numbers):
        return {f"{field}_id": None if value is None else numbers(self.refers_to, value)}


class References(Reference):
    """A list of keys, in no order."""

    is_many = True

    def read(self, text):
        return tuple(sorted(set(split_list(text))))

    def write(self, value):
        return "; ".join(value)

    def store(self, field, value, numbers):
        return {field: [numbers(self.refers_to, key) for key in value]}


class Word(Kind):
    """A word of an open list. The value is its slug; a new word makes a term."""

    def __init__(self, vocabulary, key_field: str = "slug"):
        self.vocabulary = vocabulary
        self.key_field = key_field

    def paths(self, field):
        return [f"{field}__{self.key_field}"]

    def read(self, text):
        if not slugify(text):
            raise CellRefused(f"« {text} » n’a aucune lettre.", "Écrivez un mot en lettres latines.")
        return text

    def store(self, field, value, numbers):
        return {f"{field}_id": None if value is None else numbers(self.vocabulary, value)}


class Words(Word):
    is_many = True

    def read(self, text):
        return tuple(Word.read(self, word) for word in split_list(text))

    def store(self, field, value, numbers):
        return {field: [numbers(self.vocabulary, slug) for slug in value]}


class Holder(Kind):
    """Who sits: a person, by key, or an organisation, in words. The value is a person's key or the words."""

    def __init__(self, prefix: str = ""):
        self.prefix = prefix

    def paths(self, field):
        return [f"{self.prefix}person__key", f"{self.prefix}holder"]

    def load(self, person_key, words):
        return person_key or words

    def read(self, text):
        if len(text) > 150:
            raise CellRefused(f"Le nom compte {len(text)} caractères.", "Gardez-en 150 au plus.")
        return text

    def store(self, field, value, numbers):
        return {}  # written by the mandates' own rules: the name shown depends on the person
