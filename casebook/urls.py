"""Chinese at the root, English under /en/; the desk under /admin/ in either."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from cases.urls import plain_urlpatterns

urlpatterns = [
    *plain_urlpatterns,
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("cases.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "cases.views.errors.bad_request"
handler403 = "cases.views.errors.forbidden"
handler404 = "cases.views.errors.not_found"
handler500 = "cases.views.errors.server_error"
