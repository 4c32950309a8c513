"""What a text says of the bulletin itself beside its issuer: seats and source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cases.reader.accounts import account_seat
from cases.reader.agencies import mentions
from cases.reader.clean import View
from cases.reader.issuer_names import Issuer
from cases.reader.results import Found, Place


def read_seats(
    views: Iterable[View | None], issuer: Issuer, accounts: Iterable[str] = ()
) -> tuple[Place, ...]:
    """The places of the bulletin's own authorities, the issuer's first; an account
    tells its seat by its name (平安南京) where nothing else does."""
    places = [issuer.place] if issuer.place else []
    for view in views:
        if view is None:
            continue
        places += [
            mention.place
            for mention in mentions(view.cut(0, 1500))
            if mention.place and mention.role in ("handles", "leads")
        ]
    if not places and not issuer.is_national:
        places = [seat for name in accounts if (seat := account_seat(name))]
    return tuple(dict.fromkeys(places))


# -- source -------------------------------------------------------------------

# 据新华社报道, 据某地网警消息, 记者从某市公安局获悉
ACCORDING_TO = re.compile(
    r"(?:^|[，。,])据(?P<source>[^，。；：\d]{2,24}?)(?:栏目)?(?:\d{1,2}月\d{1,2}日)?"
    r"(?:官方)?"
    r"(?:栏目|微博|微信公众号|公众号|网站|官网|客户端)?(?:的)?"
    r"(?:报道|消息|通报|发布|官微|网站|$|[：:])"
)


# Author's lines that are no person's: 公安部网安局, 某某日报
BYLINE_OF_ORIGIN = re.compile(
    r"公安|警|网安|检察|法院|网信|最高|新华|央视|人民|日报|新闻|发布"
)


def read_source(
    credits_named: Sequence[Found[str]], byline: Found[str] | None, opening: View | None
) -> Found[str] | None:
    """The origin that the text credits: a credit line, else an author's line that
    names an authority, else “according to …” at the beginning."""
    if credits_named:
        return credits_named[0]
    if byline is not None and BYLINE_OF_ORIGIN.search(byline.value):
        return Found(
            byline.value, byline.spans, "bulletins.source-byline", "the author's line"
        )
    if opening is not None and (match := ACCORDING_TO.search(opening.text[:200])):
        return Found(
            match["source"],
            opening.spans(*match.span("source")),
            "bulletins.source-according",
            "the beginning says according to whom",
        )
    return None
