"""What an authority does in a case, told from the words around its name."""

from __future__ import annotations

import re
from typing import Literal

from cases.reader.agency_words import UNIT, AgencyKind

# What an authority does where it is named: handles the case, helps or leads
# another (在X配合下, X指导Y), gave the lead (接到X通报), stands in an offender's
# past (曾被X判处), is only handed something (移送X), or is what the offence was
# about: impersonated, attacked, an offender's workplace (冒充X民警, 系X辅警).
Role = Literal["handles", "helps", "leads", "source", "past", "receives", "target"]

# After an authority: verbs of handling within its clause (X公安机关…破获).
VERBS = (
    "破获|侦破|告破|打掉|捣毁|摧毁|铲除|斩断|查处|查获|查明|查证|查封|查办|破案|抓获|"
    "抓捕|逮捕|拘留|刑拘|归案|收网|侦查|侦办|侦查终结|办理|审理|审结|调查|核查|研判|"
    "摸排|排查|发现|立案|受理|接到|接报|接警|获悉|通报|公布|发布|处罚|处理|依法|约谈|"
    "责令|警告|罚款|判决|宣判|判处|开庭|起诉|批准|提起公诉|移送|督办|采取|成立|组织|"
    "部署|开展|锁定|掌握|循线|出击|行动|打击|介绍|证实|辟谣|传唤|处置|追回|冻结|扣押|"
    "检查|巡查|监督检查|执法|声明|回应|表示|澄清|说明|确认|告知|作出"
)
ACTS = re.compile(
    rf"[^。！？；\n]{{0,24}}?(?:{VERBS})"
    # 某局|对某公司未履行数据安全保护义务的行为，依据《…》作出警告
    r"|对[^。！？；\n]{1,60}?(?:作出|予以|给予|处以|罚款|警告|责令|约谈)"
)

# 在X(、Y)警方(的)(大力)配合下, 在X部署下: helpers, and superiors that lead.
UNDER = re.compile(
    r"[^。！？；\n]{0,12}?"
    r"(?:(?P<helps>协助|配合|支持|帮助|协作|支援)"
    r"|(?P<leads>指导|指挥|领导|部署|协调|组织|统筹|督导|督办|牵头))"
    r"[^。！？；，\n]{0,6}?下(?![发达辖一属级班海])"
)
IN = re.compile(r"在[^。！？；\n]{0,12}\Z")
LEADS = re.compile(
    r"(?:统一|直接|挂牌|高度重视，?|迅速|立即|全程|派员|第一时间){0,2}"
    r"(?:指导|指挥|部署|组织|督办|督导|协调|指定|交办|要求|通知|下发|派出工作组)"
)
# How far behind such a verb the led authority stands: 指导(并协调)无锡市公安局.
LED_WITHIN = 16
GIVES = re.compile(
    r"[^。！？；，\n]{0,8}?"
    r"(?:移交|移送来|移送的|转来|转办|推送|下发|交办|提供的?线索|发来|线索|协查|反馈)"
)
NOTIFIES = re.compile(r"[^。！？；，\n]{0,8}?通报")
# Before an authority.
WITH = re.compile(
    r"(?:联合|会同|协同|协助|配合|商请|提请|请求|联系|协调|联动|对接|邀请|通过|联手|"
    r"与|和|同|跟)(?:当地|异地|相关|多地)?\Z"
)
# ... whose own staff are the subject: 执法人员会同某区网信办检查
OWN_STAFF = re.compile(
    r"(?:执法人员|工作人员|办案人员|侦查人员|侦查员|民警|检察官|专案组|调查组|工作组|检查组|[我该](?:局|院|支队|大队|总队))"
    r"(?:立即|随即|迅速|依法|先后|当即|及时|随后|第一时间)?"
    r"(?:联合|会同|协同|协助|配合|商请|联系|协调|联动|与|和|同)(?:当地|异地|相关|多地)?\Z"
)
TOLD_BY = re.compile(r"(?:根据|按照|依据)[^。！？；，\n]{0,4}\Z")
RECEIVED_FROM = re.compile(r"(?:接到?|收到|接收)[^。！？；，\n]{0,4}\Z")
HANDED_TO = re.compile(
    r"(?:移送|移交|移交给|报送|提请|转交|送交|送至|通报给|押解回|押送至)"
    r"(?:至|给|到|由)?\Z"
)
# X警方协助抓获
HELPING = re.compile(r"(?:积极|全力|大力|密切|也|还)?(?:协助|配合)")
# X警方抓获后移交Y警方.
HANDS_ON = re.compile(
    r"[^。！？；\n]{0,16}?(?:移交|移送|押解|转交)"
    r"(?:给|至|到)?(?![^。！？；，\n]{0,8}(?:检察|法院))"
)
PAST = re.compile(r"(?:曾|前科|此前因|先前因)[^。！？；，\n]{0,30}\Z")
POSED_AS = re.compile(
    r"(?:冒充|假冒|冒用|伪装成?|谎称|自称|仿冒|伪造|虚构|假扮|声称|假称|编造|"
    r"编称)[^。！？；，、\n]{0,6}\Z"
)
ATTACKED = re.compile(
    r"(?:入侵|侵入|攻击|篡改|诽谤|侮辱|辱骂|抹黑)[^。！？；，、\n]{0,4}\Z"
)
WORKED_AT = re.compile(
    r"(?:原系|(?<![联关体派])系|时任|曾任|原任|担任|身为|作为|任职于|就职于|供职于"
    r"|受聘于|利用(?:其|自己)?"
    r"(?:在|担任)?)(?:原)?\Z"
)
# After an authority.
STAFF_OR_PROPERTY = re.compile(
    r"(?:原)?(?:辅警|协警|文职|辅助人员|临时工|聘用|网站|系统|信息系统|数据库|内网"
    r"|服务器|"
    r"印章|公章|的?名义|执法证|工作证|警官证|文书|逮捕令|通缉令)"
)


def role_of(
    text: str, start: int, end: int, kind: AgencyKind, joined_to: int | None
) -> Role:
    """What the authority text[start:end] does, told from the words around it.

    ``joined_to`` is the end of the authority named before it, None when there is
    none or it is the whole country's.
    """
    before = text[max(0, start - 40) : start]
    near = before[-12:]
    if PAST.search(before):
        return "past"
    if HANDED_TO.search(near):
        # Handed to other police, the case is theirs.
        return "handles" if kind == "police" else "receives"
    about = POSED_AS.search(near) or ATTACKED.search(near) or WORKED_AT.search(near)
    if about or STAFF_OR_PROPERTY.match(text, end):
        return "target"
    under = UNDER.match(text, end) if IN.search(near) else None
    if under is not None:
        return "helps" if under["helps"] else "leads"
    if RECEIVED_FROM.search(near) and (
        GIVES.match(text, end) or NOTIFIES.match(text, end)
    ):
        return "source"
    if TOLD_BY.search(near) and GIVES.match(text, end):
        return "source"
    if WITH.search(near) and (
        _joins(text, start, joined_to) or OWN_STAFF.search(before)
    ):
        return "helps"
    if HELPING.match(text, end):
        return "helps"
    gives = HANDS_ON.match(text, end)
    if gives and kind == "police" and _police_at(text, gives.end()):
        return "source"
    leads = LEADS.match(text, end)
    if leads and UNIT.search(text, leads.end(), leads.end() + LED_WITHIN):
        return "leads"
    return "handles"


def _police_at(text: str, start: int) -> bool:
    """Whether police are named within a few characters."""
    unit = UNIT.search(text, start, start + LED_WITHIN)
    return unit is not None and unit.lastgroup == "police"


def _joins(text: str, start: int, joined_to: int | None) -> bool:
    """Whether another authority is named before in the sentence: 某公司协助警方
    leaves the case with the police."""
    return joined_to is not None and not re.search("[。！？\n]", text[joined_to:start])
