"""The addresses of the public pages, and of those that have no language."""

from __future__ import annotations

from django.urls import path

from cases.views import bulletins, cases, lists, machines, pages, vocabularies

urlpatterns = [
    path("", lists.case_list, name="cases"),
    path("export.csv", lists.export, name="export"),
    path("cases/<int:pk>/", cases.case, name="case"),
    path("bulletins/", bulletins.bulletin_list, name="bulletins"),
    path("bulletins/<int:pk>/", bulletins.bulletin, name="bulletin"),
    path("regions/", vocabularies.region_list, name="regions"),
    path("regions/<slug:slug>/", vocabularies.region, name="region"),
    path("offences/", vocabularies.offence_list, name="offences"),
    path("offences/<slug:slug>/", vocabularies.offence, name="offence"),
    path("about/", pages.about, name="about"),
    path("data/", pages.data, name="data"),
]

plain_urlpatterns = [
    path("robots.txt", machines.robots, name="robots"),
]
