"""The samples: enough to look at, honest about where they come from, our own words."""

from __future__ import annotations

import csv
import os
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cases.privacy import find_flags
from cases.reader import CaseReading, read_bulletin

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "cases" / "samples").glob("*.md"))
CORPUS = Path(os.environ.get("CASEBOOK_CORPUS") or ROOT.parent / "shared" / "corpus")

# Published without an address: account and date say where it comes from.
WITHOUT_URL = {"2024-10-02-changzhi-accounts.md"}

# Retelling a case cannot but repeat what things are called: offences by their name
# in law, laws with their articles, and the case names that bulletins number.
OFFENCES = ROOT / "cases" / "reader" / "data" / "offence-types.csv"
LAWS = re.compile(r"《[^》]+》(?:第[一二三四五六七八九十百]+条、?)*")
CASE_NAME = re.compile(r"^\d+、[^。]*案。")
# Beyond names, dates and sums no stretch of this length is a coincidence.
LONGEST = 19
GRAM = 12
SHARE = 0.03

every_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def header(path: Path) -> dict[str, str]:
    """The front matter of a sample, key to value."""
    block = path.read_text(encoding="utf-8").split("---\n")[1]
    return {
        key: value.strip()
        for key, value in (line.split(":", 1) for line in block.splitlines())
    }


def squashed(text: str) -> str:
    """The Chinese characters and digits of a text, nothing between them."""
    return "".join(re.findall(r"[\u4e00-\u9fff0-9]+", text))


@cache
def offence_names() -> re.Pattern[str]:
    """What offences are called, longest first."""
    with OFFENCES.open(encoding="utf-8", newline="") as file:
        names = {row["name_zh"] for row in csv.DictReader(file)}
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def own_words(path: Path) -> list[str]:
    """The stretches of a sample's narrative between the names of offences and laws."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    told = [CASE_NAME.sub("", line) for line in text.splitlines() if "。" in line]
    return [
        squashed(part)
        for line in told
        for part in offence_names().sub("|", LAWS.sub("|", line)).split("|")
    ]


# How many cases each sample tells.
CASES = {
    "2022-10-31-linyi-personal-information": 1,
    "2022-11-15-jixi-rented-accounts": 1,
    "2022-12-23-guangzhou-goip": 1,
    "2023-01-15-mps-water-army": 8,
    "2023-03-16-mps-personal-information": 8,
    "2023-03-21-jiaxing-sim-cards": 1,
    "2024-07-26-hechi-property-company": 1,
    "2024-09-03-mps-advertising": 8,
    "2024-09-29-zibo-video-surveillance": 1,
    "2024-10-02-changzhi-accounts": 1,
    "2024-10-15-cac-rumours": 7,
    "2024-11-02-nanchong-after-sales": 1,
    "2024-11-02-shanghai-yangpu-download": 1,
    "2024-12-03-spp-mps-cross-border-fraud": 8,
    "2024-12-22-shanghai-baoshan-hotels": 1,
    "2024-12-24-taiyuan-loan-fraud": 1,
    "2025-01-15-mps-hacking": 8,
    "2025-01-15-nanning-network-security": 5,
    "2025-02-13-spc-extortion": 4,
    "2025-03-03-harbin-trojan": 1,
}


@cache
def read(path: Path) -> tuple[CaseReading, ...]:
    """The cases that the reader finds in a sample."""
    return read_bulletin(path.read_text(encoding="utf-8")).cases


def city(case: CaseReading) -> str | None:
    """The city of a case's region: of a municipality, itself."""
    names = case.region.value.names if case.region else ()
    if names and names[0] in {"北京市", "天津市", "上海市", "重庆市"}:
        return names[0]
    return names[1] if len(names) > 1 else None


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    """The squashed texts of the published bulletins."""
    paths = sorted((CORPUS / "bulletins").glob("*.md"))
    if not paths:
        reason = f"no published bulletins to compare with in {CORPUS}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return [squashed(path.read_text("utf-8", errors="replace")) for path in paths]


def longest_shared(part: str, texts: list[str]) -> str:
    """The longest stretch of ``part`` that stands in one of the texts."""
    longest = ""
    for start in range(len(part)):
        while start + len(longest) < len(part):
            wanted = part[start : start + len(longest) + 1]
            if not any(wanted in text for text in texts):
                break
            longest = wanted
    return longest


@every_sample
def test_a_sample_says_where_it_comes_from(path: Path) -> None:
    said = header(path)

    assert list(said) == ["title", "account", "published", "url", "note"]
    assert said["title"]
    assert said["account"]
    assert "paraphrased by Casebook from a published bulletin" in said["note"]
    assert path.name.startswith(date.fromisoformat(said["published"]).isoformat())


@every_sample
def test_a_sample_links_its_source(path: Path) -> None:
    url = header(path)["url"]

    assert url.startswith("https://") != (path.name in WITHOUT_URL)


@every_sample
def test_a_sample_repeats_no_sentence_of_a_bulletin(
    path: Path, corpus: list[str]
) -> None:
    shared = max((longest_shared(part, corpus) for part in own_words(path)), key=len)

    assert len(shared) <= LONGEST, shared


@every_sample
def test_a_sample_is_worded_anew_throughout(path: Path, corpus: list[str]) -> None:
    grams = [
        part[start : start + GRAM]
        for part in own_words(path)
        for start in range(len(part) - GRAM + 1)
    ]
    repeated = [gram for gram in grams if any(gram in text for text in corpus)]

    assert len(repeated) <= SHARE * len(grams), repeated


def test_the_measure_finds_a_copied_sentence(corpus: list[str]) -> None:
    copied = corpus[0][400:440]

    assert longest_shared(f"前言{copied}后语", corpus).count(copied) == 1


def test_every_case_of_every_sample_is_found() -> None:
    assert {path.stem: len(read(path)) for path in SAMPLES} == CASES


def test_the_samples_fill_every_page() -> None:
    cases = [case for path in SAMPLES for case in read(path)]
    months = {
        case.month.value if case.month else header(path)["published"][:7]
        for path in SAMPLES
        for case in read(path)
    }
    cities = {city(case) for case in cases} - {None}

    assert len(SAMPLES) >= 6
    assert len(cases) >= 40
    assert len(cities) >= 15, cities
    assert len(months) >= 18, months


def test_the_samples_name_nobody_in_full() -> None:
    suspects = {
        found.value
        for path in SAMPLES
        for case in read(path)
        for found in case.suspects
    }

    assert {name for name in suspects if "某" not in name} == set()


@every_sample
def test_a_sample_passes_the_privacy_gate(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = [found.value for case in read(path) for found in case.suspects]

    assert find_flags(text, names) == []
