from reporting.demo.words.blocks import ChapterWords, chart, column, table, text

CHAPTER = ChapterWords(
    slug="jeunesse",
    title="Jeunesse",
    sector="jeunesse",
    offers=[
        "L’accompagnement à la scolarité des collégiens et lycéens",
        "Dynamik’Ados, accueil et loisirs de proximité",
        "La prévention, en tête-à-tête et en groupe",
        "Les colos apprenantes",
    ],
    key_figures=["E001", "E002", "E003", "E026"],
    introduction="""
<p>À partir de 11 ans, on ne vient plus parce que l’on est inscrit : on vient parce que l’on en a envie. Le pôle
Jeunesse l’a compris depuis longtemps. Ses {{ E003 }} professionnels sont connus de tous dans le quartier, jusque sur
les trottoirs et devant les grilles du collège, et c’est sur cette familiarité que repose le reste. En 2021,
{{ E001 }} jeunes ont fréquenté au moins une de leurs actions ; ils viennent de {{ E002 }} familles.</p>
<p>Quatre ambitions se répondent : qu’ils réussissent à l’école et s’y sentent bien ; qu’ils deviennent des citoyens
curieux du monde ; qu’ils soient prévenus des risques avant de les rencontrer ; qu’ils disposent d’un endroit à eux,
où souffler. Trois leviers y servent : des projets qu’ils portent eux-mêmes, les outils numériques abordés en
créateurs plutôt qu’en consommateurs, et des sorties qui font franchir, pour de bon, les limites du quartier.</p>
""",
    blocks=[
        text(
            "Garder le lien, coûte que coûte",
            """
<p>L’année a commencé avec des jauges, des couvre-feux et beaucoup de lassitude. L’équipe a répondu en restant
visible : petits groupes, rendez-vous dehors, messages, appels. Les projets ont été raccourcis plutôt qu’abandonnés,
les lieux de rencontre rouverts dès que possible. La crise est aussi devenue un sujet de discussion : comment se
protéger, à qui se fier, pourquoi une règle, et que peut un citoyen de quinze ans devant tout cela ?</p>
""",
        ),
        text(
            "L’accompagnement à la scolarité",
            """
<p>Accompagner la scolarité d’un adolescent, c’est viser les résultats sans parler que de résultats. Savoir une
leçon compte ; savoir s’exprimer, coopérer, tenir un engagement compte autant, et l’envie de comprendre l’actualité
ou d’ouvrir un livre fait le reste. Chaque soirée suit le même déroulé :</p>
<ol>
<li><strong>on se pose</strong> : un goûter, une conversation avec les animateurs et les bénévoles, le récit de la
journée pour qui veut le faire ;</li>
<li><strong>on s’y met</strong> : des ateliers en petit groupe, portés par un projet qui dure plusieurs
semaines ;</li>
<li><strong>on choisit</strong> : l’ordinateur, un livre, un coup de main sur un devoir, ou simplement une
discussion.</li>
</ol>
""",
        ),
        text(
            "Rattraper sans décourager",
            """
<p>Les fermetures successives ont laissé des traces. Des élèves qui tenaient à peu près la cadence ont décroché ;
d’autres ont perdu l’habitude de travailler, ou de dormir. Avant de proposer quoi que ce soit, l’équipe a écouté :
de longs échanges, seuls ou à plusieurs, pour comprendre où cela coinçait. Les activités ont été recomposées d’après
ce
qu’elle a entendu.</p>
""",
            level=3,
        ),
        text(
            "La « détente éducative »",
            """
<p>Il faut parfois reposer l’esprit pour qu’il se remette en marche. Sur les étagères et les tables du local, les
jeunes trouvent de quoi se distraire intelligemment : une imprimante en trois dimensions et des jeux vidéo qui se
discutent, des bandes dessinées choisies pour leur âge, dont beaucoup racontent l’histoire, un globe que l’on fait
tourner pour situer la nouvelle du jour. Un débat part souvent de là, sans que personne l’ait convoqué.</p>
""",
            level=3,
        ),
        text(
            "Dynamik’Ados",
            """
<p>C’est le lieu le plus fréquenté du pôle. Pendant les vacances scolaires, {{ E007 }} jeunes y sont passés, dont
{{ E008 }} filles ; en dehors des vacances, ils ont été {{ E010 }}, dont {{ E011 }} filles. Beaucoup viennent aux deux
périodes : ces nombres ne s’additionnent donc pas.</p>
""",
            beside=["E007", "E010"],
        ),
        table(
            "Filles et garçons à Dynamik’Ados",
            "sex",
            [],
            "Jeunes",
            [
                column("Pendant les vacances", "people", school_period=["holiday"]),
                column("Hors vacances", "people", school_period=["term"]),
                column("Sur l’année", "people"),
            ],
            total=True,
            caption="Un jeune venu aux deux périodes compte dans chacune, et une seule fois sur l’année.",
            activity=["dynamik-ados"],
        ),
        chart(
            "Les filles sont minoritaires à tous les âges",
            "stacked",
            "people",
            ["age_band", "sex"],
            caption="Jeunes venus à Dynamik’Ados dans l’année, âge atteint au 31 décembre 2021.",
            activity=["dynamik-ados"],
        ),
        text(
            "Aux jeunes de décider",
            """
<p>Un groupe de 12 à 14 ans a pris goût à la responsabilité. Il a remis en question l’aménagement du local, discuté le
règlement article par article, bâti une partie du programme et soufflé des idées de sorties auxquelles les adultes
n’auraient pas songé. On ne demande plus « qu’est-ce qu’on fait ? », mais « quand est-ce qu’on le fait ? ».</p>
<p>Une ombre demeure, et nous ne la cacherons pas. Deux ans plus tôt, les filles étaient plus nombreuses que les
garçons ; ce n’est plus le cas. Il nous faut comprendre pourquoi elles se sont éloignées et, surtout, le leur
demander.</p>
""",
            level=3,
        ),
        text(
            "Des projets courts, pour aller au bout",
            """
<p>Voir un voyage ou un spectacle s’annuler à la dernière minute use les meilleures volontés, celles des jeunes comme
celles des animateurs. Nous avons donc privilégié des projets que l’on commence et que l’on termine, autour de trois
envies : créer avec le numérique, se déplacer par ses propres moyens et prendre soin de la planète. Une réussite
modeste vaut mieux qu’une grande promesse ajournée.</p>
""",
            level=3,
        ),
        text(
            "Quand la lecture devient un film",
            """
<p>Que se passe-t-il dans un pays où les pompiers brûlent les livres ? Autour de <em>Fahrenheit 451</em>, {{ E015
}} jeunes ont écrit, tourné et monté un court métrage. Il a fallu lire le roman, regarder ce que d’autres cinéastes en
avaient tiré, découper une histoire en plans, apprivoiser la caméra, le son et le banc de montage. Il a surtout fallu
parler, beaucoup : de la censure, de ce qui vaut d’être transmis, de l’utilité des artistes. Ce projet prendra le
temps qu’il faudra ; il aura déjà fait naître quelques lecteurs et un vrai sens de la contradiction.</p>
""",
            beside=["E015"],
            level=3,
        ),
        text(
            "La prévention",
            """
<p>Elle se pratique d’abord à deux. En 2021, {{ E016 }} jeunes ont bénéficié d’un suivi personnel : {{ E019 }} avaient
entre 11 et 15 ans, {{ E022 }} entre 16 et 18. Une absence qui se répète, un conflit à la maison, une fréquentation
qui inquiète, un stage introuvable : la demande initiale est rarement la plus importante, et il faut du temps pour
que l’autre se dise. L’éducateur écoute, oriente, accompagne aux rendez-vous, reste là ensuite.</p>
""",
            beside=["E016"],
        ),
        table(
            "Les jeunes suivis individuellement",
            "sex",
            [],
            "Jeunes",
            [
                column("11-15 ans", "supported", age=["11-15"]),
                column("16-18 ans", "supported", age=["16-18"]),
            ],
            total=True,
            caption="Âge atteint au 31 décembre 2021.",
            activity=["prevention-individuelle"],
        ),
        text(
            "En groupe aussi",
            """
<p>Le collectif permet d’aborder sans viser personne. Les séances de prévention ont rassemblé {{ E023 }} jeunes,
{{ E024 }} filles et {{ E025 }} garçons, presque à parts égales. On y a parlé santé, réseaux sociaux, relations entre
filles et garçons, conduites à risque, avec des intervenants dont c’est le métier. Certains participants sont
par ailleurs suivis en tête-à-tête : là encore, il serait faux d’ajouter un nombre à l’autre.</p>
""",
            beside=["E023"],
            level=3,
        ),
        text(
            "S’informer, cela s’apprend",
            """
<p>Nous rêvions d’un média de quartier, fabriqué de bout en bout par les jeunes. Le contexte nous a contraints à
réduire la voilure, non à renoncer. L’atelier d’éducation aux médias s’est recentré sur deux questions : comment
reconnaître une fausse nouvelle, et pourquoi les théories du complot nous séduisent-elles ? Les participants ont
épluché leurs propres fils d’actualité, remonté des images jusqu’à leur source, comparé des titres. Leur rapport à
l’information, souvent passionné, y a gagné en distance.</p>
""",
            level=3,
        ),
        table(
            "Les rendez-vous réguliers du pôle",
            "activity",
            ["clas-jeunesse", "court-metrage", "education-aux-medias", "prevention-collective"],
            "Action",
            [
                column("Séances", "sessions"),
                column("Jeunes", "people"),
                column("Présences", "attendances"),
            ],
        ),
        text(
            "Les colos apprenantes",
            """
<p>Partir, dormir ailleurs, revenir un peu changé : beaucoup ne l’avaient jamais vécu. Le centre a organisé
{{ E026 }} séjours d’été, l’un pour les 7-11 ans, l’autre pour les 11-17 ans, qui ont emmené {{ E027 }} enfants et
{{ E030 }} adolescents. La formule associe les joies de la colonie et un brin d’apprentissage. Elle cherche à éloigner
un temps du quotidien, à raviver ce qui a été appris dans l’année et à fortifier ce dont tout élève a besoin : être
attentif, réfléchir, vouloir savoir, se prendre en charge, vivre avec les autres.</p>
""",
            beside=["E026", "E027", "E030"],
        ),
        text(
            "Au pied du viaduc",
            """
<p>Les tentes ont été plantées à Millau, dans un camping d’où l’on voit le viaduc enjamber la vallée. Un professeur
était du voyage et veillait à ce que les ateliers tiennent leurs promesses, sans transformer l’été en classe. Les
mathématiques se sont glissées dans des maquettes et des assemblages, le français dans des jeux de plateau, la
géographie sous les semelles. On a parlé de la rentrée, on l’a même un peu préparée. Puis on a couru se baigner.</p>
""",
            level=3,
        ),
        table(
            "Qui est parti",
            "activity",
            ["sejour-enfance", "sejour-jeunesse"],
            "Séjour",
            [
                column("Filles", "people", sex=["F"]),
                column("Garçons", "people", sex=["M"]),
                column("Ensemble", "people"),
            ],
        ),
    ],
)
