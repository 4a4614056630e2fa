"""Blocks that are tables of figures."""

from reporting.drawing import NOTHING, short_unit
from reporting.figures.figure import Figure, Request
from reporting.models import BlockKind
from reporting.rendering.blocks import BlockDrawer, question
from reporting.typography import space_french

TOTAL = "Ensemble"
# Of what is not counted but divided, an absent part is nothing; of the others, it is zero.
DIVIDED_UNITS = {"percent", "years", "eur_per_hour"}


class TableBlock(BlockDrawer):
    """One row a value of a split, one column a measure."""

    kind = BlockKind.TABLE

    @property
    def split(self) -> str:
        return self.options["rows"]["split"]

    @property
    def values(self) -> list:
        return self.options["rows"].get("values", [])

    @property
    def column_requests(self) -> list[Request]:
        return [self.column_request(column) for column in self.options.get("columns", [])]

    def column_request(self, column: dict) -> Request:
        where = {**self.options.get("where", {}), **column.get("where", {})}
        if self.values:
            where[self.split] = self.values
        return question({**column, "where": where}, self.around, by=[self.split])

    def requests(self):
        yield from self.text_requests()
        yield from self.column_requests

    def context(self):
        figures = [self.figures.figure(request) for request in self.column_requests]
        labels = self.around.labels
        rows = [
            {
                "label": labels.of(self.split, value),
                "cells": [self.cell(figure, value) for figure in figures],
                "is_total": False,
            }
            for value in self.row_values(figures)
        ]
        if self.options.get("total"):
            cells = [self.figures.shown(request).text for request in self.column_requests]
            rows.append({"label": TOTAL, "cells": cells, "is_total": True})
        head = [self.options["rows"].get("header") or labels.split_name(self.split)]
        head += [space_french(column["label"]) for column in self.options.get("columns", [])]
        return {"head": head, "rows": rows, "is_long": len(rows) > 18}

    def row_values(self, figures: list[Figure]) -> list:
        """Those asked for, in their order; or all that the figures know, the unknown one last."""
        if self.values:
            return self.values
        found = dict.fromkeys(part.keys[self.split] for figure in figures for part in figure.parts)
        return sorted(found, key=lambda value: value is None)

    def cell(self, figure: Figure, value) -> str:
        for part in figure.parts:
            if part.keys[self.split] == value:
                return self.figures.shown_part(figure, part).text
        return NOTHING if figure.unit in DIVIDED_UNITS else short_unit(0, figure.unit)


class StaffBlock(BlockDrawer):
    """Who works there on the last day of the year: one row a profession."""

    kind = BlockKind.STAFF

    @property
    def where(self) -> dict:
        return {split: [self.options[split]] for split in ("facility", "sector", "activity") if self.options.get(split)}

    @property
    def heads(self) -> Request:
        return Request("staff", self.around.period, self.where, ["profession"])

    @property
    def full_times(self) -> Request:
        return Request("fte", self.around.period, self.where, ["profession"])

    def requests(self):
        yield from self.text_requests()
        yield from (self.heads, self.full_times)

    def context(self):
        heads, full_times = self.figures.figure(self.heads), self.figures.figure(self.full_times)
        fte_of = {part.keys["profession"]: part for part in full_times.parts}
        rows = []
        for part in heads.parts:
            profession = part.keys["profession"]
            fte = fte_of.get(profession)
            rows.append(
                {
                    "label": self.around.labels.of("profession", profession),
                    "count": self.figures.shown_part(heads, part).text,
                    "fte": self.figures.shown_part(full_times, fte).text if fte else NOTHING,
                }
            )
        return {
            "rows": rows,
            "total": self.figures.shown(self.heads).text,
            "fte_total": self.figures.shown(self.full_times).text,
            "has_fte": bool(full_times.value),
            "overlaps": sum(part.value for part in heads.parts) > heads.value,
        }
