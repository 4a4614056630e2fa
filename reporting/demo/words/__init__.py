"""The words of the demonstration's report of 2021: our own, about the year that its records tell."""

from reporting.demo.words import (
    adults,
    associative_life,
    childhood,
    early_childhood,
    integration,
    parenting,
    youth,
)

CHAPTERS = [
    associative_life.CHAPTER,
    early_childhood.CHAPTER,
    childhood.CHAPTER,
    youth.CHAPTER,
    adults.CHAPTER,
    integration.CHAPTER,
    parenting.CHAPTER,
]
