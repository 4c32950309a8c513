"""Words around an outcome that take it out of the case: feared, threatened, of others.

Swindlers threaten their victims with arrest, neighbours gossip of it, offenders were
punished before, platforms had blocked an account long ago. The words of an outcome
are the same; what stands around them is not.
"""

from __future__ import annotations

import re

# Right before it, in its clause: 要对其逮捕, 伪造的“刑事拘留证”, 有网友称贺某已被刑拘.
_ONLY_SAID = re.compile(
    r"(?:要|扬言|威胁)(?:立即|马上)?(?:对[^，。；]{0,4}|将[^，。；]{0,4})"
    r"(?:进行|执行|予以|采取)?$"
    r"|(?:择期|择日|将)(?:公开)?$|(?<![需重])(?:要|会|就得|可能)(?:被|遭)?$"
    r"|最高(?:可以?|能|将)?(?:被)?$"
    # a forged 拘留证; but 虚假广告罪, 虚假宣传的行为 are what was punished
    r"|(?:伪造|虚假|假冒)(?!广告|宣传|信息|诉讼|注册|商标|专利|交易)的?[^，。；被罪]{0,8}$"
    r"|(?:网友|有人|网传|据传|传闻|传言)[^，。；]{0,4}(?:称|说|爆料|传)"
    r"，?[^，。；]{0,16}$"
)
# 三年以上七年以下有期徒刑, 等待他们的很可能是牢狱之灾: what the law threatens.
_BY_STATUTE = re.compile(
    r"(?:以上|以下|至[^，。；]{1,3}年)(?:的)?$|(?:刑期|法定刑|量刑|可能|或将|恐将|面临|等待|够得上|起点)[^，。；]{0,16}$"
    r"|最高(?:可|能|会|将)[^。；]{0,24}$"
    r"|(?:刑法|条例|治安管理处罚法)》?第[^。；]{1,60}$"
)
# 4名被告人分获一至六年有期徒刑: told of persons, and no statute.
_BY_COURT = re.compile("法院|分获|分别获")
# 若被定罪，可能获刑; 轻则行政处罚，重则锒铛入狱: what may come.
_IF = re.compile(
    r"(?:如果|假如|假使|倘若|倘使|一旦(?!掌握|发现|锁定|确认|查实)|要是|(?<![宛恍假倘])若(?!干|无其|某|.某)"
    r"|(?:^|[，；])如(?![下今此期实约何愿数上同法前]|.某))[^。；警院]{0,30}$"
    r"|(?:轻则|重则|否则)[^。；]{0,16}$"
)
# 其行为应当|受到刑事处罚
_OUGHT = re.compile("(?:应当?|应该|必须)(?:依法)?$")
# 工作人员将其捕获: an animal that ran away in the picture of a rumour.
_BY_KEEPERS = re.compile(
    r"(?:工作人员|消防员?|饲养员|动物|渔民|村民|林业[^，。；]{0,8})[^，。；人]{0,10}$"
)
# 前科，2019年因诈骗被行政拘留; 因犯盗窃罪于2015年被判处: an earlier matter.
_EARLIER = re.compile(
    r"前科(?![^。；]{0,24}(?:再[次度]|[此这]次|又|仍))[^。；]{0,24}$|曾(?:经)?(?:多次)?因(?!本案)[^，。；]{1,16}$"
    r"|(?:前(?:几|些|两|三)年|早年|早些年)[^。；]{0,50}$"
    r"|因(?!涉嫌|本案)(?:犯)?[^，。；]{2,12}于(?:19|20)\d\d年[^，。；]{0,16}被$"
)
# 同类案件中的钱某已被判处, 卢某此前已被另案判处
_ANOTHER_CASE = re.compile(
    r"(?:同类|类似|此类|另一起|其他)(?:的)?案件?[^，。；]{0,16}$"
    r"|另案(?!处理[或及、])[^，。；]{0,6}$"
    # 此前已有多人因此获刑; 邻县一人因同样的行为被判刑
    r"|(?:此前|之前|早前|先前)(?:已经?|就|也|曾)?有[^，。；]{0,12}$"
    r"|因(?:同样|类似|相同)[^，。；]{0,8}$"
)
# The document, not the act; 被行政拘留过.
_AFTER = re.compile(r"(?:证|令|通知书|决定书|名单|措施名单)|过(?:[，。；]|一次|多次)")
# 类似的案子里，有人|被判了三年
_IN_SUCH_CASES = re.compile(
    r"(?:同类|类似|此类|这类)的?案[件子例][里中]，[^，。；]{0,12}$"
)
# 检察院建议|判处三年; 提出|判处三年有期徒刑|的量刑建议; 不要因小失大|被判刑
_ADVISED = re.compile(
    r"(?<!量刑)(?:建议|请求|主张)[^，。；]{0,10}$|(?:不要|切勿|切莫|免得|以免)[^，。；]{0,10}$"
)
_ADVICE_AFTER = re.compile("[^，。；]{0,10}的?(?:量刑)?建议")
# 违规账号|将被封停, told as the words of a closing
_MAY_CLOSE = re.compile("将(?:被|会|予以)|[会要]被|可能")
# 钱某将账号注销，|解散微信群: he did it himself, and no authority had it done.
_BY_HIMSELF = re.compile("某|嫌疑人|团伙|对方|骗子")
_BY_AUTHORITY = re.compile("平台|网信|警|公安|责令|要求|督促|依法|依规|管理|被|由")
# 被判刑三年，|出狱后重操旧业
_SERVED = re.compile("[^。；]{0,10}(?:出狱|刑满|服刑期满)")
# 一审判决被告赔偿2万元: of a civil case, where nobody is convicted.
_CIVIL = re.compile(
    "被告(?!人)|[^，。；]{0,8}(?:赔偿|赔礼|停止侵|支付|驳回|承担|解除|退还|侵权|公司|平台|民事)"
)
_CLUE = re.compile(r"线索[^，。；]{0,12}$")
_OF_PERSONS = {
    "criminal-coercive",
    "administrative-detention",
    "administrative-penalty",
    "prosecuted",
    "convicted",
}
_FOR_OTHERS = re.compile(r"[^，。；]{0,8}(?:公益诉讼|检察建议)")
# 系统提示该号已被永久封禁: what an owner found out.
_FOUND_OUT = re.compile(
    r"(?:系统|页面|平台)(?:提示|显示)|(?:发现|得知)(?:自己|本人|其)[^，。；]{0,16}$"
)
# The video that was taken down, no App.
_CONTENT = re.compile(
    "(?:视频|文章|信息|内容|帖子?|言论|作品|谣言|消息)[^，。；]{0,12}$"
)
_LONG_AGO = re.compile(r"曾(?!某)|此前|之前|多次被|屡")
_OF_VICTIMS = re.compile(
    r"(?:被害人|受害人|受害者|女士|先生|用户|事主)的?[^，。；]{0,12}$"
)
# 未提供有效的注销账号功能: what an App does not let its users do.
_NOT_OFFERED = re.compile("(?:未|不|没有|缺乏|无法|难以)[^，。；]{0,14}$")
_OFFERED = re.compile(
    "的?(?:功能|渠道|途径|入口|服务|方式|机制|流程|申请|权利|难|设置|选项|按钮|请求)"
)
# 公司当日关闭风险账号，并向公安机关报案: what was done before the police knew.
_THEN_REPORTED = re.compile(
    "[^，。；]{0,10}[，；](?:并|随后|遂|随即|同时|后)?(?:立即|及时|迅速|第一时间)?(?:(?:向|到|将)[^，。；]{0,14})?(?:报案|报警|报告)"
)
# 对方将其拉黑并解散了微信群
_BY_OFFENDERS = re.compile(r"(?:对方|骗子|“?客服”?)[^。；抓]{0,14}$")


def is_beside_the_case(slug: str, words: str, before: str, after: str) -> bool:
    """Whether the ``words`` of an outcome tell of no outcome of this case.

    ``before`` and ``after`` are what stands around them.

    >>> is_beside_the_case("criminal-coercive", "刑事拘留", "对方出示了伪造的", "证")
    True
    """
    sentence = re.split("[。！？\n]", before)[-1]
    clause = re.split("[，；]", sentence)[-1]
    if (
        _ONLY_SAID.search(sentence)
        or _EARLIER.search(sentence)
        or _ANOTHER_CASE.search(clause)
        or _AFTER.match(after)
        or (slug in _OF_PERSONS and _IF.search(sentence))
    ):
        return True
    if slug == "convicted" and (
        _SERVED.match(after)
        or _ADVISED.search(clause)
        or _ADVICE_AFTER.match(after)
        or _IN_SUCH_CASES.search(sentence)
    ):
        return True
    if slug in {"convicted", "administrative-penalty"} and _OUGHT.search(clause):
        return True
    if slug == "arrested" and "捕获" in words:
        return _BY_KEEPERS.search(clause) is not None
    if (
        slug == "convicted"
        and _BY_STATUTE.search(sentence)
        and not _BY_COURT.search(sentence)
    ):
        return True
    if slug == "convicted" and words.endswith(("判决", "裁定")):
        return _CIVIL.match(after) is not None
    if slug == "prosecuted" and "诉" not in words:
        return bool(_CLUE.search(clause) or _FOR_OTHERS.match(after))
    if slug == "account-closure":
        return bool(
            _LONG_AGO.search(clause + words)
            or _OF_VICTIMS.search(clause)
            or _BY_OFFENDERS.search(sentence)
            or _FOUND_OUT.search(sentence)
            or _THEN_REPORTED.match(after)
            or (words.startswith("注销") and _OFFERED.match(after))
            or (words.startswith("注销") and _NOT_OFFERED.search(clause))
            or _MAY_CLOSE.search(words)
            or _closed_it_himself(sentence, words)
        )
    if slug == "administrative-penalty" and words.endswith("下架"):
        return _CONTENT.search(clause) is not None
    return False


def _closed_it_himself(sentence: str, words: str) -> bool:
    """Whether an offender gave up an account or a group of his own."""
    return (
        words.startswith(("注销", "解散", "清空"))
        and _BY_HIMSELF.search(sentence) is not None
        and _BY_AUTHORITY.search(sentence) is None
    )
