"""Where each teacher's presentation stands, so that the window with the notes can follow."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

MOST = 200


@dataclass
class Talk:
    """`screen` is the index shown now; `begun` when the talk was first shown, in seconds."""

    screen: int
    begun: float


_talks: OrderedDict[str, Talk] = OrderedDict()
_lock = threading.Lock()


def shown(talk_id: str, screen: int, now: float | None = None) -> None:
    """Says that a screen is on the wall. The oldest talks are forgotten."""
    now = time.time() if now is None else now
    with _lock:
        talk = _talks.setdefault(talk_id, Talk(screen, now))
        talk.screen = screen
        _talks.move_to_end(talk_id)
        while len(_talks) > MOST:
            _talks.popitem(last=False)


def talk(talk_id: str) -> Talk | None:
    with _lock:
        found = _talks.get(talk_id)
        return Talk(found.screen, found.begun) if found else None


def restart(talk_id: str) -> None:
    """The clock of the talk starts again."""
    with _lock:
        if talk_id in _talks:
            _talks[talk_id].begun = time.time()
