"""Signs that words tell a case: an authority acting, an offender, an offence.

Every list here is of words that such texts use; ``Signs`` counts them in a
stretch of text and ``case_score`` weighs them, feature by feature, so that a
decision can be explained.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields
from functools import lru_cache

from cases.reader.acting_words import ACTING_WORDS, CATCHING_WORDS
from cases.reader.name_characters import SURNAMES
from cases.reader.wordtable import guarded


def _words(*groups: str) -> re.Pattern[str]:
    """A pattern of alternatives, written in groups for the eye."""
    return re.compile(guarded("|".join(groups)))


# Authorities of China, as bulletins call them.
AUTHORITY = _words(
    r"公安|警方|警察|网警|民警|干警|网安(?:部门|支队|大队|总队|民警)|派出所|分局|警务",
    r"专案组|专案民警|刑侦|经侦|反诈中心|国家安全(?:机关|局|部)|国安(?:机关|部门)",
    r"检察院|检察机关|检察官|检方|两高|高检|人民法院|法院|法官|司法机关",
    r"网信(?:办|部门|委)|通信管理局|工信(?:部|局|部门)|市场监管|市场监督管理",
    r"工商(?:局|部门)|文化执法|文旅(?:局|部门)|版权局|新闻出版|海关|缉私|烟草专卖",
    r"税务(?:机关|局|部门)|教育局|金融监管|人民银行|银保监|证监",
    r"执法(?:部门|人员|机关|支队|大队)|监管部门|主管部门|有关部门",
    # in short and at work: 市局, 侦查员, 工作专班, 合议庭
    r"刑警|侦查员|办案(?:人员|组)|专班|[市县州旗]局(?![面部域势])|省厅|法庭|合议庭|法警|网监"
    r"|我(?:市|县|区|分)?局(?![面势])|我院|本院|我(?:支队|大队)"
    r"|边检|海警|移民管理|市监(?:局|部门)|通管局|邮政管理局|药监|卫健|监察委|数据局|密码管理"
    r"|互联网信息办公室|信息化委员会|行政执法|综合执法",
)

# Authorities abroad: a concrete arrest by one of them is a case too.
ABROAD = _words(
    r"FBI|联邦调查局|司法部|欧洲刑警组织|国际刑警|Europol|Interpol|特勤局|NCA",
    r"国家犯罪(?:调查)?局|检察官办公室|联邦检察官|大陪审团|地方法院|联邦法院",
    r"执法(?:机构|行动|当局)|当局|警察(?:局|厅|部门|总署|部队)|警视厅|国家警察|联邦警察|皇家骑警|宪兵",
    # regulators of data: 英国信息专员办公室, 意大利数据保护局, FTC
    r"数据保护(?:局|委员会|机构|当局|专员)|(?:信息|隐私)专员|信息与自由委员会|个人信息保护委员会"
    r"|联邦(?:贸易|通信)委员会|证券交易委员会|总检察长|国土安全部|ICO|CNIL|FTC|DPC|SEC(?![a-zA-Z])",
    r"(?:[美英德法日韩俄乌荷]国|兰|尔|亚|坡|本|罗斯|克兰|港|澳门|台湾)警方",
)

# What an authority does to an offender.
ACTING = _words(*ACTING_WORDS)

# Who is acted upon, said of somebody named before: 对其罚款, 将二人抓获, 该校被警告
REFERRED = _words(
    r"(?:对|将|把|给予|责令|约谈|依法|考虑|鉴于|因|以)(?:其(?!他|它|中)|他|她|该)"
    r"|(?:对|责令|约谈)[^，。；]{0,12}(?:公司|单位|企业|平台|学校|机构|医院|负责人)"
    r"(?:予以|给予|作出|进行|处|罚|警告|限期|整改)"
    r"|[对将把][两二三四五六七八九十\d]{1,3}[人名]"
    r"|[他她](?:因|以|被|们被|涉嫌)|(?:判处|逮捕|抓获|起诉|指控|引渡|拘捕|罚款)[其他她]"
    r"|(?:对|将|把|判处|逮捕)[^，。；A-Za-z]{0,12}[A-Z][a-z]",
)

# Strong ones: these are said of a concrete matter only.
CATCHING = _words(*CATCHING_WORDS)

# Somebody named in part: 张某, 张某某, 欧阳某, 张××, 张**.
NAMED = re.compile(
    rf"(?:[{''.join(sorted(SURNAMES))}])"
    r"(?:某(?![种些个地国日时天次款网平类项省市县公])|×{1,2}|\*{1,2})"
)

# Somebody abroad who is called an offender: 黑客 Jake Morton, 嫌疑人Wang（35岁）.
NAMED_ABROAD = _words(
    r"(?:嫌疑人|嫌犯|黑客|男子|女子|少年|青年|男孩|公民|国民|成员|被告|主犯|头目|主谋"
    r"|管理员|运营者|开发者|岁的|现年\d\d岁的|[国大亚斯兰本]人|创始人"
    r"|前(?:员工|雇员|店主|高管))[“ ]?[A-Z][a-z]{1,14}"
    r"|[A-Z][a-z]{1,14}”?(?:已|已经|随后|当场|于[^，。]{1,12})?"
    # a company admits as well that it was attacked
    r"(?:被(?:捕|控|判|逮捕|拘捕|引渡|起诉|指控)|认罪|被告|落网|面临"
    r"|承认(?:了|自己|其|曾)?[^，。；]{0,4}(?:有罪|罪行|犯|指控|参与|入侵|攻击|窃取|盗取|诈骗))",
)

# Offenders, as such texts call them.
OFFENDER = _words(
    r"犯罪嫌疑人|嫌疑人|嫌犯|被告人|被告|主犯|从犯|犯罪分子|违法(?:行为)?人|当事人",
    r"团伙|犯罪集团|涉案(?:人员|公司|单位)|涉事(?:公司|单位|企业|人员)|违法犯罪人员",
    # 一伙人, 内鬼, “卡农”, 造谣者
    r"一伙|(?:这|那)伙|内鬼|幕后|黑手|窝点|卡农|卡商|号商|车手|马仔|[号票卡]贩子|黄牛|操盘手"
    r"|造谣者|始作俑者|主谋|头目|同伙|同案|作案人员|涉嫌人员|骗徒|蛇头|水房|骨干",
    r"黑客|骗子|水军|等账号|账号[“「《@]|(?:涉事|涉案|违规|上述|部分|多个|相关)账号",
    r"该[一-鿿]{0,6}(?:公司|单位|企业|男子|女子|网民|账号|平台|网站|机构|院|校|店|集团"
    r"|中心|厂|社|站|所)",
    # 某餐饮小程序, 一家健身会所
    r"(?:某|一家)[一-鿿]{0,8}(?:公司|企业|银行|医院|学校|平台|机构|单位|酒店|卫生院|门店"
    r"|小程序|软件|应用|网站|App|APP|健身房|会所|影院|超市|商场|药店|诊所|宾馆|民宿|旅店"
    r"|旅行社|物业|工厂|商店|餐厅|饭店|书店|4S店|直播间|公众号|账号|协会|中心"
    r"|高校|大学|学院|中学|小学"
    r"|中介|网吧|幼儿园|驾校)",
    r"(?:一|两|\d{1,3})(?:名|个)?(?:男子|女子|网民|男|女|人员|员工|黑客)",
    # 抓获9人, 网民1名
    r"(?:抓获|擒获|逮捕|拘捕|刑拘|拘留|查处)(?:了)?(?:\d{1,3}|[一两三四五六七八九十]{1,3})(?:人|名)",
    r"(?:网民|人员|男子|女子|学生)(?:\d{1,3}|[一两三四五六七八九十]{1,3})(?:人|名)",
    # 对TikTok处以罚款
    r"对[^，。；A-Za-z]{0,12}[A-Z][A-Za-z]{2,14}(?: [A-Za-z]{2,14})?(?:公司)?"
    r"(?:处|罚|作出|开出)",
    NAMED.pattern,
    NAMED_ABROAD.pattern,
)

# Offences: charges, and what they are called.
OFFENCE = _words(
    r"涉嫌|犯罪|违法|非法|侵犯|罪(?=[，。、；：”（）]|名|处|一案|案|被|提起|立案|判|对"
    r"|$)",
    r"诈骗|盗窃|敲诈|勒索|赌博|开设赌场|传销|洗钱|跑分|帮信|帮助信息网络|利用信息网络|掩饰|隐瞒|走私|套现|偷税",
    r"淫秽|色情|卖淫|招嫖|裸聊|谣言|造谣|传谣|虚假(?:信息|消息|视频)|编造|摆拍",
    r"寻衅滋事|侮辱|诽谤|网络暴力|刷单|刷量|控评|水军|有偿删帖|作弊|黑产|黑灰产",
    r"抹黑|仿冒|假冒仿冒|要挟|人肉搜索|开盒|外挂|木马|入侵|攻击|破坏计算机|泄露|窃取",
    r"盗取|倒卖|贩卖|偷拍|窃听|盗版|假冒",
    # in everyday words: 骗走积蓄, 转手卖给同行, 洗白赌资
    r"被骗|骗走|骗去|行骗|骗局|骗术|上当|套走|盗走|偷走|卷走|售卖|兜售|叫卖|转卖|牟利|牟取|赃款"
    r"|黑钱|赌资|博彩|下注|庄家|私服|抢票|接码|猫池|GO[Ii]P|[Gg]oip|语音网关|伪基站|吸粉|空壳公司"
    r"|对公账户|假证|替考|远控|后门|病毒|钓鱼|爆破|拖库|脱库|爬取|监听|偷窥|地下钱庄|虚开",
    # of rumours: 散布, 添油加醋, 博流量
    r"散布|谎称|谎报|添油加醋|夸大其词|歪曲|诋毁|谩骂|辱骂|(?:蹭|博|赚|骗取?)(?:取|得)?"
    r"(?:流量|眼球|关注|热度|点击)|子虚乌有|无中生有|恶搞|拼接",
    # of operators: 信息明文存放, 端口敞开, 从未建立制度
    r"明文|外泄|泄漏|裸奔|高危端口|暴露在(?:公网|互联网)|形同虚设|疏于|怠于|擅自|超范围"
    r"|(?:没有|没|从未|尚未|均未|并未|未曾|一直未|未能)(?:依法|按规定|按要求)?"
    r"(?:建立|制定|落实|采取|履行|尽到|开展|配备|部署|设置|留存|加密|取得|征得|备案)",
    r"强制(?:索取|索权|授权)|(?:超范围|过度|强制|频繁)(?:收集|索取|索权)|弱口令|翻墙",
    r"冒充|冒用|伪造|骗取|骗得|虚构|诱骗|恐吓|篡改|植入|挖矿|撞库|盗号|盗刷|代考|改分",
    r"刷(?:好|差|单|量)?评|养号|群控|呼死你|短信轰炸|软暴力|捏造|不实(?:信息|视频|言论)",
    r"违反(?:GDPR|《通用数据|欧盟|[^，。；]{0,8}(?:隐私|数据)[^，。；]{0,6}法)"
    r"|不履行|未(?:登记|实名|经实名|履行|落实|采取|制定|备案|经同意|按(?:规定|要求|照)|依法)|违规|涉诈|涉赌|涉黄|引流",
)

# A case's own name: …案, …谣言; not 破案, 方案, 档案, 投案.
CASE_NAME = re.compile(
    r"(?:(?<![破办立报断查备方提档结答图草法个审投到归该此作犯涉预教文议发翻])案|案件"
    r"|谣言)[】」』〗]?[。．.！!：:]?$"
)

# Totals of campaigns and territories: no concrete matter.
GENERAL = _words(
    r"全国(?:公安|检察|法院|网信|各地|共|范围内[^，。]{0,10}(?:部署|开展))",
    r"各地(?:公安|网信|法院|检察|警方)|各级(?:公安|法院|检察|网信)",
    r"全省(?:公安|检察|法院|共)|全市(?:公安|共)",
    r"(?:近年来|今年以来|去年以来|年以来|行动以来|开展以来|全年|截至目前|至今)"
    r"[^。]{0,60}(?:共|累计|先后)[^。]{0,20}\d{2,6}余?(?:起|件|名|人)",
    r"(?:侦破|破获|侦办|查处|立案|受理|起诉|审结)[^，。]{0,16}\d{2,6}余?(?:起|件)",
    r"(?:抓获|抓捕|查处)[^，。]{0,12}\d{4,6}余?(?:名|人)",
    r"一批[^，。；]{0,8}(?:嫌疑人|团伙|窝点|不法分子|罪犯|人员)(?!名单)",
    r"累计(?:预警|拦截|止付|挽回|侦破|破获)",
    # what was done before: 该国警方曾逮捕两名成员, 曾于2023年被捣毁
    r"曾(?!因)[^，。；]{0,12}(?:打掉|破获|侦破|抓获|捣毁|逮捕|起诉|判处|查处|拘捕|处罚|摧毁)",
    # 此前，某地一男子就曾因偷拍被拘留; 去年有5名主播因偷税被处罚
    r"(?:此前|早前|之前|前不久|去年|前年)[^。；]{0,16}(?:就|也|还|便)曾因?",
    r"(?:去年|前年|近年来?)[^。；，]{0,6}(?<!没)有(?:\d|[两几多数])[^。；]{0,24}被",
    # nobody in particular: 多家企业因未履行义务被罚款, 被处罚的较多, 四年来
    r"(?:多家|一些|部分|不少|许多|很多|已有|某些|各类|有的)"
    r"[^，。；]{0,4}(?:企业|单位|公司|机构|网民|网友|平台|学校|人)[^。；]{0,40}"
    r"(?:被|受到|遭)[^，。；]{0,10}(?:罚|约谈|责令|拘留|处理|判|追究|下架)",
    r"被[^，。；]{0,6}(?:处罚|罚款|约谈|拘留|起诉|判刑)的[^，。；]{0,10}(?:较|占|多为|最|居)",
    r"(?<![\d年])[一二三四五六七八九十两几\d]{1,2}年来",
    r"\d{3,6}余?起|\d{2,6}件\d{2,6}人|常态化|高压态势|高发|频发|多发|屡禁不止",
    # 作出行政处罚54起, 处以罚款600余家次, 起诉4.2万人, 封禁账号613万个; what one
    # offender had is none: 查获公民个人信息17万余条
    r"(?:罚款|处罚|警告|约谈|检查|立案)[^，。；]{0,8}\d{2,6}余?(?:起|件|家|家次|次)",
    # 抓获3.7万名; those whose data were taken are none: 2.5万名用户
    r"\d万余?(?:起|件|家次|人次|人|名)(?![一-鿿]{0,4}(?:员工|用户|客户|害[人者]|纳税|学生|居民"
    r"|患者|公民|求职|会员|儿童|未成年|乘客|旅客|消费者|家长|业主|考生|玩家|粉丝))",
    r"(?:封禁|封停|清理|处置|关停|关闭|注销|拦截|删除|清除|下架)[^，。；]{0,16}"
    r"(?:账号|信息|链接|网站)\d[\d.]*万余?(?:个|条|件)",
    # shares and changes: 占六成以上, 同比上升46.3%, 99%以上的被告人
    r"同比|环比|占(?:比|全部|总数|[^，。；]{0,6}[成%％])|[成%％](?:以[上下])?的[^，。；]{0,4}人",
)

# What may or shall come, advice and law: no telling.
HYPOTHETICAL = _words(
    r"必将|终将|将(?:依法|坚决|继续|持续|进一步|严厉|始终|受到|面临)|下一步"
    # 一律严惩, but 违法所得一律追缴 is what a judgment says
    r"|一律(?!(?:予以|依法|被|都)?(?:追缴|没收|收缴|退缴|上缴|退赔|扣押|查扣|查封|冻结))",
    r"(?:应|须|要)(?:当|该|增强|提高|警惕|注意|自觉|切实)|如果|一旦|倘若",
    r"可能(?:会|要|面临|构成|涉嫌)|构成犯罪的|的，(?:依法)?(?:[应要将处]|给予)",
    r"处[^，。]{1,8}以[上下]|任何(?:个人|组织|单位)",
    r"的，(?:将|可|应当)?由[^，。]{1,16}(?:责令|处|给予|依照|依法|没收|追究)|将立法",
    r"会议(?:强调|要求|指出|认为|决定|号召)|(?:通知|方案|意见)(?:要求|明确|提出)|要聚焦",
    r"提醒|警示|切勿|请勿|不要|谨防|建议|倡议|呼吁|广大(?:网民|群众|市民|青少年|用户)",
)

# The words of a law or of an interpretation, when they are said of nobody:
# 符合刑法第…条规定的，以侮辱罪定罪处罚; 同时构成其他犯罪的，依照处罚较重的规定定罪处罚.
PROVISION = _words(
    r"定罪处罚|处罚较重的规定|从[重轻严](?:或者?减轻)?处罚|可(?:以)?认定为|应予追诉",
    r"情节(?:较|特别)?(?:严重|恶劣|轻微?)的?[，：]|(?:构成|属于|具有)[^，。；]{2,20}的，",
    r"第[一二三四五六七八九十百零〇\d]{1,8}条(?:之[一二三四])?(?:第[^，。；]{1,6}[款项])?"
    r"(?:规定|明确|指出|[：:\s])|(?:办法|意见|解释|条例|规定|法)》[^，。；第之的]{0,6}(?:明确|规定|指出)",
    r"(?:曾因|又)[^，。；]{2,20}的(?:[；。]|$)",
)
ACCUSED = _words(
    r"被告|嫌疑人|该[一-鿿]{0,6}(?:公司|单位|企业|男子|案)|上述|其行为|该案|本案"
)
# What a fraudster says to a victim: “我是××市公安局的王警官，你名下的银行卡涉嫌洗钱.
SPOKEN = _words(
    r"[“「‘](?:喂|您?好|你好|我(?:是|们|这里)|这里是|请问)[^”」’]{2,}",
    r"(?:骗子|对方|客服|自称)[^，。；：]{0,12}[：:]“",
    r"(?:你|您)(?:名下|的(?:账户|账号|银行卡|快递|身份|手机号|孩子))",
)

# Security news and products.
TECHNICAL = _words(
    r"CVE-\d|CVSS|0day|零日|P[oO]C|漏洞|补丁|固件|插件|版本|更新|修复|供应链|厂商|开源",
    r"勒索软件|恶意软件|样本|研究(?:人员|员|团队)|威胁(?:情报|行为者)|APT",
    r"API|SDK|Windows|Linux|C2|IOC|[Hh][Aa][Ss][Hh]|[Pp][Aa][Yy][Ll][Oo][Aa][Dd]",
    r"白加黑|免杀|载荷|逆向|钓鱼邮件|投递",
    r"恶意代码|代码执行|杀毒|家族",
)
PROMOTING = _words(
    r"报名|大会|峰会|论坛|沙龙|白皮书|发布会|参会|议程|嘉宾|主办|承办|招聘(?!系统|网站|平台|信息|诈骗|类|软件|者|骗局)|融资|上市",
    r"产品|解决方案|赋能|征求意见|印发|实施细则|管理办法|标准体系|指南",
)
# Opinion: who writes about cases in passing argues, asks and exhorts.
OPINION = _words(
    r"我们(?:应|要|必须|需要|认为|相信|每个人|不能)|让我们|携起?手|笔者",
    r"不仅[^。]{1,60}更",
    r"既要[^。]{1,40}(?:又|也|更)要|一方面[^。]{1,60}另一方面|只有[^。]{2,40}才能|唯有",
    r"(?:首先|其次|再次|再者)，|归根结底|归根到底|说到底|长远(?:来)?看|换言之|不可否认",
    r"毋庸(?:讳言|置疑)|诚然|试想|岂能|绝不(?:能|可)|不能(?:只|仅)(?:靠|是)",
    r"关键(?:在于|是要|要)",
    r"治理需|共同(?:营造|守护|维护|筑牢|努力)|清朗(?:的)?(?:网络)?空间|无处遁形|亮剑",
    r"值得(?:警惕|关注|深思|反思|肯定|点赞|思考)",
    r"引发[^。，]{0,8}(?:关注|热议|思考|深思)|敲响",
    r"多方(?:发力|共治|协同)|(?:形成|凝聚|汇聚)[^。，]{0,6}合力|久久为功|标本兼治",
    r"源头治理",
    r"综合施策|协同共治|压实[^。，]{0,8}责任|刻不容缓|任重道远|亟[待须需]|呼唤|倒逼",
    r"折射出",
    r"屡见(?:报端|不鲜)|双刃剑|技术(?:本身)?(?:是中性|无罪|向善)",
    r"(?:如何|为何|怎样|谁来)[^。]{2,30}？",
    r"(?:健全|完善|加快)[^。，]{0,10}(?:机制|法律|法规|制度|立法|体系)",
)

SENTENCE = re.compile(r"[^。！？!?；\n]{1,600}[。！？!?；\n]?")


@dataclass(frozen=True, slots=True)
class Signs:
    """Counts over a stretch of text.

    ``acting`` counts sentences in which an offender is acted upon, in a
    concrete matter; ``catching`` those of them with a strong word; ``general``
    sentences of totals, ``hypothetical`` of advice and law, ``law`` those that state
    the law of nobody; the others count words. ``length`` is in characters,
    ``sentences`` a count.
    """

    acting: int = 0
    catching: int = 0
    general: int = 0
    hypothetical: int = 0
    law: int = 0
    authority: int = 0
    abroad: int = 0
    offender: int = 0
    named: int = 0
    offence: int = 0
    technical: int = 0
    promoting: int = 0
    opinion: int = 0
    sentences: int = 0
    length: int = 0


NAMES = tuple(field.name for field in fields(Signs))
LONGEST_REMEMBERED = 4000


def signs_of(text: str) -> Signs:
    """Count the signs in a text.

    >>> found = signs_of("某市警方抓获嫌疑人张某。公安机关将依法严惩。")
    >>> found.acting, found.catching, found.hypothetical, found.named
    (1, 1, 1, 1)
    """
    return _signs_of(text) if len(text) <= LONGEST_REMEMBERED else _counted(text)


@lru_cache(maxsize=512)
def _signs_of(text: str) -> Signs:
    """The same, remembered: competing plans count the same passages."""
    return _counted(text)


def _counted(text: str) -> Signs:
    counts = [_sentence_counts(match[0]) for match in SENTENCE.finditer(text)]
    return Signs(*map(sum, zip(*counts, strict=True)))


@lru_cache(maxsize=4096)
def _sentence_counts(words: str) -> tuple[int, ...]:
    """What one sentence adds to each sign, in the order of ``Signs``; remembered,
    as competing plans cut the same sentences into other passages."""
    counts = dict.fromkeys(NAMES, 0)
    counts["sentences"] = 1
    counts["length"] = len(words)
    for name, pattern in WORDS.items():
        counts[name] = len(pattern.findall(words))
    general = bool(GENERAL.search(words))
    hypothetical = bool(HYPOTHETICAL.search(words))
    counts["general"] = int(general)
    counts["hypothetical"] = int(hypothetical)
    states_law = not counts["named"] and _states_law(words)
    counts["law"] = int(states_law)
    unreal = general or hypothetical or states_law or SPOKEN.search(words)
    if not unreal and ACTING.search(words):
        said_of = counts["offender"] or counts["offence"] or REFERRED.search(words)
        counts["acting"] = int(bool(said_of))
        counts["catching"] = int(bool(CATCHING.search(words)))
    return tuple(counts.values())


def _states_law(words: str) -> bool:
    return bool(PROVISION.search(words) and not ACCUSED.search(words))


WORDS = {
    "authority": AUTHORITY,
    "abroad": ABROAD,
    "offender": OFFENDER,
    "named": _words(NAMED.pattern, NAMED_ABROAD.pattern),
    "offence": OFFENCE,
    "technical": TECHNICAL,
    "promoting": PROMOTING,
    "opinion": OPINION,
}

# What each feature of a passage weighs for its being a case, in log-odds.
WEIGHTS: dict[str, float] = {
    "start": -4.2,
    "acting": 1.6,  # one sentence of acting
    "acting again": 0.7,  # two or more
    "catching": 1.6,  # one with a strong word
    "authority": 1.2,
    "abroad": 0.8,  # only an authority abroad
    "offender": 1.0,
    "named": 0.8,
    "offence": 0.9,
    "case name": 1.4,  # the heading ends in 案
    "advice": -2.0,  # more advice and law than telling
    "totals": -1.2,  # totals and no acting
    "technical": -1.6,  # technical words, no authority
    "promoting": -1.2,
    "opinion": -1.0,
}


def features(found: Signs, heading: str = "") -> dict[str, float]:
    """The features that ``WEIGHTS`` weighs, each 0 to 1."""
    told = max(found.acting, 1)
    per_sentence = max(found.sentences, 1)
    return {
        "start": 1.0,
        "acting": float(found.acting > 0),
        "acting again": float(found.acting > 1),
        "catching": float(found.catching > 0),
        "authority": float(found.authority > 0),
        "abroad": float(found.abroad > 0 and not found.authority),
        "offender": float(found.offender > 0),
        "named": float(found.named > 0),
        "offence": float(found.offence > 0),
        "case name": float(bool(CASE_NAME.search(heading))),
        "advice": min(1.0, found.hypothetical / told / 2)
        if not found.catching
        else 0.0,
        "totals": float(found.general > 0 and not found.acting),
        "technical": min(1.0, found.technical / 3)
        if not found.authority + found.abroad
        else 0.0,
        "promoting": min(1.0, found.promoting / per_sentence),
        "opinion": min(1.0, found.opinion / per_sentence * 2),
    }


def case_score(found: Signs, heading: str = "") -> float:
    """How likely a passage tells a case, 0 to 1.

    >>> case_score(signs_of("警方抓获诈骗嫌疑人张某。")) > 0.9
    True
    >>> case_score(signs_of("该漏洞编号为CVE-2024-1，请尽快修复。")) < 0.1
    True
    """
    total = sum(
        WEIGHTS[name] * value for name, value in features(found, heading).items()
    )
    return 1 / (1 + math.exp(-total))
