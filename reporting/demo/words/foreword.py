"""The first page after the cover: the chair speaks for the board."""

from reporting.demo.words.blocks import one_line

SIGNATURE = "Malika Delannoy"
ROLE = "Présidente du centre social"

FOREWORD = one_line("""
<p>Il y a des années que l’on traverse et d’autres que l’on reconstruit. 2021 aura été les deux à la fois. Au
printemps, nos portes ne s’ouvraient encore qu’à moitié ; à l’automne, le bruit était revenu dans les couloirs, et
avec lui les retrouvailles, les projets, les chamailleries aussi. Entre les deux, personne n’a déserté : ni les
salariés, qui ont réinventé leur métier chaque fois qu’une consigne tombait, ni les bénévoles, qui ont continué à
téléphoner, à porter, à frapper aux portes.</p>
<p>Nous avons d’abord voulu rendre la rue au quartier. Avec l’aide de l’État et le matériel prêté par la Ville, l’été
a été généreux : on s’est assis dehors, on a dansé, on a parlé avec des voisins que l’on ne faisait plus que saluer
de loin. C’était notre façon de dire que l’isolement n’était pas une fatalité et que le temps perdu se rattrape
mieux à plusieurs.</p>
<p>Deux aventures ont commencé. La première met une raquette dans la main d’enfants qui n’auraient pas poussé la porte
d’un court : c’est « Fête le mur ». La seconde s’appelle Coop’Manau ; elle prépare une entreprise à but d’emploi,
avec la conviction que nul, ici, n’est inemployable.</p>
<p>Ce fut aussi l’heure des comptes, au meilleur sens du mot. Nous avons relu ensemble quatre années de projet social
et dessiné les quatre suivantes, jusqu’en 2025. Regardons cela avec franchise : nous sommes moins nombreux à adhérer,
et trop peu encore à vouloir prendre part aux décisions. Mais celles et ceux qui sont restés se sont engagés
davantage, et
je veux les en remercier de tout cœur. Notre tâche est désormais d’élargir le cercle, du côté des habitants comme
du côté des institutions qui nous font confiance.</p>
<p>L’année qui vient ne sera pas de tout repos. Le Département revoit la manière d’accompagner les allocataires du
RSA, et notre territoire en sentira les effets. La Ville et la Caisse d’allocations familiales construisent avec nous
une convention territoriale globale qui fixera le cap de la petite enfance à la parentalité. Des alliances se nouent,
avec le club de tennis voisin, la Maison de l’emploi, la Mission locale et d’autres.</p>
<p>Les pages qui suivent disent ce qui a été fait. Derrière chaque nombre, il y a des visages : qu’on les lise en
pensant à eux. Bonne lecture, et à bientôt au centre.</p>
""")
