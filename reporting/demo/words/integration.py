from reporting.demo.words.blocks import ChapterWords, chart, column, table, text

WORKSHOPS = [
    "numerique",
    "francais-langue-etrangere",
    "cree-ta-recup",
    "des-fils-et-des-idees",
    "vestiaire-de-l-alma",
]

CHAPTER = ChapterWords(
    slug="insertion",
    title="Insertion",
    sector="insertion",
    offers=[
        "L’accompagnement des allocataires du RSA",
        "Des ateliers collectifs pour reprendre confiance",
        "Synergie, pour l’avenir des jeunes",
        "Le chantier d’insertion de la petite enfance",
        "Coop’Manau, la coopérative d’activités",
    ],
    key_figures=["G002", "G022", "G023", "G029", "G001"],
    introduction="""
<p>Retrouver du travail quand on en a été privé des années durant n’est pas une simple affaire d’annonces et de
candidatures. Il faut d’abord se lever avec une raison, oser une poignée de main, croire que l’on a quelque chose à
offrir. Au centre social, {{ G001 }} professionnels, issus de plusieurs pôles, y consacrent tout ou partie de
leur temps, auprès de jeunes, d’allocataires du RSA et d’autres chercheurs d’emploi.</p>
<p>Leur aide s’adresse à la personne entière. Elle veille sur ses droits sans taire ses devoirs, repère ce qui fait
obstacle, rend l’autonomie par petites étapes, ouvre la voie d’une formation. Elle se donne sans juger et sans
presser :
des parcours heurtés ne se redressent pas en un trimestre. Changer le regard que l’on porte sur soi reste la
première victoire. En 2022, nous voulons resserrer encore les liens avec ceux qui, sur le territoire, poursuivent le
même but, afin que chaque parcours aboutisse plus vite.</p>
""",
    blocks=[
        text(
            "L’accompagnement des allocataires du RSA",
            """
<p>Nos référentes ont suivi {{ G002 }} personnes au cours de l’année. Tous les âges de la vie active y sont
représentés : {{ G003 }} avaient de 25 à 44 ans, {{ G004 }} de 45 à 54 ans ; les autres étaient plus jeunes
ou plus âgés. Le diplôme manque souvent : {{ G006 }} % n’ont pas dépassé le CAP.</p>
<p>La mission des référentes est de défaire des nœuds, un à un, puis de remettre la personne sur un chemin. Quatre
obstacles reviennent sans cesse : la santé, abîmée ou négligée ; les enfants à faire garder, surtout quand on les
élève seule ; le transport, faute de permis ou de voiture ; la qualification, absente ou sans valeur ici. Le plus
souvent, ils s’additionnent.</p>
""",
            beside=["G003", "G004", "G006"],
        ),
        text(
            "Trois façons d’avancer",
            """
<p>La première est le rendez-vous, régulier, confidentiel, où l’on fait le point et où l’on décide de la marche
suivante. La deuxième passe par les autres : organismes de formation, structures d’insertion, soignants, associations.
La troisième se trouve dans la maison même, avec ses ateliers, sa halte-garderie et ses écrivaines publiques ; c’est
la chance d’un centre social que de pouvoir pousser la porte d’à côté.</p>
""",
            level=3,
        ),
        text(
            "Mettre les centres en commun",
            """
<p>Avec les centres sociaux Écho et du Pile, nous partageons les occasions de se former et d’être embauché. Le
bâtiment, l’industrie, les services à la personne recrutent ; encore faut-il connaître ces métiers et y être préparé.
En réunissant nos carnets d’adresses, nous élargissons l’horizon de chaque allocataire au-delà des secteurs que son
propre centre connaît.</p>
""",
            level=3,
        ),
        text(
            "Synergie Emploi, la dernière marche",
            """
<p>Quand le plus lourd est dénoué, Synergie Emploi prend le relais. La personne précise ce qu’elle veut et ce qu’elle
peut ; elle s’entraîne à parler à un employeur, à comprendre ce que l’on attendra d’elle, à tenir un horaire. Des
offres et des formations lui sont présentées. L’équipe reste attentive à ce qui pourrait encore tout arrêter, une
garde
d’enfant, un trajet, un papier. Pour certains, la meilleure piste est celle du territoire « zéro chômeur de longue
durée », que nous préparons avec la Ville.</p>
""",
            level=3,
        ),
        text(
            "Les ateliers collectifs",
            """
<p>On y vient pour coudre, écrire un courriel, conjuguer un verbe ou donner une seconde vie à une chaise. On en repart
avec davantage : un emploi du temps, des connaissances, la preuve que l’on sait faire. Chaque atelier lève à sa
manière un obstacle, celui de la langue, celui de l’écran, celui de la solitude. Il met en lumière des
talents que personne, à commencer par leurs propriétaires, ne songeait à inscrire sur un curriculum. Les
participants en prennent peu à peu les rênes, de l’achat des fournitures à l’accueil des nouveaux.</p>
""",
        ),
        table(
            "Une année d’ateliers",
            "activity",
            WORKSHOPS,
            "Action",
            [
                column("Nombre de séances", "sessions"),
                column("Nombre de participants", "people"),
            ],
            total=True,
            caption="Participants différents ; qui suit plusieurs ateliers compte une seule fois dans l’ensemble.",
        ),
        text(
            "Synergie, pour l’avenir des jeunes",
            """
<p>Entre 16 et 29 ans, on peut déjà se croire hors jeu. Ce dispositif, financé par l’Union européenne, à travers le
Fonds social
européen, et par la Région Hauts-de-France, prouve le contraire. Sur {{ G022 }} jeunes suivis en 2021,
{{ G023 }} ont trouvé une issue conforme à leur projet : un contrat, une formation, une alternance.</p>
<p>Les accompagnatrices les reçoivent aussi souvent que nécessaire. Elles relisent une lettre, répètent un entretien,
téléphonent à un employeur, accompagnent à une visite médicale, aident à choisir entre deux écoles. Elles secouent
aussi, quand il le faut. Le projet doit être ambitieux et tenir debout ; il doit surtout appartenir au jeune. Bien des
obstacles n’ont d’ailleurs rien à voir avec le travail, et c’est en les levant que l’on redonne de l’élan.</p>
""",
            beside=["G022", "G023"],
        ),
        chart(
            "Jeunes femmes et jeunes hommes suivis par Synergie",
            "ring",
            "supported",
            ["sex"],
            caption="Jeunes accompagnés à un moment au moins de l’année 2021.",
            activity=["synergie-jeunes"],
        ),
        chart(
            "L’âge moyen à l’entrée dans Synergie",
            "bars",
            "age_at_entry",
            ["sex"],
            caption="Âge, en années, des jeunes entrés dans le dispositif en 2021, le jour de leur entrée.",
            activity=["synergie-jeunes"],
        ),
        text(
            "Le chantier d’insertion de la petite enfance",
            """
<p>Apprendre un métier en l’exerçant, auprès de professionnelles qui l’aiment : voilà ce que propose notre
atelier et chantier d’insertion. Les salariés en parcours travaillent dans nos haltes-garderies, sous contrat, et
préparent en même temps une certification qui leur ouvrira les crèches, les écoles maternelles ou l’agrément
d’assistante maternelle.</p>
<p>Deux personnes veillent sur chacun d’eux. L’encadrante technique, dans la salle, transmet les gestes et la
posture. L’accompagnatrice socio-professionnelle démêle les papiers, lève les
empêchements, cherche la formation puis l’employeur. En 2021, {{ G029 }} personnes ont été accompagnées ; {{ G030 }} ont suivi une formation,
et {{ G031 }} ont décroché le CAP Accompagnant éducatif petite enfance. Ce diplôme, il n’est pas rare qu’il soit le
premier de toute une vie.</p>
""",
            beside=["G029", "G030", "G031"],
        ),
        text(
            "Coop’Manau, entreprendre ensemble",
            """
<p>Et si le travail se créait là où il manque ? Coop’Manau rassemble, dans les locaux de Blanchemaille, des habitants
que le marché de l’emploi avait oubliés, et leur permet de vendre ce qu’ils savent faire. Trois services sont
ouverts :</p>
<ul>
<li><strong>la couture</strong>, qui transforme des chutes et des vêtements délaissés en objets désirables ;</li>
<li><strong>la cuisine</strong>, du repas d’équipe au buffet de cérémonie ;</li>
<li><strong>la conciergerie</strong>, mille petits services rendus aux voisins et aux entreprises.</li>
</ul>
<p>L’équipe du centre en assure la marche, avec l’appui de la Ville. On produit ensemble, et chacun
dispose de rendez-vous pour bâtir la suite de son propre parcours. La coopérative montre ainsi, commandes à l’appui, ce
que pourra être demain une entreprise à but d’emploi.</p>
""",
        ),
        table(
            "Les trois services de la coopérative",
            "activity",
            ["coop-manau-couture", "coop-manau-traiteur", "coop-manau-conciergerie"],
            "Service",
            [
                column("Séances", "sessions"),
                column("Habitants engagés", "people"),
            ],
        ),
        text(
            "Ce qui se prépare à Coop’Manau",
            """
<p>Les idées viennent des coopérateurs, et chacune est mise à l’épreuve avant d’être adoptée. Celles-ci sont à l’étude ou
déjà à l’essai.</p>
""",
            level=3,
            activities={"parent": "coop-manau", "status": ["trial", "planned"]},
        ),
    ],
)
