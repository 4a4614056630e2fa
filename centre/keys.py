"""Public keys: what a row is called in files and addresses, never the database's own number."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/i/l: read aloud without mistakes


def new_key() -> str:
    """Ten characters, about 49 bits: two rows of one centre never meet."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))
