"""The one database of the app: opened here, whatever is kept in it.

SQLite in WAL mode by default; any SQLAlchemy address works.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, MetaData, create_engine, event
from sqlalchemy.engine import make_url

DEFAULT_ADDRESS = "sqlite:///data/explainer.sqlite"
metadata = MetaData()


def open_database(address: str = DEFAULT_ADDRESS) -> Engine:
    """The database at a SQLAlchemy URL, with every table that is declared by now."""
    engine = _engine(address)
    metadata.create_all(engine)
    return engine


def _engine(address: str) -> Engine:
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def durable(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    return engine
