"""The house itself: who it is, its sectors, its places, its words, its partners."""

from datetime import date

from activities.models import Barrier, ExitReason, OutcomeKind, Prescriber, Theme
from centre.models import (
    Centre,
    Facility,
    FacilityKind,
    Funder,
    FunderKind,
    Grant,
    Mission,
    Partner,
    PartnerKind,
    SchoolHoliday,
    Season,
    Sector,
)
from members.models import District, School, SituationKind
from reporting.demo.days import SCHOOL_HOLIDAYS
from reporting.demo.ledger import Ledger

CENTRE = {
    "name": "Centre social Alma",
    "address": "177 rue de l’Alma, 59100 Roubaix",
    "phone": "03 20 36 32 51",
    "email": "contact@csalma.org",
    "website": "www.csalma.org",
    "holiday_zone": "B",
    "season_start_month": 9,
}
SECTORS = [
    ("petite-enfance", "Petite enfance", "#B83B5E", 0, 5, "Accueillir les tout-petits, soutenir leurs parents"),
    ("enfance", "Enfance", "#B4530F", 6, 11, "Donner confiance, ouvrir à la culture, réussir à l’école"),
    ("jeunesse", "Jeunesse", "#2463A8", 11, 17, "Grandir en confiance, agir en citoyen, prévenir les risques"),
    ("adultes-seniors-familles", "Adultes, seniors, familles", "#2E7D4F", None, None, "Accéder à ses droits, sortir de l’isolement"),
    ("insertion", "Insertion", "#6C4AA0", 16, None, "Lever les freins, construire un projet, retrouver un emploi"),
    ("parentalite", "Parentalité", "#1B7A80", None, None, "Passer du temps ensemble, s’entraider entre parents"),
]  # fmt: skip
FACILITY_KINDS = {
    "nursery": "Halte-garderie",
    "laep": "Lieu d’accueil enfants-parents",
    "leisure_centre": "Accueil de loisirs",
    "garden": "Jardin familial",
    "office": "Bureaux et salles",
    "youth": "Local jeunes",
}
FACILITIES = [
    ("centre", "Centre social, rue de l’Alma", "office", 120, date(1975, 9, 1)),
    ("polichinelle", "Halte-garderie Polichinelle", "nursery", 16, date(1984, 9, 3)),
    ("pimprenelle-et-nicolas", "Halte-garderie Pimprenelle et Nicolas", "nursery", 24, date(1990, 10, 1)),
    ("kassoumai", "Espace Kassoumaï", "laep", 15, date(1991, 10, 7)),
    ("accueil-de-loisirs", "Accueil de loisirs de l’Alma", "leisure_centre", 60, date(1982, 7, 5)),
    ("local-jeunes", "Local jeunes Dynamik’Ados", "youth", 40, date(2004, 2, 9)),
    ("blanchemaille", "Locaux de Blanchemaille", "office", 50, date(2019, 11, 4)),
    ("jardin-familial-des-lices", "Jardin familial des Lices", "garden", 18, date(2008, 4, 1)),
    ("jardin-familial-blanchemaille", "Jardin familial Blanchemaille", "garden", 14, date(2014, 4, 1)),
]
THEMES = {
    "parentalite": "Parentalité",
    "sante": "Santé",
    "vie-quotidienne": "Vie quotidienne",
    "seniors": "Seniors",
    "education": "Éducation",
    "jardins": "Jardins et environnement",
}
DISTRICTS = [
    ("alma", "Alma", "Roubaix", True),
    ("fosse-aux-chenes", "Fosse-aux-Chênes", "Roubaix", True),
    ("cul-de-four", "Cul-de-Four", "Roubaix", True),
    ("epeule", "Épeule", "Roubaix", True),
    ("pile", "Pile", "Roubaix", True),
    ("centre-ville", "Centre-ville", "Roubaix", False),
    ("barbieux", "Barbieux", "Roubaix", False),
    ("tourcoing-belencontre", "Belencontre", "Tourcoing", True),
]
SCHOOLS = [
    "École maternelle Archimède",
    "École Elsa-Triolet",
    "École Blaise-Pascal",
    "École Voltaire",
    "Collège Anne-Frank",
    "Collège Sévigné",
    "Lycée Jean-Moulin",
]
WORDS = {
    SituationKind: {
        "primo-arrivante": "Primo-arrivante",
        "reprise-emploi-partiel": "Reprise d’un emploi à temps partiel",
        "rsa": "Revenu de solidarité active",
        "monoparentale": "Monoparentale",
    },
    Barrier: {
        "garde-d-enfant": "Garde d’enfant",
        "mobilite": "Mobilité",
        "sante": "Santé",
        "langue": "Maîtrise du français",
        "logement": "Logement",
        "numerique": "Accès au numérique",
    },
    Prescriber: {
        "departement": "Département du Nord",
        "pole-emploi": "Pôle emploi",
        "mission-locale": "Mission locale",
        "de-lui-meme": "Venu de lui-même",
        "college": "Collège",
    },
    ExitReason: {
        "emploi": "Emploi retrouvé",
        "formation": "Entrée en formation",
        "demenagement": "Déménagement",
        "fin-de-contrat": "Fin du contrat",
        "autre-referent": "Suivi par un autre organisme",
    },
    OutcomeKind: {
        "emploi": "Emploi",
        "entree-en-formation": "Entrée en formation",
        "contrat-en-alternance": "Contrat en alternance",
        "service-civique": "Service civique",
        "cap-aepe": "CAP Accompagnant éducatif petite enfance obtenu",
    },
    Mission: {
        "scolarite": "Aide à la scolarité",
        "animation": "Coup de main aux animations",
        "jardins": "Jardins",
        "vestiaire": "Vestiaire",
        "gouvernance": "Instances",
    },
}
FUNDER_KINDS = {
    "securite-sociale": "Sécurité sociale",
    "collectivite": "Collectivité",
    "etat": "État",
    "europe": "Europe",
}
# Name, kind, then euros of 2021: asked, granted, received in the year.
FUNDERS = [
    ("caf-du-nord", "Caisse d’allocations familiales du Nord", "securite-sociale", 812000, 798400, 702600),
    ("ville-de-roubaix", "Ville de Roubaix", "collectivite", 640000, 615000, 615000),
    ("departement-du-nord", "Département du Nord", "collectivite", 298000, 281500, 253350),
    ("etat", "État, politique de la ville", "etat", 186000, 164200, 164200),
    ("region-hauts-de-france", "Région Hauts-de-France", "collectivite", 74000, 61500, 43050),
    ("union-europeenne", "Union européenne, Fonds social européen", "europe", 118000, 118000, 59000),
    ("metropole-europeenne-de-lille", "Métropole européenne de Lille", "collectivite", 42000, 36000, 36000),
    ("carsat-hauts-de-france", "Carsat Hauts-de-France", "securite-sociale", 15000, 12000, 12000),
    ("cite-educative", "Cité éducative de Roubaix", "etat", 24000, 21000, 21000),
]
PARTNER_KINDS = {
    "centre-social": "Centre social",
    "ecole": "École ou collège",
    "culture": "Culture",
    "insertion": "Emploi et insertion",
    "sante": "Santé",
    "association": "Association",
    "logement": "Logement et cadre de vie",
    "collectivite": "Collectivité ou service public",
}
PARTNERS = [
    ("centre-social-echo", "Centre social Écho", "centre-social"),
    ("centre-social-du-pile", "Centre social du Pile", "centre-social"),
    ("centre-social-basse-masure", "Centre social Basse-Masure", "centre-social"),
    ("centre-social-fresnoy-mackellerie", "Centre social Fresnoy-Mackellerie", "centre-social"),
    ("centre-social-moulin-potennerie", "Centre social Moulin-Potennerie", "centre-social"),
    ("centre-social-le-nautilus", "Centre social Le Nautilus", "centre-social"),
    ("ecole-elsa-triolet", "École Elsa-Triolet", "ecole"),
    ("ecole-blaise-pascal", "École Blaise-Pascal", "ecole"),
    ("ecole-voltaire", "École Voltaire", "ecole"),
    ("service-educatif", "Service éducatif de la Ville de Roubaix", "collectivite"),
    ("ccas-de-roubaix", "Centre communal d’action sociale de Roubaix", "collectivite"),
    ("philharmonie-de-paris", "Philharmonie de Paris", "culture"),
    ("orchestre-national-de-lille", "Orchestre national de Lille", "culture"),
    ("mission-locale", "Mission locale de Roubaix", "insertion"),
    ("maison-de-l-emploi", "Maison de l’emploi du Roubaisis", "insertion"),
    ("pole-emploi", "Pôle emploi", "insertion"),
    ("carsat", "Carsat Hauts-de-France", "sante"),
    ("centre-de-depistage", "Centre de dépistage des cancers", "sante"),
    ("atd-quart-monde", "ATD Quart Monde", "association"),
    ("fete-le-mur", "Fête le mur", "association"),
    ("federation-des-centres-sociaux", "Fédération des centres sociaux du Nord", "association"),
    ("maison-des-jardins", "Maison des jardins", "logement"),
    ("bailleurs-sociaux", "Bailleurs sociaux du quartier", "logement"),
]  # fmt: skip


def build(ledger: Ledger) -> None:
    ledger.add(Centre(id=1, **CENTRE))
    _calendar(ledger)
    _places(ledger)
    for vocabulary, words in {Theme: THEMES, **WORDS}.items():
        for slug, name in words.items():
            ledger.term(vocabulary, slug, name)
    _funders(ledger)
    for slug, name, kind in PARTNERS:
        ledger.add(Partner(slug=slug, name=name, kind=ledger.term(PartnerKind, kind, PARTNER_KINDS[kind])))


def _calendar(ledger: Ledger) -> None:
    for name, first, back in SCHOOL_HOLIDAYS:
        ledger.add(SchoolHoliday(zone="B", name=name, first_day=first, return_day=back))
    for year in (2020, 2021):
        ledger.add(Season(name=f"{year}-{year + 1}", starts_on=date(year, 9, 1), ends_on=date(year + 1, 8, 31)))


def _places(ledger: Ledger) -> None:
    for position, (slug, name, color, age_min, age_max, aims) in enumerate(SECTORS, 1):
        ledger.add(
            Sector(slug=slug, name=name, position=position, color=color, age_min=age_min, age_max=age_max, aims=aims)
        )
    for slug, name, kind, capacity, opened_on in FACILITIES:
        kind = ledger.term(FacilityKind, kind, FACILITY_KINDS[kind])
        ledger.add(Facility(slug=slug, name=name, kind=kind, capacity=capacity, opened_on=opened_on))
    for slug, name, municipality, is_priority in DISTRICTS:
        since = date(2015, 1, 1) if is_priority else None
        ledger.add(
            District(
                slug=slug, name=name, municipality=municipality, is_priority_area=is_priority, priority_from_on=since
            )
        )
    for name in SCHOOLS:
        ledger.add(School(name=name))


def _funders(ledger: Ledger) -> None:
    for position, (slug, name, kind, asked, granted, received) in enumerate(FUNDERS, 1):
        kind = ledger.term(FunderKind, kind, FUNDER_KINDS[kind])
        funder = ledger.add(Funder(slug=slug, name=name, kind=kind, position=position))
        ledger.add(Grant(funder=funder, year=2021, asked=asked, granted=granted, received=received))
        ledger.add(
            Grant(funder=funder, year=2020, asked=asked, granted=int(granted * 0.97), received=int(granted * 0.97))
        )
