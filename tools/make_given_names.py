"""Make explainer/data/given_names.z: which first names are a man's and which a woman's.

    pip install names==0.3.0 faker==40.54.0
    python tools/make_given_names.py

`names` carries the 1990 census of the United States (public domain), faker (MIT) the lists of
many countries. A name borne by both is left out unless ten times as many bear it on one side.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from pathlib import Path

from make_wordlist import LOCALES, NAME, folder

OUT = Path(__file__).parents[1] / "explainer" / "data" / "given_names.z"
LIST = re.compile(
    r"first_names_(male|female)\w*\s*(?::[^=]+)?=\s*(?:OrderedDict\()?[(\[{](.*?)\n    [)\]}]", re.S
)


def census(side: str) -> Counter[str]:
    """Bearers in 100,000, as the census gives them in percent."""
    lines = (folder("names") / f"dist.{side}.first").read_text().splitlines()
    return Counter({w[0].capitalize(): int(float(w[1]) * 1000) for w in map(str.split, lines)})


def countries() -> dict[str, Counter[str]]:
    """In how many countries' lists a name stands, as ten bearers each."""
    found: dict[str, Counter[str]] = {"male": Counter(), "female": Counter()}
    for locale in LOCALES.split():
        path = folder("faker") / "providers" / "person" / locale / "__init__.py"
        for side, body in LIST.findall(path.read_text("utf-8")):
            names = {n for n in re.findall(r"[\"']([^\"']+)[\"']", body) if NAME.match(n)}
            found[side].update(dict.fromkeys(names, 10))
    return found


def main() -> None:
    listed = countries()
    male = census("male") + listed["male"]
    female = census("female") + listed["female"]
    men = sorted(n for n, count in male.items() if count >= 10 * female[n])
    women = sorted(n for n, count in female.items() if count >= 10 * male[n])
    OUT.write_bytes(zlib.compress("\n\n".join(["\n".join(men), "\n".join(women)]).encode(), 9))
    print(f"{len(men)} men's and {len(women)} women's names, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
