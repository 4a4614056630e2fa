from reporting.demo.words.blocks import ChapterWords, chart, column, table, text

HEALTH = ["ateliers-dietetiques", "socio-esthetique", "activites-sportives", "ecoute-infirmiere"]

CHAPTER = ChapterWords(
    slug="adultes-seniors-familles",
    title="Adultes, seniors, familles",
    sector="adultes-seniors-familles",
    offers=[
        "Les écrivaines publiques, pour tous les papiers de la vie",
        "L’espace seniors et ses ateliers numériques",
        "La vie quotidienne : logement, jardins, fêtes de quartier",
        "La santé, de l’écoute à la prévention",
    ],
    key_figures=["F001", "F002", "F005"],
    introduction="""
<p>Un courrier que l’on n’ose pas ouvrir, une douleur que l’on tait, un immeuble promis à la démolition, un dimanche
sans voix : les difficultés des adultes arrivent rarement seules. Le pôle Adultes, seniors, familles se tient à
portée de main des habitants de l’Alma et de la Fosse-aux-Chênes. Il les aide à obtenir ce que la loi leur reconnaît
déjà, qu’il s’agisse de soins, de logement, d’emploi ou de papiers ; il veille à ce que l’âge n’isole pas ; il
fabrique des occasions de se parler.</p>
<p>La méthode tient en deux mots, écouter et relier. Écouter, parce que la confiance ouvre plus de portes que
les formulaires. Relier, parce que les partenaires du territoire n’ont jamais été aussi nombreux à travailler avec
nous et qu’une aide vaut mieux quand elle est coordonnée. Parents, personnes âgées, familles à peine arrivées : en
2021, malgré les contraintes sanitaires, le pôle a voulu que personne ne trouve porte close.</p>
""",
    blocks=[
        text(
            "Les écrivaines publiques",
            """
<p>Une déclaration de revenus, un titre de séjour, une demande de logement, une couverture santé, une retraite à faire
valoir : chaque jour, les écrivaines publiques reçoivent, à la permanence ou sur rendez-vous. En un an, elles ont vu
{{ F002 }} personnes, dont {{ F003 }} femmes et {{ F004 }} hommes, au cours de {{ F001 }} passages. Elles ont traité
{{ F005 }} dossiers : un passage peut en régler plusieurs, et un dossier peut demander que l’on revienne.</p>
<p>On vient pour des raisons qui s’entremêlent. Le français des administrations n’est pas celui de la rue. Les
guichets ont fermé au profit de sites que tous ne savent pas utiliser. On ignore à quelle porte frapper, ou que l’on a
des droits. C’est ainsi que naît le non-recours, ce renoncement silencieux qui coûte si cher aux plus modestes.</p>
""",
            beside=["F001", "F002", "F005"],
        ),
        chart(
            "Davantage de femmes que d’hommes",
            "ring",
            "people",
            ["sex"],
            caption="Personnes différentes reçues par les écrivaines publiques.",
            activity=["ecrivains-publics"],
        ),
        text(
            "Faire avec, pas à la place",
            """
<p>La tentation serait de remplir la page et de tendre le stylo pour la signature. Les écrivaines publiques s’y
refusent. Elles expliquent, montrent, laissent essayer ; la fois suivante, la personne en sait un peu plus long. Ce
compagnonnage, mené dans le secret d’un bureau, rejoint le travail de nos intervenants sociaux : que chacun
reprenne du pouvoir sur sa propre vie.</p>
""",
            level=3,
        ),
        text(
            "Aux côtés des seniors",
            """
<p>Le centre participe, avec d’autres centres sociaux roubaisiens, à une démarche commune qui réunit aussi la
caisse de retraite, le Département, la Ville et son centre d’action sociale, et la fédération départementale des
centres sociaux. Elle commence par une question simple : de quoi les personnes âgées de la ville ont-elles besoin
aujourd’hui ? Les réponses recueillies disent la solitude, la fatigue des démarches et le désir de rester chez
soi.</p>
<p>L’espace seniors est né de là. On y est reçu sans hâte, pour une demande précise ou pour préparer la suite, et l’on
peut y prendre rendez-vous. Des activités de groupe mêlent les générations ; les plus suivies apprennent à se servir
d’un téléphone ou d’une tablette, parfois avec des adolescents pour professeurs. Un premier appel vidéo à un
petit-enfant vaut bien des discours.</p>
""",
        ),
        table(
            "Les rendez-vous des seniors",
            "activity",
            ["espace-seniors", "ateliers-numeriques-seniors"],
            "Action",
            [
                column("Séances", "sessions"),
                column("Participants différents", "people"),
                column("Présences", "attendances"),
            ],
        ),
        text(
            "La vie du quartier",
            """
<p>Un quartier se porte bien quand ses habitants s’y croisent et s’y reconnaissent. Les actions réunies sous le nom de
« vie quotidienne » y travaillent : rendre de l’élan aux rues et aux cours, soigner ensemble ce qui entoure les
immeubles, cultiver le goût de partager un repas ou un coup de main.</p>
""",
        ),
        text(
            "La rénovation urbaine, avec les habitants",
            """
<p>L’Alma va changer de visage. Démolitions, relogements, espaces nouveaux : le programme national de renouvellement
urbain suscite de l’espoir et de l’inquiétude, souvent chez la même personne. Notre rôle est double. Il consiste à
dire
clairement ce qui est décidé et ce qui ne l’est pas ; il consiste aussi à faire entendre, là où les choix se
font, la voix de celles et ceux qui vivent ici. Trois rendez-vous y ont servi :</p>
<ul>
<li><strong>une permanence</strong>, où l’on vient seul ou en famille parler de son immeuble, comprendre un
calendrier,
confier une crainte ;</li>
<li><strong>un atelier sur le parking de Blanchemaille</strong>, espace délaissé que des architectes et urbanistes
ont réinventé sur plan avec les riverains, aux côtés de notre conseillère en économie sociale et familiale ;</li>
<li><strong>une commission logement</strong>, qui fait asseoir à la même table les bailleurs, les chargés de
relogement et l’équipe, pour que chaque ménage concerné soit épaulé.</li>
</ul>
""",
            level=3,
        ),
        text(
            "Des jardins et beaucoup de mains vertes",
            """
<p>Nous animons deux jardins familiaux, celui des Lices et celui de Blanchemaille. En 2021, les jardiniers, des
voisins et la Maison des jardins s’y sont
retrouvés pour fabriquer des cosmétiques, apprendre à nommer ce qui pousse, installer une boîte d’échange, nourrir le
compost et s’essayer à la permaculture. La responsable des jardins et l’un des jardiniers en ont d’ailleurs appris
les principes lors d’un stage proposé par NaturaRoubaix ; ils les transmettent à présent, bêche en main.</p>
<p>Les plus petits ne sont pas en reste. Aux haltes-garderies, on trie, on sème, on observe les vers de terre. Les
enfants en parlent à la maison, les parents apportent une bouture ou un savoir d’ailleurs, et l’écologie cesse d’être
un mot.</p>
""",
            level=3,
        ),
        chart(
            "Les actions de la vie quotidienne et leurs participants",
            "bars",
            "people",
            ["activity"],
            caption="Personnes différentes dans chaque action ; une même personne peut prendre part à plusieurs. "
            "Les fêtes, comptées sans noms, n’y figurent pas.",
            theme=["vie-quotidienne"],
        ),
        text(
            "La santé",
            """
<p>Prendre soin de soi passe souvent après le reste. Parce qu’ils connaissent les habitants et les voient
régulièrement, nos professionnels peuvent aborder ce qui se dit mal dans un cabinet. Ils ne remplacent aucun
soignant : ils donnent envie de consulter, expliquent, rassurent, et cherchent à ce que chacun conduise lui-même son
parcours de soins.</p>
<p>Plusieurs d’entre eux s’y consacrent. Une diététicienne, une socio-esthéticienne, une infirmière, un coach
sportif et un psychologue les rejoignent selon les actions. Trois formes d’intervention se complètent : on
rencontre une personne, on réunit un groupe, on va vers le public.</p>
""",
        ),
        text(
            "En tête-à-tête",
            """
<p>La référente et la médiatrice santé reçoivent individuellement. Les questions portent le plus souvent sur une
complémentaire à ouvrir, un spécialiste à trouver, un examen que l’on remet, une suite de soins dans laquelle on se
perd. S’y sont ajoutées, cette année, les grandes campagnes nationales, que l’on comprend mieux quand on peut en
parler avec quelqu’un de confiance.</p>
""",
            level=3,
        ),
        text(
            "Des ateliers qui font du bien",
            """
<p>Manger avec plaisir et petit budget : {{ F020 }} ateliers diététiques. Retrouver une image de soi que l’on a
plaisir à regarder : {{ F021 }} ateliers de socio-esthétique. Remettre le corps en mouvement : {{ F022 }} séances
d’activité sportive. Poser enfin la question qui trotte : {{ F023 }} rencontres avec l’infirmière, pour être
entendu, conseillé, alerté quand il le faut. Les thèmes ont été choisis avec les participants et les partenaires ; on
vient pour l’un, on reste pour l’autre.</p>
""",
            level=3,
        ),
        table(
            "Les ateliers de santé",
            "activity",
            HEALTH,
            "Atelier",
            [
                column("Séances", "sessions"),
                column("Participants différents", "people"),
            ],
            total=True,
            caption="Une personne venue à plusieurs ateliers compte une seule fois dans l’ensemble.",
        ),
        text(
            "La commission santé-parentalité",
            """
<p>Cette commission rassemble autour du centre les acteurs qui, chacun dans son coin, parlaient de santé aux mêmes
familles. Elle prépare désormais des rendez-vous communs. Les plus visibles ont eu lieu l’été, pendant les
festivités d’« Almanach » : des stands « Point info santé » dressés au milieu de la fête, où l’on
s’arrêtait entre deux jeux. On y parlait sans détour de poids, de sucre, de cœur, de dépistage des cancers du sein et
du
côlon, de tabac, d’alcool et d’autres dépendances. Ceux qui ne seraient jamais entrés dans une salle d’attente y ont
pris un dépliant, parfois un rendez-vous.</p>
""",
            level=3,
        ),
        table(
            "Les temps forts de l’été et de l’automne",
            "activity",
            ["fete-de-quartier", "point-info-sante"],
            "Temps fort",
            [
                column("Dates", "events"),
                column("Venues", "attendances"),
            ],
            caption="Venues comptées sans noms, et pour une part estimées.",
        ),
    ],
)
