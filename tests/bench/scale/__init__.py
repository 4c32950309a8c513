"""Measures Casebook at scale: ``make bench``, or ``python -m tests.bench.scale``.

``vocabulary`` and ``telling`` invent bulletins by a seed, ``rows`` makes the tables'
rows of them, ``loading`` puts these into a cluster of their own and into the two
rivals (``datasette_rival``, ``tantivy_rival``). ``servers`` serves Casebook as a
server does, and an empty view beside it; ``client`` asks and ``percentiles`` sums up.
``questions`` says what is asked. ``comparison``, ``load``, ``growth``, ``sweep``,
``importing`` and ``sizes`` measure; ``goals`` compares and ``report`` writes.
docs/performance.md tells the method and the last results.
"""
