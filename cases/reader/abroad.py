"""Countries and cities abroad, and the authorities that bulletins name by them."""

from __future__ import annotations

import re

# Countries whose police and courts bulletins name: 缅甸警方.
COUNTRIES = (  # noqa: SIM905
    "美国 英国 法国 德国 俄罗斯 乌克兰 日本 韩国 朝鲜 蒙古国 越南 老挝 柬埔寨 缅甸 "
    "泰国 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 印度 巴基斯坦 孟加拉国 "
    "斯里兰卡 尼泊尔 不丹 马尔代夫 阿富汗 伊朗 伊拉克 土耳其 叙利亚 黎巴嫩 以色列 "
    "约旦 沙特 沙特阿拉伯 阿联酋 迪拜 卡塔尔 科威特 巴林 阿曼 也门 哈萨克斯坦 "
    "乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 格鲁吉亚 亚美尼亚 阿塞拜疆 "
    "白俄罗斯 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 "
    "斯洛文尼亚 波黑 黑山 北马其顿 阿尔巴尼亚 希腊 塞浦路斯 马耳他 意大利 西班牙 "
    "葡萄牙 荷兰 比利时 卢森堡 爱尔兰 瑞士 奥地利 丹麦 挪威 瑞典 芬兰 冰岛 爱沙尼亚 "
    "拉脱维亚 立陶宛 摩尔多瓦 加拿大 墨西哥 古巴 多米尼加 牙买加 海地 危地马拉 "
    "洪都拉斯 萨尔瓦多 哥斯达黎加 巴拿马 哥伦比亚 委内瑞拉 厄瓜多尔 秘鲁 玻利维亚 "
    "巴西 巴拉圭 乌拉圭 阿根廷 智利 澳大利亚 澳洲 新西兰 斐济 瓦努阿图 "
    "巴布亚新几内亚 埃及 利比亚 突尼斯 阿尔及利亚 摩洛哥 苏丹 埃塞俄比亚 肯尼亚 "
    "乌干达 坦桑尼亚 卢旺达 尼日利亚 加纳 科特迪瓦 塞内加尔 喀麦隆 安哥拉 赞比亚 "
    "津巴布韦 莫桑比克 南非 纳米比亚 博茨瓦纳 马达加斯加 毛里求斯"
).split()
ABROAD = (
    *("国际", "外国", "多国", "境外", "海外", "国外", "欧洲", "亚洲", "欧盟"),
    *COUNTRIES,
)
# Forces that are only abroad.
FORCES = (
    "联邦调查局|国家犯罪调查局|国家犯罪局|欧洲刑警组织|国际刑警组织|欧洲司法组织|皇家骑警|警视厅"
    "|国家宪兵队|FBI|NCA(?![A-Za-z])|Europol|Interpol|INTERPOL|EUROPOL"
)
# Cities and states abroad whose courts and police are named without their country:
# 伦敦市警方, 得克萨斯州北区联邦法院.
CITIES = (  # noqa: SIM905
    "伦敦 曼彻斯特 利物浦 伯明翰 爱丁堡 都柏林 巴黎 里昂 马赛 柏林 "
    "汉堡 慕尼黑 法兰克福 科隆 阿姆斯特丹 鹿特丹 海牙 布鲁塞尔 "
    "安特卫普 马德里 巴塞罗那 里斯本 罗马 米兰 日内瓦 苏黎世 维也纳 "
    "布拉格 华沙 布达佩斯 布加勒斯特 索非亚 雅典 斯德哥尔摩 哥本哈根 "
    "奥斯陆 赫尔辛基 塔林 维尔纽斯 莫斯科 圣彼得堡 基辅 哈尔科夫 "
    "敖德萨 明斯克 纽约 华盛顿 洛杉矶 旧金山 西雅图 芝加哥 波士顿 "
    "休斯敦 达拉斯 迈阿密 亚特兰大 拉斯维加斯 加州 加利福尼亚 得克萨斯 "
    "佛罗里达 弗吉尼亚 新泽西 马萨诸塞 宾夕法尼亚 伊利诺伊 俄亥俄 "
    "佐治亚 内华达 亚利桑那 密歇根 马里兰 多伦多 温哥华 蒙特利尔 "
    "渥太华 墨西哥城 圣保罗 里约热内卢 布宜诺斯艾利斯 波哥大 悉尼 "
    "墨尔本 布里斯班 珀斯 奥克兰 惠灵顿 东京 大阪 名古屋 横滨 首尔 "
    "釜山 仁川 曼谷 清迈 芭提雅 金边 西哈努克 马尼拉 河内 胡志明市 "
    "仰光 内比都 妙瓦底 吉隆坡 槟城 雅加达 新德里 孟买 班加罗尔 "
    "伊斯坦布尔 安卡拉 特拉维夫 开罗 拉各斯 阿布贾 内罗毕 约翰内斯堡 "
    "开普敦"
).split()
# What an authority's name goes on with between the place and its own word.
_LEVEL = (
    "州|省|市|郡|县|区|地区|辖区|联邦|国家|国民|中央|首都|大都会|皇家|高等|高级|最高|地方"
    "|上诉|巡回|刑事|治安|王座|网络|反恐|税务|移民|当地"
)
# Words of a sentence, of which no name is made: 美国与多个国家.
_BETWEEN = "在被对将把向由经于和与及的了为以从到往赴称说多个等各我并就"
# An authority abroad by its place: 英国|警方, 伦敦萨瑟克刑事|法院.
FOREIGN = re.compile(
    rf"(?:{'|'.join((*ABROAD, *CITIES))})"
    rf"(?:(?![{_BETWEEN}])(?:(?![{_BETWEEN}])[一-鿿·]){{0,12}}?(?:{_LEVEL}))?$"
)
LONGEST_FOREIGN = 28
# The last characters of such a place, without which none is looked for.
LAST = frozenset(one[-1] for one in (*ABROAD, *CITIES, *_LEVEL.split("|")))


def place_abroad(text: str, floor: int, end: int) -> int | None:
    """Where the place abroad begins that ends right before ``end``, if there is one.

    >>> place_abroad("近日，伦敦市警方", 0, 6), place_abroad("近日，该市警方", 0, 5)
    (3, None)
    """
    if text[end - 1 : end] not in LAST:
        return None
    found = FOREIGN.search(text, max(floor, end - LONGEST_FOREIGN), end)
    return found.start() if found else None
