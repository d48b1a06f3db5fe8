"""How often a passphrase may be tried in a minute, so that it cannot be guessed and one student
cannot shut the door for the teacher.

A window, an address and everybody together have their limits, each wider than the one before: a new
window costs nothing, and a school often shares one address. A browser that a teacher has signed in
with before is counted by itself alone.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

Bucket = Literal["known", "window", "address", "everybody"]
Buckets = Sequence[tuple[Bucket, str]]
PER_SECONDS = 60.0
LIMITS: dict[Bucket, int] = {"known": 5, "window": 5, "address": 15, "everybody": 45}
_tries: defaultdict[tuple[Bucket, str], list[float]] = defaultdict(list)
_lock = threading.Lock()


def buckets(known: str | None, window: str, address: str | None) -> Buckets:
    """Where a try is counted."""
    if known:
        return [("known", known)]
    # All who come through one proxy on this machine have no address.
    return [("window", window), ("address", address or ""), ("everybody", "")]


def wait_seconds(who: Buckets, now: float) -> float:
    """Takes one of the tries of this minute, or says how many seconds until there is one."""
    with _lock:
        for bucket in list(_tries):
            if not (left := [at for at in _tries[bucket] if now - at < PER_SECONDS]):
                del _tries[bucket]
            else:
                _tries[bucket] = left
        waits = [
            PER_SECONDS - (now - _tries[bucket][-LIMITS[bucket[0]]])
            for bucket in who
            if len(_tries.get(bucket, ())) >= LIMITS[bucket[0]]
        ]
        if not waits:
            for bucket in who:
                _tries[bucket].append(now)
        return max(waits, default=0.0)


def forgive(who: Buckets, at: float) -> None:
    """A right try is none to be counted."""
    with _lock:
        for bucket in who:
            if at in _tries.get(bucket, ()):
                _tries[bucket].remove(at)
