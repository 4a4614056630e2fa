"""The report of a year as HTML: the same words, figures and drawings for the paper and for the screen.

>>> render_html(report, for_print=True)   # the whole document, for the PDF
>>> render_html(report, for_print=False)  # what a page of the application shows inside itself
"""

from reporting.rendering.document import ReportRefused, render_html, report_context

__all__ = ["ReportRefused", "render_html", "report_context"]
