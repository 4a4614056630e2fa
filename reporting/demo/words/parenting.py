from reporting.demo.words.blocks import ChapterWords, column, key_figures, table, text, timetable

WORKSHOPS = [
    "relations-familles-ecoles-quartier",
    "eveil-musical-demos",
    "jeux-fabrique",
    "rencontres-ludiques",
    "parents-outillez-vous",
    "un-pied-dans-le-vert",
    "du-temps-avec-mon-enfant",
]

CHAPTER = ChapterWords(
    slug="parentalite",
    title="Parentalité",
    sector="parentalite",
    theme="parentalite",
    offers=[
        "Kassoumaï, la maison des tout-petits et de leurs parents",
        "Des ateliers à vivre avec son enfant",
        "Des groupes de parole entre parents",
        "Des permanences pour être écouté et orienté",
    ],
    key_figures=["H001", "H002", "H003", "H013"],
    introduction="""
<p>On ne naît pas parent, on le devient, et rarement en ligne droite. À tous les âges des enfants, le centre propose
aux adultes qui les élèvent de ne pas rester seuls avec leurs questions. Nul pôle n’a l’exclusivité de ce travail :
de la halte-garderie
au local des jeunes, de l’insertion aux seniors, tous y prennent part. C’est pourquoi les familles
citées ici se retrouvent aussi dans les chapitres précédents.</p>
<p>En 2021, {{ H001 }} familles ont été accompagnées, soit {{ H002 }} adultes et {{ H003 }} enfants. Un jeu de
société,
une sortie à la mer, un cycle de rencontres, une soirée d’information, un entretien : les formes varient, l’intention
demeure. Il s’agit de conforter chacun dans son rôle d’éducateur, de nourrir ce qui unit un enfant et ses parents, de
chercher une issue quand l’équilibre du foyer vacille. On écoute d’abord ; on conseille ensuite, si la demande en est
faite ; on oriente quand un autre est mieux placé.</p>
""",
    blocks=[
        text(
            "Travailler à plusieurs, pour des familles entières",
            """
<p>Une mère que l’on voit à la halte-garderie, un fils qui fréquente Dynamik’Ados, une tante inscrite en cours de
français : c’est la même famille. Pour ne pas la découper en dossiers, les pôles se coordonnent.</p>
<ul>
<li><strong>Chaque trimestre</strong>, tous les professionnels concernés se réunissent. On y croise les regards, on
se souvient de l’histoire d’un foyer, on repère ce qui s’annonce difficile, on écrit et l’on évalue les projets
ensemble.</li>
<li><strong>Une fois dans l’année</strong>, un comité de pilotage rend compte aux financeurs et recueille leurs
attentes.</li>
<li><strong>Au quotidien</strong>, les binômes se généralisent : la référente famille anime avec une éducatrice de
jeunes enfants, le responsable de l’accueil de loisirs avec une auxiliaire de puériculture. Deux métiers voient
mieux qu’un.</li>
<li><strong>Aux beaux jours et aux fêtes</strong>, les actions se rejoignent : les familles sont parties à Bray-Dunes
et
à la Mer de Sable ; celles de Démos et de « Du temps avec mon enfant » ont visité ensemble le musée Grévin ; les
haltes-garderies et les adultes ont fêté Halloween, et l’année s’est achevée par une soirée dans la salle
Watremez.</li>
</ul>
""",
        ),
        timetable(
            "La semaine des parents",
            """
<p>Les rendez-vous ont été répartis du lundi au samedi, le matin, l’après-midi ou en fin de journée. Quels que soient
ses horaires, un parent y trouve au moins un moment qui lui convient.</p>
""",
            theme="parentalite",
        ),
        table(
            "Des portes ouvertes toute l’année",
            "activity",
            ["cafe-des-parents", "permanence-referente-famille", "petit-dejeuner-sante"],
            "Rendez-vous",
            [
                column("Séances", "sessions"),
                column("Présences", "attendances"),
            ],
        ),
        text(
            "Un moment rien que pour soi",
            """
<p>Le groupe porte, mais il ne permet pas de tout dire. Des entretiens individuels complètent donc les ateliers.</p>
<p><strong>La permanence de la référente famille</strong> s’obtient sur simple demande. On y vient avec un droit
à ouvrir auprès de la CAF, de la préfecture ou de la maison du handicap ; on y vient aussi avec un divorce, un enfant
gravement malade, une addiction, des coups. La référente prend le temps, aide à voir clair, met en relation avec les
services compétents et ne lâche pas la main trop tôt.</p>
<p><strong>La permanence école</strong> est tenue par l’animateur qui fait le lien entre l’établissement, la famille
et le quartier. Un désaccord avec un professeur, une orientation subie, un enfant qui ne veut plus y aller : il
écoute chaque partie et rétablit, autant qu’il le peut, la conversation.</p>
<p><strong>L’entretien d’inscription</strong>, enfin, est plus qu’une formalité. Aux haltes-garderies, à l’accueil de
loisirs, au local des jeunes, il se fait toujours en personne, avec la ou le responsable. On remplit une fiche, on
fait
surtout connaissance. Il arrive qu’un parent reparte avec le nom d’une collègue dont il ignorait l’existence et dont
il avait besoin.</p>
""",
        ),
        text(
            "Kassoumaï",
            """
<p>Derrière ce nom qui veut dire « bonjour » et « paix » se tient un salon un peu particulier : un adulte et un enfant
de moins de six ans y entrent ensemble et y restent ensemble, sans inscription ni nom à donner. L’enfant joue, grimpe,
rencontre d’autres enfants. L’adulte souffle, regarde, parle s’il le souhaite, avec un autre parent ou avec
les professionnelles, qui sont là pour entendre plus que pour répondre.</p>
<p>En 2021, l’espace a ouvert {{ H011 }} jours, soit {{ H010 }} heures offertes aux familles. Il a accueilli
{{ H012 }} enfants différents pour {{ H013 }} participations : quand on y vient, on y revient. Les bénéfices se voient
dans la durée. Un petit qui ne quittait pas les genoux part explorer la pièce ; une séparation, à la
halte-garderie ou à l’école, se prépare en douceur ; entre un parent et son enfant, quelque chose s’apaise ou se
noue.</p>
<p>Le lieu avait trente ans cette année. Les règles sanitaires ont remis les bougies à plus tard : elles seront
soufflées en 2022, et l’on invitera les premiers enfants, devenus parents.</p>
""",
        ),
        key_figures("Kassoumaï en 2021", "H010", "H011", "H012", "H013"),
        text(
            "Les ateliers parents-enfants et les groupes de parole",
            """
<p>Du temps, rien que pour deux : c’est ce que les parents disent manquer le plus, et ce que ces ateliers leur
rendent. On y joue, on y cuisine, on y bricole, on y chante. Les parents y découvrent leur enfant sous un autre jour,
et
réciproquement ; ils y mesurent ce qu’ils savent faire et que nul ne leur avait dit ; ils se confient à d’autres
parents ce qu’ils ne confieraient pas à un spécialiste.</p>
<p>Chaque pôle y apporte sa touche. <em>Les relations familles, écoles, quartier</em> rapprochent des mondes qui se
connaissent mal. L’<em>éveil musical</em> prolonge Démos auprès des familles. Avec <em>Jeux fabrique</em>, on anime
un kamishibaï, petit théâtre de papier venu du Japon. <em>Les rencontres ludiques</em> réunissent autour d’une table
et d’un plateau ; <em>Parents, outillez-vous</em>, autour d’une question d’éducation. <em>Un pied dans le vert</em>
emmène au jardin, avec une charrette pour compagne. <em>Du temps avec mon enfant</em>, enfin, tient la promesse de
son titre : avec {{ H027 }} familles, c’est le rendez-vous le plus suivi.</p>
""",
        ),
        table(
            "Sept ateliers, une année",
            "activity",
            WORKSHOPS,
            "Atelier",
            [
                column("Familles touchées", "households"),
                column("Séances", "sessions"),
                column("Sorties familiales", "outings"),
            ],
            caption="Une famille présente à plusieurs ateliers compte dans chacun : les familles de ce tableau ne "
            "s’additionnent pas.",
        ),
        text(
            "Ce que l’année nous a appris",
            """
<p>La crise a rappelé combien un foyer peut être seul. Elle a aussi montré que les parents savent s’entraider dès
qu’on leur en offre le lieu et l’heure. Les binômes ont enrichi le regard des équipes ; les sorties communes ont
fait naître des amitiés qui se passent désormais de nous. Nous poursuivrons dans cette voie, en veillant à rejoindre
davantage de pères et les familles qui ne viennent pas encore.</p>
""",
            level=3,
        ),
    ],
)
