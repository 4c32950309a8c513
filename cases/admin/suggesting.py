"""The type-ahead over divisions."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from cases.forms.places import suggestions, written


@require_safe
def regions(request: HttpRequest) -> JsonResponse:
    """Divisions for ``q``: what to write into the field, and what tells them apart."""
    return JsonResponse(
        {
            "regions": [
                {
                    "value": written(region),
                    "name": region.name,
                    "code": region.code,
                    "pinyin": region.pinyin,
                    "english": region.name_en,
                    "abolished": region.valid_to,
                }
                for region in suggestions(request.GET.get("q", "")[:40])
            ]
        }
    )
