"""Accounts that authorities publish under, and the seats that their names tell."""

from __future__ import annotations

import re
from functools import lru_cache

from cases.reader.gazetteer import gazetteer, resolve
from cases.reader.results import Place
from cases.reader.zones import ZONE_SEATS

# What names of authorities' accounts hold beside a place, by kind of authority.
ACCOUNT = re.compile(
    # 江苏检察在线, 余杭检察
    r"(?P<procuratorate>检察|检院)"
    # 北京海淀法院, 京法网事, 浙江天平, 豫法阳光
    r"|(?P<court>法院|中院|高院|天平|法网|豫法|审判)"
    # 平安南京, 苏州公安微警务, 首都网警, 深圳反诈, 合肥刑警, 杭州经侦
    r"|(?P<police>平安|公安|警|网安|反诈|刑侦|经侦|禁毒|出入境|边检|海关)"
    # 网信浙江, 上海通信管理, 江苏市场监管, 深圳扫黄打非
    r"|(?P<regulator>网信|网络举报|辟谣|通信管理|通管|市场监管|市监|工商|扫黄打非"
    r"|文旅执法)"
    r"|政法|司法"
)

# Bynames of provinces and cities in names of accounts: 巴蜀网警, 京法网事.
BYNAMES = {
    "京法": "110000",
    "津门": "120000",
    "燕赵": "130000",
    "冀": "130000",
    "三晋": "140000",
    "辽沈": "210000",
    "吉法": "220000",
    "龙江": "230000",
    "浦江": "310000",
    "申城": "310000",
    "江淮": "340000",
    "八闽": "350000",
    "赣法": "360000",
    "齐鲁": "370000",
    "鲁法": "370000",
    "豫法": "410000",
    "荆楚": "420000",
    "楚天": "420000",
    "湖湘": "430000",
    "潇湘": "430000",
    "八桂": "450000",
    "琼法": "460000",
    "山城": "500000",
    "渝法": "500000",
    "巴蜀": "510000",
    "天府": "510000",
    "蓉城": "510100",
    "黔": "520000",
    "彩云": "530000",
    "三秦": "610000",
    "陇": "620000",
    "塞上": "640000",
    "天山": "650000",
    **ZONE_SEATS,
}


@lru_cache(maxsize=256)  # asked of each authority that may be the issuer
def account_kind(name: str) -> str | None:
    """What kind of authority an account's or a source's name is one of; None when it
    is none's (a newspaper's).

    >>> account_kind("余杭检察"), account_kind("法治日报")
    ('procuratorate', None)
    """
    match = ACCOUNT.search(name)
    return match.lastgroup if match else None


@lru_cache(maxsize=256)
def account_seat(name: str) -> Place | None:
    """The seat of an authority's account, told by its name; None when it is no
    authority's or names no one place.

    >>> account_seat("平安南京").names, account_seat("南京发布")
    (('江苏省', '南京市'), None)
    """
    if not ACCOUNT.search(name):
        return None
    table = gazetteer()
    at, names = 0, []
    while at < len(name):
        mention = table.at(name, at)
        byname = next((one for one in BYNAMES if name.startswith(one, at)), None)
        if mention and table.stands_alone(mention.words):
            names.append(mention.candidates)
            at = mention.end
        elif byname:
            names.append((table.divisions[BYNAMES[byname]],))
            at += len(byname)
        else:
            at += 1
    meant = resolve(names)
    if meant.division is None or meant.rivals:
        return None
    return table.place(meant.division.code)
