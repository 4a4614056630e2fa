"""The figures of the annual report, each a question asked of the records: measure, filters, period of the report."""

from reporting.demo.ledger import Ledger
from reporting.models import Indicator

Where = dict[str, list]
BOARD, EXECUTIVE = {"body": ["conseil-d-administration"]}, {"body": ["bureau"]}
NURSERIES = {"facility": ["polichinelle", "pimprenelle-et-nicolas"]}
GIRLS, BOYS = {"sex": ["F"]}, {"sex": ["M"]}
YOUTH, PARENTING = {"sector": ["jeunesse"]}, {"theme": ["parentalite"]}
IN_HOLIDAYS, IN_TERM = {"school_period": ["holiday"]}, {"school_period": ["term"]}
YOUNGER, OLDER = {"age": ["11-15"]}, {"age": ["16-18"]}


def activity(slug: str) -> Where:
    return {"activity": [slug]}


def staff(facility: str, profession: str) -> Where:
    return {"facility": [facility], "profession": [profession]}


DROP_IN, ALONE, GROUP = activity("dynamik-ados"), activity("prevention-individuelle"), activity("prevention-collective")
HOMEWORK, DESK, RSA = activity("clas-enfance"), activity("ecrivains-publics"), activity("rsa")
CHILDREN_STAY, YOUTH_STAY = activity("sejour-enfance"), activity("sejour-jeunesse")

# Code, label, measure, filters.
CHAPTERS = {
    "Vie associative": [
        ("B002", "Membres élus du conseil d’administration", "seats", BOARD),
        ("B005", "Réunions du bureau", "meetings", EXECUTIVE),
        ("B006", "Réunions du conseil d’administration", "meetings", BOARD),
    ],
    "Petite enfance": [
        ("C002", "Enfants accueillis dans les deux haltes-garderies", "people", NURSERIES),
        ("C004", "Familles accueillies dans les deux haltes-garderies", "households", NURSERIES),
        ("C005", "Ce que paie une famille, en moyenne, pour une heure", "family_payment_per_hour", NURSERIES),
        ("C006", "Familles accueillies à Polichinelle", "households", {"facility": ["polichinelle"]}),
        ("C007", "Familles accueillies à Pimprenelle et Nicolas", "households", {"facility": ["pimprenelle-et-nicolas"]}),
        ("C008", "Familles primo-arrivantes à Polichinelle", "households", {"facility": ["polichinelle"], "situation": ["primo-arrivante"]}),
        ("C009", "Familles qui reprennent un emploi à temps partiel, dans les deux haltes-garderies", "households", {**NURSERIES, "situation": ["reprise-emploi-partiel"]}),
        ("C010", "Familles primo-arrivantes à Pimprenelle et Nicolas", "households", {"facility": ["pimprenelle-et-nicolas"], "situation": ["primo-arrivante"]}),
        ("C012", "Médecin à Polichinelle", "staff", staff("polichinelle", "medecin")),
        ("C013", "Éducateurs de jeunes enfants à Polichinelle", "staff", staff("polichinelle", "educateur-de-jeunes-enfants")),
        ("C014", "Assistantes maternelles à Polichinelle", "staff", staff("polichinelle", "assistante-maternelle")),
        ("C015", "Auxiliaires de puériculture à Polichinelle", "staff", staff("polichinelle", "auxiliaire-de-puericulture")),
        ("C016", "Médecin à Pimprenelle et Nicolas", "staff", staff("pimprenelle-et-nicolas", "medecin")),
        ("C017", "Éducateurs de jeunes enfants à Pimprenelle et Nicolas", "staff", staff("pimprenelle-et-nicolas", "educateur-de-jeunes-enfants")),
        ("C018", "Assistantes maternelles à Pimprenelle et Nicolas", "staff", staff("pimprenelle-et-nicolas", "assistante-maternelle")),
        ("C019", "Auxiliaires de puériculture à Pimprenelle et Nicolas", "staff", staff("pimprenelle-et-nicolas", "auxiliaire-de-puericulture")),
    ],
    "Enfance": [
        ("D003", "Enfants venus à l’accompagnement à la scolarité", "people", HOMEWORK),
        ("D004", "Garçons venus à l’accompagnement à la scolarité", "people", {**HOMEWORK, **BOYS}),
        ("D005", "Filles venues à l’accompagnement à la scolarité", "people", {**HOMEWORK, **GIRLS}),
        ("D006", "Familles de l’accompagnement à la scolarité", "households", HOMEWORK),
        ("D021", "Enfants de l’orchestre Démos", "people", activity("demos")),
    ],
    "Jeunesse": [
        ("E001", "Jeunes accompagnés par le pôle, seuls ou en groupe", "reached", YOUTH),
        ("E002", "Familles de ces jeunes", "households_reached", YOUTH),
        ("E003", "Professionnels du pôle Jeunesse au 31 décembre", "staff", YOUTH),
        ("E007", "Jeunes venus à Dynamik’Ados pendant les vacances", "people", {**DROP_IN, **IN_HOLIDAYS}),
        ("E008", "Filles venues à Dynamik’Ados pendant les vacances", "people", {**DROP_IN, **IN_HOLIDAYS, **GIRLS}),
        ("E009", "Garçons venus à Dynamik’Ados pendant les vacances", "people", {**DROP_IN, **IN_HOLIDAYS, **BOYS}),
        ("E010", "Jeunes venus à Dynamik’Ados en période scolaire", "people", {**DROP_IN, **IN_TERM}),
        ("E011", "Filles venues à Dynamik’Ados en période scolaire", "people", {**DROP_IN, **IN_TERM, **GIRLS}),
        ("E012", "Garçons venus à Dynamik’Ados en période scolaire", "people", {**DROP_IN, **IN_TERM, **BOYS}),
        ("E015", "Jeunes de l’équipe du court métrage", "people", activity("court-metrage")),
        ("E016", "Jeunes suivis individuellement en prévention", "supported", ALONE),
        ("E017", "Filles de 11 à 15 ans suivies individuellement", "supported", {**ALONE, **YOUNGER, **GIRLS}),
        ("E018", "Garçons de 11 à 15 ans suivis individuellement", "supported", {**ALONE, **YOUNGER, **BOYS}),
        ("E019", "Jeunes de 11 à 15 ans suivis individuellement", "supported", {**ALONE, **YOUNGER}),
        ("E020", "Filles de 16 à 18 ans suivies individuellement", "supported", {**ALONE, **OLDER, **GIRLS}),
        ("E021", "Garçons de 16 à 18 ans suivis individuellement", "supported", {**ALONE, **OLDER, **BOYS}),
        ("E022", "Jeunes de 16 à 18 ans suivis individuellement", "supported", {**ALONE, **OLDER}),
        ("E023", "Jeunes venus aux actions collectives de prévention", "people", GROUP),
        ("E024", "Filles venues aux actions collectives de prévention", "people", {**GROUP, **GIRLS}),
        ("E025", "Garçons venus aux actions collectives de prévention", "people", {**GROUP, **BOYS}),
        ("E026", "Séjours des colos apprenantes", "stays", activity("colos-apprenantes")),
        ("E027", "Enfants partis avec le séjour des 7-11 ans", "people", CHILDREN_STAY),
        ("E028", "Filles du séjour des 7-11 ans", "people", {**CHILDREN_STAY, **GIRLS}),
        ("E029", "Garçons du séjour des 7-11 ans", "people", {**CHILDREN_STAY, **BOYS}),
        ("E030", "Jeunes partis avec le séjour des 11-17 ans", "people", YOUTH_STAY),
        ("E031", "Filles du séjour des 11-17 ans", "people", {**YOUTH_STAY, **GIRLS}),
        ("E032", "Garçons du séjour des 11-17 ans", "people", {**YOUTH_STAY, **BOYS}),
    ],
    "Adultes, seniors, familles": [
        ("F001", "Passages chez les écrivains publics, avec ou sans rendez-vous", "attendances", DESK),
        ("F002", "Personnes différentes reçues par les écrivains publics", "people", DESK),
        ("F003", "Femmes reçues par les écrivains publics", "people", {**DESK, **GIRLS}),
        ("F004", "Hommes reçus par les écrivains publics", "people", {**DESK, **BOYS}),
        ("F005", "Dossiers traités par les écrivains publics", "cases", DESK),
        ("F020", "Séances de l’atelier diététique", "sessions", activity("ateliers-dietetiques")),
        ("F021", "Séances de socio-esthétique", "sessions", activity("socio-esthetique")),
        ("F022", "Séances d’activité sportive", "sessions", activity("activites-sportives")),
        ("F023", "Séances d’écoute et de conseils de l’infirmière", "sessions", activity("ecoute-infirmiere")),
    ],
    "Insertion": [
        ("G001", "Professionnels du pôle Insertion au 31 décembre", "staff", {"sector": ["insertion"]}),
        ("G002", "Allocataires du RSA accompagnés dans l’année", "supported", RSA),
        ("G003", "Allocataires accompagnés de 25 à 44 ans", "supported", {**RSA, "age": ["25-44"]}),
        ("G004", "Allocataires accompagnés de 45 à 54 ans", "supported", {**RSA, "age": ["45-54"]}),
        ("G006", "Part des allocataires accompagnés qui ont au plus un CAP", "share", RSA),
        ("G010", "Séances de l’atelier numérique", "sessions", activity("numerique")),
        ("G011", "Personnes venues à l’atelier numérique", "people", activity("numerique")),
        ("G012", "Séances de français langue étrangère", "sessions", activity("francais-langue-etrangere")),
        ("G013", "Personnes venues apprendre le français", "people", activity("francais-langue-etrangere")),
        ("G014", "Séances de Crée ta récup", "sessions", activity("cree-ta-recup")),
        ("G015", "Personnes venues à Crée ta récup", "people", activity("cree-ta-recup")),
        ("G016", "Séances de l’atelier Des fils et des idées", "sessions", activity("des-fils-et-des-idees")),
        ("G017", "Personnes venues à Des fils et des idées", "people", activity("des-fils-et-des-idees")),
        ("G018", "Ouvertures du vestiaire de l’Alma", "sessions", activity("vestiaire-de-l-alma")),
        ("G019", "Personnes venues au vestiaire de l’Alma", "people", activity("vestiaire-de-l-alma")),
        ("G022", "Jeunes accompagnés par Synergie dans l’année", "supported", activity("synergie-jeunes")),
        ("G023", "Jeunes de Synergie qui ont trouvé une solution", "outcomes", activity("synergie-jeunes")),
        ("G029", "Personnes accompagnées par le chantier d’insertion", "supported", activity("chantier-insertion")),
        ("G030", "Personnes du chantier entrées en formation", "outcomes", {**activity("chantier-insertion"), "outcome": ["entree-en-formation"]}),
        ("G031", "Personnes du chantier qui ont obtenu le CAP de la petite enfance", "outcomes", {**activity("chantier-insertion"), "outcome": ["cap-aepe"]}),
    ],
    "Parentalité": [
        ("H001", "Familles venues à une action de parentalité", "households", PARENTING),
        ("H002", "Adultes venus à une action de parentalité", "people", {**PARENTING, "group": ["adult"]}),
        ("H003", "Enfants de ces familles, venus eux-mêmes ou non", "children_of_households", PARENTING),
        ("H010", "Heures d’ouverture de Kassoumaï aux familles", "public_hours", activity("kassoumai")),
        ("H011", "Jours d’ouverture de Kassoumaï", "opening_days", activity("kassoumai")),
        ("H012", "Enfants différents venus à Kassoumaï, sous pseudonyme", "people", {**activity("kassoumai"), "group": ["child"]}),
        ("H013", "Venues d’enfants à Kassoumaï", "attendances", activity("kassoumai")),
        ("H014", "Familles touchées : Relations familles, écoles, quartier", "households", activity("relations-familles-ecoles-quartier")),
        ("H015", "Séances : Relations familles, écoles, quartier", "sessions", activity("relations-familles-ecoles-quartier")),
        ("H016", "Familles touchées : Éveil musical", "households", activity("eveil-musical-demos")),
        ("H017", "Séances : Éveil musical", "sessions", activity("eveil-musical-demos")),
        ("H018", "Sorties familiales : Éveil musical", "outings", activity("eveil-musical-demos")),
        ("H019", "Familles touchées : Jeux Fabrique et kamishibaï", "households", activity("jeux-fabrique")),
        ("H020", "Séances : Jeux Fabrique et kamishibaï", "sessions", activity("jeux-fabrique")),
        ("H021", "Familles touchées : Rencontres ludiques", "households", activity("rencontres-ludiques")),
        ("H022", "Séances : Rencontres ludiques", "sessions", activity("rencontres-ludiques")),
        ("H023", "Familles touchées : Parents, outillez-vous", "households", activity("parents-outillez-vous")),
        ("H024", "Séances : Parents, outillez-vous", "sessions", activity("parents-outillez-vous")),
        ("H025", "Familles touchées : Un pied dans le vert", "households", activity("un-pied-dans-le-vert")),
        ("H026", "Séances : Un pied dans le vert", "sessions", activity("un-pied-dans-le-vert")),
        ("H027", "Familles touchées : Du temps avec mon enfant", "households", activity("du-temps-avec-mon-enfant")),
        ("H028", "Séances : Du temps avec mon enfant", "sessions", activity("du-temps-avec-mon-enfant")),
        ("H029", "Sorties familiales : Du temps avec mon enfant", "outings", activity("du-temps-avec-mon-enfant")),
    ],
}  # fmt: skip
# Of a share: what it is a part of, and which part.
SHARES = {"G006": ("supported", {"qualification": ["none", "cap"]})}


def build(ledger: Ledger) -> None:
    entries = [(chapter, *entry) for chapter, figures in CHAPTERS.items() for entry in figures]
    for position, (chapter, code, label, measure, where) in enumerate(entries, 1):
        of, part = SHARES.get(code, ("", {}))
        ledger.add(
            Indicator(
                code=code,
                label=label,
                chapter=chapter,
                position=position,
                measure=measure,
                of=of,
                part=part,
                where=where,
            )
        )
