"""The catalogue in the database's terms; docs/adr and each file say why."""

from cases.models.bulletins import Bulletin, Copy
from cases.models.cases import Amount, Case, CaseOffence
from cases.models.events import Event
from cases.models.evidence import Evidence
from cases.models.offences import OffenceType
from cases.models.privacy_decisions import PrivacyDecision
from cases.models.regions import Region
from cases.models.reports import Report

__all__ = [
    "Amount",
    "Bulletin",
    "Case",
    "CaseOffence",
    "Copy",
    "Event",
    "Evidence",
    "OffenceType",
    "PrivacyDecision",
    "Region",
    "Report",
]
