"""Who works here: posts by profession, sector and nursery; outside professionals; volunteers and their hours."""

from datetime import date

from activities.models import Activity
from centre.models import Assignment, Employment, Facility, Mission, Profession, Sector, StaffMember, VolunteerHours
from members.models import Sex
from reporting.demo.days import SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, days, evenly
from reporting.demo.families import Neighbourhood
from reporting.demo.ledger import Ledger
from reporting.demo.people import Resident, Town

PROFESSIONS = {
    "direction": "Direction",
    "comptable": "Comptable",
    "agent-d-accueil": "Agent d’accueil",
    "agent-d-entretien": "Agent d’entretien",
    "responsable-de-pole": "Responsable de pôle",
    "medecin": "Médecin",
    "educateur-de-jeunes-enfants": "Éducateur de jeunes enfants",
    "assistante-maternelle": "Assistante maternelle",
    "auxiliaire-de-puericulture": "Auxiliaire de puériculture",
    "animateur": "Animateur",
    "coordinateur-accueil-de-loisirs": "Coordinateur de l’accueil de loisirs",
    "animateur-liaison-ecole": "Animateur liaison école, famille, quartier",
    "educateur-prevention": "Éducateur de prévention",
    "ecrivain-public": "Écrivain public",
    "referente-sante": "Référente santé",
    "mediatrice-sante": "Médiatrice santé",
    "conseillere-esf": "Conseillère en économie sociale et familiale",
    "gestionnaire-des-jardins": "Gestionnaire des jardins",
    "referente-famille": "Référente famille",
    "accueillante-laep": "Accueillante",
    "referente-rsa": "Référente RSA",
    "accompagnatrice-socioprofessionnelle": "Accompagnatrice socioprofessionnelle",
    "encadrante-technique": "Encadrante technique",
    "formatrice": "Formatrice",
    "professionnelle-coop-manau": "Animatrice de coopérative",
    "dieteticienne": "Diététicienne",
    "socio-estheticienne": "Socio-esthéticienne",
    "infirmiere": "Infirmière",
    "coach-sportif": "Coach sportif",
    "psychologue": "Psychologue",
    "professeur-de-musique": "Professeur de musique",
    "enseignant": "Enseignant",
}
# Post by post: profession, sector, facility, full-time equivalent, how many people hold it.
POSTS = [
    ("direction", "", "", 1, 1),
    ("comptable", "", "", 1, 1),
    ("agent-d-accueil", "", "centre", 1, 2),
    ("agent-d-entretien", "", "centre", "0.80", 2),
    ("educateur-de-jeunes-enfants", "petite-enfance", "polichinelle", 1, 2),
    ("assistante-maternelle", "petite-enfance", "polichinelle", "0.70", 3),
    ("auxiliaire-de-puericulture", "petite-enfance", "polichinelle", 1, 3),
    ("educateur-de-jeunes-enfants", "petite-enfance", "pimprenelle-et-nicolas", 1, 3),
    ("assistante-maternelle", "petite-enfance", "pimprenelle-et-nicolas", "0.70", 4),
    ("auxiliaire-de-puericulture", "petite-enfance", "pimprenelle-et-nicolas", "0.90", 2),
    ("responsable-de-pole", "enfance", "", 1, 1),
    ("coordinateur-accueil-de-loisirs", "enfance", "accueil-de-loisirs", 1, 1),
    ("animateur-liaison-ecole", "enfance", "", 1, 1),
    ("animateur", "enfance", "accueil-de-loisirs", "0.60", 4),
    ("responsable-de-pole", "jeunesse", "local-jeunes", 1, 1),
    ("animateur", "jeunesse", "local-jeunes", 1, 3),
    ("educateur-prevention", "jeunesse", "", 1, 1),
    ("responsable-de-pole", "adultes-seniors-familles", "", 1, 1),
    ("ecrivain-public", "adultes-seniors-familles", "", 1, 2),
    ("referente-sante", "adultes-seniors-familles", "", 1, 1),
    ("mediatrice-sante", "adultes-seniors-familles", "", "0.80", 1),
    ("conseillere-esf", "adultes-seniors-familles", "", 1, 1),
    ("gestionnaire-des-jardins", "adultes-seniors-familles", "", "0.50", 1),
    ("referente-famille", "parentalite", "", 1, 1),
    ("accueillante-laep", "parentalite", "kassoumai", "0.60", 2),
    ("responsable-de-pole", "insertion", "", 1, 1),
    ("referente-rsa", "insertion", "", 1, 4),
    ("accompagnatrice-socioprofessionnelle", "insertion", "", 1, 3),
    ("encadrante-technique", "insertion", "", 1, 2),
    ("formatrice", "insertion", "", "0.60", 1),
    ("animateur", "insertion", "", 1, 1),
    ("professionnelle-coop-manau", "insertion", "blanchemaille", 1, 3),
]
MOSTLY_MEN = {
    "animateur",
    "coach-sportif",
    "coordinateur-accueil-de-loisirs",
    "educateur-prevention",
    "professeur-de-musique",
}
OUTSIDE = ["dieteticienne", "socio-estheticienne", "infirmiere", "coach-sportif", "psychologue"]
VOLUNTEERS = 16
SINCE = date(2018, 9, 3)


class Team:
    def __init__(self, ledger: Ledger, town: Town):
        self.ledger = ledger
        self.town = town
        self.dice = ledger.dice("team")
        self.posts: dict[str, list[StaffMember]] = {}
        self.volunteers: list[StaffMember] = []

    def in_post(self, profession: str, sector: str = "") -> list[StaffMember]:
        """The people of a profession, of one sector if said, in the order of their posts."""
        return self.posts[f"{profession} {sector}".strip()]

    def hire(self, profession: str, employment: str = Employment.EMPLOYEE, person=None) -> StaffMember:
        sex = Sex.MALE if profession in MOSTLY_MEN and self.dice.random() < 0.7 else Sex.FEMALE
        name = str(person) if person else f"{self.town.first_name(sex)} {self.town.last_name()}"
        return self.ledger.add(StaffMember(key=self.ledger.key(), name=name, employment=employment, person=person))

    def assign(
        self,
        member: StaffMember,
        profession: str,
        sector="",
        facility="",
        fte=None,
        from_on=SINCE,
        to_on=None,
        activity="",
    ) -> None:
        named = self.ledger.named
        self.ledger.add(
            Assignment(
                staff_member=member,
                profession=self.ledger.term(Profession, profession, PROFESSIONS.get(profession, "")),
                sector=named.get((Sector, sector)),
                facility=named.get((Facility, facility)),
                activity=named.get((Activity, activity)),
                fte=fte,
                from_on=from_on,
                to_on=to_on,
            )
        )
        for place in {profession, f"{profession} {sector}".strip(), f"{profession} {facility}".strip()}:
            self.posts.setdefault(place, []).append(member)


def build(ledger: Ledger, town: Town, neighbourhood: Neighbourhood) -> Team:
    team = Team(ledger, town)
    for profession, sector, facility, fte, count in POSTS:
        for _ in range(count):
            team.assign(team.hire(profession), profession, sector, facility, fte)
    _across_sectors(team)
    _movements(team)
    _outside(team)
    _volunteers(team, neighbourhood)
    _in_activities(team)
    return team


def _across_sectors(team: Team) -> None:
    """One person, two places: adding the tables would count them twice."""
    doctor = team.hire("medecin")
    for nursery in ("polichinelle", "pimprenelle-et-nicolas"):
        team.assign(doctor, "medecin", "petite-enfance", nursery, "0.05")
    of_children = team.in_post("animateur", "enfance")[0]
    team.assign(of_children, "animateur", "jeunesse", "local-jeunes", "0.40", from_on=date(2021, 9, 1))
    of_integration = team.in_post("animateur", "insertion")[0]
    team.assign(of_integration, "animateur", "adultes-seniors-familles", fte="0.20")


def _movements(team: Team) -> None:
    """Gone before the last day of the year, or not yet there: neither is counted on that day."""
    team.assign(team.hire("animateur"), "animateur", "jeunesse", "local-jeunes", 1, to_on=date(2021, 8, 31))
    team.assign(team.hire("referente-rsa"), "referente-rsa", "insertion", fte=1, to_on=date(2021, 7, 1))
    team.assign(team.hire("referente-rsa"), "referente-rsa", "insertion", fte=1, from_on=date(2022, 1, 3))
    civic = team.hire("animateur", Employment.CIVIC_SERVICE)
    team.assign(civic, "animateur", "enfance", from_on=date(2021, 10, 1), to_on=date(2022, 6, 1))


def _outside(team: Team) -> None:
    for profession in OUTSIDE:
        team.assign(team.hire(profession, Employment.EXTERNAL), profession, "adultes-seniors-familles")
    for _ in range(2):
        teacher = team.hire("professeur-de-musique", Employment.EXTERNAL)
        team.assign(teacher, "professeur-de-musique", "enfance", activity="demos")
    teacher = team.hire("enseignant", Employment.EXTERNAL)
    team.assign(
        teacher,
        "enseignant",
        "jeunesse",
        activity="colos-apprenantes",
        from_on=date(2021, 7, 1),
        to_on=date(2021, 9, 1),
    )


def _volunteers(team: Team, neighbourhood: Neighbourhood) -> None:
    """Most are neighbours with a file of their own as residents."""
    residents = [adult for adult in neighbourhood.adults if adult.age and adult.age > 40][: VOLUNTEERS - 4]
    for rank in range(VOLUNTEERS):
        person = residents[rank].person if rank < len(residents) else None
        team.volunteers.append(team.hire("animateur", Employment.VOLUNTEER, person))
    missions = [("scolarite", "enfance", TUESDAY, 5), ("animation", "adultes-seniors-familles", SATURDAY, 4),
                ("vestiaire", "insertion", WEDNESDAY, 4), ("jardins", "adultes-seniors-familles", THURSDAY, 3)]  # fmt: skip
    holders = iter(team.volunteers)
    for mission, sector, weekday, count in missions:
        for member in [next(holders) for _ in range(count)]:
            _hours(team, member, mission, sector, weekday)


def _hours(team: Team, member: StaffMember, mission: str, sector: str, weekday: int) -> None:
    for day in evenly(days([weekday], holidays=False), team.dice.randint(6, 30)):
        team.ledger.add(
            VolunteerHours(
                staff_member=member,
                on=day,
                mission=team.ledger.named[Mission, mission],
                sector=team.ledger.named[Sector, sector],
                hours=team.dice.choice(["1.50", "2.00", "2.00", "3.00"]),
            )
        )


def _in_activities(team: Team) -> None:
    """Who may open the attendance sheet of what."""
    of_youth, of_children = team.in_post("animateur", "jeunesse"), team.in_post("animateur", "enfance")
    teams = {
        "halte-garderie-polichinelle": team.in_post("educateur-de-jeunes-enfants", "polichinelle"),
        "halte-garderie-pimprenelle-et-nicolas": team.in_post("educateur-de-jeunes-enfants", "pimprenelle-et-nicolas"),
        "clas-enfance": [*of_children[:2], *team.in_post("animateur-liaison-ecole")],
        "accueil-de-loisirs": of_children[:4],
        "numerikid": team.in_post("animateur-liaison-ecole"),
        "dynamik-ados": of_youth[:3],
        "court-metrage": of_youth[:1],
        "clas-jeunesse": of_youth[:2],
        "education-aux-medias": of_youth[:1],
        "prevention-collective": team.in_post("educateur-prevention"),
        "prevention-individuelle": team.in_post("educateur-prevention"),
        "ecrivains-publics": team.in_post("ecrivain-public"),
        "rsa": team.in_post("referente-rsa")[:4],
        "synergie-jeunes": team.in_post("accompagnatrice-socioprofessionnelle")[:2],
        "chantier-insertion": [
            *team.in_post("encadrante-technique"), team.in_post("accompagnatrice-socioprofessionnelle")[2]
        ],
        "francais-langue-etrangere": team.in_post("formatrice"),
        "kassoumai": team.in_post("accueillante-laep"),
        "du-temps-avec-mon-enfant": team.in_post("referente-famille"),
        "cafe-des-parents": team.in_post("referente-famille"),
        "permanence-referente-famille": team.in_post("referente-famille"),
        "jardins-familiaux": team.in_post("gestionnaire-des-jardins"),
    }  # fmt: skip
    for slug, members in teams.items():
        for member in members:
            team.ledger.add(Activity.team.through(activity=team.ledger.activity(slug), staffmember=member))


def linked_to(team: Team, profession: str, residents: list[Resident]) -> None:
    """Workers of the integration site hold posts of the nurseries: employees, and supported."""
    for member, resident in zip(team.in_post(profession), residents, strict=False):
        member.person = resident.person
        member.name = str(resident.person)
