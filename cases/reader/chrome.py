"""What stands around an article: page ends, adverts, credits, app buttons.

The accounts that copy bulletins wrap them in all of these. An ``END`` label ends
the article once some words have been told; an ``ADVERT`` is left out wherever it
stands; a ``CREDIT`` names the origin and is left out too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cases.reader.lines import Line
from cases.reader.numbering import BARE_ALONE, CASE_FAMILIES, markers
from cases.reader.results import Found
from cases.reader.signs import AUTHORITY, CATCHING
from cases.reader.wordtable import guarded


def _lines(*groups: str) -> re.Pattern[str]:
    """A pattern of whole lines, written in groups for the eye."""
    return re.compile("|".join(groups), re.VERBOSE | re.IGNORECASE)


# Labels behind which no word of the article follows.
END = _lines(
    r"""
    # END, —【THE END】—, · 完 ·, （全文完）
    [-—=·.•*~_/\\|<>【\[（(\s]{0,12}(?:THE)?\s?
    (?:END|完|全文完|本文完|结束|FIN)
    [-—=·.•*~_/\\|<>】\]）)\s]{0,12}
    """,
    r"""
    # lists of other articles: 推荐阅读, 【往期回顾】, 相关文章：
    [【\[▼▽↓●•◆|—-]{0,4}
    (?:(?:阅读|往期|精彩|热门|热点|热文|更多|相关|好文|编辑|今日|近期|猜你|文章)
        (?:推荐|回顾|精彩|精选|文章|热文|内容|链接|阅读|新闻|报道|喜欢)
      |推荐(?:阅读|文章)|(?:延伸|扩展|拓展)阅读|你可能还想看|你可能感兴趣|大家都在看
      |历史文章|热点文章|最新(?:资讯|文章)|友情链接|合作单位|文章目录
      |RECOMMEND)
    [】\]▼▽↓●•◆|：:—-]{0,4}
    |[<《【\[|]{0,2}(?:上|下|前|后)一(?:篇|条|则|个)[>》】\]|]{0,2}(?:[：:|].{0,100})?
    """,
    r"""
    # buttons of the messenger and of sites
    预览时标签不可点|微信扫一扫|继续滑动看下一个|轻触阅读原文|向上滑动看下一个
    |(?:点击|戳|猛戳)?[“【]?阅读原文[”】]?.{0,12}
    |微信扫一扫可打开此内容，?|关注该公众号|展开更多|发表评论|写留言|全部评论.{0,6}
    |您还未登录.{0,12}|被以下专辑收录.{0,14}|收入我的专辑|加入我的收藏
    |分享[到至][：:]?|打赏|举报|纠错|返回顶部|用户服务|关于我们|上一页.{0,8}
    |[↓▼]{0,3}(?:点击)?(?:下方|下面)(?:卡片|名片|链接|二维码).{0,20}
    """,
    r"""
    # rights
    (?:版权|免责|转载|特别|郑重|侵权|法律|原创|重要)声明[：:]?.{0,200}|声明[：:].{0,200}
    |本文为?.{0,8}(?:独立观点|原创发布|原创文章).{0,60}
    |本文(?:转载自|由.{0,20}(?:原创|首发|发布|整理)).{0,80}
    |如若转载.{0,60}|转载.{0,6}请注明.{0,60}|未经授权.{0,40}|著作权归.{0,60}
    |Copyright.{0,200}|©.{0,200}
    """,
    r"""
    # references of translated articles
    (?:参考|原文|文章|引用)(?:链接|资料|文献|出处|地址)[：:]?.{0,200}|References?[：:]?
    """,
)

# Lines that sell, thank or guide.
ADVERT = _lines(
    r"""
    # 点击上方蓝字关注我们, 识别下方二维码加入
    (?:[↑↓←→▲▼▽△☝👆👇👉\s]|点击|戳|请|长按|扫码|扫描|识别)*
    (?:[上下]方|[上下]面|左下角|右下角|文末|图中|[上下]图|蓝字|蓝色字体|二维码
      |小程序码|卡片|名片)
    .{0,40}
    (?:关注|了解|订阅|加入|报名|详情|查看|星标|订购|购买|咨询|二维码|扫码|观看|领取|阅读
      |进入|打开).{0,30}
    |.{0,24}(?:扫码|长按|扫一扫|扫描|识别)(?:上方|下方|图中|二维码)?.{0,6}
      (?:订阅|关注|加入|报名|添加|了解|进群|领取|识别|下载|咨询|查看).{0,40}
    |.{0,12}(?:欢迎|敬请|快来|赶快|请|记得|一键)?
      (?:关注|订阅|投稿|加入|转发|收藏|扫码)
      (?:我们|本号|本公众号|公众号|本刊|一下|《[^》]{1,20}》.{0,20}|“[^”]{1,20}”.{0,20})
      [，。！!↓~]{0,4}.{0,20}
    |.{0,12}(?:设为|加为|添加|标为|加)[“"]?(?:星标|★).{0,30}
    |.{0,24}点击.{0,4}
      (?:了解|查看|观看|播放|进入|关注|此处|这里|蓝字|链接|图片|下图|原文).{0,24}
    """,
    r"""
    # 投稿邮箱：…, 邮发代号 2-786, 培训班报名啦！
    .{0,24}(?:投稿|征订|订阅|招聘|广告|合作|商务|联系|咨询|读者|客服|爆料|服务)
      (?:热线|电话|邮箱|微信|QQ|方式|合作|联系)[：:].{0,80}
    |邮发代号.{0,20}|国内统一(?:连续)?刊号.{0,40}
    |.{0,30}(?:招生|培训|开班|招聘|训练营|就业班|报名)
      (?:中|啦|开启|启动|进行中)?[！!]{1,3}
    |.{0,12}(?:《[^》]{1,20}》|本刊|杂志|编辑部).{0,10}
      (?:倾力|倾情|隆重|鼎力)?(?:推荐|推出|征订)
    """,
    r"""
    # buttons: 分享, 赞 在看, ，轻点两下取消赞
    (?:分享|收藏|点赞|在看|赞|转发|留言|听过|喜欢|推荐|评论|视频|小程序|取消|允许|知道了
      |分析|订阅|关注|登录|注册|搜索|首页|返回|更多|展开|收起|打开|复制链接|来自
      |[、，,。+\d\s*])+
    |，轻点两下取消(?:赞|在看)|使用小程序|使用完整服务|轻触.{0,12}
    |(?:赞|在看|好看).{0,4}(?:点|分享|转发).{0,20}
    |.{0,16}(?:点个?|求|给个|右下角)[“"]?
      (?:赞|在看|三连|关注|转发|星标|好看)[”"]?.{0,20}
    |.{0,16}有用就点个?赞.{0,12}|[×X✕]
    |.{0,6}(?:微信号|公众号|视频号|抖音号|微博)(?:ID)?[：:].{0,30}
    |.{0,30}官方(?:抖音|微博|微信|视频|快手)号?
    """,
    r"""
    # about the article: 阅读量 165001, 全文1200字，阅读约需3分钟, 发布时间：…
    (?:阅读量?|浏览量?|点击量?|评论|人气)[：:]?\d{1,9}(?:次|人)?
    |(?:本文|全文)?(?:共|约|字数)?[：:]?\d{1,6}字.{0,20}分钟.{0,8}|预计阅读.{0,12}
    |(?:发布|更新|发表)(?:时间|日期|于)[：:].{0,24}|所属地.{0,8}|IP属地.{0,8}
    |译文声明|译文仅供参考.{0,30}|本文是翻译文章.{0,20}
    |\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?
    """,
    r"""
    # pictures and films: 图源：网络, △视频来源, （资料图）, 视频时长 01:20
    [（(【△▲]?\s?(?:图片|图|视频|封面|题图|海报|漫画|资料图|配图|截图|供图|摄影|动图)
      (?:源|来源|文|片)?(?:来源)?[：:/|].{0,40}
    |[△▲].{0,40}
    |[（(【]?(?:资料图|示意图|配图|网络截图|图文无关|视频截图)[^。]{0,12}[）)】]?
    |(?:视频)?(?:时长)?\d{1,2}:\d{2}(?::\d{2})?
    """,
    r"""
    # addresses of pages, separators
    (?:https?://|www\.)[!-~]{3,400}|[\W_]{1,40}
    """,
)

# Who says so: （来源：公安部网站）, 文章来源｜新华社, 素材|某地网警, 转自：…
CREDIT = re.compile(
    r"""
    [（(【\[>*\s]{0,4}(?:▌|[*•●▶])?
    (?:文章|信息|稿件|内容|素材|资料|原文|原标题及|参考|新闻|本文|图文|综合|部分|文字
      |消息
      |供稿|案例|数据)?
    (?:来源|转自|转载自|来自|摘自|转载|出处|素材|供稿|作者单位)(?:于|自)?
    (?:[：:|/]|\s)
    (?P<source>[^。；;\n]{2,60}?)
    [）)】\]。\s]{0,4}
    (?:[，,；;|\s]{1,3}(?:有删改|综合|转载|文中|案中|图文)[^\n]{0,60}
      |[，,；;|\s]{0,3}
       (?:编辑|记者|作者|责编|责任编辑|审核|原标题|校对|值班编辑|图源|监制|撰稿)[：:|/]
       [^\n]{0,60})?
    """,
    re.VERBOSE,
)

# People behind the text: 责任编辑：…, 监制丨…, 记者 …
STAFF = re.compile(
    r"""
    [（(【\[>*\s]{0,4}
    (?:本报|本期|值班|责任|执行|特约|实习|新媒体|视觉|文字|总)?
    (?:编辑|责编|编审|审核|审校|校对|校审|监制|总监制|主编|撰稿|撰文|记者|作者|通讯员
      |策划
      |设计|排版|制作|编译|译者|翻译|文案|终审|初审|复审|供图|美编|出品|制图|剪辑|文)
    (?:[：:|/]|\s{1,3})[^。；]{1,60}
    """,
    re.VERBOSE,
)

# Advertising words inside a paragraph, left out of it: （点击关注“某公众号”）.
_INSIDE = r"""
    [（(【\[](?:广告|点击|戳|扫码|长按|关注|欢迎关注|更多内容|来源|转载|推广|AD)
      [^（）()【】\[\]。]{0,60}[）)】\]]
    |(?:👉|👇|☞)?(?:点击|戳|扫码|长按|搜索|快来|欢迎|请)
      (?:上方|下方|左下角|右下角|这里|此处|识别二维码|二维码|蓝字|蓝色字|卡片)?
      (?:关注|订阅|添加|下载|加入)(?!客服|好友|对方|微信(?!公众号)|QQ)
      (?:我们|本号|本公众号|公众号|微信公众号|官方微信|视频号)?
      (?:“[^”]{1,20}”|【[^】]{1,20}】|《[^》]{1,20}》)?[，！!。]?
      (?:获取|了解|查看|领取)?(?:更多(?:精彩)?(?:内容|资讯|信息|福利))?[！!]?
    |更多(?:精彩)?(?:内容|资讯|文章)(?:，|请)?(?:请)?(?:点击|关注|搜索|扫码)
      [^，。！!]{0,24}[，。！!]?
    |(?:请|记得)(?:点亮|点个|点)[“"]?(?:在看|赞|星标)[”"]?[^，。、！!]{0,12}[！!。]?
    |(?:点亮|点个?)[“"](?:在看|赞|星标)[”"][^，。、！!]{0,12}[！!。]?
    |(?<![^。！!…])点(?:亮|个)(?:在看|赞|星标)[^，。、！!]{0,12}[！!。]?
    |(?:扫描|长按|识别)(?:上方|下方|图中)?二维码[^，。！!]{0,24}[，。！!]?
    |(?:限时|免费|重磅)?(?:优惠|福利|秒杀|抢购|领取|特价)[^，。！!]{0,16}
      (?:点击|扫码|加微信|加V|加群|下单|购买)[^，。！!]{0,16}[，。！!]?
    |加(?:微信|V信|VX|QQ群?)[：:]?[A-Za-z0-9_-]{5,20}[^，。！!]{0,12}[，。！!]?
    |(?:本文|文章)?(?:未完待续|广告之后更精彩|继续阅读请点击)[^，。！!]{0,12}[，。！!]?
    |https?://[!-~]{3,400}
"""
INSIDE = re.compile(guarded(_INSIDE, is_verbose=True), re.VERBOSE)

# A label with its word in the next line: 关键词 / 黑客
LABEL_OF_NEXT = re.compile(r"关键词|关键字|标签|Keywords?|TAG[Ss]?", re.IGNORECASE)

# The words that must have been told before an END label is believed: the chrome
# above an article has the same labels.
TOLD_BEFORE_END = 80

# Labels of link lists that some bulletins put below each case.
SOFT_END = re.compile(
    r".{0,4}(?:相关链接|(?:延伸|扩展|拓展|相关)阅读|相关新闻|相关报道).{0,4}"
)
LINES_BEHIND = 40

# Below a linked headline stands a paragraph of so many characters.
SHORTEST_TELLING = 40

# Longer lines are words of the article.
LONGEST_LABEL = 260
LONGEST_ADVERT = 80
LONGEST_CREDIT = 160
LONGEST_WORD = 20


@dataclass(frozen=True, slots=True)
class Body:
    """An article's own lines, and what was taken out of it.

    ``lines`` keep their order; ``origins`` are what credit lines
    name.
    """

    lines: tuple[Line, ...]
    origins: tuple[Found[str], ...]


def strip_chrome(lines: Sequence[Line]) -> Body:
    """The article without what stands around and inside it."""
    kept: list[Line] = []
    origins: list[Found[str]] = []
    told = 0
    skip_next = False
    for place, line in enumerate(lines):
        text = line.text
        if skip_next and len(text) <= LONGEST_WORD:
            skip_next = False
            continue
        skip_next = LABEL_OF_NEXT.fullmatch(text) is not None
        if skip_next:
            continue
        if credit := _credit(line):
            origins.append(credit)
        elif len(text) <= LONGEST_LABEL and END.fullmatch(text):
            if told >= TOLD_BEFORE_END and not _goes_on(lines, place):
                origins += _credits_below(lines[place:]) if not origins else []
                break
        elif not is_advert(text) and not _is_other_article(lines, place):
            kept.append(line)
            told += len(text)
    return Body(tuple(kept), tuple(origins))


def _is_other_article(lines: Sequence[Line], place: int) -> bool:
    """Whether a line links to another article: no paragraph tells of it below, as
    in a digest whose headlines are links."""
    if not lines[place].is_link:
        return False
    below = lines[place + 1] if place + 1 < len(lines) else None
    return below is None or below.is_link or len(below) < SHORTEST_TELLING


def is_chrome(line: Line) -> bool:
    """Whether a line is an END label, a credit or an advert by itself."""
    ends = len(line) <= LONGEST_LABEL and END.fullmatch(line.text) is not None
    return ends or _credit(line) is not None or is_advert(line.text)


def _credit(line: Line) -> Found[str] | None:
    """The origin that a credit line names."""
    if len(line) > LONGEST_CREDIT or not (credit := CREDIT.fullmatch(line.text)):
        return None
    words = credit["source"].strip("“”：: ")
    span = line.view.spans(*credit.span("source"))
    return Found(words, span, "chrome.credit", "a credit line names it")


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether cases go on behind a label such as 相关链接, which here stands inside
    each case: another numbered case follows before the page's end."""
    if not SOFT_END.fullmatch(lines[place].text):
        return False
    for line in lines[place + 1 : place + LINES_BEHIND]:
        if len(line) <= LONGEST_LABEL and END.fullmatch(line.text):
            return False
        marker = next(markers([line.text]), None)
        if marker and marker.number > 1 and marker.family in CASE_FAMILIES:
            return True
    return False


def _credits_below(lines: Sequence[Line]) -> list[Found[str]]:
    """The first credit line behind the end of the article."""
    below = (_credit(line) for line in lines[:LINES_BEHIND])
    return [credit for credit in below if credit is not None][:1]


def is_advert(text: str) -> bool:
    """Whether a line sells, thanks, guides or names who made the page.

    >>> is_advert("扫码关注我们"), is_advert("1"), is_advert("抓获嫌疑人1名。")
    (True, False, False)
    """
    if len(text) > LONGEST_ADVERT or BARE_ALONE.fullmatch(text):
        return False
    if CATCHING.search(text) and AUTHORITY.search(text):
        return False
    return bool(ADVERT.fullmatch(text) or STAFF.fullmatch(text))


def inside_noise(text: str) -> list[tuple[int, int]]:
    """Ranges of a paragraph's words that advertise.

    >>> inside_noise("警方抓获点击关注公众号“某某”嫌疑人3名")
    [(4, 15)]
    """
    return [match.span() for match in INSIDE.finditer(text)]
