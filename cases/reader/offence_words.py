"""The words that tell of each offence type, and where a text has them.

The words stand in ``data/offence-words.csv``, each row with an example, on four
levels. A *charge* is the name of a crime or violation in law; it counts in a
heading and wherever an official wording makes it a charge (涉嫌 ... 罪). *Strong*
words count anywhere. *Deeds* tell how such an offence is done (摆拍, 取现后转交): they
decide where no offence is named. *Weak* words count in a heading, with the
bulletin's own theme, or when there is nothing better.

In the file ``<12>`` stands for up to twelve characters of one clause, ``<s24>``
for up to twenty-four of one sentence, ``<list>`` for more members of a row
(组织、强迫、介绍卖淫), ``<charge>`` that 罪 or 案 follows, at once or behind further
charges (诈骗、偷越国境案), or that somebody is held for it (涉嫌诈骗被刑事拘留).
Names as ``<take>`` stand for all words of a class, see ``_CLASSES``.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from cases.reader.wordtable import WordTable

_NAMED_AS_CHARGE = (
    r"(?=罪|一?案|、[^，。；“”\n]{2,30}(?:罪|案)"
    r"|，?(?:已|均)?被(?:公安|警方|依法|刑|行政|抓|捕|逮|拘|采取|判|起诉|立案|处))"
)

# Words that writers use for each other, so that a row need not list them again.
_CLASSES = {
    # how one gets into a system: 攻破后台, 钻进内网
    "enter": (
        r"(?:攻破|攻陷|攻入|攻进|攻下|侵入|入侵|闯入|闯进|钻进|钻入|潜入|潜进|摸进|摸入"
        r"|黑进|黑入|混进|混入|溜进|打入|打进|打穿|撬开|突破|破解|渗透|非法登录|非法进入"
        r"|破门而入)"
    ),
    # what does it: 木马, 恶意程序
    "malware": (
        r"(?:“?木马”?|病毒|后门|远控|蠕虫|恶意(?:程序|软件|代码|脚本|插件|应用)"
        r"|黑客(?:程序|软件|工具)|窃密程序|间谍软件|钓鱼(?:链接|邮件|网站|页面|程序))"
    ),
    # what is got into
    "system": (
        r"(?:系统|后台|服务器|数据库|网站|平台|内网|电脑|计算机|主机|接口|云端|云盘|邮箱"
        r"|局域网|小程序|终端|手机)"
    ),
    # how data leave it: 盗出, 扒走
    "take": (
        r"(?:窃取|窃走|窃得|盗取|盗出|盗走|盗得|偷取|偷走|偷出|偷到|偷来|套取|套走|获取"
        r"|获得|取得|抓取|爬取|爬走|扒取|扒走|扒下|拖走|拖出|导出|导走|下载|拷走|拷贝|拷出"
        r"|搬走|搬空|抄走|卷走|截取|截获|掌握|调取|收割|弄到|搞到|摸走|顺走|尽在掌握)"
    ),
    "data": (
        r"(?:信息|数据|资料|记录|名单|名册|账目|账本|聊天|面单|轨迹|行踪|密码|口令|令牌"
        r"|验证码|订单|文件|档案|简历|号码|通讯录|照片|源代码|源码|缓存)"
    ),
    # those whom others serve: 替诈骗网站
    "shady": (
        r"(?:诈骗|电诈|骗子|涉诈|赌博|网赌|博彩|涉赌|色情|涉黄|淫秽|犯罪|敲诈|黑产|黑灰产|不法)"
    ),
    # money that blackmailers ask for
    "ransom": (
        r"“?(?:赎金|赎身钱|封口费|删帖费|删稿费|撤稿费|保护费|解密费|解锁费|和解费|好处费"
        r"|合作费|宣传费|公关费|精神损失费|比特币|虚拟货?币|泰达币)"
    ),
}

Level = Literal["charge", "strong", "deed", "weak"]
LEVELS: tuple[Level, ...] = ("charge", "strong", "deed", "weak")


class Hit(NamedTuple):
    """Words of one type in a text: text[start:end]."""

    slug: str
    level: Level
    start: int
    end: int


@cache
def _vocabulary() -> WordTable[tuple[Level, str]]:
    """The words of every level and type."""
    source = files("cases.reader").joinpath("data/offence-words.csv")
    with source.open(encoding="utf-8") as file:
        return WordTable(
            (
                (next(level for level in LEVELS if level == row["level"]), row["slug"]),
                expand(row["words"]),
            )
            for row in csv.DictReader(file)
        )


def expand(words: str) -> str:
    """The regular expression that a row of the file stands for.

    >>> expand("骗取<8>保险金")
    '骗取[^，。；\\\\n]{0,8}?保险金'
    """
    gaps = re.sub(r"<(\d+)>", r"[^，。；\\n]{0,\1}?", words)
    gaps = re.sub(r"<s(\d+)>", r"[^。；\\n]{0,\1}?", gaps)
    gaps = gaps.replace("<charge>", _NAMED_AS_CHARGE)
    for name, its in _CLASSES.items():
        gaps = gaps.replace(f"<{name}>", its)
    return gaps.replace("<list>", r"(?:、[^，。；、\n]{1,4}){0,4}?")


@lru_cache(maxsize=32)  # a bulletin's title and intro are read for each case
def hits(text: str) -> tuple[Hit, ...]:
    """What the vocabulary finds, in order; words of different types may overlap."""
    return tuple(
        Hit(slug, level, start, end)
        for (level, slug), start, end in _vocabulary().find(text)
    )
