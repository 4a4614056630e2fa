from reporting.demo.words.blocks import ChapterWords, column, staff, table, text

NURSERIES = ["polichinelle", "pimprenelle-et-nicolas"]

CHAPTER = ChapterWords(
    slug="petite-enfance",
    title="Petite enfance",
    sector="petite-enfance",
    offers=[
        "La halte-garderie Polichinelle",
        "La halte-garderie Pimprenelle et Nicolas",
        "Des places pour les parents qui reprennent pied dans l’emploi",
        "Des temps partagés entre tout-petits, parents et professionnelles",
    ],
    key_figures=["C002", "C004", "C005"],
    introduction="""
<p>Confier son enfant pour la première fois n’est jamais anodin. Nos deux haltes-garderies reçoivent, de janvier à
décembre, des tout-petits âgés de 3 mois à 5 ans : ils y apprennent à vivre avec d’autres, à faire seuls, à regarder
autour d’eux. En 2021, {{ C002 }} enfants y ont fait leurs premiers pas en collectivité, issus de {{ C004
}} familles.</p>
<p>Le prix n’a arrêté personne : une heure d’accueil a coûté aux parents {{ C005 }} € en moyenne. Cette porte grande
ouverte est voulue par notre projet associatif. Quels que soient les revenus, la langue, l’histoire ou l’emploi du
temps du foyer, l’équipe cherche d’abord une solution de garde, et la cherche avec les collègues qui, ailleurs dans
la maison, aident les parents à se former ou à retrouver un travail.</p>
""",
    blocks=[
        text(
            "Trois fils que nous tenons ensemble",
            """
<p>Le projet éducatif des haltes-garderies tient en trois fils. Le premier relie l’enfant aux autres enfants : une
vie de groupe commencée tôt, à son rythme. Le deuxième relie la halte-garderie à la maison : des parents reçus,
écoutés, invités à prendre part. Le troisième traverse l’équipe elle-même : des professionnelles diplômées, qui
continuent d’apprendre leur métier. La crise sanitaire a compliqué les gestes, jamais l’intention ; les deux lieux
sont restés ouverts chaque fois que cela était permis.</p>
""",
        ),
        table(
            "Une année dans les deux haltes-garderies",
            "facility",
            NURSERIES,
            "Halte-garderie",
            [
                column("Enfants", "people"),
                column("Familles", "households"),
                column("Heures de présence", "attended_hours"),
                column("Participation par heure", "family_payment_per_hour"),
            ],
            total=True,
            caption="Un enfant ou une famille qui fréquente les deux lieux compte une seule fois dans l’ensemble.",
        ),
        text(
            "Grandir en jouant, apprendre en bougeant",
            """
<p>À cet âge, on comprend avec les mains, les pieds et la bouche. Les équipes partent de là. Elles préparent des
espaces où l’enfant se déplace comme il l’entend, dans les salles ou à Kassoumaï ; elles proposent de la matière à
pétrir, à verser, à peindre ; elles sortent, par tous les temps ou presque, et le parc Cassel est devenu une seconde
cour. Tout cela sert des buts précis :</p>
<ul>
<li>éveiller les sens, affermir le corps, donner de la sécurité affective ;</li>
<li>apprendre à attendre son tour, à demander, à se débrouiller ;</li>
<li>rencontrer la nature, les saisons, le quartier ;</li>
<li>entrer tôt dans les livres et la musique, et préparer ainsi, sans en avoir l’air, le chemin de l’école.</li>
</ul>
<p>Chaque lieu garde sa couleur. Polichinelle a fait de l’année 2021 une année du dehors : promenades, jardinage,
pique-niques, flaques. Pimprenelle et Nicolas a continué d’explorer l’itinérance ludique, qui laisse les enfants
circuler d’un univers de jeu à un autre et révèle beaucoup de leur développement moteur.</p>
""",
        ),
        text(
            "Une place pour chaque famille",
            """
<p>Accueillir sans condition demande de l’organisation. Cela suppose de garder de la souplesse dans les plannings, de
proposer une demi-journée à qui n’en demandait pas davantage, de prévoir l’urgence. Polichinelle a ainsi reçu
{{ C006 }} familles et Pimprenelle et Nicolas, {{ C007 }}.</p>
<p>Quatre convictions guident les décisions d’admission. Le portefeuille ne doit fermer aucune porte. Aucune situation
de vie ne doit priver un enfant de l’occasion de s’épanouir avec d’autres. La halte-garderie est souvent le premier
lieu où une famille tisse des liens dans le quartier. Et pour bien des mères, disposer de quelques heures est la
condition pour suivre une formation, passer un entretien ou prendre un contrat.</p>
""",
            beside=["C006", "C007"],
        ),
        text(
            "Arriver, repartir",
            """
<p>Certaines familles découvrent à la fois la ville, la langue et la halte-garderie. Elles étaient {{ C008 }} à
Polichinelle et {{ C010 }} à Pimprenelle et Nicolas à venir d’arriver en France. Pour elles, le premier rendez-vous
dure plus longtemps : on y parle avec des images, avec une voisine qui traduit, avec beaucoup de patience, et l’on y
explique aussi bien le doudou que le dossier d’allocations.</p>
<p>D’autres reprennent une activité à temps partiel, souvent après plusieurs années passées au foyer. Les deux
haltes-garderies en ont accompagné {{ C009 }}. Les horaires d’une mission ou d’un stage se connaissent rarement
longtemps à l’avance : ajuster les réservations d’une semaine à l’autre a été, pour ces parents, une aide aussi
décisive qu’un conseil.</p>
""",
            beside=["C008", "C010", "C009"],
        ),
        text(
            "Les parents, premiers éducateurs",
            """
<blockquote><p>Quand un tout-petit se sent bien, cherchez le parent qui a pris le temps.</p></blockquote>
<p>Cette phrase, entendue en réunion d’équipe, résume une manière de faire. Les parents ne restent pas sur le seuil.
On les convie aux fêtes, aux goûters, aux matinées où l’on ouvre grand les salles. On les retrouve à Kassoumaï, où
l’on cause d’éducation sans faire la leçon et où chacun repart un peu plus sûr de ce qu’il sait déjà. Quand il
n’était plus possible de se réunir, les équipes ont filmé de petites séquences à refaire chez soi, comptines,
bricolages, idées de jeux, publiées sur la page du centre ; elles ont préparé des pochettes d’activités que les
familles venaient chercher à la porte. Plusieurs de ces trouvailles ont survécu aux restrictions.</p>
<p>Ces actions se poursuivent dans le chapitre consacré à la parentalité, car elles ne s’arrêtent pas à
l’anniversaire qui fait quitter la halte-garderie pour l’école maternelle.</p>
""",
        ),
        text(
            "Des équipes qui continuent d’apprendre",
            """
<p>Un accueil de qualité repose sur des femmes et des hommes formés, en nombre suffisant et qui s’entendent. Chaque
lieu réunit plusieurs métiers, de l’éducation à la santé, dont voici le détail au 31 décembre.</p>
""",
        ),
        staff("L’équipe de Polichinelle", facility="polichinelle"),
        staff("L’équipe de Pimprenelle et Nicolas", facility="pimprenelle-et-nicolas"),
        text(
            "Prendre du recul",
            """
<p>Toutes les huit semaines, une personne extérieure vient aider l’équipe à relire ce qui a pesé : une séparation
difficile, un désaccord entre collègues, un parent que l’on ne parvient pas à rejoindre. Cette supervision n’est pas
un luxe ; elle protège les professionnelles et, par elles, les enfants. S’y ajoutent des formations courtes. En 2021,
elles ont porté sur le travail à plusieurs, sur la façon de s’adresser au public et sur l’accueil d’un enfant en
situation de handicap.</p>
""",
            level=3,
        ),
    ],
)
