"""What the house offers, sector by sector, and its weekly rhythm."""

from datetime import date, time

from activities.models import Activity, ActivityKind, ActivityStatus, Counting, Schedule, ScheduleWhen, Theme
from centre.models import Facility, Sector
from reporting.demo.days import FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, WEEK
from reporting.demo.ledger import Ledger

KIND, TERM, HOLIDAYS, ALL = ActivityKind, ScheduleWhen.TERM, ScheduleWhen.HOLIDAYS, ScheduleWhen.ALL

# By sector: slug, name, then what differs from a workshop in the centre's own rooms, open to all, counted by name.
ACTIVITIES = {
    "petite-enfance": [
        ("halte-garderie-polichinelle", "Halte-garderie Polichinelle", {"kind": KIND.NURSERY, "facility": "polichinelle", "ages": (0, 5), "capacity": 16}),
        ("halte-garderie-pimprenelle-et-nicolas", "Halte-garderie Pimprenelle et Nicolas", {"kind": KIND.NURSERY, "facility": "pimprenelle-et-nicolas", "ages": (0, 5), "capacity": 24}),
    ],
    "enfance": [
        ("clas-enfance", "Accompagnement à la scolarité, enfants", {"kind": KIND.HOMEWORK_CLUB, "ages": (6, 11), "themes": ["education"], "capacity": 64}),
        ("numerikid", "Numéri’Kid", {"themes": ["education"], "from_on": date(2021, 1, 13)}),
        ("a-petits-pas", "À petits pas", {"themes": ["education"], "ages": (6, 11)}),
        ("stop-motion", "Film d’animation image par image", {"parent": "a-petits-pas", "themes": ["education"], "ages": (6, 11)}),
        ("theatre-a-l-ecole", "Théâtre à l’école", {"parent": "a-petits-pas", "themes": ["education"], "ages": (6, 11)}),
        ("carre-d-expression", "Carré d’expression", {"parent": "a-petits-pas", "themes": ["education"], "ages": (6, 11)}),
        ("croisement-des-savoirs", "Croisement des savoirs et des pratiques", {"themes": ["education"]}),
        ("demos", "Démos, orchestre d’enfants", {"themes": ["education"], "ages": (7, 12), "capacity": 16, "from_on": date(2019, 9, 2)}),
        ("accueil-de-loisirs", "Accueil de loisirs", {"kind": KIND.LEISURE_CENTRE, "facility": "accueil-de-loisirs", "ages": (3, 11), "capacity": 60}),
    ],
    "jeunesse": [
        ("clas-jeunesse", "Accompagnement à la scolarité, collégiens", {"kind": KIND.HOMEWORK_CLUB, "facility": "local-jeunes", "ages": (11, 17), "themes": ["education"]}),
        ("dynamik-ados", "Dynamik’Ados", {"kind": KIND.YOUTH_DROP_IN, "facility": "local-jeunes", "ages": (11, 17), "capacity": 40}),
        ("court-metrage", "Court métrage", {"parent": "dynamik-ados", "facility": "local-jeunes", "ages": (11, 17)}),
        ("prevention-individuelle", "Prévention, accompagnement individuel", {"kind": KIND.SUPPORT, "ages": (11, 18)}),
        ("prevention-collective", "Prévention, actions collectives", {"facility": "local-jeunes", "ages": (11, 18)}),
        ("education-aux-medias", "Éducation aux médias", {"facility": "local-jeunes", "ages": (11, 17)}),
        ("colos-apprenantes", "Colos apprenantes", {"kind": KIND.STAY, "ages": (7, 17)}),
        ("sejour-jeunesse", "Séjour des jeunes à Millau", {"kind": KIND.STAY, "parent": "colos-apprenantes", "ages": (11, 17), "capacity": 30}),
    ],
    "adultes-seniors-familles": [
        ("ecrivains-publics", "Écrivains publics", {"kind": KIND.DROP_IN_DESK}),
        ("espace-seniors", "Espace seniors", {"themes": ["seniors"]}),
        ("ateliers-numeriques-seniors", "Ateliers numériques des seniors", {"themes": ["seniors"], "capacity": 12}),
        ("renovation-urbaine", "Rénovation urbaine de l’Alma", {"kind": KIND.DROP_IN_DESK, "themes": ["vie-quotidienne"]}),
        ("ateliers-cadre-de-vie", "Ateliers cadre de vie", {"themes": ["vie-quotidienne"]}),
        ("repas-partages", "Repas partagés", {"themes": ["vie-quotidienne"]}),
        ("jardins-familiaux", "Jardins familiaux", {"facility": "jardin-familial-des-lices", "themes": ["vie-quotidienne", "jardins"]}),
        ("fete-de-quartier", "Fêtes de quartier", {"kind": KIND.EVENT, "counting": Counting.TALLY, "themes": ["vie-quotidienne"]}),
        ("ateliers-dietetiques", "Ateliers diététiques", {"themes": ["sante"], "capacity": 12}),
        ("socio-esthetique", "Socio-esthétique", {"themes": ["sante"], "capacity": 10}),
        ("activites-sportives", "Activités sportives", {"themes": ["sante"], "capacity": 20}),
        ("ecoute-infirmiere", "Écoute et conseils de l’infirmière", {"themes": ["sante"]}),
        ("point-info-sante", "Stands « Point info santé »", {"kind": KIND.EVENT, "counting": Counting.TALLY, "themes": ["sante"]}),
        ("petit-dejeuner-sante", "Petit-déjeuner santé", {"counting": Counting.TALLY, "themes": ["sante", "parentalite"]}),
    ],
    "insertion": [
        ("rsa", "Accompagnement des allocataires du RSA", {"kind": KIND.SUPPORT}),
        ("synergie-jeunes", "Synergie pour l’avenir des jeunes", {"kind": KIND.SUPPORT, "ages": (16, 29)}),
        ("chantier-insertion", "Chantier d’insertion petite enfance", {"kind": KIND.SUPPORT}),
        ("numerique", "Numérique", {"capacity": 10}),
        ("francais-langue-etrangere", "Français langue étrangère", {"capacity": 15}),
        ("cree-ta-recup", "Crée ta récup", {}),
        ("des-fils-et-des-idees", "Des fils et des idées", {}),
        ("vestiaire-de-l-alma", "Le vestiaire de l’Alma", {}),
        ("coop-manau", "Coop’Manau", {"facility": "blanchemaille", "from_on": date(2021, 1, 1)}),
        ("coop-manau-couture", "Couture et seconde vie des textiles", {"facility": "blanchemaille", "parent": "coop-manau", "from_on": date(2021, 1, 1)}),
        ("coop-manau-traiteur", "Restauration et traiteur", {"facility": "blanchemaille", "parent": "coop-manau", "from_on": date(2021, 3, 1)}),
        ("coop-manau-conciergerie", "Conciergerie de quartier", {"facility": "blanchemaille", "parent": "coop-manau", "from_on": date(2021, 5, 3)}),
        ("coop-manau-velos", "Réparation de vélos", {"facility": "blanchemaille", "parent": "coop-manau", "status": ActivityStatus.TRIAL, "from_on": date(2021, 10, 4)}),
        ("coop-manau-laverie", "Laverie solidaire", {"facility": "blanchemaille", "parent": "coop-manau", "status": ActivityStatus.TRIAL, "from_on": date(2021, 11, 8)}),
        ("coop-manau-maraichage", "Maraîchage sur les friches", {"facility": "blanchemaille", "parent": "coop-manau", "status": ActivityStatus.PLANNED, "from_on": date(2022, 3, 1)}),
        ("coop-manau-ressourcerie", "Ressourcerie du meuble", {"facility": "blanchemaille", "parent": "coop-manau", "status": ActivityStatus.PLANNED, "from_on": date(2022, 6, 1)}),
    ],
    "parentalite": [
        ("kassoumai", "Kassoumaï", {"kind": KIND.PARENT_CHILD_DROP_IN, "counting": Counting.ALIAS, "facility": "kassoumai", "themes": ["parentalite"], "ages": (0, 5)}),
        ("relations-familles-ecoles-quartier", "Relations familles, écoles, quartier", {"themes": ["parentalite", "education"]}),
        ("eveil-musical-demos", "Éveil musical (Démos)", {"themes": ["parentalite"]}),
        ("jeux-fabrique", "Jeux Fabrique et kamishibaï", {"themes": ["parentalite"]}),
        ("rencontres-ludiques", "Rencontres ludiques", {"themes": ["parentalite"]}),
        ("parents-outillez-vous", "Parents, outillez-vous", {"themes": ["parentalite"]}),
        ("un-pied-dans-le-vert", "Un pied dans le vert… et une charrette pour le vivre", {"facility": "jardin-familial-blanchemaille", "themes": ["parentalite", "jardins"]}),
        ("du-temps-avec-mon-enfant", "Du temps avec mon enfant", {"themes": ["parentalite"]}),
        ("cafe-des-parents", "Café des parents", {"themes": ["parentalite"]}),
        ("permanence-referente-famille", "Permanence de la référente famille", {"kind": KIND.DROP_IN_DESK, "themes": ["parentalite"]}),
    ],
}  # fmt: skip
# Of another sector than the activity that it belongs to.
CHILDREN_STAY = ("sejour-enfance", "Séjour des enfants à Millau", {"kind": KIND.STAY, "parent": "colos-apprenantes", "ages": (7, 11), "capacity": 20})  # fmt: skip

SCHEDULES = {
    "halte-garderie-polichinelle": [(day, "08:30", "17:30", ALL) for day in WEEK],
    "halte-garderie-pimprenelle-et-nicolas": [(day, "08:30", "17:30", ALL) for day in WEEK],
    "clas-enfance": [(day, "16:30", "18:15", TERM) for day in (MONDAY, TUESDAY, THURSDAY, FRIDAY)],
    "numerikid": [(SATURDAY, "10:00", "12:00", TERM)],
    "demos": [(WEDNESDAY, "14:00", "16:00", TERM), (SATURDAY, "10:00", "12:00", TERM)],
    "accueil-de-loisirs": [(WEDNESDAY, "09:00", "17:00", TERM), *[(day, "09:00", "17:00", HOLIDAYS) for day in WEEK]],
    "clas-jeunesse": [(TUESDAY, "17:00", "19:00", TERM), (THURSDAY, "17:00", "19:00", TERM)],
    "dynamik-ados": [
        (WEDNESDAY, "14:00", "18:00", TERM),
        (FRIDAY, "17:00", "19:30", TERM),
        (SATURDAY, "14:00", "18:00", TERM),
        *[(day, "13:30", "18:00", HOLIDAYS) for day in WEEK],
    ],
    "ecrivains-publics": [(day, "09:00", "12:00", ALL) for day in WEEK],
    "espace-seniors": [(TUESDAY, "14:00", "16:30", ALL)],
    "renovation-urbaine": [(THURSDAY, "10:00", "12:00", ALL)],
    "francais-langue-etrangere": [(MONDAY, "09:30", "11:30", TERM), (THURSDAY, "09:30", "11:30", TERM)],
    "vestiaire-de-l-alma": [(FRIDAY, "14:00", "16:30", TERM)],
    "kassoumai": [(day, "09:00", "12:00", ALL) for day in (MONDAY, TUESDAY, THURSDAY)],
    # The seven moments of the week for parents; Wednesday has two.
    "rencontres-ludiques": [(MONDAY, "17:30", "19:30", TERM)],
    "cafe-des-parents": [(TUESDAY, "14:00", "16:00", TERM)],
    "eveil-musical-demos": [(WEDNESDAY, "10:00", "11:30", TERM)],
    "du-temps-avec-mon-enfant": [(WEDNESDAY, "14:00", "16:30", TERM), (SATURDAY, "10:00", "17:00", ALL)],
    "jeux-fabrique": [(THURSDAY, "09:30", "11:00", TERM)],
    "petit-dejeuner-sante": [(FRIDAY, "09:00", "11:00", TERM)],
}


def build(ledger: Ledger) -> None:
    for sector, activities in ACTIVITIES.items():
        for slug, name, particulars in activities:
            _activity(ledger, sector, slug, name, **particulars)
    slug, name, particulars = CHILDREN_STAY
    _activity(ledger, "enfance", slug, name, **particulars)
    for slug, slots in SCHEDULES.items():
        for weekday, starts_at, ends_at, when in slots:
            ledger.add(
                Schedule(
                    activity=ledger.activity(slug),
                    weekday=weekday,
                    starts_at=time.fromisoformat(starts_at),
                    ends_at=time.fromisoformat(ends_at),
                    when=when,
                )
            )


def _activity(
    ledger: Ledger, sector: str, slug: str, name: str, *, facility="", themes=(), parent="", ages=(None, None), **fields
) -> None:
    activity = ledger.add(
        Activity(
            slug=slug,
            name=name,
            sector=ledger.named[Sector, sector],
            facility=ledger.named.get((Facility, facility)),
            parent=ledger.named.get((Activity, parent)),
            age_min=ages[0],
            age_max=ages[1],
            **fields,
        )
    )
    for theme in themes:
        ledger.add(Activity.themes.through(activity=activity, theme=ledger.named[Theme, theme]))
