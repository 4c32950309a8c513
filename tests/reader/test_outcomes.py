"""What became of the offenders. Each row: text, outcomes."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.outcomes import read_outcomes
from tests.reader.making import doubts, make_case, words

ONE = [
    # criminal coercive measures
    ("依法对钱某等3人采取刑事强制措施。", ["criminal-coercive"]),
    ("钱某已被刑事拘留。", ["criminal-coercive"]),
    ("抓获5人，其中刑拘4人。", ["criminal-coercive"]),
    ("检察机关已对钱某批准逮捕。", ["criminal-coercive"]),
    ("现钱某已被依法逮捕。", ["criminal-coercive"]),
    ("3人被批捕，2人取保候审。", ["criminal-coercive"]),
    ("对钱某监视居住。", ["criminal-coercive"]),
    ("目前，9名犯罪嫌疑人已被采取刑事措施。", ["criminal-coercive"]),
    ("钱某被送进了看守所。", ["criminal-coercive"]),
    # administrative
    ("钱某因此被拘五日。", ["administrative-detention"]),
    ("钱某吃了一张拘留单。", ["administrative-detention"]),
    ("钱某被处以十二日拘留。", ["administrative-detention"]),
    ("等着钱某的是一张罚单。", ["administrative-penalty"]),
    ("对钱某处以行政拘留十日的处罚。", ["administrative-detention"]),
    (
        "钱某被行拘5日，并处罚款500元。",
        ["administrative-detention", "administrative-penalty"],
    ),
    ("依法对钱某采取治安拘留处罚。", ["administrative-detention"]),
    ("对钱某予以行政处罚。", ["administrative-penalty"]),
    ("对该公司给予警告，并处罚款五万元。", ["administrative-penalty"]),
    ("责令该公司限期改正。", ["administrative-penalty"]),
    ("吊销该单位的经营许可证。", ["administrative-penalty"]),
    ("当地公安机关已对造谣者依法予以行政处罚。", ["administrative-penalty"]),
    (
        (
            "依据《中华人民共和国数据安全法》第二十七条之规定，"
            "对该公司处以警告并罚款五万元。"
        ),
        ["administrative-penalty"],
    ),
    (
        "对钱某行政拘留七日，对其所在公司处以罚款并责令改正。",
        ["administrative-detention", "administrative-penalty"],
    ),
    ("监管部门依法从严处罚该平台。", ["administrative-penalty"]),
    ("通信管理局对该App予以下架处理。", ["administrative-penalty"]),
    ("处置7人，其中警告5人。", ["administrative-penalty"]),
    ("公安局依法对钱某罚款二百元。", ["administrative-penalty"]),
    (
        "判处钱某有期徒刑。孙某等11名刷手被公安机关处以行政处罚。",
        ["administrative-penalty", "convicted"],
    ),
    # prosecution and judgment
    ("钱某等5人被送上被告席。", ["prosecuted"]),
    ("日前，钱某在区法院受审。", ["prosecuted"]),
    ("法院开庭审理了钱某诈骗一案。", ["prosecuted"]),
    ("外国法院的起诉材料显示，钱某寄去冒牌机。", ["prosecuted"]),
    ("法院以诈骗罪判了钱某三年。", ["convicted"]),
    ("钱某换来的是四年刑期。", ["convicted"]),
    ("法院判决钱某犯诈骗罪。", ["convicted"]),
    ("侦查终结后，案件被送交检察院。", ["prosecuted"]),
    ("二审维持了对钱某的原判。", ["convicted"]),
    ("案件已移送检察机关。", ["prosecuted"]),
    ("司法部起诉5名黑客。", ["prosecuted"]),
    ("检察院以诈骗罪对钱某提起公诉。", ["prosecuted"]),
    ("该案已移送检察机关审查起诉。", ["prosecuted"]),
    ("目前到案20人，已移送审查起诉15人。", ["prosecuted"]),
    ("法院以诈骗罪判处钱某有期徒刑三年，并处罚金五万元。", ["convicted"]),
    ("钱某因犯盗窃罪获刑两年。", ["convicted"]),
    ("钱某等三人均被判处拘役并适用缓刑。", ["convicted"]),
    (
        "经检察院提起公诉，法院判处钱某有期徒刑一年。",
        ["prosecuted", "convicted"],
    ),
    ("法院判处钱某有期徒刑一年，没收违法所得，责令退赔。", ["convicted"]),
    # accounts
    ("有关账号已被依法依约关闭。", ["account-closure"]),
    ("封停自媒体账号200余个。", ["account-closure"]),
    ("平台对该账号予以永久禁言。", ["account-closure"]),
    ("警方抓获2人，关停账号30个。", ["account-closure", "arrested"]),
    (
        "已对造谣者依法行政拘留。涉事账号已被关闭。",
        ["administrative-detention", "account-closure"],
    ),
    # caught
    ("民警将钱某抓获。", ["arrested"]),
    ("该团伙12名成员全部落网。", ["arrested"]),
    ("目前已到案500余人。", ["arrested"]),
    ("钱某迫于压力主动投案。", ["arrested"]),
    ("案件正在进一步侦办中，已抓获2人。", ["arrested"]),
    ("民警当场将钱某控制。", ["arrested"]),
    ("钱某及10余名代理被警方控制。", ["arrested"]),
    ("该团伙14名成员无一漏网。", ["arrested"]),
    # under investigation
    ("目前，案件正在进一步侦办中。", ["investigating"]),
    ("公安机关已立案侦查。", ["investigating"]),
    ("公安机关对编造者处以行政拘留。", ["administrative-detention"]),
    ("司机蓝某因编造谣言被行政拘留。", ["administrative-detention"]),
    ("某网吧被公安机关警告。", ["administrative-penalty"]),
    # what was false is what was punished
    ("以涉嫌虚假广告罪对钱某刑事拘留。", ["criminal-coercive"]),
    ("对钱某虚假宣传的行为罚款二十万元。", ["administrative-penalty"]),
    # penalties in other words
    ("给予钱某行政警告。", ["administrative-penalty"]),
    ("某网店被处罚没款共6万元。", ["administrative-penalty"]),
    ("通报下架26款App。", ["administrative-penalty"]),
    ("警方已对钱某作出相应处罚。", ["administrative-penalty"]),
    # courts
    ("检察院对漏犯钱某追加起诉。", ["prosecuted"]),
    ("提起刑事附带民事公益诉讼。", ["prosecuted"]),
    ("公诉机关指控钱某犯诈骗罪。", ["prosecuted"]),
    ("钱某次日被控上法庭。", ["prosecuted"]),
    ("公安机关抓获钱某等6人，均已移诉。", ["prosecuted"]),
    ("钱某被控12项罪名。", ["prosecuted"]),
    ("检察院以诈骗罪将二人诉至法院。", ["prosecuted"]),
    ("检方以洗钱等罪名对其提出起诉。", ["prosecuted"]),
    ("警方拘留了一名黑客。", ["criminal-coercive"]),
    ("监管机构对某平台开出12亿欧元罚单。", ["administrative-penalty"]),
    ("警方已对该工作室立案。", ["investigating"]),
    ("该团伙5名成员被控制。", ["arrested"]),
    ("警方接收嫌疑人169名。", ["arrested"]),
    ("法院对钱某宣告缓刑。", ["convicted"]),
    ("某平台被交通部门处罚3万元。", ["administrative-penalty"]),
    # detention by its grounds
    ("嫌疑人钱某被拘留。", ["criminal-coercive"]),
    ("钱某因涉嫌诈骗罪被拘留。", ["criminal-coercive"]),
    ("钱某因造谣被拘留。", ["administrative-detention"]),
    ("法院判了钱某一年三个月。", ["convicted"]),
    ("法院对钱某定罪免罚。", ["convicted"]),
    # caught
    ("民警将钱某带回派出所。", ["arrested"]),
    ("12名嫌疑人被押解回国。", ["arrested"]),
    ("嫌疑人已移交县公安局。", ["arrested"]),
    # accounts
    ("对12家违规网站予以关闭。", ["account-closure"]),
    ("钱某的抖音号被封。", ["account-closure"]),
]


@pytest.mark.parametrize(("text", "outcomes"), ONE)
def test_outcomes(text, outcomes):
    assert [f.value for f in read_outcomes(make_case(text), Notes())] == outcomes


TRAPS = [
    # taken down: what he had posted, no App
    ("钱某被行政拘留，其视频被平台下架。", ["administrative-detention"]),
    # an account that was unused, or that its owner found blocked
    ("早已停用的账号未及时清理，被钱某利用。钱某被抓获。", ["arrested"]),
    ("系统提示账号被永久封禁，机主报警。钱某被抓获。", ["arrested"]),
    # other matters; a civil judgment
    ("一审判决被告赔偿原告2万元。钱某已被行政拘留。", ["administrative-detention"]),
    ("法院判决被告公司赔礼道歉。钱某已被行政拘留。", ["administrative-detention"]),
    ("前几年，一名学生因此被判刑。这次，钱某被抓获。", ["arrested"]),
    ("钱某被抓获，涉事网吧由网信部门另案处罚。", ["arrested"]),
    # handed to a prosecutor, who did not prosecute
    ("钱某被取保候审，案件移送审查起诉。检察院作出不起诉决定。", ["criminal-coercive"]),
    (
        "对2人作相对不起诉处理，以诈骗罪对钱某提起公诉。",
        ["prosecuted"],
    ),
    # a verb inside another word
    ("一举破获刑事案件一起，抓获3人。", ["arrested"]),
    ("警方部署抓捕行动。", []),
    # statutes
    (
        (
            "民警将钱某抓获。违反规定出售公民个人信息，情节严重的，"
            "处三年以下有期徒刑或者拘役。"
        ),
        ["arrested"],
    ),
    # what may come
    ("钱某被抓获。如罪名成立，其可能面临十年以上有期徒刑。", ["arrested"]),
    ("警方抓获1人。任何人散布谣言都将被行政拘留。", ["arrested"]),
    # what a rumour said
    ("钱某编造“某演员因偷税漏税已被判处有期徒刑五年”的谣言，被抓获。", ["arrested"]),
    # the offender's past
    ("钱某曾因盗窃被判刑，此次再被抓获。", ["arrested"]),
    # a larger action
    (
        "警方抓获钱某。省厅在该案基础上发起集群战役，刑事拘留99人。",
        ["arrested"],
    ),
    ("警方抓获钱某。今年以来，全市共侦破网络案件192起，刑事拘留553人。", ["arrested"]),
    ("警方将依法处罚造谣者。", []),
    # an account blocked before
    ("账号被封禁后，钱某又注册新号，后被抓获。", ["arrested"]),
    ("账号因孙某举报被封号。民警将钱某抓获。", ["arrested"]),
    ("钱某（账号已注销）发布谣言，被抓获。", ["arrested"]),
    # other cases
    ("被告人冉某招募罗某（另案处理）、唐某（已判刑）。冉某被抓获。", ["arrested"]),
    # other words
    ("钱某用木马操纵被控设备，被抓获。", ["arrested"]),
    ("检察院对钱某作出不起诉决定。", []),
    ("曾某、曾某某被依法刑事拘留。", ["criminal-coercive"]),
    ("以涉嫌诈骗罪对蔡某、曾某某刑事拘留。", ["criminal-coercive"]),
    ("省网信办会同通信管理部门关闭该网站。", ["account-closure"]),
    ("2015年，某法院判过一起同类案件，两人获刑。民警抓获张某。", ["arrested"]),
    # not yet
    ("钱某未被逮捕。", []),
]


@pytest.mark.parametrize(("text", "outcomes"), TRAPS)
def test_words_that_are_no_outcome_of_this_case(text, outcomes):
    assert [f.value for f in read_outcomes(make_case(text), Notes())] == outcomes


# What others did, and what was withdrawn, is no outcome of a judged case.
OF_OTHERS = [
    ("判处孙某有期徒刑一年。检察机关依法对周某撤回起诉。", ["convicted"]),
    ("判处孙某有期徒刑一年。通信公司关停异常账号2万个。", ["convicted"]),
    (
        "孙某被刑事拘留。此前，2019年本市法院曾判决一起案件，主犯获刑。",
        ["criminal-coercive"],
    ),
]


@pytest.mark.parametrize(("text", "outcomes"), OF_OTHERS)
def test_others_and_withdrawn_charges_leave_a_case_alone(text, outcomes):
    found = read_outcomes(make_case(text), Notes())
    assert [outcome.value for outcome in found] == outcomes


# Feared, threatened, of the past or of others, beside an arrest.
BESIDE = [
    "对方出示了伪造的“刑事拘留证”。",
    "对方称李女士涉嫌洗钱，要对其逮捕。",
    "有网友称，贺某已被刑拘。",
    "制作外挂，最高可以判七年！",
    "法庭将择期宣判。",
    "贺某有前科，2019年因诈骗被行政拘留过。",
    "同类案件中的钱某已被法院判处有期徒刑。",
    "同伙卢某此前已被另案判处有期徒刑。",
    "该账号此前曾被平台封禁。",
    "被害人的微信账号因此被封号。",
    "骗子将其拉黑并解散了微信群。",
    "相关线索已移交检察机关。",
    "涉事物业公司被责令整改。",
]


@pytest.mark.parametrize("text", BESIDE)
def test_an_arrest_stays_an_arrest_beside_what_befell_others(text):
    found = read_outcomes(make_case("警方抓获贺某等6人。" + text), Notes())
    assert [outcome.value for outcome in found] == ["arrested"]


def test_a_judgment_ends_the_measures_before_it():
    notes = Notes()
    text = "孙某被刑事拘留。法院判处孙某有期徒刑一年。"
    assert [f.value for f in read_outcomes(make_case(text), notes)] == ["convicted"]
    assert doubts(notes) == {"outcome": "several-stages"}


def test_the_heading_counts_too():
    case = make_case("警方查明，钱某出售账号。", "钱某出售账号被行政拘留")
    assert [f.value for f in read_outcomes(case, Notes())] == [
        "administrative-detention"
    ]


def test_the_span_shows_the_words():
    text = "经查，钱某 **已被刑事拘留** 。"
    [found] = read_outcomes(make_case(text), Notes())
    assert (words(found, text), found.rule) == (
        ["刑事拘留"],
        "outcomes.criminal-coercive",
    )


def test_no_outcome_is_a_doubt():
    notes = Notes()
    assert read_outcomes(make_case("钱某发布虚假信息。"), notes) == ()
    assert doubts(notes) == {"outcome": "no-outcome"}


def test_an_arrest_abroad_is_doubted():
    notes = Notes()
    read_outcomes(make_case("美国司法部宣布逮捕一名黑客。"), notes)
    assert doubts(notes) == {"outcome": "weak-outcome", "coercive": "weak-outcome"}


def test_a_shop_that_stood_still_was_not_closed_by_anybody():
    text = "钱某删除数据库，致使该公司停业2日。民警将钱某抓获。"
    assert [f.value for f in read_outcomes(make_case(text), Notes())] == ["arrested"]


def test_an_earlier_sentence_that_was_served_is_no_outcome():
    text = "孙某因盗窃罪被判处有期徒刑，2022年刑满释放。警方抓获孙某。"
    assert [f.value for f in read_outcomes(make_case(text), Notes())] == ["arrested"]


CAUGHT = [
    "钱某被警方从出租屋带走调查。",
    "钱某在高铁站被铁警堵住。",
    "警方逮住了躲在阁楼里的钱某。",
    "警方在广州将钱某缉拿。",
    "警方带走犯罪嫌疑人32名。",
    "26名犯罪嫌疑人落马。",
    # in no words of the table, but counted
    "收网那天，26名犯罪嫌疑人栽了跟头。",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_catching_goes_by_many_words(text):
    assert [f.value for f in read_outcomes(make_case(text), Notes())] == ["arrested"]


def test_suspects_who_are_only_counted_are_doubted_as_caught():
    notes = Notes()
    read_outcomes(make_case("收网那天，26名犯罪嫌疑人栽了跟头。"), notes)
    assert doubts(notes)["outcome"] == "weak-outcome"


GOES_ON = [
    "警方已受案调查。",
    "公安机关已介入。",
    "后续侦办工作还在推进。",
    "此案仍在深挖。",
    "警方正循线追查。",
]


@pytest.mark.parametrize("text", GOES_ON)
def test_work_that_goes_on_is_an_investigation(text):
    found = [f.value for f in read_outcomes(make_case(text), Notes())]
    assert found == ["investigating"]


BESIDE = [
    "骗子自称检察官，说机主要被逮捕。",
    "骗子说不交钱就得判刑。",
    "律师说，情节严重的最高可判三年，还要并处罚金。",
    "等待钱某的很可能是三年以上七年以下有期徒刑。",
    "他们专找吃过行政处罚的企业。",
]


@pytest.mark.parametrize("text", BESIDE)
def test_what_the_law_threatens_or_others_suffered_is_no_outcome(text):
    assert read_outcomes(make_case(text), Notes()) == ()


CLOSED = [
    "涉事账号，平台已依约予以关停。",
    "钱某的号已被平台封了。",
    "该主播的主页显示已被封停。",
    "平台收回钱某的账号。",
    "目前该账号已无法查看。",
    "涉事的23个号一律封停。",
]


@pytest.mark.parametrize("text", CLOSED)
def test_accounts_are_closed_in_many_words(text):
    found = [f.value for f in read_outcomes(make_case(text), Notes())]
    assert found == ["account-closure"]


def commented(text):
    case = make_case("警方抓获店主钱某等9人。", commentary=text)
    return [f.value for f in read_outcomes(case, Notes())]


def test_a_story_may_end_under_advice():
    assert commented("近日法院作出判决，钱某等9人被判处有期徒刑。") == ["convicted"]


def test_commentary_that_argues_tells_no_outcome():
    assert commented("根据刑法规定，钱某应被判处有期徒刑。") == ["arrested"]
    assert commented("近日法院判处另一店主孙某有期徒刑。") == ["arrested"]
