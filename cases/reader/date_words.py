"""The words around a date that tell whose date it is, as named patterns.

Authorities act (报警, 立案, 抓获), offenders do (利用, 出售, 发布), things happen
to victims (被骗, 遭攻击); and some dates belong to something else: the news, a
press conference, a statistic, another matter, a rumour laid open.
"""

from __future__ import annotations

import re


def _any_of(*words: str) -> str:
    """One alternative for all words of several rows, blanks between them."""
    return "|".join(" ".join(words).split())


# -- who acts ------------------------------------------------------------------

AGENCY = re.compile(
    r"(?<!冒充)(?<!假冒)(?<!谎称)(?<!自称)(?<!伪造)(?<!是)(?:"
    + _any_of(
        "公安 警方 警察 网警 网安 民警 干警 刑警 派出所 专案组 专班 侦查员",
        "侦查人员 办案人员 支队 大队 市局 分局 县局 总队 反诈中心 刑侦 经侦 缉私",
        "治安部门 警局 国家安全 国安 海警 边检 检察 法院 法庭 网信 通信管理局",
        "通管局 监管部门 主管部门 执法 市场监管 市监局 工信 文旅 税务 海关",
        "司法部 国际刑警 欧洲刑警 联邦 FBI 当局 (?:该|我|本)院",
        "该(?:局|大队|支队|所)",
    )
    + ")"
)
OFFENDER = re.compile(
    _any_of(
        "嫌疑人 被告人 嫌犯 违法行为人 违法人员 不法分子 犯罪分子 团伙 犯罪集团",
        r"黑客 (?<![\u4e00-\u9fff])有人 网红 主播 博主 网民 该男子 该女子",
        "(?:一|名)(?:男子|女子) 其 [二两三四五]人(?![受死伤被]) 上述人员",
    )
)

# -- what authorities do -------------------------------------------------------

AUTHORITY_VERB = re.compile(
    # 将王某抓获
    r"将[^，。；]{1,40}?(?:抓获|抓捕|控制|查获|传唤|拘留)|"
    # 接到群众李某报警称
    r"接(?:到)?(?:群众|网民|市民|居民|受害人|被害人|企业|公司)?[^，。；]{0,10}?"
    r"(?:报警|举报|报案|报称|反映|投诉|求助)|"
    # 在工作中发现
    r"(?:工作|巡查|检查|侦查|监测)(?:中)?发现|"
    + _any_of(
        "网上巡查 网络巡查 线索 报案 报警 接报 接警 立案 侦破 破获 抓获 抓捕 捣毁",
        "打掉 摧毁 查处 查获 侦办 刑事拘留 刑拘 逮捕 批捕 取保候审 移送 提起公诉",
        "起诉 受理 开庭 宣判 判处 判决 裁定 审理 落网 到案 归案 投案 自首 移交",
        "引渡 遣返 收网 专案 摸排 研判 行政处罚 行政拘留 行拘 约谈 传唤 责令 依法",
        "通报 查明 布控 蹲守 出警 排查 挂牌督办 押解 被抓 被捕 挡获 擒获 指控 制裁",
    )
)
# A victim went to the police, the police took it up: 到派出所报案, 接到报警.
REPORT = re.compile(_any_of("报警 报案 报称 举报 求助 反映称? 投诉"))
RECEIVED = re.compile(r"接(?!触|着|近|下来|听)|收到|受理|根据")
# 高女士收到短信 ... 5万元被转走。高女士立即报警: the loss's date is the report's.
REPORTED = re.compile(r"(?:报了?警|报案)(?!称?平台|电话|人)")
# The same paragraphs later: 医院第一时间报警
REPORTED_AT_ONCE = re.compile(
    r"(?:第一时间|随即|立即|立刻|当即|马上|赶紧|赶忙|连忙|急忙)[^，。；\n]{0,8}"
    r"(?:报了?警|报案)"
)
# 5月15日，钱某正在群发短信时被民警当场抓获; 因涉嫌诈骗罪被刑事拘留
CAUGHT = re.compile(
    r"(?<!后)被[^，。；]{0,12}?(?:抓获|查获|挡获|擒获|抓捕|抓走|捕|拘留|取保候审"
    r"|采取(?:刑事)?强制"
    r"|传唤|移送|提起公诉|行政处罚)"
    r"|被(?:警方|民警|公安|警察|当场|成功|依法)[^，。；]{0,8}控制"
)
# 于2022年3月对其作出附条件不起诉决定, 于5月8日依法判处
DECIDED = re.compile(
    r"^[^，。；]{0,24}?(?:作出[^，。；]{0,20}(?:决定|判决|裁定|处罚)|判处|提起公诉)"
)
# 6月20日，周某攻击服务器。民警接警后赶到现场，将周某抓获: on the same day.
AT_ONCE = re.compile(
    r"(?:接警后|接报后|案发后|随即|立即|迅速|当场|第一时间|\d小时内)[^。]{0,40}?"
    r"(?:抓获|控制|传唤|查获|带回)"
)
# An act beside a notice or a report: 接到报案，当日抓获; 通报：已立案侦查
ACT_IN_NOTICE = re.compile(
    _any_of("抓获 拘留 立案 处罚 判 查获 查处 打掉 侦破 破获 捣毁 抓捕 收网")
)

# -- what offenders do, and what happens to victims ----------------------------

OFFENDING_VERB = re.compile(
    # 以非法占有为目的, 为牟取利益
    r"(?:以|为)(?:了)?(?:牟利|谋取|获取|博取?|吸引|吸粉|非法|引流|寻求|逃避|报复|发泄"
    r"|满足)|"
    + _any_of(
        # preparing, together with others
        "非法 利用 伙同 纠集 雇佣 招募 搭建 注册 成立 设立 架设 租用 租赁 加入",
        "充当 扮演 参与 明知 联合 约定 担任 建立 组建 从事 开设 经营 组织 运营",
        "共谋 预谋 商议 萌生 产生 得知 结识 以非法占有 实施 作案 行骗 开始 承接 使用",
        "委托 帮助",
        # selling, making, taking the money
        "获利 牟利 收取 收受 分成 结算 抽成 收租 买卖 交易 造成[^，。；]{0,12}损失",
        "购得 购进 购买 收购 贩卖 出售 倒卖 销售 提供 制作 开发 研发 制售 兜售 推广",
        "出借 加工",
        # spreading
        "网传 热传 流传 疯传 拨打 群发 编写 编造 捏造 散布 传播 发布 转发 上传 直播",
        "投放",
        # getting at data and systems
        "拷贝 复制 导出 修改 删除 窃取 盗取 盗窃 入侵 侵入 攻击 篡改 破坏 植入 下载",
        "抓取 爬取 获取 收集 安装 偷拍",
        # deceiving, money
        "冒充 虚构 谎称 假借 伪造 变造 私刻 诈骗 骗取 敲诈 勒索 洗钱 转移 取现",
        "联系 添加 诱骗 诱导 代(?:刷|办|练|考|充) 破解 绕过 盗刷 套现 提现 刷单 引流",
        "吸粉 偷渡 赴",
        # what a company leaves undone
        "未(?:落实|履行|采取|制定|建立|开展|备案|取得|经|按|依法) 不履行 拒不",
        "疏于 怠于 放任 无人(?:维护|管理)",
        "(?<!信息)(?<!数据)泄露",
    )
)
# A charge names the offence, but is no deed of that day: 以涉嫌诈骗罪移送.
CHARGE = re.compile(r"(?:以|因|犯|涉嫌)[^，。；]{0,24}?罪|涉嫌[^，。；]{1,6}")
INCIDENT = re.compile(
    r"转账|汇款|打款|事主|被(?:他?人|不法分子|黑客|网友|网民)|瘫痪|故障|异常"
    r"|无法(?:访问|使用|登录|运行)"
    r"|被(?:骗|盗|攻击|入侵|篡改|破坏|诈骗|敲诈|勒索|加密|植入|刷走|转走|劫持|挂马"
    r"|冒用)"
    r"|被[^，。；]{1,24}?(?:骗走|骗取|骗去|诈骗|盗刷|转走|划走|刷走|盗走)"
    r"|遭(?:到|受|遇)?(?:[^，。；]{0,6}?)(?:攻击|入侵|诈骗|盗|勒索|破坏|黑客|篡改|窃取"
    r"|泄露|植入|加密|劫持|恶意|抢票|刷|爬取)"
)
# 8月，平台维护人员在核查中发现频繁出现异常: when it came out, not when it was done.
DISCOVERED = re.compile(
    r"发现|察觉|得知被"
    r"|^[^，。；]{0,40}(?:公司|单位|企业|平台|学校|医院|人员|员工|女士|先生|客服"
    r"|负责人)"
    r"[^，。；]{0,16}(?:发现|察觉)"
)
# A victim's loss, a post or a download happens at a point of time, not over a while.
POINT = re.compile(
    # 将名下4张银行卡出借给他人
    r"将[^，。；]{0,24}(?:卡|账户|账号|U盾|二维码)[^，。；]{0,24}"
    r"(?:出借|出租|卖给|出售|售卖|交给|提供|转卖|租给)|"
    r"被(?:骗|盗|诈骗|敲诈|勒索|转走|刷走)|(?:骗|盗|刷|转|划)走|"
    + _any_of("转账 汇款 打款 发布 发帖 转发 上传 散布 拍摄 下载 删除 网传 流传 热传")
)
REPEATED = re.compile(
    _any_of(
        "先后 多次 陆续 长期 持续 不断 每[天日月周] 开始 经常 大量 频繁 多起",
        # a business that was set up: 下载源代码后搭建网站出售，发展会员
        "搭建 架设 组建 运营 经营 招募 会员 代理 下线 客户",
    )
)

# -- words before a date -------------------------------------------------------

# 民警调查发现，何某离职前将源代码拷贝，后于2023年1月: found out, further back.
FOUND_OUT = re.compile(r"(?:发现|查明|经查|证实|供述|供认|交代|承认|报案称|报警称)")
# What somebody told or found out: the date stands inside his words.
TOLD = re.compile(
    r"(?:称|供述|供认|交代|承认|反映|发现|得知|查明|经查|证实|显示)[，：]?"
    r"[^，。；]{0,12}$"
)
CONFESSED = re.compile(r"供述|供认|交代|坦白|承认")
# 视频实为2017年7月某地画面 (a rumour laid open)
DEBUNKED = re.compile(
    r"(?:实为|实际为|原为|实系|系|拍摄于|发生于|发生在|来自|源自|出自)$"
)
# 将2018年外省的一段事故视频配上...发布: of the footage, not of the post.
FOOTAGE = re.compile(r"(?:将|把|用|使用|利用|盗用|搬运|截取|嫁接|拼接|发布)(?:了)?$")
FOOTAGE_OF = re.compile(
    r"^[^，。；]{0,20}?(?:视频|画面|照片|图片|影像|录像|旧闻|新闻|事故|事件)"
)
# 此外，去年还有 (another matter)
ANOTHER = re.compile(
    r"(?:此外|除此之外|另外|无独有偶|类似|同类|此前报道|相关链接)[^。]{0,10}$"
)
# 至2023年2月，孙某获利 ...: a range's end told by itself.
END = re.compile(r"(?:^|[，。；、])(?:直至|截至|截止|至)$")
AS_OF = re.compile("(?:截至|截止)$")

# -- words behind a date that belong to something else -------------------------

# An earlier conviction, a life's course: 2022年6月刑满释放, 2023年7月毕业; a system's:
# 自2022年上线以来无人维护.
PAST = re.compile(
    r"^(?:正式)?(?:上线|建成|投入使用|投用|开通)(?:运行)?(?:以来|至今)"
    r"[^。；]{0,24}?(?:未|无人|没有)|"
    r"^[^。]{0,60}(?:刑满释放|假释|出狱)|^[^，。]{0,10}"
    r"(?:毕业|出生|退休|退役|结婚|离婚)"
    r"|^[^，。]{0,10}(?:入职|入学|就职|任职于)(?![^。]{0,40}(?:诈骗|犯罪|团伙|窝点|赌))"
)
# 曾于2019年因诈骗被判刑
BEFORE_NOW = re.compile(r"(?:曾|此前因|前科|案底)[^，。；]{0,12}$")
# A trend, not this case: 去年底以来，全国各地此类案件高发.
TREND = re.compile(r"^[^。]{0,40}(?:高发|多发|频发|上升趋势)")
# A news line, a report, statistics: no part of the case.
ELSEWHERE = re.compile(
    r"^从[^，。]{2,24}(?:获悉|了解到)|^[^，。]{0,3}(?:，)?"
    r"(?:据|讯|电|消息|报道|获悉|记者)"
    r"|^[^。]{0,40}?(?:召开(?:了)?(?:新闻)?(?:发布|通气|通报)会|新闻发布会"
    r"|发布(?:数据|公告|报告)|报道|消息[，,]|(?<![审通问简])讯[，,（]"
    r"|(?:晚会|节目)播出|最新数据|统计|印发"
    r"|施行)"
)
# Cases are published, or an operation runs: no act in this case.
PUBLISHED = re.compile(
    r"^[^。；]{0,40}?(?:(?:发布|公布|通报|披露|曝光)了?"
    r"(?:一[批起件则]|\d+[起件]|[两三五六八十]起"
    r"|典型)|案例(?:正式|集中|对外)?(?:发布|公布|出炉))"
)
OPERATION = re.compile(
    r"^[^。；]{0,30}?(?:开展|部署|组织|启动|推进|聚焦|持续)[^。；]{0,24}?"
    r"(?:专项|行动|整治|治理|打击)"
)
# 通报: an authority speaking, which counts only when nothing better is dated.
NOTICE = re.compile(
    r"^[^。]{0,24}?(?:警方|公安|网警|分局|警局|检察院|法院|网信办?|机关|管理局|监管局"
    r"|部门)[^，。]{0,8}(?<!接到)(?<!收到)"
    r"(?:通报|发布|公布|公众号)"
)
# 召开新闻发布会，通报2020年以来案件办理情况
PRESS = re.compile(
    r"(?:新闻)?(?:发布|通气|通报)会|办理情况|工作情况|案件(?:情况|数据)|白皮书"
    r"|专项行动(?:以来|期间|启动|部署)"
)
STATISTICS = re.compile(r"^[^。]{0,6}(?:截至|截止)")
# 截至2021年6月，共抓取数据200万条; 截至2020年3月，...该公司以此方式取得佣金683万元: the
# end of the offending, no statistics.
TALLY = re.compile(
    r"^(?!目前)[^。；抓破查办]{0,60}(?:以此|取得|赚取|获取|获利|牟利|骗取|违法所得"
    r"|非法)"
    r"[^。；抓破查办]{0,20}元"
    r"|^[^。；]{0,4}(?:共|累计|已|该|其|[\u4e00-\u9fff]某)[^。；抓破查办受]{0,12}"
    r"(?:抓取|爬取|获利|非法|骗|盗|窃取|获取|销售|出售|贩卖|发展|收取|牟利|制作|传播"
    r"|发布|刷)"
)
# 司马某（已判决）: what an aside tells is no act of that day.
ASIDE = re.compile("（[^（）\n]{1,24}）")
