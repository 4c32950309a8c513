"""``python -m cases.reader``: JSON and explanation."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cases import reader
from cases.reader.__main__ import main
from tests.reader.bulletin_texts import telling

TEXT = (
    "# 公安机关公布2起典型案例\n 网安圈   2024-10-02 10:07\n\n"
    f"**案例一：张某侵犯公民个人信息案**\n\n{telling('南京', '张')}\n\n"
    f"**案例二：李某侵犯公民个人信息案**\n\n{telling('苏州', '李')}\n"
)


@pytest.fixture
def bulletin(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_has_every_field(bulletin, capsys):
    assert main([str(bulletin)]) == 0

    [found] = json.loads(capsys.readouterr().out)
    bulletin_fields = ("file", "title", "published", "account", "issuer", "campaign")
    assert {name: found[name] for name in bulletin_fields} == {
        "file": "a.md",
        "title": "公安机关公布2起典型案例",
        "published": "2024-10-02",
        "account": "网安圈",
        "issuer": "公安机关",
        "campaign": None,
    }
    case = found["cases"][0]
    assert {name: case[name] for name in case if name not in ("span", "spans")} == {
        "n": 1,
        "title": "张某侵犯公民个人信息案",
        "text": f"案例一：张某侵犯公民个人信息案\n{telling('南京', '张')}",
        "noise": [],
        "qualifiers": {"amount": "at-least"},
        "doubts": [],
        "warnings": [],
        "agency": "南京公安机关",
        "region": ["江苏省", "南京市"],
        "region_code": "320100",
        "month": "2024-03",
        "occurred": [],
        "offences": ["personal-information"],
        "suspects": ["张某"],
        "people": 5,
        "coercive": 5,
        "amount": 200000,
        "amount_kind": "gain",
        "amounts": [
            {
                "kind": "gain",
                "yuan": 200000,
                "original": "",
                "currency": "CNY",
                "qualifier": "at-least",
            }
        ],
        "outcome": ["criminal-coercive"],
    }


def test_spans_are_the_words(bulletin, capsys):
    main([str(bulletin)])

    [found] = json.loads(capsys.readouterr().out)
    case = found["cases"][1]
    words = {
        name: [TEXT[start:end] for start, end in spans]
        for name, spans in case["spans"].items()
    }
    assert words["title"] == ["李某侵犯公民个人信息案"]
    assert words["region"] == ["苏州公安机关"]
    assert words["month"] == ["2024年3月"]
    assert TEXT[slice(*case["span"])].startswith("案例二")
    assert TEXT[slice(*found["spans"]["title"][0])] == "公安机关公布2起典型案例"


def test_explain_leads_from_a_value_to_its_rule(bulletin, capsys):
    assert main(["--explain", str(bulletin)]) == 0

    lines = capsys.readouterr().out.splitlines()
    at = lines.index("  region = 江苏省 南京市")
    assert lines[at + 1].endswith(": 南京公安机关")
    assert lines[at + 2].startswith("      places.agency: ")
    assert any("⟦month 2024年3月⟧" in line for line in lines)


def test_each_rules_name_begins_with_the_file_that_it_stands_in(bulletin, capsys):
    main(["--explain", str(bulletin)])

    rules = set(re.findall(r"^ {6}([a-z_]+)\.[a-z-]+: ", capsys.readouterr().out, re.M))
    assert rules == {
        *("header", "issuers", "case_fields", "places", "dates", "offences"),
        *("suspects", "people", "coercive", "amounts", "outcomes"),
    }
    files = {path.stem for path in Path(reader.__file__).parent.glob("*.py")}
    assert rules <= files


def test_explain_gives_the_code_of_each_doubt(tmp_path, capsys):
    path = tmp_path / "a.md"
    idle = TEXT.replace("采取刑事强制措施", "教育").replace("公安机关抓获", "查明")
    path.write_text(idle, encoding="utf-8")

    main(["--explain", str(path)])

    assert (
        "  ? outcome: no outcome found: the case may be cut off or told elsewhere"
        " (no-outcome)"
    ) in capsys.readouterr().out.splitlines()


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main([str(tmp_path / "none.md")]) == 2

    assert "none.md" in capsys.readouterr().err


def test_bytes_that_are_no_utf8_are_read(tmp_path, capsys):
    path = tmp_path / "a.md"
    path.write_bytes(b"\xff\xfe" + TEXT.encode() + b"\x00\x80")

    assert main([str(path)]) == 0

    [found] = json.loads(capsys.readouterr().out)
    assert len(found["cases"]) == 2


def test_output_that_nobody_reads_to_its_end_is_no_error(bulletin):
    command = [sys.executable, "-m", "cases.reader", *[str(bulletin)] * 40]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
