"""Invented bulletins of every layout that the reader knows."""

from __future__ import annotations

# Places and offenders for cases told one like the other.
FOUR = [("南京", "张"), ("苏州", "李"), ("无锡", "王"), ("徐州", "赵")]
# What such cases are called.
NAMES = ["张某侵犯公民个人信息案", "李某破坏计算机信息系统案", "王某诈骗案"]


def telling(place: str, surname: str) -> str:
    """One case as police tell it."""
    return (
        f"2024年3月，{place}公安机关工作发现，犯罪嫌疑人{surname}某等人非法出售"
        f"公民个人信息100万余条，获利20余万元。公安机关抓获犯罪嫌疑人{surname}某等"
        f"5人。目前，公安机关已依法对{surname}某等5人采取刑事强制措施。"
    )


def judged(surname: str, offence: str, court: str) -> str:
    """One case as a court tells it, with labels."""
    return (
        f"【基本案情】\n2022年3月至5月，被告人{surname}某以网络手段实施{offence}，"
        f"骗取他人钱款20万元。\n"
        f"【裁判结果】\n{court}以{offence}罪判处被告人{surname}某有期徒刑三年。\n"
        f"【典型意义】\n{offence}犯罪高发，本案依法从严惩处，对同类犯罪有警示作用。"
    )


def listed(openings: list[str], places: list[tuple[str, str]] = FOUR) -> str:
    """Cases one under the other, each below its opening line."""
    return "\n\n".join(
        f"{opening}\n\n{telling(*place)}"
        for opening, place in zip(openings, places, strict=False)
    )


def exported(account: str, title: str, text: str) -> str:
    """A text as exported from an account."""
    return f"# {title}\n\n小编  {account}  2024-05-06 10:00\n\n{text}"
