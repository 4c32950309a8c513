"""How much speaks for each authority that a bulletin names as its issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.reader.accounts import account_kind, account_seat
from cases.reader.agencies import AgencyMention, mentions
from cases.reader.agency_words import UNIT
from cases.reader.clean import View

# What an issuer does with a bulletin, right behind its name.
PUBLISHING = re.compile(
    r"""
    ^[^。；]{0,14}?
    (?:公布(?!的)|发布(?!的)|(?<!接到)(?<!收到)通报(?!批评)|曝光|披露
      |召开[^。]{0,8}(?:发布会|通气会|通报会)|举行[^。]{0,8}(?:发布会|通气会|通报会)|对外公开
      |(?:对外|集中|公开)(?:晒|亮|点名|宣布|宣告|透露|讲述|展示|发声)
      # 晒出一起黑客案, 亮出成绩单, 推送一则警情, 挂出通告
      |(?:晒|亮|贴|挂|列)出(?!租)|推出[^。；]{0,16}案|晒了|公之于众|公示|通告(?!称)|推送|刊发|发文(?!称)
      |公开(?:了)?(?:一|两|几|[一二三四五六七八九十\d]{1,2})[起件批则宗]
      |点名|介绍了?一?[起批]|介绍了[^，。；]{0,12}案
      |向(?:本报|本刊|媒体)?(?:记者|媒体|社会|公众|外界)
        (?:讲述|介绍|通报|披露|公布|公开|透露|还原|证实))
    """,
    re.VERBOSE,
)
# What the highest court's own committee makes a guiding case by.
ADOPTED = re.compile(r"^(?:审判|检察)委员会[^。；（）]{0,16}(?:讨论)?(?:通过|决定)")
# A superior that has a case on its list issues it only where that is the news itself:
# 公安部挂牌督办5起案件.
LISTING = re.compile(r"^[^。；]{0,14}?挂牌督办(?!的|案)")
# The same further on in its sentence: 公安部部署全国公安机关…，并公布了10起.
PUBLISHING_LATER = re.compile(
    r"^[^。；]{0,56}?(?:，|，?并|，?现)(?:对外|集中|联合|分批|将)?(?:公布|发布|通报)了?"
    r"(?:[^。；批]{0,3}[起件批]|[^。；]{0,6}案例|如下)"
)
# ... or with which cases: 从审结的案件中选取5个典型案例予以发布.
SELECTING = re.compile(
    r"^[^。；]{0,50}?(?:选取|遴选|筛选|选编|整理|梳理|挑选)[^。；]{0,40}案[例件]"
)
# 记者从某法院获悉
LEARNT = re.compile(r"^[^，。；]{0,18}?(?:获悉|了解到|得知|采访|获知|看到|了解)")
# A short name made beside the full one: 某区人民检察院（下称某区检察院）
DEFINED = re.compile(r"^（[^（）]{0,6}称[^（）]{1,20}）")
SHORT_FOR = ("下称", "简称", "下称“", "简称“")
# Authorities that a superior directs are no other issuers.
DIRECTED = ("全国", "各地", "各级", "全省", "全区", "全市")
# How an introduction says whose cases follow: 依法查办了一批…案件.
HANDLED_SEVERAL = re.compile(
    r"^[^。；，]{0,10}?(?:查办|查处|破获|侦破|侦办|办理|审结|打掉|处置|处罚)了?"
    r"(?:一批|一系列|多起|多件|\d{1,3}[起件]|[两二三四五六七八九十]{1,3}[起件])"
)
# A superior that began or oversees an operation issues nothing by that: 自公安部
# 部署…以来, 由公安部挂牌督办, 在省公安厅指导下.
OVERSEES = re.compile(
    r"^(?:的)?(?:统一|联合|直接|精心|周密|专门|组织|高度重视|和?[^。；，]{2,8}的)?"
    r"(?:部署|挂牌督办|督办|指挥|指导|督导|领导|协调|交办|下发|要求|安排|通知|启动"
    r"|开展[^。；]{0,30}以来"
    # 公安部|数据显示: cited, no issuer
    r"|(?:最新|发布的|公布的)?(?:统计)?数据)"
)
PASSIVE = re.compile(r"(?:由|被|遭|获|向)$")
# Who only joins in: 会同|电信主管部门, 会同公安、|市场监管部门.
BESIDE = re.compile(
    r"(?:会同|联合|协同|配合|协助|商请|移送|移交)(?:[^，。；、]{0,8}、){0,3}$"
)
# 某法院对一起诈骗案作出一审判决
JUDGES = re.compile(r"[^。]{0,70}?(?:判决|宣判|审结|裁定|判处|获刑|开庭审理)")
# A higher court that only upholds what another judged: 作出维持原判的终审裁定
APPEAL = re.compile(r"^[^。]{0,40}?(?:维持原判|驳回上诉|终审|二审)")
# A superior that only passes on what others did: 公安部网安局发布|消息称：某县警方…
PASSES_ON = re.compile(
    r"(?:[^。；]{0,12}?(?:称|说|显示|指出|提到|介绍)[，：:]?|[，：:])(?!该[局院部])"
)
# ... or only freezes what a plaintiff claims.
SECURES = re.compile(r"^[^。]{0,60}?(?:查封|冻结|保全)")
# Its words go on: 南昌警方：…, 某地公安提醒.
SAYS = re.compile(r"^(?:[：:|｜丨]|提醒|提示|支招)")
# A title that is about its cases: 安徽公安机关“净网2023”十大案例
ITS_CASES = re.compile(r"^[^，。！？|｜]{0,30}案例")
# A person speaks for an authority: 某市公安局网安大队民警李某
SPEAKS = re.compile(
    r"""
    ^[^，。；]{0,10}
    (?:民警|队长|警长|副大队|中队|指导员|教导员|局长|副局长|检察官|法官|负责人|介绍
      |告诉)
    """,
    re.VERBOSE,
)
# Parts of an authority, no issuers when the whole is named as well.
PART = re.compile(
    r"(?:网安|网络安全|刑侦|经侦|反诈|治安|网络)?[^省市区县]{0,8}"
    r"(?:支队|大队|中队|总队|民警|派出所)$"
)
# A formal name's end: 公安局, 人民检察院, 网信办.
FORMAL_END = re.compile(r"(?:局|厅|部|院|办|办公室)$")
# An office by its formal name, whole or with its squad.
OFFICE = re.compile(
    r"公安局|公安厅|人民检察院|人民法院|网信办|市场监督管理局|通信管理局"
)
# Authorities without a place that may issue: 公安机关 may, 警方 says too little.
LEAST_PLAIN = 4
# ... and such words name none at all.
ANY_REGULATOR = ("主管部门", "监管部门", "电信主管部门", "执法部门")
LEAD = 400  # characters of a telling that are its lead
OPENING = 200  # ... and its opening
# Papers of one kind of authority, of no place: 检察日报, 人民法院报
PAPER = re.compile(r"[日晚周]?报(?:社)?$|杂志$|网$|之声$|传媒$")

WEIGHTS = {
    "publishes": 3.0,
    "title's subject": 3.0,  # it acts or speaks there
    "in title": 1.6,  # what happened there was its deed (被某地警方抓获)
    "beside": 0.4,  # in the title, but it does nothing
    "acts": 0.8,
    "national": 0.6,
    "place": 0.8,  # for each level of its place
    "formal": 0.5,
    "part": -0.5,
    "speaks": -0.6,
    "other role": -3.0,
    "oversees": -3.0,
    "handled several": 2.0,
    "own voice": 2.5,  # of the kind and place of the account or the credited source
    "own kind": 1.5,  # of the kind of an account whose place is not told (苏城检察)
    "credited": 1.5,  # by that very name
    "told the press": 2.5,  # 记者从某法院获悉
    "object": -2.0,  # 向某分局报案
    "police": 1.0,  # of one story, told to its end in court
    "judges first": 4.0,  # a court whose judgment opens the telling of one story
    "on appeal": -4.0,  # a court that only upholds
    "prosecutes first": 1.5,  # a procuratorate that the telling opens with
    "adopted": 4.0,  # 最高人民法院审判委员会讨论通过: a guiding case
    "own paper": 4.5,  # of the kind that a paper is of (检察日报)
    "opens": 0.3,  # of the place and kind of the first that acts in a story
    "inside opener": -1.5,  # a later office inside the place of the first one
    "late": -0.5,  # named in the case, not in the introduction
    "length": 0.03,  # for each character
}

# Authorities of the country that issue together: 最高检会同公安部.
JOINED_NATIONAL = re.compile(r"^(?:、|和|与|及|会同|联合|，|\s)?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An authority named in a view (title, intro or told), with its weight.

    ``publishes`` says that it issues the cases there, ``is_passive`` that something
    is done by or to it, ``stands_for_whole`` that its squad is left out of its name,
    ``is_credited`` that an account or the source bears that very name, ``is_voice``
    that it is the authority of such a name.
    """

    mention: AgencyMention
    view: View
    score: float
    where: str
    publishes: bool
    is_passive: bool
    is_credited: bool = False
    is_voice: bool = False
    stands_for_whole: bool = False


def candidates_in(view: View, where: str, voices: Sequence[str]) -> Iterable[Candidate]:
    """The authorities of a view that may be the issuer.

    ``where`` is title, intro or told; ``voices`` are the account and the source.
    """
    named = mentions(view)
    opening = next((one for one in named if one.acts and one.place), None)
    local = {one.start for one in named if one.scope == "named"}
    many: AgencyMention | None = None
    for mention in named:
        if mention.scope == "many" or _goes_on_list(view, many, mention):
            many = mention
            continue
        if mention.scope in ("abroad", "local", "own"):
            continue
        if mention.scope == "national" and mention.end in local:
            continue  # 国家税务总局|厦门市税务局: the branch acts
        after = DEFINED.sub("", view.text[mention.end : mention.end + 80])
        before = view.text[max(0, mention.start - 30) : mention.start]
        if before.endswith(SHORT_FOR):
            continue
        if mention.scope == "plain" and (
            len(mention.words) < LEAST_PLAIN
            or mention.words in ANY_REGULATOR
            or (where == "told" and not mention.acts)
            or BESIDE.search(before)
        ):
            continue
        is_passive = PASSIVE.search(before) is not None
        published = (
            PUBLISHING.match(after)
            or PUBLISHING_LATER.match(after)
            or SELECTING.match(after)
            or ADOPTED.match(after)
            or (LISTING.match(after) if where == "title" else None)
        )
        publishes = (
            published is not None
            and not is_passive
            and not _names_another(after, published.end())
            and not (
                (where, mention.scope) == ("told", "national")
                and _passes_on(after[published.end() :])
            )
        )
        does = mention.acts or publishes or bool(SAYS.match(after))
        does = does or (where == "title" and bool(ITS_CASES.match(after)))
        if mention.scope == "national" and not does and where != "title":
            continue  # its law or view is cited: 两高的解释
        is_voice = any(_is_voice(mention, name) for name in voices)
        oversees = (
            OVERSEES.match(after) is not None and not publishes and where != "title"
        ) or mention.role == "leads"
        weights = [
            ("publishes", publishes),
            ("title's subject", where == "title" and does and not is_passive),
            ("in title", where == "title" and does and is_passive),
            ("beside", where == "title" and not does),
            ("acts", mention.acts),
            ("national", mention.scope == "national"),
            ("place", depth(mention)),
            ("formal", bool(FORMAL_END.search(mention.words))),
            ("part", bool(PART.search(mention.words))),
            ("speaks", bool(SPEAKS.match(after))),
            ("other role", mention.role not in ("handles", "leads")),
            ("oversees", oversees),
            (
                "handled several",
                where == "intro" and bool(HANDLED_SEVERAL.match(after)),
            ),
            ("credited", mention.words in voices),
            ("own voice", is_voice),
            ("own kind", any(_is_of_kind(mention, name) for name in voices)),
            (
                "told the press",
                before.endswith("从") and bool(LEARNT.match(after)),
            ),
            ("object", where != "title" and before.endswith("向")),
            ("police", where == "told" and mention.kind == "police"),
            (
                "judges first",
                where == "told"
                and mention.kind == "court"
                and mention.start < LEAD
                and not before.endswith("经")
                and JUDGES.match(after) is not None
                and not SECURES.match(after)
                and not any(_is_other_paper(mention, name) for name in voices),
            ),
            ("adopted", ADOPTED.match(after) is not None),
            ("on appeal", mention.kind == "court" and bool(APPEAL.match(after))),
            (
                "prosecutes first",
                where == "told"
                and mention.kind == "procuratorate"
                and mention.start < OPENING
                and _is_same(mention, opening),
            ),
            ("own paper", any(_is_of_paper(mention, name) for name in voices)),
            ("opens", where == "told" and _is_same(mention, opening)),
            ("inside opener", where == "told" and _is_inside(mention, opening)),
            ("late", where == "told"),
            ("length", len(mention.words)),
        ]
        score = sum(WEIGHTS[name] * value for name, value in weights)
        is_credited = mention.words in voices
        yield Candidate(
            mention,
            view,
            score,
            where,
            publishes,
            is_passive,
            is_credited,
            is_voice,
        )


def _is_same(mention: AgencyMention, opening: AgencyMention | None) -> bool:
    """Whether an authority is, by place and kind, the one that opens the telling."""
    return opening is not None and (mention.place, mention.kind) == (
        opening.place,
        opening.kind,
    )


def _is_inside(mention: AgencyMention, opening: AgencyMention | None) -> bool:
    """Whether an authority's place lies inside that of the office, named in full,
    that opens the telling."""
    if opening is None or opening.place is None or mention.place is None:
        return False
    names = opening.place.names
    return (
        mention.kind == opening.kind
        and OFFICE.search(opening.words) is not None
        and len(names) < len(mention.place.names)
        and mention.place.names[: len(names)] == names
    )


def _is_voice(mention: AgencyMention, name: str) -> bool:
    """Whether an account's or source's name tells that the authority speaks: 莒县检察
    for 莒县人民检察院, 重庆检察 for a district's."""
    seat = account_seat(name)
    return (
        seat is not None
        and mention.place is not None
        and account_kind(name) == mention.kind
        and seat.names == mention.place.names[: len(seat.names)]
    )


def _is_of_kind(mention: AgencyMention, name: str) -> bool:
    """Whether an account's name tells the authority's kind, and no place."""
    return (
        mention.place is not None
        and account_kind(name) == mention.kind
        and account_seat(name) is None
        and not PAPER.search(name)
    )


def _is_of_paper(mention: AgencyMention, name: str) -> bool:
    """Whether an account or source is a paper of the authority's kind."""
    return PAPER.search(name) is not None and account_kind(name) == mention.kind


# 各地公安、|网信部门
LISTED = ("", "、", "和", "与", "及")


def _goes_on_list(
    view: View, many: AgencyMention | None, mention: AgencyMention
) -> bool:
    """Whether an authority without a place is one of a list of many places' ones."""
    return (
        many is not None
        and mention.scope == "plain"
        and view.text[many.end : mention.start] in LISTED
    )


def _is_other_paper(mention: AgencyMention, name: str) -> bool:
    """Whether an account or source is a paper of another kind of authority."""
    return PAPER.search(name) is not None and account_kind(name) not in (
        None,
        mention.kind,
    )


def _names_another(after: str, end: int) -> bool:
    """Whether another authority stands between one and what is published."""
    return any(
        not JOINED_NATIONAL.match(after[: unit.start()])
        and not after.endswith(DIRECTED, 0, unit.start())
        for unit in UNIT.finditer(after, 0, end)
    )


def _passes_on(told: str) -> bool:
    """Whether words behind what a national authority made known say it of another."""
    said = PASSES_ON.match(told)
    return said is not None and bool(UNIT.search(told, said.end(), said.end() + 24))


def depth(mention: AgencyMention) -> int:
    """How many levels an authority's place has."""
    return len(mention.place.names) if mention.place else 0
