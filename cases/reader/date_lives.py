"""The words that tell of a life rather than an offence: whom somebody got to know,
what he worked, and what makes a sentence tell more than that."""

from __future__ import annotations

import re

from cases.reader.date_words import any_of

# 2019年底，马某结识了上家: whom he got to know, before he did anything.
ACQUAINTED = re.compile(
    r"结识|认识|相识|接触到|了解到|得知|听说|加(?:入|了)[^，。；]{0,8}群(?![接做干跑])"
    # 产生了偷拍的想法, and nothing came of it on that day
    r"|(?:产生|萌生|萌发|有|动)了?[^，。；]{0,20}?(?:想法|念头|打算)(?=[，。；]|$)"
)
# A course of life: how somebody came to work, to a company of his own, to debts.
LIFE = re.compile(
    r"打工|交往|恋爱|相恋|同居|[辞离入停]职(?!之?前)|创业|毕业|退伍|认识|结识|结婚|离婚|失业|负债|欠下|来到|搬到|跳槽|沉迷|务工"
    # 曾于2012年至2014年在某公司工作; no 在某公司工作期间，窃取
    r"|在[^，。；]{1,20}?(?:工作|上班|供职|就读|读书|上学)(?=[，。；]|$)"
    r"|任职|就职|进入[^，。；]{0,14}(?:工作|上班)|开始(?:跑|做)[^，。；]{0,6}(?:车|生意|外卖|代驾)"
    r"|被(?:辞退|裁员|解雇|开除|劝退)|离开[^，。；]{0,8}(?:公司|单位)|(?:考|转|升)入"
    r"|担任[^，。；]{0,16}(?:经理|主管|总监|工程师|程序员|职员|教师|会计)|倒闭|破产"
    r"|(?:注册|成立|设立|创立|创办|开办|开设?)了?[^，。；]{0,14}(?:公司|工作室|店|厂)"
    r"|经营[^，。；]{0,10}店|做[^，。；]{0,8}生意"
)
# ... and a business of his own, with which an offence may begin.
BUSINESS = re.compile(
    r"(?:注册|成立|设立|创立|创办|开办|开设?|经营|合伙|承包|入股)了?[^，。；]{0,14}(?:公司|工作室|店|厂|平台|网站|团队)"
    r"|做[^，。；]{0,8}生意"
)
# What is wrong in itself, or its means: with any of it a sentence tells more.
WRONG = re.compile(
    any_of(
        "骗 非法 违法 犯罪 侵入 入侵 攻击 盗 窃 勒索 敲诈 伪造 变造 私刻 虚假 虚构",
        "编造 造谣 谣言 冒充 冒用 洗钱 跑分 赌 淫秽 色情 招嫖 卖淫 外挂 木马 病毒",
        "删除 清空 拷[贝走出] 复制 导出 泄露 盗用 后台 转账 摆拍 炒作",
        "爬取 抓取 破解 绕过 植入 篡改 拦截 倒卖 贩卖 出售 买卖 收购 兜售 求购 招募",
        "招揽 拉拢 纠集 话术 窝点 (?<!信用)卡 账号 引流 刷 控评 删帖 水军",
        "代(?:考|抢|打) 作弊 枪手 偷 源代码 程序(?!员) 漏洞 脚本",
        "软件(?!公司|工程师|学院|专业) 平台 境外 上线 上家",
        "(?:信息|数据)(?!公司|科技|技术|分析|中心|部|安全|工程|处理|管理|学院) 提成",
        "拉[上来拢]了? 议定 商定 合谋 密谋 生财 来钱 门道 分工",
        "牟利 获利 佣金 报酬 诱 未(?:经|履行|落实) 无人 侮辱 诽谤 辱骂 抹黑",
        "报复 散[布播]",
    )
)
# Of victims, operators and their staff: what befell them, what they did before.
VICTIM = re.compile(
    r"^[，,]?(?:晚上?|凌晨|上午|下午|[的某一天]{2,4}|\d{1,2}时许?|[，,])*"
    r"(?:家住|住在|受害人|被害人|事主|(?:[^，。；：“”]{0,14}?"
    r"(?:女士|先生|阿姨|大妈|大爷|奶奶|老伯|老人|老师|市民|居民|村民|群众|家长|顾客|消费者"
    r"|玩家|用户|店主|负责人|财务人员|会计|维护人员|风控|法务)"
    # no 6万条用户数据
    r"(?!的?(?:个人)?(?:信息|数据|资料|隐私|账[号户]|名单))))"
)
