"""Open word lists: a known word is found whatever its case and accents, a new one makes a term."""

from django.db.models import Model
from django.utils.text import slugify

from reporting.bundle.faults import CellRefused
from reporting.bundle.stored import Stored

NAME_FIELDS = {"ActionSheet": "title"}


class Vocabulary:
    """The terms of one model. `key` is the slug; for schools, which have none, the name."""

    def __init__(self, model: type[Model], key_field: str, stored: Stored):
        self.model = model
        self.key_field = key_field
        self.name_field = NAME_FIELDS.get(model.__name__, "name")
        self.names: dict[str, str] = {}  # key -> name
        self.numbers: dict[str, int] = {}
        self.new: dict[str, str] = {}  # key -> name, of the words to create
        for number, key, name in stored.read(model.objects.values_list("pk", key_field, self.name_field)):
            self.names[key], self.numbers[key] = name, number
        self.known = {slugify(name): key for key, name in sorted(self.names.items())}
        self.known |= {slugify(key): key for key in sorted(self.names)}

    @property
    def label(self) -> str:
        return self.model._meta.verbose_name

    def key_of(self, text: str) -> str:
        if text in self.names:
            return text
        word = slugify(text)
        return self.known[word] if word in self.known else self._create(text, word)

    def _create(self, text: str, word: str) -> str:
        most = self.model._meta.get_field(self.name_field).max_length
        if len(text) > most:
            raise CellRefused(f"Le mot compte {len(text)} caractères.", f"Gardez-en {most} au plus.")
        key = text if self.key_field == self.name_field else word[: self.model._meta.get_field("slug").max_length]
        self.names[key] = self.new[key] = text
        self.known[word] = key
        return key

    def cell(self, key: str) -> str:
        """The name people read when it leads back to its slug, else the slug."""
        name = self.names[key]
        is_readable = self.name_field == "name" and slugify(name) == key and ";" not in name
        return name if is_readable else key

    def create(self) -> None:
        terms = [self.model(**{self.key_field: key, self.name_field: name}) for key, name in self.new.items()]
        for term in self.model.objects.bulk_create(terms):
            self.numbers[getattr(term, self.key_field)] = term.pk
