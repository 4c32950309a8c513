"""Words of Django's own whose Chinese reads badly (以 状态, 过滤器, three dots).

To name them is enough: our catalogue then holds them, and it goes before Django's.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop, pgettext_lazy

WORDS = (
    gettext_noop(" By %(filter_title)s "),
    gettext_noop("All"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Filter"),
    gettext_noop("Hide counts"),
    gettext_noop("Password change"),
    gettext_noop("Remove from sorting"),
    gettext_noop("Show counts"),
    gettext_noop("Sorting priority: %(priority_number)s"),
    gettext_noop("Toggle sorting"),
    pgettext_lazy("String to return when truncating text", "%(truncated_text)s…"),
)
