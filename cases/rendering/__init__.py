"""HTML of what stands on a page by the dozen or the hundred, made by plain functions.

A list has three hundred options and twenty cards; Django's templates took ten times
as long for them as string formatting does (docs/performance.md). Everything that stands
on a page once stays a template. One function a component; each escapes whatever it was
given, and what it gives back is safe.

The pages that are asked for most are templates with gaps (``frames``), which are filled
with such components.
"""
