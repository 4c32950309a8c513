"""What the words around an offence's name make of it.

The name of a crime is a formal charge (以诈骗罪判处, 涉嫌诈骗), the case that was
solved (破获一起诈骗案), a crime of others whom the offenders served (为诈骗团伙引流),
what a rumour told, or no fact of this case at all (谨防诈骗, 反诈中心).
"""

from __future__ import annotations

import re
from typing import Literal

from cases.reader.offence_words import Hit

Place = Literal[
    "verdict",  # 以诈骗罪判处, 犯诈骗罪: the charge judged or brought to court
    "suspicion",  # 涉嫌诈骗罪被刑事拘留
    "named",  # 诈骗案, 诈骗罪: named as a case or crime, no more said
    "case",  # 破获一起诈骗案: the charge of the case that was solved
    "lead",  # 破获一起跑分洗钱案: the same in other words
    "served",  # 为诈骗团伙引流: another's crime
    "told",  # anything else
    "content",  # 编造“某地发生抢劫”的信息: what a rumour said
    "task",  # 有的负责引流: one member's part in what the gang did
    "aside",  # no fact of this case
]

# 防范诈骗, 反诈, 打击赌博: named, but no offence of this case.
_ASIDE_BEFORE = re.compile(
    r"(?:防范|防止|阻断|斩断|切断|铲除|根除|杜绝|遏止|压降|打击|预防|警惕|谨防|避免|遏制|整治|治理|严打|远离|识别|抵制|劝阻"
    r"|(?:群众|市民|积极|欢迎|踊跃)举报|预警|提防|(?:容|极|轻)易|易[被受引]|可能|风险"
    r"|是否|并非|不是|以防|遭遇|遭受|带破|串并|核破"
    # 用于各类网上骗局: whatever crime there is
    r"|各(?:类|种|色|式)|一类|之类|种种|五花八门|形形色色"
    r"|不构成|不属于|区别于)[^，。；]{0,10}$"
    # 反诈, 反电信网络诈骗
    r"|(?<!违)反(?:电信|网络|跨境|、){0,4}$"
)
# 在侦办一起诈骗案件时发现: the case that led to this one.
_LED_BEFORE = re.compile(r"(?:侦办|侦查|办理|侦破|调查)[^，。；\n]{0,24}$")
_LED_AFTER = re.compile(r"^[^，。；\n]{0,10}案件?(?:的)?(?:过程)?(?:中|时|期间)")
# 从一起诈骗案入手, 以一起赌博案为突破口, 由一起盗窃案牵出
_STARTED_BEFORE = re.compile(r"(?:从|以|由|通过|顺着|依托|循着)[^，。；\n]{0,16}$")
_STARTED_AFTER = re.compile(
    r"^[^，。；\n]{0,6}案件?(?:的)?(?:线索)?"
    r"(?:为(?:突破口|切入点|契机|线索|起点)|入手|切入|着手|牵出|引出|顺藤摸瓜)"
)
# 办理诈骗案件30起 speaks of an authority's work, 办理一卡双号 of the offender's.
_HANDLED_BEFORE = re.compile(r"办理[^，。；]{0,16}$")
_HANDLED_AFTER = re.compile(r"^[^，。；]{0,8}案")
# 电信网络诈骗案件高发: a trend. 诈骗罪的构成: the law.
_ASIDE_AFTER = re.compile(
    r"^”?[专]?案(?:件)?等(?:也|案|一批|多起|数起|先后|相继|均)"
    r"|^(?:案件?|犯罪|违法犯罪)?(?:活动)?(?:高发|多发|频发|日益|猖獗|预警|防范|知识"
    r"|宣传|手法|套路"
    r"|形势|治理法|的?危害|侦查大队|犯罪侦查|中心|联席)"
    r"|^罪?(?:的)?(?:构成要件|立案标准|量刑|共犯的)"
)
# 黄某因诈骗罪另案处理, 曾因盗窃罪被判刑: another man's matter, or an earlier one.
_ELSEWHERE_BEFORE = re.compile(
    # 曾因, 曾两次, but not 曾某
    r"(?:曾(?=[因被经以于在犯有受涉参从实盗诈多先再两三二一数\d])|此前|之前|前因|刑满|前罪|前科|先前|早年|原判|漏罪)[^，。；]{0,12}$"
)
_ELSEWHERE_AFTER = re.compile(r"^[^，。；]{0,14}(?:另案|前科)")
# 有观点认为构成职务侵占罪, 辩护人提出应定诈骗罪: an opinion that was not followed.
_OPINION = re.compile(
    r"(?:有(?:观点|意见)|有人(?:认为|主张|提出|觉得|以为)|一种(?:观点|意见)"
    r"|第[一二三]种意见|辩护人|辩称|辩解|上诉|原定|争议|分歧"
    r"|不(?:应|能|宜)(?:认定|以|定)|不(?:属于|构成)|而(?:非|不是)|还是|抑或)[^。；\n]{0,60}$"
)
# 对方称其涉嫌洗钱案, 以涉嫌洗钱为由: what the victims were told.
_PRETEXT_BEFORE = re.compile(
    r"(?=[谎声诈骗称说告指])(?<!警方)(?<!公安)(?<!检方)(?<!方面)(?<!通报)(?<!公告)(?<!文件)(?<!书)(?<!院)(?<!部)(?<!局)"
    r"(?:谎|声|诈|骗)?(?:称|说|告知|告诉|指)(?:其|您|你|她|他|受害人|被害人|事主|对方)?"
    r"(?:名下|本人|身份证?|账户|银行卡|手机号?|信息|被人|被|冒用|因|的|有|已|正|可能|女儿|儿子|家人){0,4}"
    r"(?:涉嫌|涉及|涉|卷入|牵涉|牵扯|参与)[^，。；\n]{0,10}$"
)
_PRETEXT_AFTER = re.compile(
    r"^[^，。；\n]{0,8}(?:为由|为名|为借口|为幌子|为诱饵)(?![^。；\n]{0,12}(?:拘|罚|责令|警告))"
)
# 有的负责引流，有的负责提供银行卡: what each member of a gang did for its one crime.
_TASK_BEFORE = re.compile(
    r"(?:有的|有人|分别|专人|各自|分工|小组|成员|[技业推财客话后]\w组)[^。；\n]{0,50}"
    r"负责[^，。；\n]{0,16}$"
)
# 以盗窃罪予以指控不当, 指控诈骗罪的意见不予采纳: a charge that the court did not follow
_REJECTED_AFTER = re.compile(
    r"^罪?[^。；\n]{0,24}(?:不当(?![得利])|不成立|不予(?:支持|采纳|认定)|有误|欠妥|不妥)"
)
# 检察机关改变定性后以另一罪提起公诉: the charge before is given up.
RECHARGED = re.compile(
    r"(?:改变|变更)(?:案件)?(?:定性|罪名|指控)|(?:定性|罪名)(?:变更|改)为"
)

# The words that make a crime's name a charge, with what may stand between.
_GOVERNED = re.compile(
    r"(?:涉嫌|涉及|以|因|构成|触犯|认定|(?<![侵罪主从嫌防惯])犯(?!罪)|涉)"
    r"[^，。；\n]{0,50}$"
)
# 犯诈骗罪, 构成诈骗罪, 认定为诈骗罪
_CONVICTED = re.compile(
    r"(?:构成|(?:认定|定性)为?|(?<![侵罪主从嫌防惯])犯(?!罪))[^，。；\n]{0,50}$"
)
_BECAUSE = re.compile(r"(?:因|以|按|定性为)(?:涉嫌)?[^，。；\n]{0,30}$")
_SUSPECTED = re.compile(r"(?:涉嫌|涉罪)[^，。；\n]{0,50}$")
# 诈骗罪, 诈骗、盗窃罪, 诈骗等犯罪
_CRIME_AFTER = re.compile(
    r"^(?:（[^）\n]{1,20}）)?(?:活动)?(?:的)?"
    r"(?:[、和及与][^，。；、\n]{2,24}){0,5}?(?:等)?(?:多项|数|两项)?"
    r"(?:罪(?![犯行证])|犯罪|违法)"
)
# 罪名涉及诈骗，洗钱等: charges listed behind the word for them
_LISTED_BEFORE = re.compile(
    r"(?:罪名|案由)(?:主要|分别)?(?:涉及|包括|涵盖|有|为|是|囊括)[^。；\n]{0,60}$"
)
# 被控电信欺诈、洗钱: how charges abroad are told, mostly without the word 罪
_ACCUSED_BEFORE = re.compile(
    r"(?:被控|被指控|遭控|遭到指控|被指(?!使|定|派)|指控[^，。；\n]{0,12}"
    r"|承认(?:了)?(?:[一两三多\d]项)?(?:犯有|串谋|共谋|合谋|密谋))[^。；\n]{0,60}$"
)
# 面临|串谋洗钱的指控, 对|电信欺诈认罪, 承认|犯有敲诈罪名
_FACING_BEFORE = re.compile(r"(?:面临|承认|供认|犯有|对|就|以|因)[^。；，\n]{0,40}$")
_FACING_AFTER = re.compile(
    r"^[^。；，\n]{0,30}(?:罪名|指控|控罪|认罪|(?<!不)服罪|有罪)"
)
_GUILTY = re.compile("承认|认罪|定罪|有罪|犯有|判处|获刑")
_CRIMES = frozenset({"洗钱", "诈骗", "盗窃", "勒索", "敲诈", "间谍", "毒品"})
# 网暴、黑客、|传销、电诈等各类案件: an enumeration of what crimes there are
_ENUMERATED = re.compile(
    r"^(?:、[^，。；、\n]{1,12}){0,6}等(?:各类|各种|多类|系列|突出|涉网|网络){1,3}[^，。；\n]{0,8}"
    r"(?:案|犯罪|违法|乱象|问题)"
)
# 因诈骗被刑事拘留, 以寻衅滋事对其行政拘留
_PUNISHED_AFTER = re.compile(
    r"^(?:、[^，。；、\n]{2,24}){0,3}(?:行为)?(?:，)?(?:已|均已|先后|分别)?"
    r"(?:被|对|将|予以|依法|处以)[^。；\n]{0,24}"
    r"(?:拘留|强制措施|处罚|逮捕|判|抓获|立案|罚款|起诉|拘役)"
)
_CRIME = re.compile(r"^(?:（[^）\n]{1,20}）)?(?:活动)?(?:的)?(?:等)?罪(?![犯行证])")
_CASE = re.compile(
    r"^(?:（[^）\n]{1,20}）)?(?:活动)?(?:的)?(?:等)?(?:系列|犯罪)?(?:一)?案"
    # 敲诈勒索|、诈骗、帮助信息网络犯罪活动一案
    r"|^(?:、[^，。；、\n]{2,16}){1,4}(?:一)?案"
)
_JUDGED_AFTER = re.compile(
    r"^[^。\n]{0,80}(?:判|公诉|(?<!移送)(?<!审查)起诉|数罪并罚|定罪|有期徒刑|拘役"
    r"|追究刑事责任|论处)"
)
# 将一起诈骗案成功告破
_SOLVED_AFTER = re.compile(
    r"^[^，。；\n]{0,8}案(?:件)?(?:被|成功|已|已经|顺利|全面|一举|也){0,2}"
    r"(?:告破|办结|侦破|侦结|破获|宣判|审结|开庭|水落石出)"
)
_CHARGED_BEFORE = re.compile("公诉|起诉|判决|判处|宣判")
_LEAD = re.compile(
    r"(?:破获|侦破|侦结|侦获|查破|告破|打掉|捣毁|侦办|办结|宣判|审结|摧毁|查处|审理|公诉"
    r"|端掉)[^，。；\n]{0,60}$"
)

# The crimes of others whom the offenders served: 为诈骗团伙提供, 卖给赌博网站. They are
# not this case's, but serving them is a crime of its own.
_SERVED_BEFORE = re.compile(
    r"(?:为|给|向|帮助|帮|替|供|勾结|勾连|卖给|出售给|提供给|对接|流入|用于|租给|借给"
    r"|交给)(?:了)?"
    r"(?:其他|上游|下游|境外|境内|他人|多个|一些|不法|违法|电信|网络|跨境|实施|从事"
    r"|进行|开展|等"
    r"|的|“|”|、|诈骗|赌博|色情|网络犯罪|电诈|洗钱|敲诈勒索|“裸聊”|盗窃|涉黄|涉赌|涉诈"
    r"|某|专门|\d+余?多?[家个名款]|[多数几][家个名]|数十[家个名]"
    r"|缅甸|缅北){0,6}$"
)
_SERVED_AFTER = re.compile(
    r"^(?:、[^，。；、]{1,4}){0,3}(?:等)?(?:违法)?(?:犯罪)?"
    r"(?:团伙|集团|分子|人员|组织|网站|平台|窝点|活动|行为|公司|犯罪|园区)?(?:的)?"
    r"(?:犯罪)?"
    r"(?:分子|人员|团伙)?[^，。；]{0,14}(?:提供|推广|引流|服务|支持|结算|通道|便利"
    r"|帮助|出售|使用|洗钱|跑分|转移|走账|收款|收取|取现|洗白|漂白|套现"
    r"|群发|搭建|解封|建群|供|卡|号)"
)
# 弹窗指向赌博网站: where victims are led to
_LEADS_TO = re.compile(
    r"(?:悬挂|挂上|挂有|植入|嵌入|指向|导向|引向|引至|导至|通往|链接至|链接到|跳转至|跳转到|跳转|推送|弹窗|弹出|另一端|另一头"
    r"|背后是|流量)[^，。；\n]{0,6}?"
    r"(?:境外|各类|的|是|为|到|至|尽|诈骗|赌博|色情|涉黄|涉赌|涉诈|“|”|、|等){0,6}$"
)
# 被诈骗集团使用: what the offenders ran was used by others.
_USED_BY = re.compile(r"^[^，。；\n]{0,20}(?:使用|利用|采用)")
# 裸聊|敲诈: how the crime that was served is done
_MEANS_OF = re.compile("敲诈|勒索")
_SERVED_WORDS = re.compile(r"团伙|集团|分子|网站|平台")
# 用于电信网络诈骗, 流入诈骗团伙, 卖给下游诈骗分子
_USED_FOR = re.compile(
    r"(?:用于|用以|流入|流向|卖给|卖往|出售给|转卖给|提供给|对接|勾结"
    r"|(?:购买者|买家|买主|客户|下家|上家)(?:多|大多|主要)?(?:为|是|系))(?:了)?"
    r"(?:[^，。；、]{1,8}、){0,2}"
    r"(?:实施|从事|进行|开展|境外|境内|下游|上游|其他|他人|电信|网络|跨境|违法|犯罪|的"
    r"|等|“|”|、"
    r"|诈骗|赌博|色情|洗钱){0,8}$"
)
# 涉及电信网络诈骗案件53起: the cases in which others used what was lent to them
_LINKED_BEFORE = re.compile(r"(?:涉及|关联|牵涉|串并|比对出|核查出)[^，。；\n]{0,12}$")
_LINKED_AFTER = re.compile(r"^类?(?:案?件?|警情)(?:达|共|近|超过?)?\d+余?多?起")
_LINKED_CASES = re.compile(r"\d+余?多?起[^，。；\n]{0,8}$")
# 明知他人实施诈骗, 仍提供银行卡; 明知是诈骗所得
_KNOWING = re.compile(r"明知[^。；\n]{0,24}$")
_CRIME_AT_END = re.compile(
    r"(?:境外|跨境|电信|网络){0,4}(?:诈骗|赌博|洗钱|敲诈勒索|色情)$"
)
SERVABLE = frozenset(
    {
        "fraud",
        "gambling",
        "obscene-material",
        "prostitution",
        "extortion",
        "pyramid-selling",
        "money-laundering",
        "theft",
        "drugs",
    }
)

# 编造“某公司诈骗被查”的虚假信息, 造谣称有人被盗窃
# ... but no more behind it: 编造“某地中毒”等虚假信息，并组织水军转发
_CONTENT_BEFORE = re.compile(
    r"(?:编造|捏造|杜撰|臆造|造谣|谣称|谣传|散布|谎称|虚构|声称|传言"
    r"|网传)(?:(?!等(?:虚假|不实)?(?:信息|谣言|视频|消息|言论|内容)|，并)[^。；\n]){0,40}$"
)
_CONTENT_AFTER = re.compile(
    r"^[^。；\n]{0,40}(?:信息|谣言|视频|消息|言论|帖|文章|谎言|不实)"
)
# “某地考题外泄”“某人替考”等谣言: what is quoted as one, whatever was done with it.
_QUOTED_BEFORE = re.compile(r"“[^“”\n]{0,30}$")
_QUOTED_AFTER = re.compile(
    r"^[^“”\n]{0,30}”(?:[、和及]?“[^“”\n]{1,40}”){0,5}(?:等|的|之类|一类|这类|类|为题|为内容){0,3}"
    r"[^，。；“”\n]{0,4}(?:谣言|不实|虚假|假消息|假新闻|传言|谎言)"
)


def place_of(text: str, hit: Hit) -> Place:
    """What the words around a find in the telling make of it."""
    before = text[max(0, hit.start - 70) : hit.start]
    after = text[hit.end : hit.end + 100]
    near = before[-16:]
    if _ASIDE_BEFORE.search(near) and not near.endswith("涉嫌"):
        return "aside"
    if _ASIDE_AFTER.match(after) or _OPINION.search(before):
        return "aside"
    if is_rejected(text, hit):
        return "aside"
    if _ELSEWHERE_BEFORE.search(near) or _ELSEWHERE_AFTER.match(after):
        return "aside"
    if _ENUMERATED.match(after):
        return "aside"
    told = before[-30:] + ("涉嫌" if text.startswith("涉嫌", hit.start) else "")
    if _PRETEXT_BEFORE.search(told) or _PRETEXT_AFTER.match(after):
        return "aside"
    if _LED_BEFORE.search(before) and _LED_AFTER.match(after):
        return "aside"
    if _STARTED_BEFORE.search(before) and _STARTED_AFTER.match(after):
        return "aside"
    if _HANDLED_BEFORE.search(before) and _HANDLED_AFTER.match(after):
        return "aside"
    if hit.level in ("charge", "strong") or text[hit.start : hit.end] in _CRIMES:
        if _ACCUSED_BEFORE.search(before) or (
            _FACING_BEFORE.search(before) and _FACING_AFTER.match(after)
        ):
            is_judged = _GUILTY.search(before) or _JUDGED_AFTER.match(after)
            return "verdict" if is_judged else "suspicion"
        if _LISTED_BEFORE.search(before):
            return "verdict" if _CHARGED_BEFORE.search(before) else "suspicion"
    if hit.slug in SERVABLE and (
        (linked := _LINKED_BEFORE.search(before[-20:]))
        and (_LINKED_AFTER.match(after) or _LINKED_CASES.search(linked.group()))
    ):
        return "served"
    if hit.level == "charge":
        formal = _formal_place(text, hit, before, after)
        if formal is not None:
            return formal
    if hit.slug in SERVABLE and is_served(text, hit):
        return "served"
    if hit.start < 400 and hit.level in ("charge", "strong") and _LEAD.search(before):
        return "lead"
    if _CONTENT_BEFORE.search(before) and _CONTENT_AFTER.match(after):
        return "content"
    if _QUOTED_BEFORE.search(before) and _QUOTED_AFTER.match(after):
        return "content"
    return "task" if _TASK_BEFORE.search(before) else "told"


def is_rejected(text: str, hit: Hit) -> bool:
    """Whether the words name a charge that the court did not follow."""
    after = text[hit.end : hit.end + 40]
    return hit.level in ("charge", "strong") and bool(_REJECTED_AFTER.match(after))


def _formal_place(text: str, hit: Hit, before: str, after: str) -> Place | None:
    is_crime = text[hit.end - 1] == "罪" or bool(_CRIME.match(after))
    if _GOVERNED.search(before) and (is_crime or _CRIME_AFTER.match(after)):
        if _CONVICTED.search(before) or _JUDGED_AFTER.match(after):
            return "verdict"
        return "suspicion"
    if _SUSPECTED.search(before):
        return "suspicion"
    if _BECAUSE.search(before) and _PUNISHED_AFTER.match(after):
        return "suspicion"
    if is_crime or _CASE.match(after):
        is_solved = _LEAD.search(before) or _SOLVED_AFTER.match(after)
        return "case" if hit.start < 400 and is_solved else "named"
    return None


def is_served(text: str, hit: Hit) -> bool:
    """Whether the words name the crime of somebody whom the offenders served."""
    # 冒用他人信息为诈骗|团伙提供账号: the crime's name may end the words found.
    named = _CRIME_AT_END.search(text, hit.start + 1, hit.end)
    if named and _is_served(text, named.start(), hit.end):
        return True
    return _is_served(text, hit.start, hit.end)


def _is_served(text: str, start: int, end: int) -> bool:
    if _MEANS_OF.match(text, end):
        return False
    before = text[max(0, start - 30) : start]
    if _KNOWING.search(before):
        return True
    if _USED_FOR.search(before):
        return True
    if _LEADS_TO.search(before):
        return True
    if before.endswith("被") and _USED_BY.match(text[end : end + 30]):
        return True
    if not _SERVED_BEFORE.search(before[-24:]):
        return False
    if _SERVED_WORDS.search(text[start:end]):
        return True
    return bool(_SERVED_AFTER.match(text[end : end + 40]))
