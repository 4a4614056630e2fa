from reporting.demo.words.blocks import ChapterWords, chart, column, table, text

# A calendar year touches two school years: a class is told over the months of one of them.
SCHOOL_YEAR_MONTHS = [f"2021-{month:02d}" for month in range(1, 8)]

CHAPTER = ChapterWords(
    slug="enfance",
    title="Enfance",
    sector="enfance",
    offers=[
        "L’accompagnement à la scolarité et l’accueil périscolaire",
        "Numéri’kid, l’informatique en famille",
        "À petits pas, des ateliers dans les écoles",
        "Le croisement des savoirs, parents et enseignants ensemble",
        "Démos, l’orchestre des enfants",
        "L’accueil de loisirs du mercredi et des vacances",
    ],
    key_figures=["D003", "D006", "D021", "E027"],
    introduction="""
<p>Entre 6 et 11 ans, l’essentiel des journées se passe à l’école ; l’essentiel de la confiance, souvent, se joue
autour. Le pôle Enfance travaille dans cet entre-deux. Il aide les enfants à s’outiller pour apprendre, leur ouvre
des portes vers l’art, le sport et la culture que tous ne pousseraient pas seuls, et chemine avec leurs parents
d’un bout à l’autre de la scolarité primaire.</p>
<p>Rien ne se fait ici sans les écoles. Elsa-Triolet, Blaise-Pascal, Voltaire : les directrices et les enseignants de
ces trois établissements, comme le service éducatif de la Ville, sont des interlocuteurs de chaque semaine. Ensemble,
nous cherchons ce qui bloque et ce qui peut débloquer, nous ajustons l’aide à chaque enfant, nous rapprochons de
l’institution des parents qui parfois la redoutent. La manière est toujours la même : de la bienveillance, de la
proximité, du jeu, et des projets où l’enfant tient le premier rôle.</p>
""",
    blocks=[
        text(
            "Relier l’école, la famille et le quartier",
            """
<p>Un poste entier est consacré à ce lien. Il donne de la cohérence à toutes les actions éducatives, du périscolaire à
l’orchestre. Il tient des permanences où un parent peut venir avec un bulletin, un mot dans le cahier, une
convocation qu’il ne comprend pas. Il se déplace à l’école quand il faut être trois autour de la table pour que la
conversation ait lieu. En 2021, où les classes ont fermé puis rouvert, cette présence a souvent évité que le fil ne
se rompe.</p>
""",
        ),
        text(
            "L’accompagnement à la scolarité",
            """
<p>Du CP au CM2, {{ D003 }} enfants ont été accueillis après la classe, {{ D005 }} filles et {{ D004 }} garçons. Ils
viennent de {{ D006 }} familles : les fratries sont nombreuses, et les aînés y servent volontiers de guides.</p>
<p>On n’y refait pas l’école. Pour les enfants, il s’agit de reprendre confiance, de contourner un obstacle puis un
autre, de savoir un jour se mettre au travail sans qu’on le demande. Pour les parents, il s’agit d’être de la partie :
ils viennent voir, participent aux ateliers, apprennent à regarder un cahier sans crainte. Les uns et les autres se
retrouvent sur l’essentiel : l’échec n’est écrit nulle part, et apprendre peut donner du plaisir.</p>
""",
            beside=["D003", "D006"],
        ),
        chart(
            "Toutes les classes de l’école élémentaire sont représentées",
            "bars",
            "people",
            ["grade"],
            caption="Enfants venus de janvier à juillet 2021, selon leur classe de l’année scolaire 2020-2021.",
            activity=["clas-enfance"],
            month=SCHOOL_YEAR_MONTHS,
        ),
        chart(
            "Les enfants viennent des écoles du quartier",
            "bars",
            "people",
            ["school"],
            caption="Enfants venus de janvier à juillet 2021, selon leur école de l’année scolaire 2020-2021.",
            activity=["clas-enfance"],
            month=SCHOOL_YEAR_MONTHS,
        ),
        text(
            "Quatre priorités partagées avec les écoles",
            """
<p>Les axes de travail de l’année scolaire 2020-2021 ont été choisis avec les directrices :</p>
<ol>
<li>parler, nommer, raconter : le langage d’abord ;</li>
<li>vivre avec les autres, dire son désaccord sans se fâcher ;</li>
<li>retenir, et trouver sa façon à soi de retenir ;</li>
<li>s’organiser : un cartable, un agenda, une méthode.</li>
</ol>
<p>On y arrive par des détours. Une expérience de sciences oblige à observer puis à expliquer ; une scène de théâtre,
à
mémoriser ; une fresque, à se mettre d’accord ; un carré de potager, à revenir. Les enfants croient s’amuser, et ils
s’amusent en effet.</p>
""",
            level=3,
        ),
        text(
            "Numéri’kid, apprivoiser l’écran",
            """
<p>Pendant le premier confinement, des enfants ont suivi la classe sur le téléphone d’un parent, quand ils l’ont
suivie. Nous ne voulions pas que cela se reproduise. Avec l’appui de la Cité éducative, le centre s’est équipé
d’ordinateurs et de tablettes, et Numéri’kid a démarré en janvier 2021. Adultes et enfants viennent ensemble, à deux
devant une machine : ils allument, enregistrent, envoient, puis se connectent à l’espace numérique de l’école pour
lire un message ou retrouver un devoir. L’enfant va souvent plus vite ; c’est alors lui qui enseigne. Au passage, bien
des parents ont découvert ce que la maîtresse écrivait, et s’y sont intéressés de plus près.</p>
""",
        ),
        text(
            "À petits pas",
            """
<p>Inscrite dans le programme de réussite éducative, cette action se construit avec les enseignants et se déroule en
bonne partie dans leurs murs. Elle vise trois progrès simples à dire et longs à obtenir : mieux parler, oser, écouter
l’autre jusqu’au bout. Les parents y sont les bienvenus, et plusieurs ont mis la main à la pâte.</p>
<ul>
<li><strong>L’image par image, à Elsa-Triolet.</strong> Avec l’aide d’un parent, les enfants ont modelé des
personnages, bâti et peint des décors, puis filmé des histoires de quelques minutes. La projection a eu lieu au centre
social, devant des familles fières et un peu surprises.</li>
<li><strong>Le théâtre, à Blaise-Pascal.</strong> Un album plein de bois et de bêtes a servi de point de départ.
Chacun
a choisi un rôle, l’a appris, l’a habillé, et l’a tenu face au public.</li>
<li><strong>Le carré d’expression, à Elsa-Triolet.</strong> Quelques mètres de scène, tracés au sol : on y entre, on y
bouge, on y parle. Le carré s’agrandit de semaine en semaine, et la voix avec lui.</li>
</ul>
""",
        ),
        text(
            "Croiser les savoirs",
            """
<p>Que sait une mère que l’institutrice ignore ? Que comprend l’enseignante qui échappe à la famille ? La démarche du
croisement des savoirs et des pratiques, mise au point par ATD Quart Monde, part de ces questions. Elle réunit
parents, professeurs et acteurs du quartier à égalité de parole, avec des règles qui empêchent les plus à l’aise
d’occuper toute la place. L’un de nos animateurs s’y est formé et conduit désormais les groupes.</p>
<p>À Blaise-Pascal, les échanges de 2021 ont débouché sur une œuvre que l’on voit dès l’entrée : une fresque, imaginée
et peinte à plusieurs, qui raconte l’école telle que chacun la voudrait.</p>
""",
        ),
        text(
            "Démos, un orchestre pour de vrai",
            """
<p>Donner un instrument à des enfants de 7 à 12 ans qui n’en avaient jamais touché, et en faire un orchestre :
voilà le pari. Démos, né à la Philharmonie de Paris, met la musique
d’orchestre au service d’une ambition sociale. L’Orchestre national de Lille, la métropole, la Ville et notre centre
le font vivre ici, sur un cycle de trois
ans.</p>
<p>Au centre, ils sont {{ D021 }} à jouer des cordes frottées, du violon à la contrebasse, et ils achèvent leur
troisième année. La régularité fait tout : deux ateliers de deux heures chaque semaine, conduits par des professeurs
qui glissent le solfège dans la pratique ; puis, toutes les six semaines, un « tutti » d’une journée où l’orchestre
entier se rassemble avec des musiciens de métier.</p>
<p>En 2021, malgré un calendrier bousculé, Roubaix et Wattrelos ont pu les entendre. Au programme de ces concerts
courts, dirigés par deux chefs de l’Orchestre national : un air tzigane joué, chanté et dansé, et quelques pages
de la symphonie <em>Héroïque</em>. Le souhait, maintenant, est que l’aventure continue au conservatoire ou à l’école
de musique ; plusieurs familles y songent.</p>
""",
            beside=["D021"],
        ),
        table(
            "Les actions éducatives en un coup d’œil",
            "activity",
            ["numerikid", "stop-motion", "theatre-a-l-ecole", "carre-d-expression", "croisement-des-savoirs", "demos"],
            "Action",
            [
                column("Séances", "sessions"),
                column("Participants différents", "people"),
            ],
            caption="Enfants et adultes ; une même personne peut prendre part à plusieurs actions.",
        ),
        text(
            "L’accueil de loisirs",
            """
<p>De 3 à 11 ans, on vient à l’accueil de loisirs le mercredi quand il y a classe, et du lundi au vendredi quand il
n’y
en a pas. On y vient pour créer, pour courir, pour se faire des amis. Les plus jeunes y apprennent la vie en groupe ;
les plus grands, à écouter, à proposer, à laisser leur tour. Pour tous, c’est une fenêtre ouverte hors de la maison et
du pâté de maisons.</p>
<p>Les thèmes de l’année sont arrêtés avec les équipes des écoles, de sorte que les activités prolongent ce qui
s’apprend en classe sans jamais y ressembler. En 2021, on a beaucoup fabriqué. Les étagères de bien des cuisines du
quartier en gardent la trace, et les parents, le soir, repartaient les bras chargés.</p>
""",
        ),
        table(
            "L’accueil de loisirs, mercredis et vacances",
            "school_period",
            ["term_wednesday", "holiday"],
            "Période",
            [
                column("Journées ouvertes", "opening_days"),
                column("Présences", "attendances"),
                column("Heures-enfants", "person_hours"),
            ],
            total=True,
            caption="Selon le calendrier scolaire de la zone B. Une heure-enfant est une heure passée par un enfant.",
            activity=["accueil-de-loisirs"],
        ),
        chart(
            "De la maternelle au CM2, l’accueil de loisirs mêle les âges",
            "bars",
            "people",
            ["age_band"],
            caption="Enfants différents venus dans l’année, âge atteint au 31 décembre 2021.",
            activity=["accueil-de-loisirs"],
        ),
        text(
            "Tous les enfants, vraiment",
            """
<p>Un retard de langage, une surdité, une difficulté à rester dans le bruit : aucun de ces mots ne doit tenir un
enfant à l’écart. Quand une famille nous en parle, l’équipe cherche avec elle, et avec les soignants si elle le
souhaite, comment faire une place juste au sein du groupe. Depuis février 2021, nous savons par exemple utiliser sur
tablette un outil de communication par l’image, prêté à qui ne trouve pas encore ses mots et rangé dès qu’il n’en a
plus besoin. Ces accompagnements sont discrets, et nous tenons à ce qu’ils le restent : un enfant n’est pas un
exemple. Ce qu’ils apprennent aux autres, sur la patience et sur l’attention, profite à tout le groupe.</p>
""",
            level=3,
        ),
    ],
)
