"""Anonymous head counts: one more, one less, or the number that was counted again."""

from uuid import UUID

from activities.roll.work import Work


def count(
    work: Work,
    *,
    group: str,
    sex: str,
    is_estimate: bool,
    step: int | None = None,
    number: int | None = None,
    base: UUID | None = None,
) -> None:
    """One more and one less add up, whoever else counts at the same door; a number replaces what the device saw."""
    row = work.roll.tally(group=group, sex=sex, is_estimate=is_estimate)
    seen = row.last_operation_id if number is None else base
    wanted = row.count + step if number is None else number
    if wanted < 0:
        work.keep(row, {"count": wanted}, base=seen, message="Le compte est déjà à zéro.")
    elif not work.may_write(row, seen) and wanted != row.count:
        work.keep(row, {"count": wanted}, base=seen)
    elif not work.session.is_roll_shut:
        work.write(row, {"count": wanted}, base=seen)
    work.tell([row])
