"""The teachers' passphrase: chosen once, kept as an argon2 hash and nothing else."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Column, Engine, String, Table, insert, select
from sqlalchemy.exc import IntegrityError

from explainer.database import metadata
from explainer.findings import InputProblem

SHORTEST, LONGEST = 12, 200
_NAME = "teacher passphrase"

hashes = Table(
    "hashes",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("hash", String(200), nullable=False),
)


def kept(engine: Engine) -> str | None:
    """The hash of the passphrase that was chosen; None before."""
    with engine.connect() as connection:
        found = connection.scalar(select(hashes.c.hash).where(hashes.c.name == _NAME))
    return None if found is None else str(found)


def choose(engine: Engine, passphrase: str, again: str) -> None:
    """Keeps the passphrase, once. InputProblem where it cannot be this one, or one is kept."""
    if not SHORTEST <= len(passphrase) <= LONGEST or not passphrase.strip():
        raise InputProblem(
            f"A passphrase has {SHORTEST} to {LONGEST} characters: four words are easy to remember."
        )
    if passphrase != again:
        raise InputProblem("The two passphrases differ: type the same one twice.")
    try:
        with engine.begin() as connection:
            hashed = PasswordHasher().hash(passphrase)
            connection.execute(insert(hashes).values(name=_NAME, hash=hashed))
    except IntegrityError:
        raise InputProblem("A passphrase has been chosen already: open the page with it.") from None


def matches(hashed: str, given: str) -> bool:
    try:
        return PasswordHasher().verify(hashed, given)
    except VerificationError:
        return False


@cache
def hash_of(passphrase: str) -> str:
    """The hash of a passphrase from a setting, so that it is compared as slowly as a kept one."""
    return PasswordHasher().hash(passphrase)
