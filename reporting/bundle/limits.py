"""How big an honest bundle may be: some twenty years of a large centre. Beyond, it is refused unread."""

MEGABYTE = 1024 * 1024
ARCHIVE_BYTES = 200 * MEGABYTE  # the .zip or .xlsx as it lies on the disk
TABLE_BYTES = 100 * MEGABYTE  # one table, unpacked: more than a million attendances
BUNDLE_BYTES = 400 * MEGABYTE  # all of it, unpacked
UNPACKED_TIMES = 200  # text shrinks 5 to 40 times; a bomb, a thousand
UNPACKED_BYTES_TRUSTED = 5 * MEGABYTE  # whatever its ratio
MEMBERS = 500  # files in an archive
LINES = 5_000_000  # of a file of text: a row may hold several
ROWS = 1_000_000  # in a table
COLUMNS = 200
SHEET_CELLS = 5_000_000  # rows x columns, as the reader lays them out in memory
CELL_CHARACTERS = 100_000
ROW_CHARACTERS = 1_000_000
SHEET_CHARACTERS = 100_000_000  # once the words that cells share are copied into each


def in_megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} Mo"
