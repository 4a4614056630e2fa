"""Bundles that break one rule each: table, its rows, the line and the column where it is told, and what."""

# One case reads best on one line.
# ruff: noqa: E501

HOUSE = {
    "bodies": "slug,name\nca,CA\n",
    "staff": "key,name\nx1,Anne\n",
    "funders": "slug,name\ncaf,CAF\n",
    "seasons": "name,starts_on,ends_on\n2020-2021,2020-09-01,2021-08-31\n",
    "supports": "key,person,activity,entered_on\na1,p1,clas,2021-01-04\n",
}
TWICE = "La même ligne est déjà en ligne 2."
NOT_LISTED = "n’est pas dans la liste."
ENDS_FIRST = "La fin doit venir après le début ; c’est le premier jour où ce n’est plus vrai."

# constraint -> table, the rows that break it (after its header), where it is told, and what
BROKEN = {
    "activity_ages_in_order": ("activities", "slug,name,sector,age_min,age_max\nx,X,enfance,12,6", 2, "age_max", "L’âge"),
    "activity_counting_exists": ("activities", "slug,name,sector,counting\nx,X,enfance,main", 2, "counting", NOT_LISTED),
    "activity_ends_after_start": (
        "activities", "slug,name,sector,from_on,to_on\nx,X,enfance,2021-01-01,2021-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "activity_is_not_its_own_parent": ("activities", "slug,name,sector,parent\nx,X,enfance,x", 2, "parent", "elle-même"),
    "activity_kind_exists": ("activities", "slug,name,sector,kind\nx,X,enfance,stage", 2, "kind", NOT_LISTED),
    "activity_status_exists": ("activities", "slug,name,sector,status\nx,X,enfance,morte", 2, "status", NOT_LISTED),
    "alias_group_exists": ("aliases", "key,activity,year,group\nK2,kassoumai,2021,bébé", 2, "group", NOT_LISTED),
    "alias_sex_exists": ("aliases", "key,activity,year,group,sex\nK2,kassoumai,2021,child,X", 2, "sex", NOT_LISTED),
    "assignment_ends_after_start": (
        "assignments", "staff,profession,from_on,to_on\nx1,Animateur,2021-01-02,2021-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "assignment_fte_is_plausible": (
        "assignments", "staff,profession,from_on,fte\nx1,Animateur,2021-01-02,35", 2, "fte", "35 est hors du possible.",
    ),
    "assignment_is_unique": (
        "assignments", "staff,profession,from_on\nx1,Médecin,2021-01-02\nx1,medecin,2021-01-02", 3, "", TWICE,
    ),
    "attendance_alias_has_no_household": ("attendances", "session,alias,household\ns2,K1,h1", 2, "household", "foyer"),
    "attendance_alias_is_unique": ("attendances", "session,alias\ns2,K1\ns2,K1", 3, "", TWICE),
    "attendance_leaves_after_arrival": (
        "attendances", "session,person,arrived_at,left_at\ns1,p1,17:00,16:00", 2, "left_at", "Le départ doit venir après",
    ),
    "attendance_mode_exists": ("attendances", "session,person,mode\ns1,p1,visio", 2, "mode", NOT_LISTED),
    "attendance_person_is_unique": ("attendances", "session,person\ns1,p1\ns1,p1", 3, "", TWICE),
    "attendance_person_xor_alias": (
        "attendances", "session,person,alias\ns2,p1,K1\ns1,,", 2, "person", "celle d’une personne ou bien",
    ),
    "attendance_status_exists": ("attendances", "session,person,status\ns1,p1,venu", 2, "status", NOT_LISTED),
    "body_kind_exists": ("bodies", "slug,kind\nx,comité", 2, "kind", NOT_LISTED),
    "centre_holiday_zone_exists": ("centre", "holiday_zone\nD", 2, "holiday_zone", NOT_LISTED),
    "centre_is_alone": ("centre", "name\nAlma\nAutre", 3, "", TWICE),
    "centre_season_start_month_exists": ("centre", "season_start_month\n13", 2, "season_start_month", "hors du possible"),
    "centre_threshold_is_positive": ("centre", "small_cell_threshold\n0", 2, "small_cell_threshold", "hors du possible"),
    "centre_volunteer_hour_rate_is_not_negative": (
        "centre", "volunteer_hour_rate\n-1", 2, "volunteer_hour_rate", "n’est pas un nombre.",
    ),
    "childcaremonth_is_a_first_day": (
        "childcare_months", "person,activity,month\np1,clas,2021-03-15", 2, "month", "n’est pas un mois.",
    ),
    "childcaremonth_is_not_negative": (
        "childcare_months", "person,activity,month,amount\np1,clas,2021-03,-5", 2, "amount", "n’est pas un nombre.",
    ),
    "childcaremonth_is_unique": (
        "childcare_months", "person,activity,month\np1,clas,2021-03\np1,clas,03/2021", 3, "", TWICE,
    ),
    "consent_ends_after_start": (
        "consents", "person,kind,from_on,to_on\np1,image,2021-01-01,2020-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "consent_is_unique": ("consents", "person,kind,from_on\np1,image,2021-01-01\np1,Image,01/01/2021", 3, "", TWICE),
    "consent_kind_exists": ("consents", "person,kind,from_on\np1,vidéo,2021-01-01", 2, "kind", NOT_LISTED),
    "consent_withdrawn_after_given": (
        "consents", "person,kind,from_on,withdrawn_on\np1,image,2021-01-02,2021-01-01", 2, "withdrawn_on", "Le retrait",
    ),
    "district_priority_ends_after_start": (
        "districts", "slug,priority_from_on,priority_to_on\nalma,2021-01-01,2020-01-01", 2, "priority_to_on", "La fin",
    ),
    "enrolment_ends_after_start": (
        "enrolments", "person,activity,from_on,to_on\np1,clas,2021-01-01,2021-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "enrolment_is_unique": ("enrolments", "person,activity,from_on\np1,clas,2021-01-01\np1,clas,2021-01-01", 3, "", TWICE),
    "enrolment_status_exists": (
        "enrolments", "person,activity,from_on,status\np1,clas,2021-01-01,radié", 2, "status", NOT_LISTED,
    ),
    "familyquotient_is_unique": ("family_quotients", "household,on,value\nh1,2021-01-01,1\nh1,01/01/2021,2", 3, "", TWICE),
    "grant_amounts_are_not_negative": ("grants", "funder,year,asked\ncaf,2021,-1", 2, "asked", "n’est pas un nombre."),
    "grant_is_unique": ("grants", "funder,year\ncaf,2021\ncaf,2021", 3, "", TWICE),
    "household_members two main homes": (
        "household_members", "household,person,from_on\nh2,p1,2021-01-01", 2, "is_main", "« p1 » a déjà pour foyer principal",
    ),
    "householdaddress_ends_after_start": (
        "household_addresses", "household,from_on,to_on\nh1,2021-01-01,2020-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "householdaddress_is_unique": ("household_addresses", "household,from_on\nh1,2021-01-01\nh1,2021-01-01", 3, "", TWICE),
    "householdmember_ends_after_start": (
        "household_members", "household,person,from_on,to_on\nh2,p1,2018-01-01,2017-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "householdmember_is_unique": (
        "household_members", "household,person,from_on,is_main\nh2,p1,2018-01-01,no\nh2,p1,2018-01-01,no", 3, "", TWICE,
    ),
    "householdmember_role_exists": (
        "household_members", "household,person,from_on,role,is_main\nh2,p1,2018-01-01,ami,no", 2, "role", NOT_LISTED,
    ),
    "householdsituation_ends_after_start": (
        "household_situations", "household,kind,from_on,to_on\nh1,RSA,2021-01-01,2020-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "householdsituation_is_unique": (
        "household_situations", "household,kind,from_on\nh1,RSA,2021-01-01\nh1,rsa,2021-01-01", 3, "", TWICE,
    ),
    "mandate_ends_after_start": (
        "mandates", "body,holder,from_on,to_on\nca,p1,2021-01-01,2020-01-01", 2, "to_on", ENDS_FIRST,
    ),
    "mandate_holds_as_exists": ("mandates", "body,holder,from_on,holds_as\nca,p1,2021-01-01,roi", 2, "holds_as", NOT_LISTED),
    "mandate_is_not_its_own_substitute": (
        "mandates", "body,holder,from_on,substitute_of\nca,p1,2021-01-01,p1", 2, "substitute_of", "ne tient aucun autre siège",
    ),
    "mandate_is_unique": ("mandates", "body,holder,from_on\nca,p1,2021-01-01\nca,p1,2021-01-01", 3, "", TWICE),
    "meeting_is_unique": ("meetings", "body,on\nca,2021-01-01\nca,2021-01-01", 3, "", TWICE),
    "membership_amount_is_not_negative": (
        "memberships", "season,kind,household,paid_on,amount\n2020-2021,household,h1,2021-01-01,-5", 2, "amount", "nombre",
    ),
    "membership_covers_a_household_or_a_person": (
        "memberships", "season,kind,household,person,paid_on\n2020-2021,household,h1,p1,2021-01-01", 2, "person", "Une adh",
    ),
    "membership_is_unique": (
        "memberships",
        "season,kind,household,paid_on\n2020-2021,household,h1,2021-01-01\n2020-2021,household,h1,2021-01-01",
        3, "", TWICE,
    ),
    "membership_method_exists": (
        "memberships", "season,kind,household,paid_on,method\n2020-2021,household,h1,2021-01-01,troc", 2, "method", NOT_LISTED,
    ),
    "outcome_is_unique": ("outcomes", "support,kind,on\na1,Emploi,2021-05-01\na1,emploi,2021-05-01", 3, "", TWICE),
    "person_birth_date_is_plausible": ("people", "key,last_name,birth_date\nx,X,1789-07-14", 2, "birth_date", "1789"),
    "person_birth_year_is_plausible": ("people", "key,last_name,birth_year\nx,X,1889", 2, "birth_year", "hors du possible"),
    "person_sex_exists": ("people", "key,last_name,sex\nx,X,Z", 2, "sex", NOT_LISTED),
    "schedule_ends_after_start": (
        "schedules", "activity,weekday,starts_at,ends_at,from_on,to_on\nclas,2,9:00,10:00,2021-01-01,2020-01-01",
        2, "to_on", ENDS_FIRST,
    ),
    "schedule_hours_in_order": (
        "schedules", "activity,weekday,starts_at,ends_at\nclas,2,10:00,9:00", 2, "ends_at", "L’heure de fin doit venir",
    ),
    "schedule_is_unique": (
        "schedules",
        "activity,weekday,starts_at,ends_at,from_on\nclas,2,9:00,10:00,2021-01-01\nclas,2,09:00,10:00,2021-01-01",
        3, "", TWICE,
    ),
    "schedule_weekday_exists": ("schedules", "activity,weekday,starts_at,ends_at\nclas,7,9:00,10:00", 2, "weekday", NOT_LISTED),
    "schedule_when_exists": (
        "schedules", "activity,weekday,starts_at,ends_at,when\nclas,2,9:00,10:00,jamais", 2, "when", NOT_LISTED,
    ),
    "schedule_without_start_is_unique": (
        "schedules", "activity,weekday,starts_at,ends_at\nclas,2,9:00,10:00\nclas,mercredi,9h00,10:00", 3, "", TWICE,
    ),
    "schoolholiday_ends_after_start": (
        "school_holidays", "zone,first_day,return_day\nB,2021-02-20,2021-02-20", 2, "return_day", "La reprise",
    ),
    "schoolholiday_is_unique": (
        "school_holidays", "zone,first_day,return_day\nB,2021-02-20,2021-03-08\nZone B,2021-02-20,2021-03-08", 3, "", TWICE,
    ),
    "schoolholiday_zone_exists": (
        "school_holidays", "zone,first_day,return_day\nD,2021-02-20,2021-03-08", 2, "zone", NOT_LISTED,
    ),
    "schooling_is_unique": ("schoolings", "person,school_year\np1,2020-2021\np1,2020/2021", 3, "", TWICE),
    "schooling_school_year_reads": ("schoolings", "person,school_year\np1,2020", 2, "school_year", "année scolaire"),
    "season_ends_after_start": (
        "seasons", "name,starts_on,ends_on\nx,2021-09-01,2021-09-01", 2, "ends_on", "La saison doit finir après",
    ),
    "sector_ages_in_order": ("sectors", "slug,age_min,age_max\nx,12,6", 2, "age_max", "L’âge maximum"),
    "sector_color_reads": ("sectors", "slug,color\nx,rouge", 2, "color", "« rouge » ne se lit pas."),
    "session_ends_after_start": (
        "sessions", "key,activity,starts_at,ends_at\nx,clas,2021-03-08T16:00,2021-03-08T16:00", 2, "ends_at", "La fin de la",
    ),
    "session_kind_exists": (
        "sessions", "key,activity,starts_at,ends_at,kind\nx,clas,2021-03-08T16:00,2021-03-08T17:00,fête", 2, "kind", NOT_LISTED,
    ),
    "session_status_exists": (
        "sessions", "key,activity,starts_at,ends_at,status\nx,clas,2021-03-08T16:00,2021-03-08T17:00,ok", 2, "status", NOT_LISTED,
    ),
    "staffmember_employment_exists": ("staff", "key,name,employment\nx,Anne,stagiaire", 2, "employment", NOT_LISTED),
    "support_contract_ends_after_start": (
        "supports", "key,person,activity,entered_on,contract_from_on,contract_to_on\nx,p1,clas,2021-01-01,2021-02-01,2021-01-01",
        2, "contract_to_on", "La fin du contrat",
    ),
    "support_ends_after_start": (
        "supports", "key,person,activity,entered_on,exited_on\nx,p1,clas,2021-01-01,2021-01-01", 2, "exited_on", "La fin d’acc",
    ),
    "support_qualification_exists": (
        "supports", "key,person,activity,entered_on,qualification\nx,p1,clas,2021-01-01,brevet", 2, "qualification", NOT_LISTED,
    ),
    "tally_group_exists": ("tallies", "session,group,count\ns1,ado,3", 2, "group", NOT_LISTED),
    "tally_is_unique": ("tallies", "session,group,count,is_estimate\ns1,child,3,\ns1,child,4,non", 3, "", TWICE),
    "tally_sex_exists": ("tallies", "session,sex,count\ns1,X,3", 2, "sex", NOT_LISTED),
    "volunteerhours_are_positive": ("volunteer_hours", "staff,on,mission,hours\nx1,2021-01-01,Aide,0", 2, "hours", "hors"),
    "volunteerhours_is_unique": (
        "volunteer_hours", "staff,on,mission,hours\nx1,2021-01-01,Aide,1\nx1,2021-01-01,aide,2", 3, "", TWICE,
    ),
    # columns that must differ
    "staff.person": ("staff", "key,name,person\nx1,Anne,p1\nx2,Zoé,p1", 3, "person", "est déjà x1 dans le personnel."),
    "sectors.slug": ("sectors", "slug\nx\nx", 3, "", TWICE),
    "facilities.slug": ("facilities", "slug\nx\nx", 3, "", TWICE),
    "funders.slug": ("funders", "slug\nx\nx", 3, "", TWICE),
    "partners.slug": ("partners", "slug\nx\nx", 3, "", TWICE),
    "bodies.slug": ("bodies", "slug\nx\nx", 3, "", TWICE),
    "districts.slug": ("districts", "slug\nx\nx", 3, "", TWICE),
    "activities.slug": ("activities", "slug,name,sector\nx,X,enfance\nx,X,enfance", 3, "", TWICE),
    "people.key": ("people", "key,last_name\nx,X\nx,X", 3, "", TWICE),
    "households.key": ("households", "key,name\nx,X\nx,X", 3, "", TWICE),
    "staff.key": ("staff", "key,name\nx,X\nx,X", 3, "", TWICE),
    "aliases.key": ("aliases", "key,activity,year,group\nx,clas,2021,child\nx,clas,2021,child", 3, "", TWICE),
    "supports.key": (
        "supports", "key,person,activity,entered_on\nx,p1,clas,2021-01-01\nx,p1,clas,2021-01-01", 3, "", TWICE,
    ),
    "sessions.key": (
        "sessions",
        "key,activity,starts_at,ends_at\nx,clas,2021-03-08T16:00,2021-03-08T17:00\nx,clas,2021-03-08T16:00,2021-03-08T17:00",
        3, "", TWICE,
    ),
    "seasons.name": ("seasons", "name,starts_on\nx,2021-09-01\nx,2021-09-01", 3, "", TWICE),
    "indicators.code": ("indicators", "code,label,measure\nx,X,people\nx,X,people", 3, "", TWICE),
}  # fmt: skip

# What no constraint says, and nobody would want recorded.
SENSELESS = {
    "alias of another activity": ("attendances", "session,alias\ns1,K1", 2, "alias", "est celui de « kassoumai »"),
    "cycle of activities": (
        "activities", "slug,name,sector,parent\na,A,enfance,b\nb,B,enfance,c\nc,C,enfance,a", 2, "parent", "elle-même",
    ),
    "unknown person": ("attendances", "session,person\ns1,p9", 2, "person", "« p9 » n’est pas une ligne connue de la table"),
    "unknown activity of a list": (
        "sessions", "key,activity,starts_at,ends_at,also_activities\nx,clas,2021-03-08T16:00,2021-03-08T17:00,clas; clos",
        2, "also_activities", "« clos » n’est pas une ligne connue",
    ),
    "born on a day to come": (
        "people", "key,last_name,birth_date\nx,Durand,2199-05-01", 2, "birth_date", "Le 01/05/2199 n’est pas encore venu",
    ),
    "born in a year to come": ("people", "key,last_name,birth_year\nx,Durand,2099", 2, "birth_year", "L’année 2099 n’est pas"),
    "no household in a household's membership": (
        "memberships", "season,kind,person,paid_on\n2020-2021,household,p1,2021-01-01", 2, "household", "porte un foyer",
    ),
    "no person in a person's membership": (
        "memberships", "season,kind,household,paid_on\n2020-2021,individual,h1,2021-01-01", 2, "person", "porte une personne",
    ),
    "hour that March skips": (
        "sessions", "key,activity,starts_at,ends_at\nx,clas,2021-03-28T02:30,2021-03-28T04:00", 2, "starts_at", "sautée",
    ),
    "substitute of nobody": (
        "mandates", "body,holder,from_on,substitute_of\nca,p1,2021-01-01,p2", 2, "substitute_of", "ne tient aucun autre siège",
    ),
    "age bands that do not read": ("centre", "age_bands\nenfants; 75+", 2, "age_bands", "« enfants » n’est pas une tranche"),
    "age band that ends before it begins": ("centre", "age_bands\n12-6", 2, "age_bands", "« 12-6 » n’est pas une tranche"),
    "measure that does not exist": ("indicators", "code,label,measure\nx,X,peple", 2, "measure", "n’existe pas"),
    "filter that the measure does not take": (
        "indicators", "code,label,measure,where\nx,X,meetings,sex=F", 2, "where", "« sex »",
    ),
    "split that the measure does not take": ("indicators", "code,label,measure,by\nx,X,meetings,sex", 2, "by", "« sex »"),
    "dash where something must stand": ("activities", "slug,name,sector\nx,X,-", 2, "sector", "ne peut rester vide"),
    "text too long": ("people", f"key,last_name\nx,{'a' * 101}", 2, "last_name", "101 caractères"),
    "cells beyond the header": ("people", "key,last_name\nx,Durand,Zoé", 2, "", "La ligne a 3 cellules, l’en-tête 2."),
    "one column twice": ("people", "key,last_name,Nom\nx,Durand,Durand", 1, "Nom", "y est deux fois"),
    "no column for what must be": ("people", "key,first_name\nx,Zoé\ny,Léo", 1, "", "Il manque la colonne last_name"),
}  # fmt: skip
