"""Forms: what a town asks of its units, as data that it may edit."""

from domain.forms.check import check, read
from domain.forms.model import Form, FreeText, Indicator, Kind, Measure, ProblemKind, Rule
from domain.forms.shipped import shipped, shipped_names, shipped_text

__all__ = [
    "Form",
    "FreeText",
    "Indicator",
    "Kind",
    "Measure",
    "ProblemKind",
    "Rule",
    "check",
    "read",
    "shipped",
    "shipped_names",
    "shipped_text",
]
