"""A very small centre in which every row is a trap: its year 2021 is counted by hand in `test_worked_example`."""

# One row reads best on one line.
# ruff: noqa: E501

TABLES = {
    "centre": """name,holiday_zone
Les Tisserands,B
""",
    # Nothing is known before 19 December 2020, nor from 8 November 2021 on.
    "school_holidays": """zone,first_day,return_day,name
B,2020-12-19,2021-01-04,Noël
B,2021-02-20,2021-03-08,Hiver
B,2021-10-23,2021-11-08,Toussaint
A,2021-04-10,2021-04-26,Printemps d’une autre zone
""",
    "seasons": """name,starts_on,ends_on
2020-2021,2020-09-01,2021-08-31
2021-2022,2021-09-01,2022-08-31
""",
    "sectors": """slug,name,position
jeunesse,Jeunesse,2
enfance,Enfance,1
""",
    "facilities": """slug,name,kind,capacity,opened_on
halte,La Halte,Crèche,10,2000-01-01
salle,La Salle,Local,,2021-12-31
futur,Le Futur,Local,,2022-01-01
""",
    "districts": """slug,name,municipality,is_priority_area
alma,Alma,Roubaix,oui
pile,Pile,Roubaix,non
""",
    "households": """key,name,municipality,district
h1,Durand,Roubaix,alma
h2,Martin,Roubaix,pile
h3,Petit,,
""",
    # The Durand family moves on 1 June: in March they lived in Alma, and the year keeps saying so.
    "household_addresses": """household,from_on,to_on,municipality,district
h1,2021-06-01,,Roubaix,pile
""",
    # A state that ends on 1 January 2021 was not true in 2021.
    "household_situations": """household,kind,from_on,to_on
h1,RSA,2021-03-01,
h2,Primo-arrivante,2020-01-01,2021-01-01
""",
    # zoe is 11 on the very last day; leo is 17 all year and 18 on the last day; nour has only a year; ines has nothing;
    # bebe is 0 and counts.
    "people": """key,last_name,first_name,birth_date,birth_year,sex
zoe,Durand,Zoé,2010-12-31,,F
leo,Martin,Léo,2003-12-31,,M
nour,Durand,Nour,,2015,
ines,Petit,Inès,,,F
bebe,Martin,Bilal,2021-06-01,,M
paul,Durand,Paul,1980-05-05,,M
""",
    # zoe lives in two homes and is one person; nour left on 1 March, so on the 10th no home of hers is known.
    "household_members": """household,person,from_on,to_on,role,is_main
h1,zoe,2019-09-01,,child,oui
h2,zoe,2019-09-01,,child,non
h1,nour,2019-09-01,2021-03-01,child,oui
h1,paul,2019-09-01,,adult,oui
h2,leo,2019-09-01,,child,oui
h2,bebe,2021-06-01,,child,oui
h3,ines,2019-09-01,,adult,oui
""",
    # A class belongs to a school year; the calendar year touches two.
    "schoolings": """person,school_year,school,grade
zoe,2020-2021,Brossolette,CM1
zoe,2021-2022,Ader,CM2
""",
    "memberships": """season,kind,household,person,paid_on,amount
2021-2022,household,h1,,2021-09-15,10
2020-2021,individual,,ines,2021-01-01,"5,50"
2020-2021,household,h2,,2020-12-31,10
""",
    # soir is part of clas; rsa closed before the year, and two people are still supported in it.
    "activities": """slug,name,sector,facility,kind,counting,themes,parent,from_on,to_on
clas,CLAS,enfance,,homework_club,named,Éducation; Parentalité,,,
soir,CLAS du soir,enfance,,homework_club,named,,clas,,
ados,Ados,jeunesse,salle,youth_drop_in,named,,,,
fete,Fête,jeunesse,,event,tally,,,2021-01-01,2022-01-01
jeu,Jeu en famille,enfance,,parent_child_drop_in,alias,Parentalité,,,
creche,Crèche,enfance,halte,nursery,named,,,,
rsa,RSA,jeunesse,,support,named,,,,2021-01-01
""",
    "sessions": """key,activity,also_activities,kind,starts_at,ends_at,setup_minutes,status
eve,clas,,session,2020-12-31T23:30,2021-01-01T00:30,,held
midnight,clas,,session,2021-01-01T00:00,2021-01-01T01:00,,held
wednesday,soir,,session,2021-03-10T14:00,2021-03-10T16:00,,held
saturday,ados,,session,2021-03-06T14:00,2021-03-06T18:00,30,held
nobody,ados,,session,2021-03-06T19:00,2021-03-06T21:00,,held
cancelled,ados,,session,2021-04-07T14:00,2021-04-07T18:00,60,cancelled
planned,ados,,session,2021-12-15T14:00,2021-12-15T18:00,,planned
trip,clas,ados,outing,2021-06-05T10:00,2021-06-05T17:00,,held
party,fete,,event,2021-06-20T18:00,2021-06-21T01:00,,held
camp,clas,,stay,2021-07-05T09:00,2021-07-09T17:00,15,held
game,jeu,,session,2021-09-14T09:00,2021-09-14T12:00,,held
nursery,creche,,session,2021-11-10T08:00,2021-11-10T18:00,,held
last,ados,,session,2021-12-31T23:30,2022-01-01T01:30,,held
next,ados,,session,2022-01-01T00:00,2022-01-01T01:00,,held
""",
    "aliases": """key,activity,year,group,sex
K1,jeu,2021,child,F
K2,jeu,2021,adult,
""",
    # Absent, excused and unmarked are not present; present at what was cancelled is not present either.
    "attendances": """session,person,alias,status,household,arrived_at,left_at,mode,cases
eve,zoe,,present,,,,,
midnight,zoe,,present,,,,,
wednesday,zoe,,present,,,,,
wednesday,nour,,present,,,,,
saturday,zoe,,present,h2,15:00,17:30,drop_in,
saturday,leo,,present,,,,drop_in,2
cancelled,leo,,present,,,,,5
trip,zoe,,present,,,,,
trip,leo,,present,,,,,
trip,ines,,present,-,,,,
trip,paul,,absent,,,,,
trip,nour,,excused,-,,,,
party,paul,,,,,,,
camp,zoe,,present,,,,,
game,,K1,present,,,,,
game,,K2,present,,,,,
nursery,bebe,,present,,08:30,16:00,,
last,leo,,present,,23:45,,appointment,3
last,zoe,,present,,,,,
next,paul,,present,,,,,
""",
    "tallies": """session,group,sex,is_estimate,count
party,child,F,non,40
party,,,oui,60
""",
    "enrolments": """person,activity,from_on,to_on,status
zoe,clas,2020-09-15,2021-01-01,enrolled
leo,ados,2021-12-31,,enrolled
nour,ados,2021-02-01,,waiting
""",
    # leo's last day is 31 December 2020; paul's first support ends on the last day of 2021, and the second starts on it.
    "supports": """key,person,activity,entered_on,exited_on,qualification,barriers,exit_reason
old,leo,rsa,2020-05-01,2021-01-01,bac,,Emploi
long,paul,rsa,2020-06-01,2022-01-01,cap,Mobilité; Santé,Emploi
again,paul,rsa,2021-12-31,,none,Mobilité,
short,ines,rsa,2021-02-01,2021-02-02,,,Déménagement
""",
    # An outcome is of its own day; two of one person are one person.
    "outcomes": """support,kind,on
old,Emploi,2021-05-01
long,Formation,2021-05-01
long,Emploi,2021-12-31
again,Emploi,2022-01-01
""",
    "staff": """key,name,employment
anne,Anne,employee
omar,Omar,employee
lise,Lise,volunteer
""",
    # anne is in two sectors and is one person; omar's last day is the 30th.
    "assignments": """staff,profession,sector,from_on,to_on,fte
anne,Animatrice,enfance,2020-01-01,,"0,5"
anne,Animatrice,jeunesse,2020-01-01,2022-01-01,"0,3"
omar,Animateur,jeunesse,2020-01-01,2021-12-31,1
lise,Aide aux devoirs,enfance,2020-01-01,,"0,1"
""",
    "volunteer_hours": """staff,on,mission,sector,hours
lise,2021-03-01,Aide aux devoirs,enfance,"2,5"
lise,2021-12-31,Fête,,1
lise,2022-01-01,Fête,,5
""",
    # November has check-ins, which count; December has none, and its month counts.
    "childcare_months": """person,activity,month,attended_hours,invoiced_hours,amount
bebe,creche,2021-11,80,90,45
bebe,creche,2021-12,60,"62,5","31,25"
bebe,creche,2022-01,50,50,25
""",
    "funders": """slug,name,kind
caf,CAF,Public
ville,Ville,Public
fondation,Fondation,Privé
""",
    "grants": """funder,year,asked,granted,received
caf,2021,1000,"900,50",450
ville,2021,500,,
fondation,2022,100,100,100
""",
    "partners": """slug,name,kind
mission-locale,Mission locale,Emploi
ecole,École Ader,Éducation
""",
    "bodies": """slug,name,kind
ca,Conseil d’administration,board
bureau,Bureau,executive
""",
    # A seat of an organisation is a seat; an observer, a substitute, and who left the day before hold none.
    "mandates": """body,holder,from_on,to_on,holds_as,substitute_of
ca,paul,2020-01-01,2022-01-01,member,
ca,Ville de Roubaix,2020-01-01,,member,
ca,leo,2020-01-01,2021-12-31,member,
ca,ines,2020-01-01,,observer,
ca,zoe,2020-01-01,,member,paul
""",
    "meetings": """body,on
bureau,2021-01-01
bureau,2021-12-31
bureau,2022-01-01
ca,2021-06-01
""",
}
