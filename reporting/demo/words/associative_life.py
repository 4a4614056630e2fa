from reporting.demo.words.blocks import ChapterWords, chart, column, meetings, partners, table, text

CHAPTER = ChapterWords(
    slug="vie-associative",
    title="Vie associative",
    offers=[
        "Une assemblée générale ouverte à tous les adhérents",
        "Un conseil d’administration d’habitants élus",
        "Un bureau qui suit la maison de près",
        "Des partenaires associés à nos décisions",
    ],
    key_figures=["B002", "B006", "B005"],
    introduction="""
<p>Le centre social est une association : ce sont des habitants du quartier qui en fixent le cap, en votent le budget
et en répondent devant les financeurs. Ce chapitre dit qui ils sont, comment ils se sont réunis et de quoi ils ont
débattu au cours d’une année où il fallait souvent décider vite.</p>
""",
    blocks=[
        text(
            "Celles et ceux qui décident",
            """
<p>Le 11 juin 2021, l’assemblée générale a pu se tenir en présence des adhérents. Elle a renouvelé le conseil
d’administration, où {{ B002 }} sièges sont désormais pourvus. Leurs titulaires habitent ou connaissent de longue
date le quartier de l’Alma ; plusieurs y sont venus par une activité, un atelier, une inscription d’enfant, avant
d’accepter de prendre part à la conduite de la maison.</p>
<p>Autour d’eux, d’autres voix sont entendues sans prendre part au vote. Une association du
quartier, très proche de nous, siège comme membre associé. La Caisse d’allocations familiales du Nord et
la Ville désignent chacune un observateur ; la Ville a également nommé un suppléant. Ces trois présences ne sont
pas de pure forme : elles évitent bien des allers-retours de courrier et permettent de régler de vive voix ce qui
peut l’être.</p>
""",
            beside=["B002"],
        ),
        table(
            "Les sièges des instances",
            "body",
            ["conseil-d-administration", "bureau"],
            "Instance",
            [
                column("Membres élus", "seats"),
                column("Membres associés", "seats", holds_as=["associated"]),
                column("Observateurs", "seats", holds_as=["observer"]),
            ],
            caption="Sièges pourvus au 31 décembre 2021. Un suppléant n’occupe pas de siège.",
        ),
        meetings(
            "Le bureau",
            "bureau",
            """
<p>Le bureau suit la vie de la maison au plus près et prépare ce que le conseil devra trancher. Il a tenu
{{ B005 }} réunions en 2021. La première partie de l’année a été celle des adaptations : quelles activités
maintenir, sous quelle forme, avec quelles équipes, à mesure que les règles sanitaires changeaient. La seconde a
permis de lever les yeux, vers le prochain projet social, vers un déménagement qu’il faut préparer longtemps
d’avance, vers l’Europe aussi.</p>
""",
        ),
        meetings(
            "Le conseil d’administration",
            "conseil-d-administration",
            """
<p>Réuni {{ B006 }} fois, le conseil d’administration a pris les décisions qui engagent l’association. Il a suivi
de près l’évaluation du projet 2018-2021, écrite avec les habitants, et fixé les objectifs du suivant. Il a aussi
examiné les conclusions rendues par les magistrats de la chambre régionale des comptes et veillé à ce que chacune
reçoive une réponse datée.</p>
""",
        ),
        meetings(
            "L’assemblée générale",
            "assemblee-generale",
            """
<p>L’assemblée générale est le moment où l’association se retrouve au complet. Celle de juin 2021 a entendu le
rapport moral, approuvé les comptes et élu le conseil, qui a ensuite désigné son bureau en son sein.</p>
""",
        ),
        text(
            "Un nouveau projet social pour quatre ans",
            """
<p>Le projet 2018-2021 arrivait à son terme. Plutôt que d’en confier le bilan à quelques plumes, nous l’avons soumis
à celles et ceux qu’il concernait : habitants, salariés, administrateurs et partenaires ont confronté ce qui avait été
promis et ce qui avait été tenu. De cette relecture sont sorties les orientations du projet 2022-2025, validées par
les instances avant d’être présentées à la Caisse d’allocations familiales.</p>
<p>Trois chantiers accompagneront ces quatre années :</p>
<ul>
<li><strong>les murs</strong> : la rénovation urbaine du quartier conduira le centre à déménager, et les futurs
bâtiments se dessinent dès maintenant avec les administrateurs ;</li>
<li><strong>l’emploi</strong> : l’association prend toute sa part dans la candidature du territoire à
l’expérimentation « zéro chômeur de longue durée » ;</li>
<li><strong>l’ouverture</strong> : les échanges européens, les rencontres du réseau fédéral des centres sociaux et une
parole plus lisible sur ce que nous faisons.</li>
</ul>
<p>Rien de tout cela ne tiendra sans adhérents. La crise en a éloigné ; aller les retrouver un par un, et en
accueillir
d’autres, est une affaire de tous, à commencer par ceux qui liront ces lignes.</p>
""",
        ),
        table(
            "Les adhésions de l’année",
            "membership_kind",
            [],
            "Formule",
            [
                column("Adhésions", "memberships"),
                column("Personnes couvertes", "members"),
            ],
            total=True,
            caption="Adhésions réglées en 2021. Une personne couverte deux fois compte une seule fois dans l’ensemble.",
        ),
        text(
            "Celles et ceux qui viennent",
            """
<p>Du nourrisson à l’arrière-grand-mère, la maison reçoit tous les âges ; c’est sa raison d’être. Adhérer n’est pas
une condition pour y entrer : on peut ne venir qu’une fois, pour une lettre à écrire ou une fête de rue. Les
feuilles de présence gardent la trace de ces passages, et avec elle le relief d’une année où la maison s’est vidée
puis remplie.</p>
""",
        ),
        chart(
            "Tous les âges passent la porte",
            "bars",
            "people",
            ["age_band"],
            caption="Personnes différentes venues dans l’année, âge atteint au 31 décembre 2021.",
        ),
        chart(
            "Deux creux dans l’année, le confinement d’avril et le mois d’août",
            "line",
            "attendances",
            ["month"],
            caption="Présences de toutes les activités, comptages anonymes compris.",
        ),
        text(
            "Le temps offert",
            """
<p>Aide aux devoirs, coup de main les jours de fête, tri au vestiaire, arrosage des jardins : les bénévoles sont
souvent
des voisins, parfois d’anciens participants. Leur présence change l’ambiance d’une pièce. Ils reçoivent, disent-ils,
autant qu’ils donnent ; voici au moins ce qu’ils ont donné.</p>
""",
        ),
        chart(
            "Les heures de bénévolat, selon la mission",
            "bars",
            "volunteer_hours",
            ["mission"],
            caption="Heures notées au fil de l’année, hors temps passé dans les instances.",
        ),
        partners(
            "Avec qui nous travaillons",
            """
<p>Aucune des actions racontées dans ce rapport n’est menée seul. Écoles, institutions, associations voisines et
professionnels de santé y prennent leur part ; que chacun trouve ici l’expression de notre reconnaissance.</p>
""",
        ),
    ],
)
