"""The words for authorities in Chinese bulletins, as named tables.

Each pattern names the shape that it reads and an example. Patterns are made of
plain alternatives with bounded parts only, so that they stay linear.
"""

from __future__ import annotations

import re
from typing import Literal

from cases.reader.abroad import FORCES
from cases.reader.wordtable import guarded
from cases.reader.zones import AIRPORTS

AgencyKind = Literal["police", "procuratorate", "court", "regulator"]
Scope = Literal["named", "plain", "own", "local", "many", "national", "abroad"]

# Authorities of the whole country, with their kind: they have no seat that
# would be a case's region.
NATIONAL: dict[str, AgencyKind] = {
    "公安部网络安全保卫局": "police",
    "公安部网安局": "police",
    "公安部网安部门": "police",
    "公安部刑事侦查局": "police",
    "公安部刑侦局": "police",
    "公安部经济犯罪侦查局": "police",
    "公安部经侦局": "police",
    "公安部治安管理局": "police",
    "公安部": "police",
    "国家反诈中心": "police",
    "国家安全部": "police",
    "国家移民管理局": "police",
    "海关总署缉私局": "police",
    "海关总署": "regulator",
    "最高人民检察院": "procuratorate",
    "最高检": "procuratorate",
    "最高人民法院": "court",
    "最高法": "court",
    "两高一部": "court",
    "两高": "court",
    "中央网络安全和信息化委员会办公室": "regulator",
    "国家互联网信息办公室": "regulator",
    "中央网信办": "regulator",
    "国家网信办": "regulator",
    "国家网信部门": "regulator",
    "全国网信系统": "regulator",
    "国家计算机网络应急技术处理协调中心": "regulator",
    "国家计算机病毒应急处理中心": "regulator",
    "中国互联网联合辟谣平台": "regulator",
    "国家网络与信息安全信息通报中心": "police",
    "国家互联网应急中心": "regulator",
    "工业和信息化部信息通信管理局": "regulator",
    "工业和信息化部网络安全管理局": "regulator",
    "工业和信息化部": "regulator",
    "工信部": "regulator",
    "国家市场监督管理总局": "regulator",
    "国家市场监管总局": "regulator",
    "市场监管总局": "regulator",
    "中国证监会": "regulator",
    "中国证券监督管理委员会": "regulator",
    "国家金融监督管理总局": "regulator",
    "中国人民银行": "regulator",
    "国家税务总局": "regulator",
    "国家外汇管理局": "regulator",
    "国家版权局": "regulator",
    "国家数据局": "regulator",
    "国家密码管理局": "regulator",
    "国家邮政局": "regulator",
    "国家药品监督管理局": "regulator",
    "国家药监局": "regulator",
    "国家知识产权局": "regulator",
    "国家烟草专卖局": "regulator",
    "国家广电总局": "regulator",
    "国家新闻出版总署": "regulator",
    "国家金融监管总局": "regulator",
    "国务院联席办": "regulator",
    "中国互联网络信息中心": "regulator",
    "中央宣传部": "regulator",
    "中宣部": "regulator",
    "司法部": "regulator",
    "民政部": "regulator",
    "商务部": "regulator",
    "农业农村部": "regulator",
    "国家卫生健康委": "regulator",
    "国家保密局": "regulator",
    "公安部食品药品犯罪侦查局": "police",
    "公安部禁毒局": "police",
    "公安部交通管理局": "police",
    "公安部铁路公安局": "police",
    "公安部反诈中心": "police",
    "最高人民检察院第四检察厅": "procuratorate",
    "最高检察院": "procuratorate",
    "最高法院": "court",
    "国家广播电视总局": "regulator",
    "国家新闻出版署": "regulator",
    "文化和旅游部": "regulator",
    "教育部": "regulator",
    "全国“扫黄打非”办公室": "regulator",
    "全国“扫黄打非”办": "regulator",
}

# A squad of police: 网安支队, 刑侦大队, 反诈中心, 经侦部门.
SQUADS = (
    "网络安全保卫|网络安全|网络警察|网络犯罪侦查|网络侦查|网络技术侦查|"
    "公共信息网络安全监察|网安|网警|网侦|网监|刑事侦查|刑事犯罪侦查|刑侦|刑警|"
    "经济犯罪侦查|经侦|治安管理|治安|巡特警|特巡警|特警|巡警|交通警察|交警|禁毒|"
    "食药环侦|环食药侦|食药侦|法制|情报|侦查|重案|反诈|反诈骗|反电诈|反电信网络诈骗|"
    "反电信网络诈骗犯罪|打击电信网络诈骗犯罪|打击犯罪侦查|打击犯罪|合成作战|犯罪侦查|"
    "便衣|出入境管理|边境管理|森林警察|缉私"
)
SQUAD_ENDS = (
    "总队|支队|大队|中队|部门|警察|民警|联合中心|研究中心|侦查中心|指挥中心|作战中心|"
    "中心|局|处|科"
)

# Airports whose seat is known are places (白云机场|公安局); others are part of the
# office's name.
NOT_KNOWN = "".join(f"(?<!{name})" for name in AIRPORTS)
# One word for an authority; several may follow each other (公安局|网安大队|民警).
POLICE = rf"""
    # 公安局, 铁路公安处
    # 大兴安岭地区行署公安局
    (?:行署|森林|铁路|民航|{NOT_KNOWN}机场|港航|长航|长江航运|航运|水上|港口)?公安
        (?:机关|部门|厅|分局|局|分处|处|干警|民警)
    # 民航公安“百日行动”
  | (?:森林|铁路|民航|长航|长江航运|水上)公安(?!大学|学院|院校|史)
    # 山西公安, but 公安县, 公安大学, 公安备案
  | 公安(?!部(?!门)|县|大学|学院|院校|备案|联网|系统|工作|战线|英|史|题材|信息化|人|文)
    # 曲阜警方
  | 警方 | (?:司法|治安)?警察(?:总局|局|署|厅|部门) | 警务处
    # 网安支队
  | (?:{SQUADS})(?:{SQUAD_ENDS})
    # 砀山网警
  | 网警(?!巡查执法|提示|提醒|课堂|说|普法|支招|小)
    # 反诈中心
  | 反诈骗?(?:联合)?(?:作战)?中心
    # 海关缉私局
  | 海关缉私(?:局|分局|部门) | 缉私(?:局|分局|部门|警察)
    # 国家安全机关
  | 国家安全(?:机关|局|厅) | 国安(?:机关|部门|局)
  | 海警(?:局|机构) | 边检(?:站|总站) | 移民管理(?:机构|局)
  | 派出所 | 分局(?![面势]) | 警务站 | 民警
    # 清丰县局, 邯郸市局, 省厅
  | (?<=[市县州旗盟])局(?![域部面长限势促级]) | (?<=[省])厅(?![级局官])
"""
PROCURATORATE = r"""
    # 杨浦区检察院
    (?:军事|铁路运输)?(?:人民)?检察院(?:第[一二三四五]分院|分院)?
  | 检察(?:机关|部门) | 检方
"""
COURT = r"""
    # 第一中级人民法院
    (?:第[一二三四五])?(?:高级|中级|基层)?(?:人民)?法院
  | (?:互联网|知识产权|金融|海事|军事|铁路运输(?:中级)?|林区(?:中级|基层)?)法院
    # 上海一中院
  | (?:第?[一二三四五])?中院 | 高院 | 人民法庭
"""
REGULATOR = r"""
    # 上海市网信办
    # 顺德区委网信办
    委?网信(?:办公室|办|部门|委办|委|系统) | 互联网信息办公室
  | 委?网络安全和信息化委员会办公室
    # 广东省通信管理局
  | 通信管理(?:局|部门) | 通管局
  | 市场(?:监督管理|监管)(?:局|部门|机关|委) | 市监(?:局|部门)
  | 工商(?:行政管理局|局|部门)
    # 丽水市文化和广电旅游体育局
  | 文化(?:和|、|广电|广播电视|旅游|体育|新闻出版|文物|传媒|电影|新闻){0,6}
      (?:局|厅|委员会)
  | (?:文旅|文广旅|文体旅|教育|体育|卫生健康|卫健|
       药品监督管理|药监|食品药品监督管理|农业农村|生态环境|交通运输|自然资源|
       人力资源和社会保障|人社|民政|广播电视|新闻出版|版权|烟草专卖|知识产权|财政|审计|
       住房和城乡建设|应急管理|邮政管理|气象|金融监督管理|金融监管|外汇管理
       |证券监督管理|
       数据|工业和信息化|经济和信息化|科技|水利|地震|铁路|海事)(?:局|厅|委员会)
  | 消防救援(?:总队|支队|大队|局|部门) | 消防(?:部门|支队|大队)
  | 人民政府(?:新闻办公室|新闻办) | 政府新闻办(?:公室)? | 委宣传部
  | 税务(?:总局|局|部门|机关|稽查局) | 稽查局 | 证监局 | 银保监局
  | 卫健委 | 教委 | 经信委
  | 文化市场综合(?:行政)?执法(?:总队|支队|大队|局|部门)
  | 综合(?:行政)?执法(?:局|支队|大队) | 城管(?:局|部门)
  | “?扫黄打非”?(?:工作)?(?:领导小组)?(?:办公室|办|部门)
    # 山西网络举报中心, 上海辟谣平台
  | (?:互联网|网络)?(?:违法(?:和)?不良信息)?举报中心 | 网络举报
  | (?:互联网)?(?:联合)?辟谣平台
    # 深圳市市场监管局|龙华|监管局
  | 监管局
  | 主管部门 | 监管部门 | 电信主管部门 | 纪委监委 | 监察委员会
"""

# 网安 and 网信 alone are authorities only behind a place (河南网安, 四川网信), and
# not in 网安法, 网安企业, 网信事业.
BARE = (
    "网信(?!事业|工作|领域|系统|企业|行业|集团|科技|办|委|普法|执法)"
    "|网安(?!法|企业|行业|产业|公司|标委|圈|科技|教育|宣传|周|专业|技术|人才|市场|厂商)"
)

_UNIT = (
    rf"(?P<national>{'|'.join(sorted(NATIONAL, key=len, reverse=True))})(?![门长])"
    rf"|(?P<procuratorate>{PROCURATORATE})"
    rf"|(?P<court>{COURT})"
    rf"|(?P<regulator>{REGULATOR})"
    rf"|(?P<police>{POLICE}|{FORCES})"
    rf"|(?P<bare>{BARE})"
)
UNIT = re.compile(guarded(_UNIT, is_verbose=True), re.VERBOSE)

# A sub-office without a division's name: 五马|分局, 中关村|派出所. Names hold no
# word that would start another clause.
BRANCH = re.compile(
    r"(?P<name>(?!各)[^\W\d_a-zA-Z在与及对将已于的由接破抓从向到成功联属]{1,10}?)"
    r"(?P<unit>公安分局|分局|派出所|警务站|公安分处)"
)

# What stands before an authority without naming its place, with what it says:
# the place of the story (当地警方), many places (各地公安机关), or the level of
# the text's own place (市公安局).
WHOSE: dict[str, Scope] = {
    **dict.fromkeys(("当地", "属地", "辖区", "本地", "所在地", "事发地"), "local"),
    **dict.fromkeys(("案发地", "户籍地", "居住地"), "local"),
    **dict.fromkeys(("各地", "多地", "两地", "三地", "四地", "五地", "等地"), "many"),
    **dict.fromkeys(("各级", "两级", "三级", "四级", "全国", "全省", "全市"), "many"),
    **dict.fromkeys(("全区", "全州", "全县", "各省", "各市", "各区县"), "many"),
    **dict.fromkeys(("各省区市", "省市", "等省", "等省市", "等省份", "等市"), "many"),
    **dict.fromkeys(("异地", "外地", "外省", "兄弟", "沿海", "我国", "中国"), "many"),
    **dict.fromkeys(("有关地方", "地方", "相关", "有关"), "many"),
    **dict.fromkeys(("我市", "我省", "我县", "我区", "我州"), "own"),
    **dict.fromkeys(("省", "市", "县", "区", "州", "旗", "盟"), "own"),
    **dict.fromkeys(("该省", "该市", "该县", "该区", "该州"), "own"),
}

# Places that a text leaves unnamed, between a named one and its authority:
# 江苏某地公安机关.
UNNAMED = ("某地", "某市", "某县", "某区", "某州", "一地")
