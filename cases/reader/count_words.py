"""Words around a number of persons: who is counted, and what became of them."""

from __future__ import annotations

import re
from typing import Literal

# What a number of persons carries: 12名, 5人, 3个犯罪嫌疑人; no 人次, 人民币.
UNIT = re.compile(
    r"余?多?(?:名|位|人(?!次|份|民|家|口|工|才|脸|体|身|物|力|群|气|手|大代|行(?!为|政)"
    r"|数|际|寿|参保|均(?:收入|消费|GDP))"
    r"|个(?=(?:犯罪|违法|涉案|同伙|主犯|嫌疑|嫌犯|男|女|被告"
    r"|人(?!信息|账|资料|微|银|电))))"
)
# Offenders, right behind the unit or right before the number.
OFFENDER_NOUN = re.compile(
    r"犯罪(?:嫌疑)?人|嫌疑人|嫌犯|违法(?:犯罪)?(?:嫌疑)?(?:行为)?(?:人员?|者)"
    r"|涉(?:案|诈|赌|黄|毒|网|嫌)(?:违法)?(?:犯罪)?(?:嫌疑)?(?:回流)?人员?|作案人员"
    r"|被告人?|罪犯|团伙(?:成员|骨干)?"
    r"|(?:业务|核心|技术)(?:骨干|人员|员)|(?:组织|领导|参加|管理|经营|操纵|策划"
    r"|发起)者|负责人|骨干|成员|主犯|从犯|同伙|同案|共犯|金主|头目|犯罪分子|不法分子"
    r"|黑客"
    r"|回流人员|卡农|卡商|号商|码商|车手|水军|中介|参与(?:人员|者)|赌客|行为人|责任人"
    r"|造谣(?:者|人)|(?:造谣|传谣|参赌|涉事|违法|散布|发布|编造|传播"
    r"|转发)[^，。；]{0,6}(?:人员|网民|网友|者)|卖淫|嫖娼|“金主”|主要?嫌疑|犯罪团伙"
    r"|下线人员|引流人员|上线"
)
# Nobody who may be an offender, right behind the unit. What stands between must
# not begin a new thought: 5人|因出售公民个人信息获刑.
_BETWEEN = "[^\\W因被在将以用售为从向对与和及落到有均涉非已先利通]"
OTHER_NOUN = re.compile(
    rf"的?{_BETWEEN}{{0,6}}?(?:民警|警力|警察|干警|专案|侦查员|受害|被害|事主|失主"
    rf"|考生|用户|客户|会员|粉丝"
    r"|儿童|幼童|女童|孩子|婴儿|公民(?:个人|的|信息)|居民|旅客|游客|乘客|车主|家长"
    r"|代表|专家|顾客|消费者|患者|病人|投资人|投资者|玩家|股民|持卡|受骗|被骗|求职"
    r"|应聘|观众|好友|律师|记者|伤|死亡|遇难|失联|参加|参会|在线|报名|订阅)"
    r"|的?(?:笔记本|电脑|手机|微信|账户|身体|姓名|个人信息|信息|身份|简历|资料|账号"
    r"|隐私|手机|照片|规模|以上的?团伙|关系|组成)"
)
# Anybody, offenders too once something is done to them: 对12名网民予以行政处罚.
ANYBODY_NOUN = re.compile(
    rf"的?(?:普通)?{_BETWEEN}{{0,6}}?"
    rf"(?:网民|网友|刷手|群众|市民|村民|业主|住户|司机|老人|老年"
    rf"|学生|学员|未成年|主播|员工|职工|职员|工作人员|人员|大学生)"
)
OTHER_BEFORE = re.compile(
    r"(?:警力|(?:民警|干警|警员)(?![^，。；]{0,6}(?:[对将把]|抓|带))|人次|受害者?|被害人?数?|受骗"
    r"|被骗|事主|群众|用户|粉丝|网民|公民|人口|投资人|辖区|规模|累计为|骗取|骗了"
    r"|(?<!诈)骗(?!罪|案|团|分子)|服务|劝阻"
    r"|预警|保护|影响|涉及|波及|招聘|招募|招揽|雇佣|发展|拉拢|吸引|培训"
    r"|出动|组织|抽调|派出|选派|调集|投入)[^，。；]{0,8}$"
)
# These may be offenders, when caught: 抓获快递员工及买家共16人.
MAYBE_OTHER_BEFORE = re.compile(
    r"(?:员工(?:总数)?|职工|下线|代理|玩家|主播|学生|学员|会员|客户)[^，。；]{0,8}$"
)
# Not caught yet, or only known: 查明500余名人员身份, 涉案人员千余名.
KNOWN_ONLY = re.compile(
    r"(?:查明|研判|锁定|掌握|摸清|涉及|涉案人员(?:多?达|共|有|为|高达)?"
    r"|成员(?:多?达|共|有)|人员达|规模达?|涉诈人员(?:达|共)?|多达|有(?:成员)?|共有|由"
    r"|在逃|上网追逃|通缉|追逃|网上追逃|另有)[^，。；]{0,10}$"
)
CATCH = re.compile(
    r"抓获|抓捕|捕获|擒获|查获|缉获|截获|挡获|拘捕|捉获|围捕|生擒|被抓|被捕|抓了|抓走|抓住"
    r"|(?<!远程)(?<!非法)(?<!操作)控制(?!办公室|中心|软件|系统|计算机|电脑|端|权|程序"
    r"|账号|手机|台|的)|落网|落入法网|到案|归案|缉捕|投案|自首|查处|打掉"
    r"|揪出|带回|带走|传唤|押解|押回|遣返|移交|一网打尽|无一漏网|就擒|缉拿|捉拿|擒住|拿下"
    r"|被拘(?!传)|劝返|劝投|接收回|逮住|堵住|拦截抓"
)
DEALT = re.compile(
    r"处罚|行政拘留|行拘|治安拘留|拘留|起诉|被控|指控(?!的)|公诉|判处|判决|判刑|获刑|被判|有期徒刑"
    r"|判刑|被罚|(?:提请|报请)(?:审查)?(?:批准)?逮捕|报捕|提捕|训诫|约谈|批评教育|追究|警告|罚款|(?:依法|打击|从严|严肃|作出)处理"
    r"|处置(?=违法|涉案|人员|造谣)|打处|移诉|移送"
)
# 6人被检察院批准逮捕，8人被取保候审
COERCIVE = re.compile(
    r"刑事(?:强制)?措施|强制措施|刑事拘留|刑拘|逮捕(?!令|证|必要|条件)|批捕|取保候审"
    r"|取保|监视居住|拘传"
)
NOT_YET = re.compile(
    # 未批准|逮捕, 不予|逮捕, 提请审查|逮捕; 行政|强制措施 is another thing
    r"(?:未|不)(?:予|被|能|宜|作出|采取|执行|提请)*(?:批准)?$|行政$"
    r"|(?:提请|报请|申请)(?:检察(?:机关|院))?(?:审查)?(?:批准)?$"
)
ADMINISTRATIVE = re.compile(
    r"行政拘留|行拘|治安拘留|行政处罚|治安(?:管理)?处罚|行政罚款|警告|罚款|行政强制|行罚"
)
# Dealt with, but by no penalty in law.
ADMONISHED = re.compile("批评教育|教育训诫|警示教育|约谈|劝诫|法治教育")
# 9名“卡农”另案处理; 将36名员工带走调查.
ELSEWHERE_AFTER = re.compile(
    r"[^，。；]{0,12}(?:另案|另行)(?:处理|起诉|侦查|侦办)|[^，。；]{0,6}（[^（）]{0,6}另案"
)
# 该局今年已抓获此类嫌疑人156名; 其中8人曾因诈骗被抓获.
OF_A_KIND_BEFORE = re.compile(r"(?:此类|各类|这类|同类)[^，。；]{0,12}$")
EARLIER_AFTER = re.compile(r"[^，。；]{0,4}曾(?:经)?[因被]")
FOR_QUESTIONS = re.compile(
    r"[^，。；]{0,10}(?:带走|带回|传唤)[^，。；]{0,6}(?:调查|询问|核查|了解)"
)
# 其余5名犯罪嫌疑人在逃, 另有3人正在全力追捕中, 2名主犯已被上网追逃.
AT_LARGE_AFTER = re.compile(
    r"(?![^，。；]{0,30}(?:抓获|归案|到案(?<!未到案)|落网|被抓|投案|捕获|擒获))"
    r"[^，。；]{0,12}(?:在逃|潜逃|外逃|逃匿|负案|(?:上网|网上)追逃|列为(?:网上)?(?:逃犯|追逃)"
    r"|未到案|未归案|未落网|(?:正|仍)?在(?:全力|进一步|加紧)?(?:追捕|抓捕|缉捕|追查|追逃)"
    r"|(?:全力|继续|加紧)(?:追捕|抓捕|缉捕))"
)
# 其中4人不构成犯罪，被解除传唤; 经教育后释放: of those caught, none after all.
LET_GO = re.compile(
    r"不构成犯罪|解除(?:传唤|拘留|强制措施)|排除(?:作案|犯罪|涉案)?嫌疑|教育后(?:释放|放行)"
    r"|不追究刑事责任|无罪释放|予以释放|被释放|后离开|未发现违法"
)
# 对2人作出不起诉决定, 对另外3人不批准逮捕: dealt with, and not as the others.
SPARED_AFTER = re.compile(
    r"[^，。；\d]{0,12}[不未](?:予)?(?:批准逮捕|逮捕|批捕|起诉)|[^，。；\d]{0,8}(?:相对|存疑|酌定"
    r"|附条件)?不起诉"
)
SPARED_BEFORE = re.compile(
    r"[不未](?:予)?(?:批准逮捕|逮捕|批捕|起诉)(?:决定)?[的：了]?$"
)
BAIL = re.compile("取保|监视居住")
CHARGED = re.compile(
    r"起诉|公诉|移送|移诉|直诉|被控|检方指控|(?:提出|提起)[^，。；]{0,6}指控"
)
JUDGED = re.compile(r"判处|判决|判刑|获刑|被判|有期徒刑|拘役|宣判|适用缓刑|实刑")
PART = re.compile(r"其中|包括|含|内有|分别为")
MORE = re.compile(
    r"又|再次?|另(?!案)|还|随后|此后|之后|陆续|循线|顺藤摸瓜|相继(?!在)|同时"
)
# 专案组又分三批赴山东、福建，抓获15名: a clause or two before the count.
MORE_EARLIER = re.compile(
    r"(?:又|再次?|继续)(?:先后|陆续|相继|分|赶?赴|前往|奔赴|转战|辗转|在|从|到|根据|循线|顺线"
    r"|连续|组织|乘胜|乘势|深挖|远赴|出击|派出|对|将)|第[二三四]次收网"
)
TOTAL = re.compile(
    r"共(?!同|计?打掉)|累计|总计|先后|合计|全部|截至|目前|至此|已有|(?:这|该|上述|以上)(?:共计)?$"
)
REST = re.compile(
    r"(?:其余|其他|其它|剩余|余下|另外|另有)(?:的)?(?:涉案|同伙|嫌疑)?(?:人员)?$"
)

# The stage of the procedure in which a number of persons stands. Bail and
# residence follow custody for some of those held, arrest for others of them.
Stage = Literal[
    "",
    "coerced",
    "held",
    "arrested",
    "bailed",
    "punished",
    "charged",
    "spared",
    "judged",
]
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("bailed", re.compile("取保|监视居住")),
    ("arrested", re.compile("逮捕|批捕")),
    ("held", re.compile("刑事拘留|刑拘")),
    ("coerced", re.compile("强制措施|刑事措施|拘传")),
)


def stage_of(measure: str) -> Stage:
    """The stage that a coercive measure stands for.

    >>> stage_of("取保候审"), stage_of("批准逮捕"), stage_of("刑事强制措施")
    ('bailed', 'arrested', 'coerced')
    """
    return next((stage for stage, words in _STAGES if words.search(measure)), "coerced")
