"""Dates that belong to something else than the case: the news, a press conference, a
statistic, a campaign, another matter, a rumour laid open, an earlier conviction.
"""

from __future__ import annotations

import re

from cases.reader import prose
from cases.reader.calendar import When
from cases.reader.date_words import ACT_AT, AGENCY, DEED_AT, NOTICE

# -- words before a date -------------------------------------------------------

# 该公司成立于2018年, 该网站于2019年由外包公司搭建: a company's life, no deed.
FOUNDED_BEFORE = re.compile(
    r"(?:公司|企业|网站|平台|门诊部|医院|学校|机构|软件|系统|App|APP|公众号|账号|频道"
    r"|店铺|网店|工作室|论坛)"
    r"[^，。；]{0,6}?(?P<verb>成立|创办|创立|创建|建成|注册|开业|上线)?(?:时间)?(?:于|在|为)?$"
)
# 该系统于2020年6月上线运行: of an operator's system, not of a site to offend with.
SYSTEM_BEFORE = re.compile(r"系统(?:正式)?[于在自]?$")
SYSTEM_AFTER = re.compile(
    r"^(?:正式)?(?:上线|投入使用|投用|启用|开通|建成|投产)(?:运[行营])?(?=[，。；])"
)
FOUNDED_AFTER = re.compile(
    r"^(?:由[^，。；]{1,14})?(?:正式)?(?:在[^，。；]{1,10})?"
    r"(?:成立|注册成立|创办|创立|创建|建成|搭建|开业|开发)(?=[，。；、]|的|于)"
)
# 该公司2022年10月开业，雇人把资料转卖给下家: founded to that end.
FOUNDED_TO = re.compile(r"^[^。]{0,60}?(?:转卖|出售|贩卖|倒卖|骗|窃|冒充)")
# 视频实为2017年7月某地画面 (a rumour laid open)
DEBUNKED = re.compile(
    r"(?:(?:视频|图片|照片|画面|截图|影像|素材|内容)[^，。；]{0,4}[为是]|实为|实际为|原为|实系|系|拍摄于|(?<!行为)(?<!事实)发生于|发生在|来自|源自|出自)$"
)
# 将2018年外省的一段事故视频配上...发布: of the footage, not of the post.
FOOTAGE = re.compile(r"(?:将|把|用|使用|利用|盗用|搬运|截取|嫁接|拼接|发布)(?:了)?$")
FOOTAGE_FROM = re.compile(r"(?:从|由|取自|截自)$")
FOOTAGE_IN = re.compile(
    r"^[^，。；]{0,14}?(?:视频|画面|照片|图片|影像|录像|新闻)(?:素材|画面)?[中里]"
)
FOOTAGE_OF = re.compile(
    r"^[^，。；]{0,20}?(?:视频|画面|照片|图片|影像|录像|旧闻|新闻|事故|事件)"
)
# 此外，去年还有 (another matter)
ANOTHER = re.compile(
    r"(?:(?P<besides>此外|除此之外|另外)|无独有偶|类似|同类|此前报道|相关链接)[^。]{0,10}$"
)
# 此外，2021年1月至11月，钱某还捏造; 此外，2023年3月起，该团伙出租设备: the same
# offender's, no other matter.
OWN_TOO = re.compile(
    r"^[^，。；]{0,4}，?[^，。；]{0,14}?(?:还|又|另)(?!有|一[起名]|破获|侦破|查处|办理|抓获)"
    r"|^[^，。；]{0,4}，?(?:该(?!院|局|市|省|区|县|案)|其|上述|二人|两人|三人|他们?)"
)
# 此前，2023年5月，另一主播因类似行为已被查处
ALIKE = re.compile(
    r"^[^。]{0,40}?因[^，。；]{0,6}?(?:类似|同类|同样|相同)的?(?:行为|手[法段]|方式|问题|违法|情形)"
    r"[^。]{0,24}?(?:查处|判|罚|抓|捕|拘|约谈|处理|通报)"
    r"|^[^。]{0,20}?(?:发生|出现)过?(?:多起)?(?:类似|同类)"
)
# 该公司于2015年11月向公安机关报备的系统, 2020年通过等保测评: what a company had done
# by the book; no 未备案.
BY_THE_BOOK = re.compile(
    r"^[^，。；未没拒不]{0,10}?(?:向[^，。；未]{0,14}?(?:报备|备案|申报)|(?:通过|完成)了?[^，。；未]{0,10}?"
    r"(?:测评|备案|定级|年检|验收)|(?:取得|获得|领取)了?[^，。；]{0,14}?(?:许可证?|资质|执照|备案号))"
)
# Such things have happened before: what the paragraph goes on to date is not this case.
PRECEDENT = re.compile(
    r"(?:此前|以往|过去|历史上|近年来?)[^。\n]{0,12}?(?:多次|屡次|屡屡|屡有|时有|不止一次|不乏)"
    r"[^。\n]{0,8}?(?:发生|出现|上演|曝光|先例)"
    r"|(?:早有|不乏|已有|并非没有)(?:先例|前例)"
)
PRECEDENT_REACH = 240
# 刑期从判决执行之日起计算……即自2020年2月24日起至2026年2月23日止
TERM = re.compile(
    r"(?:刑期|折抵刑期|考验期限?)[^。\n]{0,10}(?:计算|[自从])[^\n]{0,50}$|折抵[^\n]{0,12}$"
)
TERM_REACH = 60
# What stands in quotation marks is a name, no word of the sentence: “法治报道”.
QUOTED = re.compile("(?<=[“「])[^“”「」\n]{1,40}(?=[”」])")
AS_OF = re.compile("(?:截至|截止)$")
# 曾于2019年因诈骗被判刑
BEFORE_NOW = re.compile(
    r"(?P<once>曾)[^，。；]{0,12}$|(?:此前因|前科|案底)[^，。；]{0,12}$"
)

# -- words behind a date --------------------------------------------------------

# An earlier conviction, a life's course: 2022年6月刑满释放, 2023年7月毕业; a system's:
# 自2022年上线以来无人维护.
PAST = re.compile(
    # 从7月7日那个傍晚算起
    r"^[^，。；]{0,16}算起|"
    r"^(?:正式)?(?:上线|建成|投入使用|投用|开通)(?:运行)?(?:以来|至今)"
    r"[^。；]{0,24}?(?:未|无人|没有)|"
    r"^[^。]{0,60}(?:刑满释放(?!人员)|假释|出狱)|^[^，。]{0,10}"
    r"(?:毕业|出生|退休|退役|结婚|离婚)"
    # 2021年因出借银行卡被行政处罚过
    r"|^[^，。；]{0,40}(?:处罚|判刑|拘留|判|抓|处理)过(?!程)"
    r"|^[^，。]{0,10}(?:入职|入学|就职|任职于)(?![^。]{0,40}(?:诈骗|犯罪|团伙|窝点|赌))"
)
# 2020年6月，汪某因诈骗罪被判刑。2021年8月刑满释放后，汪某重操旧业
RELEASED = re.compile(
    r"[^。]{0,60}?(?:判处|判刑|获刑|判了|入狱|坐牢|服刑|劳教|拘留)[^。]{0,60}[。；，]"
    r"[^。]{0,20}(?:刑满|出狱|(?<!审)释放)"
)
PUNISHED = re.compile(
    r"[^。；]{0,40}?(?:判|罚|拘留|刑|处理|警告|训诫|约谈|劳教|处分|入狱|服役)"
)
# Words of work at large are also told beside this case: 针对此类案件高发，警方抓获钱某.
# They count only where nobody acts: none of these acts, and no offender is named.
OWN_ACT = re.compile(
    r"抓(?![取包手])|捕|拘|查[处获封扣明实]|捣毁|打掉|立案|侦破|破获|传唤|约谈|训诫|警告|处以|罚款|处罚"
    r"|引渡|制裁|悬赏|通缉|没收|冻结|关闭|责令|移送|起诉|判处|锁定|收网|到案|落网|投案|下架|关停|取缔|接到?(?:群众|网民|报|举)|举报|报警|报案"
    r"|(?:监测|巡查|工作|检查|侦查)中?发现|发现线索"
)
PERSON = re.compile("嫌疑人|被告人|该?团伙|(?:一|名)[男女]子|网民[^，。]{0,6}某")
# A trend, not this case: 去年底以来，全国各地此类案件高发.
TREND = re.compile(
    r"^[^。]{0,40}(?:高发|多发|频发|上升趋势|(?:此类|这类|同类)[^，。]{0,6}(?:案件|骗局|软件|手[法段]|现象|问题|行为))"
)
# 国家网信办发布《某规定》; 2023年11月，本案入选典型案例; 该公司完成整改, 在新三板挂牌.
RULES = re.compile(
    r"^[^。]{0,30}?(?:发布|制定|出台|颁布|公布|印发)(?:了|实施)?《[^》\n]{0,40}"
    r"(?:规定|办法|条例|意见|解释|标准|指南|规范|通知|法)》"
    r"|^[^。；]{0,24}?(?:入选|获评|被评为|荣获|表彰|贺电|完成了?整改|进行了?整改)"
    r"|^(?:在[^，。；]{1,12}?)?(?:挂牌|上市(?!公司)|更名为|完成[^，。；]{0,6}融资)"
)
# A news line, a press conference, a day of the year: no part of the case.
NEWS = re.compile(
    r"^从[^，。]{2,24}(?:获悉|了解到)|^[^，。]{0,3}(?:，)?"
    r"(?:(?<!数)据|讯|电(?=[（，。 ]|$)|消息|报道|获悉|记者)"
    r"|^[^。]{0,40}?(?:召开(?:了)?(?:新闻)?(?:发布|通气|通报)会|新闻发布会"
    r"|(?<![审通问简])讯[，,（])"
    # 江州日报报道; no 根据媒体报道，警方立案
    r"|^，?(?![^，。；]{0,10}?(?:根据|针对|结合|按照|经))[^，。；]{0,16}?"
    r"(?:[报台网社刊]|媒体|节目|栏目|晚会)[^，。；]{0,6}?(?:报道|播出)(?!后|的)"
    r"|^，?[^，。；]{0,16}?发布[^，。；]{0,6}消息[，：]"
    # 2024年6月夏季行动开展以来: when the operation began
    r"|^，?[^，。；]{0,24}?(?:行动|整治|专项|战役)[^，。；]{0,8}?(?:以来|至今)"
    # 今年以来，打击此类犯罪取得显著成效; 2022年“两高”司法解释规定
    r"|^[^。]{0,60}取得[^。，]{0,8}(?:成效|战果)"
    r"|^[^，。]{0,10}(?:司法解释|意见|办法|批复)[^，。]{0,4}(?:规定|明确|指出)"
    # 4月15日是全民国家安全教育日
    r"|^(?:是|为|系)[^，。]{0,20}(?:日|节|周年)(?=[，。])"
)
# A report, statistics, a law.
REPORTS = re.compile(
    r"^[^。]{0,40}?(?:发布(?:数据|公告|报告)|报道(?!后)|消息[，,]"
    r"|(?:晚会|节目)播出|最新数据|统计|印发"
    r"|(?:发布|制定|通过|颁布|公布)(?:了)?《|司法解释"
    r"|(?:安全(?:团队|厂商|公司|研究)|研究(?:人员|员|团队|机构)|实验室|应急处理中心)"
    r"[^。]{0,12}(?:披露|发布|发现|报告|公布)"
    r"|(?:披露|公布|发布)[^，。]{0,10}(?:细节|报告|调查结果|声明|公告)"
    r"|施行)"
)
# What a notice announces: 自1月1日起，本站不再支持先充后付.
ANNOUNCED = re.compile(
    r"^[^。]{0,40}?(?:不再(?:支持|提供|收取|受理|续|接受)|(?:停止|暂停|终止|恢复|开放)[^，。]{0,10}服务"
    r"|将(?:停止|不再|无法|暂停|关闭|调整|正式|实行|执行|统一|全面)|停服)"
)
# Cases are published, or an operation runs: no act in this case.
PUBLISHED = re.compile(
    r"^[^。；]{0,40}?(?:(?:发布|公布|通报|披露|曝光|晒出)了?"
    r"(?:首批|(?:第[一二三四五六七八九十\d]{1,3}批)?(?:典型|指导性|参考|公报)"
    r"|[^，。；]{0,12}案例)"
    r"|案例(?:正式|集中|对外)?(?:发布|公布|出炉))"
)
# 1月16日，某局披露：某地日前侦结一案; no 经朋友介绍, and no act that an authority tells
# of itself: 3月24日，警方透露，已逮捕七人.
TOLD_BY = re.compile(
    r"^[^，。；：]{0,4}，?(?:经(?=侦)|[^，。；：经]){0,16}?"
    r"(?:披露|晒出|透露|介绍|曝光)(?:称|说|了)?[：，]"
)
# 1月16日，某局通报一起案件; no 接上级通报一起线索, and no post of an offender's.
PUBLISHED_ONE = re.compile(
    r"^(?P<who>[^。；]{0,40}?)(?:发布|公布|通报|披露|曝光|晒出)了?"
    r"(?:一[批起件则]|\d+[起件]|[两三五六八十]起|今年)"
)
HEARS = re.compile(
    "接|收到|根据|发现|网民|有人|男子|女子|嫌疑人|某(?![局院地市县区省])"
)
OPERATION = re.compile(
    r"^[^。；]{0,30}?(?:开展|部署|组织|启动|推进|聚焦|持续)[^。；]{0,24}?"
    r"(?:专项|行动|整治|治理|打击)"
)
# 2024年3月，公安部部署开展打击谣言专项行动。: and nothing else in that sentence.
CAMPAIGN = re.compile(
    r"^(?![^。]*?(?:抓|捕|查[处获明封]|捣毁|打掉|立案|侦破|破获|发现|收网|处罚|罚款))"
    r"[^。；]{0,30}?(?:(?:开展|部署|启动|推进)[^。；]{0,30}?(?:专项|整治|治理)"
    r"|部署[^。；]{0,12}打击)"
)
# 召开新闻发布会，通报2020年以来案件办理情况
PRESS = re.compile(r"(?:新闻)?(?:发布|通气|通报)会|办理情况|工作情况|白皮书")
WORK = re.compile(r"案件(?:情况|数据)|专项行动(?:以来|期间|启动|部署)")
STATISTICS = re.compile(r"^[^。]{0,6}(?:截至|截止)")
# 经核查，该校当日并无安全事故, 3月未发生此类案件: what a rumour told did not happen.
DENIED = re.compile(
    r"^，?[^，。；]{0,16}?(?:(?:并无|无任何)[^，。；]{0,10}?"
    r"(?:事故|车祸|事件|案件|警情|[火险灾]情|伤亡|病例|命案|打斗|[此其]事)"
    r"|(?:未|没有|未曾|从未)(?:发生|出现|接[到报][^，。；]{0,10}(?:报警|报案|警情)))"
)
# 去年11月，当地警方曾宣布逮捕该组织成员: an earlier matter beside this one.
FORMERLY = re.compile(
    r"^，?[^，。；]{0,30}?(?<!未)曾(?:宣布|(?:逮捕|抓获|打掉|破获|通报|起诉)"
    r"|因[^，。；]{0,20}?被[^，。；]{0,8}(?:判|罚|拘|约谈|警告|训诫|处))"
)
# 行业报告显示，到2023年底，以直播为业的人已有千万
SURVEY = re.compile(
    r"(?:行业|研究|发展|调查|年度|统计|分析|[》”])报告|白皮书|蓝皮书|统计(?:数据)?显示|据统计|数据统计"
)
# 截至2020年5月平台关闭, 截至案发: the end of the offending.
BROKEN_OFF = re.compile(
    r"^[^，。；]{0,8}(?:案发|关闭|关停|停运|崩盘|跑路|爆雷|停止|归案|落网|被(?:抓|查|捕))"
)
# 截至2020年4月30日，造成经济损失2000万元: when the harm was counted.
LOSSES = re.compile(
    r"^，?(?:共计?|累计|已|给|对|致|其?行为)?[^，。；]{0,12}?造成[^。]{0,60}?损失"
)
# 截至6月底，全市已抓获；截至目前: what authorities count up to a day. What else is
# counted is the offending's: 截至2021年6月，共抓取数据200万条.
TALLY = re.compile(
    r"^(?:目前|发稿|记者|今)|^[^。；]{0,60}?"
    r"(?:公安|警方|网警|民警|法院|检察|网信|专案组|全[国省市区县]|各地|我[国省市区县局院]"
    r"|抓(?!取|包)|破(?!解|坏)|捕|查[处获封明扣]|办[理结]|受理|起诉|判|立案|审结|侦|打掉|捣毁|端掉|到案|落网|归案"
    r"|冻结|扣押|缴获|退[赃赔还]|追[回缴赃]|返还|挽回|止付|劝阻|预警)"
)


def is_elsewhere(
    text: str, when: When, before: str, after: str, *, is_named: bool
) -> bool:
    """Whether a date belongs to the news, a statistic, a rumour, another matter, a
    campaign or an earlier conviction. ``before`` and ``after`` are the words that it
    governs in the text; ``is_named`` says that an offender is named in its sentence.
    """
    before, after = QUOTED.sub(_filled, before), QUOTED.sub(_filled, after)
    if RELEASED.match(text, when.end):
        return True
    if when.is_open and ANNOUNCED.match(after):
        return True
    if PRESS.search(after) or PRESS.search(before):
        return True
    operation = OPERATION.match(after) if when.is_open else None
    if operation and (not is_named or AGENCY.search(operation[0])):
        return True
    if not is_named and _is_of_work(before, after):
        return True
    if SURVEY.search(before) or DENIED.match(after) or FORMERLY.match(after):
        return True
    if DEBUNKED.search(before) and not (
        DEED_AT.search(before) or ACT_AT.search(before)
    ):
        return True
    if ALIKE.match(after) or RULES.match(after) or BY_THE_BOOK.match(after):
        return True
    if besides := ANOTHER.search(before):
        own = is_named or OWN_TOO.match(after) is not None
        subject = after.lstrip("，").split("，", 1)[0]
        return not (besides["besides"] and own) or AGENCY.search(subject) is not None
    if SYSTEM_BEFORE.search(before) and SYSTEM_AFTER.match(after):
        return True
    founded = FOUNDED_BEFORE.search(before)
    if founded and (founded["verb"] or FOUNDED_AFTER.match(after)):
        return FOUNDED_TO.match(after) is None
    paragraph = text.rfind("\n", max(0, when.start - PRECEDENT_REACH), when.start)
    if paragraph > 0 and PRECEDENT.search(text, paragraph, when.start):
        return True
    if TERM.search(text, max(0, when.start - TERM_REACH), when.start):
        return True
    if FOOTAGE.search(before) and FOOTAGE_OF.match(after):
        return True
    if FOOTAGE_FROM.search(before) and FOOTAGE_IN.match(after):
        return True
    once = BEFORE_NOW.search(before)
    if once and (not once["once"] or PUNISHED.match(text, when.end)):
        return True
    if PAST.search(after) or PUBLISHED.match(after):
        return True
    if NEWS.search(after) and not NOTICE.search(after):
        return True
    told = TOLD_BY.match(after)
    if told and not (
        AGENCY.search(told[0])
        and OWN_ACT.search(re.split("[，。；]", after[told.end() :], maxsplit=1)[0])
    ):
        return True
    published = PUBLISHED_ONE.match(after)
    who = published["who"] if published else ""
    if published and not HEARS.search(who) and (AGENCY.search(who) or not is_named):
        return True
    if STATISTICS.search(after) and not after.endswith(("截至", "截止")):
        return True
    as_of = AS_OF.search(before)
    if as_of and LOSSES.match(after):
        return True
    return bool(as_of or STATISTICS.search(before)) and not (
        as_of and (BROKEN_OFF.match(after) or not TALLY.match(after))
    )


def _is_of_work(before: str, after: str) -> bool:
    """Whether a sentence tells of authorities' work at large, of a report or a law, and
    of no act of this case."""
    sentence = after.split("。", 1)[0]
    if OWN_ACT.search(sentence) or PERSON.search(sentence):
        return False
    return bool(
        CAMPAIGN.match(after)
        or TREND.search(after)
        or WORK.search(after)
        or WORK.search(before)
        or (REPORTS.search(after) and not NOTICE.search(after))
    )


def _filled(match: re.Match[str]) -> str:
    """As much filler as the words are long."""
    return prose.FILLER * len(match[0])
