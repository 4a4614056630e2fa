"""Measures: what is counted, in which unit, from which facts; its question and its method in words
that a trustee understands. Codes are never renamed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reporting.figures import counting, facts
from reporting.figures.cube import Facts
from reporting.typography import space_french

WHERE = ("sector", "theme", "activity", "facility", "kind", "session_kind")
WHEN = ("month", "weekday", "school_period")
PERSONAL = ("sex", "age", "age_band", "group")
WHO = (
    *PERSONAL, "school", "grade", "district", "municipality", "priority_area", "situation",
    "new_or_returning",
)  # fmt: skip
ATTENDED = (*WHERE, *WHEN, *WHO, "mode", "counted")
SUPPORT = (
    "sector", "theme", "activity", "facility", "kind", *PERSONAL, "qualification", "barrier",
    "prescriber", "exit_reason", "referent",
)  # fmt: skip
REACHED = ("sector", "theme", "activity", "facility", "kind", *PERSONAL)
MEMBERSHIP = ("season", "membership_kind", "district", "municipality", "priority_area")
STAFF = ("profession", "sector", "facility", "activity", "employment")
VOLUNTEER = ("mission", "sector", "month")
CHILDCARE = ("activity", "facility", "sector", "month")
GRANT = ("funder", "funder_kind", "action_sheet")
RECORD = ("sector", "theme", "kind")

# A session may belong to several activities, a household have several situations, an activity
# several themes: over these, parts overlap by their nature.
OVERLAPPING = {"sector", "theme", "activity", "facility", "kind", "situation", "barrier"}


def single(splits) -> frozenset:
    return frozenset(splits) - OVERLAPPING


@dataclass(frozen=True)
class Measure:
    """`columns` and `sums` are what `count` reads in the cube. `fixed` filters always hold;
    `default` ones hold unless the split is filtered or split by. `decimals` is None for counts."""

    name: str
    unit: str
    question: str
    method: str
    facts: Facts
    count: Callable
    takes: tuple[str, ...]
    adds_up_over: frozenset
    columns: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    decimals: int | None = None
    unknown: Callable | None = None
    fixed: dict = field(default_factory=dict)
    default: dict = field(default_factory=dict)
    is_rate: bool = False
    heads: Callable | None = None  # of a mean: how many people it is over


MEASURES: dict[str, Measure] = {}
NOTHING: frozenset = frozenset()


def declare(name, unit, question, method, facts, count, takes, adds_up_over, **more):
    words = space_french(question), space_french(method)
    MEASURES[name] = Measure(name, unit, *words, facts, count, takes, frozenset(adds_up_over), **more)


PEOPLE = counting.distinct("person", "alias")
HELD = "Séances tenues qui commencent dans la période, à l’heure de Paris ; présents seulement."

# Present attendances ----------------------------------------------------------------------------

declare(
    "people",
    "people",
    "Combien de personnes différentes sont venues ?",
    "Chaque personne compte une fois, si souvent qu’elle vienne ; un pseudonyme compte pour une "
    f"personne. Les comptages anonymes sont montrés à part, jamais ajoutés. {HELD}",
    facts.ATTENDANCES,
    PEOPLE,
    ATTENDED,
    (*PERSONAL, "new_or_returning", "counted"),
    columns=("person", "alias"),
)
declare(
    "attendances",
    "attendances",
    "Combien de présences, au total ?",
    "Une présence par personne et par séance : les présents nommés, les pseudonymes et les comptages "
    f"anonymes, estimations comprises. {HELD}",
    facts.COUNTED_ATTENDANCES,
    counting.total("n"),
    ATTENDED,
    single(ATTENDED),
    sums=("n",),
)
declare(
    "cases",
    "cases",
    "Combien de dossiers traités ?",
    f"Somme des dossiers notés à chaque venue. {HELD}",
    facts.ATTENDANCES,
    counting.total("cases"),
    ATTENDED,
    single(ATTENDED),
    sums=("cases",),
)
declare(
    "person_hours",
    "hours",
    "Combien d’heures de présence, toutes personnes additionnées ?",
    "Pour chaque présent, du départ moins l’arrivée quand les deux sont notés, sinon la durée de la "
    f"séance ; un comptage anonyme compte son nombre fois la durée ; séjours à part. {HELD}",
    facts.COUNTED_ATTENDANCES,
    counting.presence_in_hours,
    ATTENDED,
    single(ATTENDED),
    columns=("session_kind", "starts_at", "ends_at"),
    sums=("untimed", "stayed"),
    decimals=2,
)
declare(
    "average_age",
    "years",
    "Quel est l’âge moyen des personnes venues ?",
    "Moyenne des âges révolus au dernier jour de la période, une fois par personne, parmi celles "
    f"dont la date de naissance est connue. {HELD}",
    facts.ATTENDANCES,
    counting.average_age,
    ATTENDED,
    NOTHING,
    columns=("person", "alias", "birth_date", "birth_year"),
    decimals=1,
    unknown=counting.people_without_birth_date,
    is_rate=True,
    heads=counting.people_with_birth_date,
)
declare(
    "households",
    "households",
    "Combien de foyers différents sont venus ?",
    "Le foyer d’où chacun venait ce jour-là, chaque foyer une fois. Les présences sans foyer connu "
    f"sont dites à part. {HELD}",
    facts.ATTENDANCES,
    counting.distinct("household"),
    ATTENDED,
    NOTHING,
    columns=("household",),
    sums=("n",),
    unknown=counting.without("household"),
)
declare(
    "children_of_households",
    "people",
    "Combien d’enfants vivent dans les foyers venus ?",
    "Les moins de 18 ans au dernier jour de la période dont la place dans un de ces foyers recouvre "
    "la période, venus ou non, chacun une fois ; qui n’a pas d’âge connu n’y est pas. Sexe, âge, "
    f"école et classe sont ceux de l’enfant ; les autres filtres, ceux de la venue. {HELD}",
    facts.CHILDREN,
    counting.distinct("child"),
    ATTENDED,
    ("sex", "age", "age_band"),
    columns=("child",),
)

# Held sessions ----------------------------------------------------------------------------------

SESSION_METHODS = {
    "sessions": ("session", "séances", "Les sorties, temps forts et séjours sont comptés à part."),
    "outings": ("outing", "sorties", "Les séances sont comptées à part."),
    "events": ("event", "temps forts", "Les séances sont comptées à part."),
    "stays": ("stay", "séjours", "Les séances sont comptées à part."),
}
for name, (kind, words, apart) in SESSION_METHODS.items():
    declare(
        name,
        name,
        f"Combien de {words} ont eu lieu ?",
        f"Les {words} qui ont eu lieu dans la période, même sans présent ; ce qui est prévu ou annulé ne "
        f"compte pas. Ce que plusieurs activités partagent compte une fois au total. {apart}",
        facts.SESSIONS,
        counting.total("n"),
        (*WHERE, *WHEN),
        single((*WHERE, *WHEN)),
        sums=("n",),
        fixed={"session_kind": [kind]},
    )
declare(
    "opening_days",
    "days",
    "Combien de jours d’ouverture ?",
    "Jours différents où un lieu a tenu une séance : deux ouvertures le même jour au même endroit "
    "font un jour. Le lieu est celui de l’activité, à défaut l’activité elle-même.",
    facts.SESSIONS,
    counting.opening_days,
    (*WHERE, *WHEN),
    single((*WHERE, *WHEN)),
    columns=("activity", "day"),
    fixed={"session_kind": ["session"]},
)
declare(
    "public_hours",
    "hours",
    "Combien d’heures face au public ?",
    "La durée de chaque séance tenue, une seule fois quel que soit le nombre de présents ; séjours "
    "et temps d’organisation à part.",
    facts.SESSIONS,
    counting.time_in_hours,
    (*WHERE, *WHEN),
    single((*WHERE, *WHEN)),
    sums=("time",),
    decimals=2,
)
declare(
    "setup_hours",
    "hours",
    "Combien d’heures d’organisation ?",
    "Les minutes de préparation et de rangement notées sur les séances tenues ; séjours à part.",
    facts.SESSIONS,
    counting.minutes_in_hours("setup"),
    (*WHERE, *WHEN),
    single((*WHERE, *WHEN)),
    sums=("setup",),
    decimals=2,
)

# Supports ---------------------------------------------------------------------------------------

declare(
    "supported",
    "people",
    "Combien de personnes ont été accompagnées ?",
    "Personnes différentes dont un accompagnement est ouvert au moins un jour de la période.",
    facts.SUPPORTS,
    counting.distinct("person"),
    SUPPORT,
    PERSONAL,
    columns=("person",),
)
declare(
    "households_supported",
    "households",
    "Combien de foyers ont été accompagnés ?",
    "Foyers différents, notés à l’entrée, des accompagnements ouverts au moins un jour de la "
    "période. Les accompagnements sans foyer connu sont dits à part.",
    facts.SUPPORTS,
    counting.distinct("household"),
    SUPPORT,
    NOTHING,
    columns=("household",),
    sums=("n",),
    unknown=counting.without("household"),
)
for name, question, method, source in (
    (
        "entries",
        "Combien d’entrées en accompagnement ?",
        "Accompagnements dont l’entrée est dans la période.",
        facts.ENTRIES,
    ),
    (
        "exits",
        "Combien de fins d’accompagnement ?",
        "Accompagnements dont le dernier jour est dans la période.",
        facts.EXITS,
    ),
):
    declare(
        name,
        "supports",
        question,
        method,
        source,
        counting.total("n"),
        SUPPORT,
        # A support has one activity: its sector, its facility and its kind do not overlap.
        single(SUPPORT) | {"sector", "facility", "kind"},
        columns=("support",),
        sums=("n",),
    )
declare(
    "outcomes",
    "people",
    "Combien de personnes ont obtenu un résultat ?",
    "Personnes différentes dont un accompagnement porte un résultat daté dans la période.",
    facts.OUTCOMES,
    counting.distinct("person"),
    (*SUPPORT, "outcome"),
    PERSONAL,
    columns=("person",),
)
declare(
    "age_at_entry",
    "years",
    "Quel est l’âge moyen à l’entrée ?",
    "Moyenne des âges révolus le jour de l’entrée, sur les entrées de la période dont la date de naissance est connue.",
    facts.ENTRIES,
    counting.age_at_entry,
    SUPPORT,
    NOTHING,
    columns=("support", "person", "birth_date", "day"),
    sums=("n",),
    decimals=1,
    unknown=counting.without("birth_date"),
    is_rate=True,
    heads=counting.people_with_birth_date,
)
declare(
    "reached",
    "people",
    "Combien de personnes ont été touchées ?",
    "Personnes différentes venues au moins une fois, ou accompagnées au moins un jour de la période.",
    facts.REACHED,
    PEOPLE,
    REACHED,
    PERSONAL,
    columns=("person", "alias"),
)
declare(
    "households_reached",
    "households",
    "Combien de foyers ont été touchés ?",
    "Foyers différents notés sur une présence ou à l’entrée d’un accompagnement de la période. "
    "Présences et accompagnements sans foyer connu sont dits à part.",
    facts.REACHED,
    counting.distinct("household"),
    REACHED,
    NOTHING,
    columns=("household",),
    sums=("n",),
    unknown=counting.without("household"),
)

# Enrolments, memberships ------------------------------------------------------------------------

declare(
    "enrolled",
    "people",
    "Combien de personnes sont inscrites ?",
    "Personnes différentes dont une inscription recouvre la période ; les listes d’attente ne "
    "comptent pas. Foyer et classe sont ceux du premier jour d’inscription dans la période.",
    facts.ENROLMENTS,
    counting.distinct("person"),
    (*WHERE, *WHO),
    (*PERSONAL, "new_or_returning"),
    columns=("person",),
)
declare(
    "memberships",
    "memberships",
    "Combien d’adhésions ?",
    "Adhésions payées dans la période, familiales et individuelles.",
    facts.MEMBERSHIPS,
    counting.total("n"),
    MEMBERSHIP,
    MEMBERSHIP,
    sums=("n",),
)
declare(
    "members",
    "people",
    "Combien de personnes couvertes par une adhésion ?",
    "Personnes différentes couvertes par une adhésion payée dans la période : la personne, ou celles "
    "du foyer le jour du paiement.",
    facts.MEMBERS,
    counting.distinct("person"),
    (*MEMBERSHIP, *PERSONAL),
    PERSONAL,
    columns=("person",),
)
declare(
    "memberships_amount",
    "eur",
    "Combien ont rapporté les adhésions ?",
    "Somme des adhésions payées dans la période, en euros.",
    facts.MEMBERSHIPS,
    counting.money("amount"),
    MEMBERSHIP,
    MEMBERSHIP,
    sums=("amount",),
    decimals=2,
)

# Who works, who gives hours, who sits ------------------------------------------------------------

EMPLOYEES = {"employment": ["employee"]}
declare(
    "staff",
    "staff",
    "Combien de professionnels ?",
    "Personnes différentes en poste le dernier jour de la période, salariées sauf demande contraire ; "
    "dans deux pôles, une personne compte une fois au total.",
    facts.STAFF,
    counting.distinct("staff_member"),
    STAFF,
    ("employment",),
    columns=("staff_member",),
    default=EMPLOYEES,
)
declare(
    "fte",
    "fte",
    "Combien d’équivalents temps plein ?",
    "Somme des parts de temps plein des postes ouverts le dernier jour de la période, salariés sauf demande contraire.",
    facts.STAFF,
    counting.money("fte"),
    STAFF,
    ("profession", "sector", "facility", "employment"),
    sums=("fte",),
    decimals=2,
    default=EMPLOYEES,
)
declare(
    "volunteers",
    "people",
    "Combien de bénévoles ?",
    "Personnes différentes qui ont donné des heures dans la période.",
    facts.VOLUNTEERS,
    counting.distinct("staff_member"),
    VOLUNTEER,
    NOTHING,
    columns=("staff_member",),
)
declare(
    "volunteer_hours",
    "hours",
    "Combien d’heures de bénévolat ?",
    "Somme des heures notées dans la période.",
    facts.VOLUNTEERS,
    counting.money("hours"),
    VOLUNTEER,
    VOLUNTEER,
    sums=("hours",),
    decimals=2,
)
declare(
    "meetings",
    "meetings",
    "Combien de réunions d’instance ?",
    "Réunions tenues un jour de la période : des réunions, pas des instances.",
    facts.MEETINGS,
    counting.total("n"),
    ("body",),
    ("body",),
    sums=("n",),
)
declare(
    "seats",
    "seats",
    "Combien de sièges pourvus ?",
    "Mandats ouverts le dernier jour de la période, tenus comme membre sauf demande contraire ; un "
    "suppléant n’occupe pas de siège.",
    facts.SEATS,
    counting.total("n"),
    ("body", "holds_as"),
    ("body", "holds_as"),
    sums=("n",),
    default={"holds_as": ["member"]},
)

# Nurseries ---------------------------------------------------------------------------------------

OF_CHILD_AND_MONTH = ("person", "activity", "day", "source")
CHECK_IN_RULE = (
    "Les heures pointées (arrivée et départ) des mois qui en ont, pour cet enfant et cette "
    "halte-garderie ; à défaut, les heures du mois saisies."
)
for name, unit, question, method, count, sums, is_rate, decimals in (
    (
        "attended_hours",
        "hours",
        "Combien d’heures de garde réalisées ?",
        CHECK_IN_RULE,
        counting.attended_hours,
        ("time", "attended"),
        False,
        2,
    ),
    (
        "invoiced_hours",
        "hours",
        "Combien d’heures de garde facturées ?",
        "Somme des heures facturées des mois de la période.",
        counting.money("invoiced"),
        ("invoiced",),
        False,
        2,
    ),
    (
        "family_payment",
        "eur",
        "Combien les familles ont-elles payé ?",
        "Somme des montants payés par les familles sur les mois de la période.",
        counting.money("amount"),
        ("amount",),
        False,
        2,
    ),
    (
        "family_payment_per_hour",
        "eur_per_hour",
        "Combien les familles paient-elles de l’heure, en moyenne ?",
        "Total payé par les familles divisé par le total des heures facturées : non la moyenne des tarifs.",
        counting.payment_per_hour,
        ("amount", "invoiced"),
        True,
        2,
    ),
    (
        "billing_rate",
        "percent",
        "Quel est le taux de facturation ?",
        f"100 × heures facturées ÷ heures réalisées. {CHECK_IN_RULE}",
        counting.billing_rate,
        ("time", "attended", "invoiced"),
        True,
        1,
    ),
    (
        "occupancy_rate",
        "percent",
        "Quel est le taux d’occupation ?",
        "100 × heures réalisées ÷ (places du lieu × heures face au public de ce lieu, quelle que soit l’activité) ; "
        f"un lieu dont les places ne sont pas connues n’entre pas dans le calcul. {CHECK_IN_RULE}",
        counting.occupancy_rate,
        ("time", "attended"),
        True,
        1,
    ),
):
    declare(
        name,
        unit,
        question,
        method,
        facts.CHILDCARE,
        count,
        CHILDCARE,
        NOTHING if is_rate else ("facility", "sector", "month"),
        columns=OF_CHILD_AND_MONTH,
        sums=sums,
        decimals=decimals,
        is_rate=is_rate,
    )

# Money, records of the house ----------------------------------------------------------------------

declare(
    "funders",
    "funders",
    "Combien de financeurs ?",
    "Financeurs différents qui ont une subvention d’une année de la période.",
    facts.GRANTS,
    counting.distinct("funder"),
    GRANT,
    ("funder", "funder_kind"),
    columns=("funder",),
)
for name, question, method in (
    ("asked", "Combien a été demandé ?", "Somme des montants demandés"),
    ("granted", "Combien a été accordé ?", "Somme des montants accordés"),
    ("received", "Combien a été reçu ?", "Somme des montants reçus"),
):
    declare(
        f"grants_{name}",
        "eur",
        question,
        f"{method}, par année de subvention, en euros.",
        facts.GRANTS,
        counting.money(name),
        GRANT,
        GRANT,
        sums=(name,),
        decimals=2,
    )
for name, question, method, source, adds_up in (
    (
        "activities",
        "Combien d’activités ?",
        "Les activités ouvertes au moins un jour de la période.",
        facts.ACTIVITIES,
        ("sector", "kind"),
    ),
    ("facilities", "Combien de lieux ?", "Les lieux ouverts avant la fin de la période.", facts.FACILITIES, ("kind",)),
    (
        "partners",
        "Combien de partenaires ?",
        "Les partenaires enregistrés, à ce jour.",
        facts.PARTNERS,
        ("sector", "kind"),
    ),
):
    declare(
        name,
        name,
        question,
        method,
        source,
        counting.distinct("record"),
        RECORD,
        adds_up,
        columns=("record",),
    )
