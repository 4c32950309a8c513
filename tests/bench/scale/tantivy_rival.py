"""The rival in one process: tantivy, a search engine library, on the same cases.

The folded text is indexed by pairs of neighbours with their positions, so that a
phrase of pairs finds exactly the cases that have the word: as exact as Casebook. A
full page is the twenty newest with their texts, the total, and three aggregations.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import tantivy

from tests.bench.scale.questions import PAGE, Question
from tests.bench.scale.rows import Public

# Groups of a facet; no more places, months or offences exist.
GROUPS = 1_000
# Orders cases of one month by their keys: keys are below this.
KEYS = 100_000_000


def pairs(folded: str) -> list[str]:
    """The pairs of neighbours of a folded text in order, a mark where a run ends.

    >>> pairs("刷单 返利")
    ['刷单', '单_', '返利', '利_']
    """
    marked = folded.replace(" ", "_") + "_"
    return [one + other for one, other in pairwise(marked) if one != "_"]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(
        "pairs", tokenizer_name="pairs", index_option="position", stored=False
    )
    builder.add_text_field("title", tokenizer_name="raw", stored=True)
    builder.add_text_field("text", index_option="basic", stored=True)
    builder.add_unsigned_field("order", fast=True, stored=True)
    for name in ("city", "month", "offence"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


class Tantivy:
    """An index in ``folder``; ``offences`` are all slugs, in a fixed order."""

    def __init__(self, folder: Path, offences: Iterable[str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.offences = {slug: at for at, slug in enumerate(sorted(offences))}
        self.schema = _schema()
        self.index = tantivy.Index(self.schema, path=str(folder))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self.index.register_tokenizer("pairs", analyzer)
        self._writer: Any = None

    def take(self, cases: Iterable[Public]) -> None:
        """Put cases in."""
        if self._writer is None:
            self._writer = self.index.writer(heap_size=200_000_000, num_threads=1)
        for case in cases:
            document = tantivy.Document()
            document.add_text("pairs", " ".join(pairs(case.search_text)))
            document.add_text("title", case.title)
            document.add_text("text", case.text)
            document.add_unsigned("order", case.listed * KEYS + case.pk)
            document.add_unsigned("city", case.city)
            document.add_unsigned("month", case.month)
            for slug in case.offences:
                document.add_unsigned("offence", self.offences[slug])
            self._writer.add_document(document)

    def finish(self) -> None:
        """Write everything and open it for questions."""
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
        self.index.reload()
        self.searcher = self.index.searcher()

    def _query(self, question: Question) -> tantivy.Query:
        parts = []
        if question.word:
            lexemes = [one + other for one, other in pairwise(question.word)]
            parts.append(
                tantivy.Query.term_query(self.schema, "pairs", lexemes[0])
                if len(lexemes) == 1
                else tantivy.Query.phrase_query(self.schema, "pairs", lexemes)
            )
        if question.city:
            parts.append(self._number("city", int(question.city)))
        if question.month:
            parts.append(self._number("month", int(question.month.replace("-", ""))))
        if question.offence:
            parts.append(self._number("offence", self.offences[question.offence]))
        if not parts:
            return tantivy.Query.all_query()
        if len(parts) == 1:
            return parts[0]
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, part) for part in parts]
        )

    def _number(self, name: str, value: int) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, name, value)

    def count(self, word: str) -> int:
        """How many cases have a word of two or more characters without spaces."""
        query = self._query(Question("count", word=word))
        return self.searcher.search(query, 1, count=True).count

    def full_page(self, question: Question) -> int:
        """Twenty cards' fields, the total and three facets; returns the total."""
        query = self._query(question)
        found = self.searcher.search(
            query, PAGE, count=True, order_by_field="order", order=tantivy.Order.Desc
        )
        cards = [self.searcher.doc(address).to_dict() for _, address in found.hits]
        facets = self.searcher.aggregate(
            query,
            {
                name: {"terms": {"field": name, "size": GROUPS}}
                for name in ("city", "month", "offence")
            },
        )
        assert len(facets) == 3 and len(cards) == min(PAGE, found.count)
        return found.count
