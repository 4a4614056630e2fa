"""A figure without an answer is refused on a page of its own, in words."""

from functools import wraps

from django.shortcuts import render

from reporting.figures import FigureRefused


def refused_in_words(view):
    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except FigureRefused as refusal:
            return render(request, "reporting/figure_refused.html", {"refusal": str(refusal)}, status=400)

    return answer
