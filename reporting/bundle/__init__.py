"""The exchange bundle: the whole centre as plain tables, in and out."""
