"""The addresses of the public pages, and of those that have no language."""

from __future__ import annotations

from django.urls import path

from cases import sitemaps
from cases.feeds import CaseFeed
from cases.views import (
    bulletins,
    cases,
    lists,
    machines,
    offences,
    pages,
    regions,
    reports,
    trends,
)

urlpatterns = [
    path("", lists.case_list, name="cases"),
    path("places/", lists.places, name="places"),
    path("months/", lists.months, name="months"),
    path("export.csv", lists.export, name="export"),
    path("feed.xml", CaseFeed(), name="feed"),
    path("cases/<int:pk>/", cases.case, name="case"),
    path("cases/<int:pk>/report/", reports.report, name="report-case"),
    path("bulletins/", bulletins.bulletin_list, name="bulletins"),
    path("bulletins/<int:pk>/", bulletins.bulletin, name="bulletin"),
    path("regions/", regions.region_list, name="regions"),
    path("regions/figures.csv", regions.region_list_figures, name="regions-figures"),
    path("regions/<slug:slug>/", regions.region, name="region"),
    path(
        "regions/<slug:slug>/figures.csv",
        regions.region_figures,
        name="region-figures",
    ),
    path("offences/", offences.offence_list, name="offences"),
    path("offences/<slug:slug>/", offences.offence, name="offence"),
    path(
        "offences/<slug:slug>/figures.csv",
        offences.offence_figures,
        name="offence-figures",
    ),
    path("trends/", trends.trends, name="trends"),
    path("trends/months.csv", trends.trends_months, name="trends-months"),
    path("trends/cities.csv", trends.trends_cities, name="trends-cities"),
    path("about/", pages.about, name="about"),
    path("about/corrections/", pages.correction_log, name="corrections"),
    path("report/", reports.report, name="report"),
    path("report/thanks/", reports.thanks, name="report-thanks"),
    path("data/", pages.data, name="data"),
]

plain_urlpatterns = [
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/<slug:section>.xml", sitemaps.section, name="sitemap-section"),
]
