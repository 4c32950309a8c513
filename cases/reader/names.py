"""Masked names of persons as authorities print them: 孙某, 欧阳某某, 李某明, 王×."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from cases.reader.gazetteer import find_places

# The four hundred commonest surnames, and those first characters of Uyghur,
# Tibetan, Mongol, Yi and other names that masking leaves standing (阿某, 买某某).
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公覃肖闫佟付代邸邝揭啜苟岳滚仝岩年爱阳佴第五言福"
    "尕才扎次旦拉达多格尼斯热木依玉努帕吐麦买阿哈叁库沈邢茆冼麦闭丘卯丹化占阙税玄母仵宝色塔图额苑牟库"
    "补俄吾力曲邰邬禤粟腊岩刀召莽逯笪闾蹇邵但战盘银蓝雒鹿逢晋展纳撒者虎妥拜海哈锁敏答"
)
COMPOUND = (
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|夏侯|端木|百里|南宫|呼延|东郭|西门"
    "|独孤|轩辕|闻人|赫连|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙|钟离|鲜于|万俟|拓跋|公羊|子车|颛孙"
    "|阿布|阿不|买买|艾合|吐尔|麦麦|古丽|努尔|木沙|热合|依明|玉素|帕尔|阿依|阿吉|吉木|阿尔|马海|沙马|曲木|吉克|阿苏"
)
# Surnames that are commoner as other words: they need a role before them.
WEAK_SURNAMES = frozenset(
    "于和向时从经由都能第五年后别国公家应双通连关容相终边满东利干解才多达力化占战但者母言海次"
)
GIVEN = frozenset(
    "明国建文华金志军平海林伟强东红玉春小永晓清云成龙德光荣生新丽立英兰秀凤芳燕玲桂梅霞艳娟敏静丹萍莉娜颖"
    "婷雪雯倩媛佳怡琳慧洁琴珍珠菊香莲花美爱月瑞祥福贵富才财发旺兴昌盛隆顺利宝宏鸿洪波涛浩瀚江河湖泉源"
    "山峰岩石磊森松柏树杨柳桐梓柱栋梁材杰俊豪英雄武勇刚毅健康宁安泰谐正义仁礼智信忠孝良善诚厚廉洁"
    "鹏飞翔宇宙天星辰阳晨曦旭昊晖辉晶亮灿炜烨炎焱煜熙然燃焰坤乾元亨贞博学思维哲理睿聪敏慎言行远达通"
    "超越凯旋胜捷勋功业成全根长庆余有友朋义宾宽广大伦仲叔季伯孟甫子民人凡中一二三四五六七八九十百千万"
    "南西北京津沪川蜀湘鄂粤桂滇黔陕甘青藏疆豫鲁冀晋皖苏浙闽赣琼台港澳涵漫雨露霜冰琪琦瑶瑜璐璇珊瑾瑄玮"
    "琨环玥珂珏莹蓉芬芝芸芹茜茹荷萱蓓蕾薇蕊菲翠茵芯苗若萌欣悦乐欢喜嘉依伊伶俐姗妍妮姣娇娥娴婉婧媚嫣"
    "彤彬彪斌斐奇帆帅平幼庭廷延弘彦影心忆怀恒恩惠懿成承振挺捷政敬斯昆昌易映昭显景晴智曼朗朝木本朴权"
    "来杭枫柯桦楚楠榕榆欧歌毓水汉江沛治泽洋津洲润淑深渊淼淳清渝湛溪滨漪潇澄瀛灵炳焕照熊爽献玄率玺珉珩"
    "球理琛瑛璋生男甜田申画畅登白百益盈盼真石砚硕磊礼社祖祝禄福禹秋科程穆竹笑策箫素红纯纲绍维绪继绮缘"
    "群羽翰翼耀耕聪胤胜育能腾臣至舒舟良艺节芒荟莎菡萧蓝虎虹衡裕裴西观言训诗语诺谊谦豫赛赫超跃路轩轶辉"
    "迅运近进远连适逸道邦郁郎都酉采重野量金钊钦钧铁铃铎铭银锋锐锦键镇镜长闯闻阔阳陆陶隆雁雄雅雷霄霆霖"
    "青靖韬韵音顶顺颂频题颜风飒馨驰骏骁骅高魁鸣鹃鹤鹰麒麟黎黛齐龄甲乙丙丁戊己庚辛壬癸"
)
ORDINALS = frozenset("甲乙丙丁戊己庚辛壬癸")

# Characters that are never a given name here: they open a verb, particle or noun.
NEVER_GIVEN = frozenset(
    "和的地得了着过在等将被把与及或而且并以为从由于自对向到往给让使令叫因若如但却仍也又还再就都均皆已曾"
    "不未没无非是系属有这那其该此某各每说称道讲供诉答问看听想要需用拿买卖骗偷抢打抓判处罚伙先后多共总约近"
    "上下内外前间里遂即便则所之者何哪怎么吗呢吧啊很最更较太极只仅另别冒利借租雇找联经随接收取提注购出售"
    "转搭架编捏散传播制作设组织招募纠集伪假虚谎案家公某名网微淘抖快分两赴涉觉认供加入负主落归投认承坦"
)
# Two-character words that may follow a name and begin with a character that is a
# given name too: 李某|明知 is no 李某明.
FOLLOWING = frozenset(
    files("cases.reader")
    .joinpath("data/words-after-names.txt")
    .read_text(encoding="utf-8")
    .split()
)

_ROLE_BEFORE = re.compile(
    r"(?:被告人?|嫌疑人|嫌犯|行为人|违法人员|当事人|罪犯|主犯|从犯|同案犯|同伙|被害人|受害人|受害者|证人|网民|网友"
    r"|男子|女子|主播|博主|网红|为首|以|由|金主|老板|负责人|法定代表人|经理|员工|学生|老师|市民|居民|群众|村民|司机|事主)[：“]?$"
)
# Nouns that make of 某 a nameless thing: 南宁某公司, 王某村, 某App.
_THING = re.compile(
    r"(?P<between>[\u4e00-\u9fffA-Za-z“”]{0,3}?)(?:公司|集团|企业|单位|机构|平台|网站|网店|店铺|商铺|小区|社区|学校|中学|小学|大学|学院|幼儿园"
    r"|医院|诊所|药店|酒店|宾馆|饭店|餐厅|超市|商场|银行|工厂|工地|园区|软件|系统|直播间|论坛|贴吧|APP|App|app|局|部门"
    r"|村(?!民)|镇|乡|街道|路段|公寓|大厦|车站|景区|景点|驾校|律所|事务所|协会|商会|电商|科技|传媒|网络科技|信息技术|文化传播|品牌|商标)"
)
_PUNCTUATION = frozenset("，。、；：）（！？”“\n ,.;:)(")
_AFTER_GIVEN = frozenset("等与和及")

_MASKED = re.compile(
    rf"(?P<surname>{COMPOUND}|[\u4e00-\u9fff])(?P<mask>某{{1,3}})"
    r"(?P<given>[\u4e00-\u9fff]|[A-Z](?![A-Za-z])|\d(?![\d岁人名万千百]))?"
)
_STARRED = re.compile(
    rf"(?P<surname>{COMPOUND}|[{''.join(sorted(SURNAMES))}])(?P<mask>[×＊*□○]{{1,2}}|[xX]{{1,2}}(?![A-Za-z\d]))"
    r"(?P<given>[\u4e00-\u9fff](?=[，、。（等）和与及]))?"
)
_ALIAS = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})（(?:均?为?化名|以下均?为?化名)")


@dataclass(frozen=True, slots=True)
class Name:
    """One masked name at text[start:end]; ``name`` as it is printed."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=8)  # several fields' rules read the same text
def find_names(text: str) -> tuple[Name, ...]:
    """The masked names of a text in order, every mention.

    >>> [n.name for n in find_names("被告人孙某媛、李某与欧阳某某（在逃）")]
    ['孙某媛', '李某', '欧阳某某']
    >>> find_names("南宁某科技有限公司、某平台")
    ()
    """
    if "某" not in text and not _STARRED.search(text) and "化名" not in text:
        return ()
    matches = [match for match in _MASKED.finditer(text) if _is_person(text, match)]
    givens = Counter(
        (m["surname"], m["given"]) for m in matches if m["mask"] == "某" and m["given"]
    )
    bases = Counter(m["surname"] for m in matches if m["mask"] == "某")
    names = []
    for match in matches:
        end = match.end("mask")
        if match["given"] and _is_given(text, match, givens, bases):
            end = match.end()
        names.append(Name(match.start(), end, text[match.start() : end]))
    for match in _STARRED.finditer(text):
        names.append(Name(*match.span(), match.group()))
    for match in _ALIAS.finditer(text):
        start = match.start() + _alias_offset(text, match)
        if start < match.end("name"):
            end = match.end("name")
            names.append(Name(start, end, text[start:end]))
    return tuple(sorted(names, key=lambda name: name.start))


def _is_person(text: str, match: re.Match[str]) -> bool:
    surname, start, end = match["surname"], match.start(), match.end("mask")
    if surname == "某":
        return False
    has_role = bool(_ROLE_BEFORE.search(text, max(0, start - 8), start))
    if surname in NEVER_GIVEN and surname not in SURNAMES:
        return False  # 当事人在某平台
    if not has_role:
        if len(surname) == 1 and surname not in SURNAMES:
            return False
        if surname in WEAK_SURNAMES and not _stands_free(text, start):
            return False
        if _is_thing(text, end) or _ends_place(text, match.start("mask")):
            return False
    return True


def _is_thing(text: str, end: int) -> bool:
    """Whether 某 heads a noun (王某村, 某App), not a clause (张某成立公司)."""
    thing = _THING.match(text, end)
    if thing is None:
        return False
    between = thing.group("between")
    if between and text[end : end + 2] in FOLLOWING:
        return False
    return "某" not in between and not NEVER_GIVEN.intersection(between)


def _ends_place(text: str, end: int) -> bool:
    """Whether a place name of several characters ends there: 南宁|某公司."""
    window = text[max(0, end - 7) : end]
    return any(
        place.end == len(window) and place.end - place.start > 1
        for place in find_places(window)
    )


def _stands_free(text: str, start: int) -> bool:
    """Whether a name may begin here: behind punctuation or a joining word."""
    return start == 0 or text[start - 1] in "，。、；：“（和与及对以由将\n "


def _is_given(
    text: str,
    match: re.Match[str],
    givens: Counter[tuple[str, str]],
    bases: Counter[str],
) -> bool:
    """Whether the character after 某 belongs to the name (孙某媛) or not (张某称)."""
    given, end = match["given"], match.end()
    if given.isascii():
        return True
    follows = text[end : end + 1]
    if given + follows in FOLLOWING or given in NEVER_GIVEN:
        return False
    if len(match["mask"]) > 1:
        # 张某某 is whole as a rule; 张某某甲 tells two of them apart.
        return given in ORDINALS
    if given in ORDINALS:
        return follows != "方"
    if follows == "" or follows in _PUNCTUATION or follows in _AFTER_GIVEN:
        return True
    if given in GIVEN:
        return True
    return givens[match["surname"], given] >= 2 and bases[match["surname"]] <= (
        givens[match["surname"], given] + 1
    )


def _alias_offset(text: str, match: re.Match[str]) -> int:
    """How many characters before （化名） are no part of the name."""
    words = match["name"]
    for length in (2, 3, 4):
        head = words[-length:]
        if len(head) == length and head[0] in SURNAMES and length <= 3:
            begin = match.end("name") - length
            before = text[max(0, begin - 4) : begin]
            longer = words[-length - 1 : -length]
            if not longer or longer not in SURNAMES or _ROLE_BEFORE.search(before):
                return len(words) - length
    return len(words) - 2 if words[-2] in "小阿老" else len(words)
