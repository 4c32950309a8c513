"""The import page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases.actions.importing import Imported, Origin, import_files, import_pasted
from cases.actions.permissions import require
from cases.admin.requests import DeskRequest
from cases.admin.samples import samples_to_remove
from cases.forms.bulletins import ImportForm


def import_texts(request: DeskRequest) -> HttpResponse:
    """Take files or a pasted text, and say for each what became of it.

    Each is imported by itself: one that cannot be read stops no other.
    """
    require(request.user, "import_bulletin")
    results: list[Imported] = []
    form = ImportForm()
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            results = _import(request, form.cleaned_data)
            form = ImportForm()
    context = {
        **admin.site.each_context(request),
        "title": _("Import bulletins"),
        "form": form,
        "results": results,
        "samples": samples_to_remove() if results else None,
    }
    status = 422 if form.errors else 200
    # The page's script sends files one at a time and puts the answer into its list.
    is_part = "part" in request.POST
    template = "admin/imported.html" if is_part else "admin/import.html"
    return render(request, template, context, status=status)


def _import(request: DeskRequest, data: dict[str, Any]) -> list[Imported]:
    origin = Origin(data["account"], data["url"], data["published"])
    results = [
        imported
        for file in data["files"]
        for imported in import_files(
            content=file.read(),
            filename=file.name or "",
            by=request.user,
            origin=origin,
        )
    ]
    if data["text"].strip():
        results.append(import_pasted(text=data["text"], by=request.user, origin=origin))
    return results
