"""A table of the bundle and its columns: names that are a contract, French labels, and where each is kept."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model
from django.utils.text import slugify

from reporting.bundle.kinds import UNSET, Kind


def spelling(title: str) -> str:
    """A header whatever its case, accents and spaces: « Date de  Naissance » is ``date-de-naissance``."""
    return slugify(title.replace("_", " ").replace("’", " ").replace("'", " "))


@dataclass(frozen=True, eq=False)
class Column:
    name: str
    label: str  # French, as the template shows it
    kind: Kind
    field: str = ""  # of the model, when it has another name
    key: bool = False  # rows are known by these, ¹ in the contract
    required: bool = False
    extra: bool = False  # beyond the contract: read when there, written when some row has a value
    also: tuple[str, ...] = ()  # other spellings that people use

    @property
    def field_name(self) -> str:
        return self.field or self.name

    @property
    def paths(self) -> list[str]:
        return self.kind.paths(self.field_name)

    @property
    def titles(self) -> list[str]:
        return [self.name, self.label, *self.also]


@dataclass(frozen=True, eq=False)
class Table:
    name: str
    label: str
    model: type[Model]
    columns: tuple[Column, ...]
    key_field: str = ""  # other tables name a row by this column

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def key_columns(self) -> list[Column]:
        return [column for column in self.columns if column.key]

    @cached_property
    def many_columns(self) -> list[Column]:
        return [column for column in self.columns if column.kind.is_many]

    @cached_property
    def single_columns(self) -> list[Column]:
        return [column for column in self.columns if not column.kind.is_many]

    @cached_property
    def spellings(self) -> dict[str, Column]:
        return {spelling(title): column for column in self.columns for title in column.titles}

    @cached_property
    def defaults(self) -> dict:
        """What an empty cell means on a new row; a column that is not here has to be filled."""
        values = {column.name: default_of(self.model, column) for column in self.columns}
        return {name: value for name, value in values.items() if value is not UNSET}

    @cached_property
    def cleared(self) -> dict:
        """What `-` means, for the columns that may hold nothing."""
        values = {column.name: nothing_of(self.model, column) for column in self.columns}
        return {name: value for name, value in values.items() if value is not UNSET}

    def key_of(self, row: dict) -> tuple:
        return tuple(row.get(column.name) for column in self.key_columns)


def nothing_of(model: type[Model], column: Column):
    if column.kind.is_many or column.kind.nothing is not UNSET:
        return () if column.kind.is_many else column.kind.nothing
    field = model._meta.get_field(column.field_name)
    if field.null:
        return None
    return "" if field.blank and field.empty_strings_allowed else UNSET


def default_of(model: type[Model], column: Column):
    if column.required:
        return UNSET
    field = None if column.kind.is_many else model._meta.get_field(column.field_name)
    if field is None or not field.has_default() or callable(field.default):
        return nothing_of(model, column)
    return column.kind.load(field.to_python(field.default))
