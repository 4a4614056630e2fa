"""A small centre where every column of every table says something, odd things included."""

# One row reads best on one line.
# ruff: noqa: E501

ODD = '=SOMME(A1)\n« l’été », "entre guillemets"; _x000D_ 😀'

RICH = {
    "centre": [
        "name,address,phone,email,website,holiday_zone,season_start_month,small_cell_threshold,"
        "age_bands,volunteer_hour_rate",
        ["Centre d’essai", "1 rue d’Essai", "'+33320", "nous@essai.example", "essai.example", "C", "10", "11", "0-5; 6-17; 18+", "12,5"],
    ],
    "seasons": ["name,starts_on,ends_on", ["2020-2021", "2020-09-01", "2021-08-31"]],
    "school_holidays": ["zone,first_day,return_day,name", ["C", "2021-02-13", "2021-03-01", "Hiver"]],
    "sectors": [
        "slug,name,position,color,age_min,age_max,aims",
        ["enfance", "Enfance", "2", "#B4530F", "6", "12", "Grandir"],
        ["jeunesse", "Jeunesse", "1", "", "", "", ""],
    ],
    "facilities": [
        "slug,name,kind,capacity,opened_on",
        ["polichinelle", "Polichinelle", "Halte-garderie", "20", "1999-09-01"],
    ],
    "districts": [
        "slug,name,municipality,is_priority_area,priority_from_on,priority_to_on",
        ["alma", "Alma", "Roubaix", "oui", "2015-01-01", "2024-01-01"],
        ["fresnoy", "Fresnoy", "Roubaix", "", "", ""],
    ],
    "funders": ["slug,name,kind,position", ["caf", "CAF du Nord", "Public", "1"]],
    "partners": ["slug,name,kind", ["mission-locale", "Mission locale", "Emploi; jeunes"]],
    "bodies": ["slug,name,kind,quorum", ["ca", "CA", "board", "12"], ["bureau", "Bureau", "executive", ""]],
    "households": [
        "key,name,address,postcode,municipality,district",
        ["h1", "Durand", ODD, "59100", "Roubaix", "alma"],
        ["h2", "'-", "", "", "", ""],
    ],
    "household_addresses": [
        "household,from_on,to_on,address,postcode,municipality,district",
        ["h1", "2020-01-01", "2021-06-01", "2 rue Haute", "59100", "Roubaix", "fresnoy"],
    ],
    "household_situations": [
        "household,kind,from_on,to_on",
        ["h1", "Primo-arrivante", "2021-01-01", "2022-01-01"],
        ["h2", "RSA", "2021-01-01", ""],
    ],
    "family_quotients": ["household,on,value", ["h1", "2021-01-01", "540"]],
    "people": [
        "key,last_name,first_name,birth_date,birth_year,sex,email,phone,usual_name,is_birth_year_estimated,is_to_complete",
        ["p1", "Durand", "Zoé", "2012-02-29", "", "F", "zoe@essai.example", "0320", "", "", ""],
        ["p2", "Martin", "Léo", "", "1980", "M", "", "", "Durand", "oui", ""],
        ["p3", "Durand", "Zoé", "", "", "", "", "", "", "", "oui"],
    ],
    "household_members": [
        "household,person,from_on,to_on,role,is_main",
        ["h1", "p1", "2019-09-01", "2021-06-01", "child", "oui"],
        ["h2", "p1", "2019-09-01", "", "child", "non"],
        ["h1", "p2", "2019-09-01", "", "adult", ""],
    ],
    "schoolings": [
        "person,school_year,school,grade",
        ["p1", "2020-2021", "École Brossolette", "CE2"],
        ["p1", "2021-2022", "", "CM1"],
    ],
    "memberships": [
        "season,kind,household,person,paid_on,amount,method,number",
        ["2020-2021", "household", "h1", "", "2020-10-01", "12,5", "cash", "A-1"],
        ["2020-2021", "individual", "h2", "p3", "2020-10-01", "", "", ""],
    ],
    "staff": ["key,name,employment,person", ["x1", "Anne", "", ""], ["x2", "Léo Martin", "volunteer", "p2"]],
    "mandates": [
        "body,holder,from_on,to_on,holds_as,substitute_of,role",
        ["ca", "p1", "2020-01-01", "2022-01-01", "member", "", "Présidente"],
        ["ca", "p3", "2020-01-01", "", "associated", "", ""],
        ["ca", "Ville de Roubaix", "2020-01-01", "", "observer", "", ""],
        ["ca", "Samia", "2021-01-01", "", "observer", "Ville de Roubaix", ""],
        ["ca", "p2", "2021-01-01", "", "", "p1", ""],
    ],
    "meetings": [
        "body,on,agenda,present,represented",
        ["ca", "2021-06-11", "Comptes\nBudget; vote", "12", "3"],
        ["bureau", "2021-06-11", "", "", ""],
    ],
    "activities": [
        "slug,name,sector,facility,kind,status,counting,themes,parent,age_min,age_max,capacity,from_on,to_on,action_sheet,"
        "season,team",
        ["clas", "CLAS", "enfance", "polichinelle", "homework_club", "running", "named", "Éducation; Parentalité", "",
         "6", "11", "24", "2020-09-01", "2021-07-01", "clas-enfance", "2020-2021", "x1; x2"],
        ["clas-cp", "CLAS CP", "enfance", "", "", "trial", "", "", "clas", "", "", "", "", "", "", "", ""],
        ["kassoumai", "Kassoumaï", "enfance", "", "parent_child_drop_in", "", "alias", "", "", "", "", "", "", "", "", "", ""],
        ["fete", "Fête", "jeunesse", "", "event", "", "tally", "", "", "", "", "", "", "", "", "", ""],
        ["rsa", "RSA", "jeunesse", "", "support", "", "", "", "", "", "", "", "", "", "", "", ""],
    ],
    "grants": [
        "funder,year,action_sheet,asked,granted,received",
        ["caf", "2021", "clas-enfance", "1000", "900,50", "450.25"],
        ["caf", "2021", "", "", "", ""],
    ],
    "assignments": [
        "staff,profession,sector,facility,activity,from_on,to_on,fte",
        ["x1", "Éducatrice", "enfance", "polichinelle", "clas", "2020-01-01", "2022-01-01", "0,8"],
        ["x1", "Éducatrice", "", "", "", "2020-01-01", "", ""],
    ],
    "volunteer_hours": [
        "staff,on,mission,sector,hours",
        ["x2", "2021-03-01", "Aide aux devoirs", "enfance", "2,5"],
        ["x2", "2021-03-01", "Aide aux devoirs", "", "1"],
    ],
    "schedules": [
        "activity,weekday,starts_at,ends_at,when,from_on,to_on",
        ["clas", "0", "16:30", "18:00", "term", "2020-09-01", "2021-07-01"],
        ["clas", "2", "09:00", "12:00", "holidays", "", ""],
    ],
    "sessions": [
        "key,activity,also_activities,kind,starts_at,ends_at,setup_minutes,status,place,topic,cancellation_reason,staff",
        ["s1", "clas", "fete; clas-cp", "outing", "2021-03-08T16:30", "2021-03-08T18:00", "15", "held", "Parc", ODD, "", "x1"],
        ["s2", "kassoumai", "", "", "2021-03-09T09:00:30", "2021-03-09T12:00", "", "held", "", "", "", ""],
        ["s3", "clas", "", "stay", "2021-10-31T02:15", "2021-10-31T02:15+01:00", "", "cancelled", "", "", "Pluie", ""],
        ["s4", "fete", "", "event", "2021-12-31T23:30", "2022-01-01T01:00", "", "held", "", "", "", ""],
    ],
    "enrolments": [
        "person,activity,from_on,to_on,status",
        ["p1", "clas", "2020-09-15", "2021-06-30", "enrolled"],
        ["p3", "clas", "2020-09-15", "", "waiting"],
    ],
    "aliases": ["key,activity,year,group,sex", ["K1", "kassoumai", "2021", "child", "F"], ["K2", "kassoumai", "2021", "adult", ""]],
    "attendances": [
        "session,person,alias,status,household,arrived_at,left_at,mode,cases",
        ["s1", "p1", "", "present", "", "16:35", "17:50", "drop_in", "2"],
        ["s1", "p2", "", "absent", "-", "", "", "appointment", ""],
        ["s1", "p3", "", "", "", "", "", "", ""],
        ["s2", "", "K1", "present", "", "", "", "", ""],
        ["s3", "p1", "", "present", "h2", "02:20", "2021-10-31T02:10+01:00", "", ""],
        ["s4", "p1", "", "present", "h1", "23:45", "2022-01-01T00:30", "", ""],
    ],
    "tallies": [
        "session,group,sex,is_estimate,count",
        ["s4", "child", "F", "", "40"], ["s4", "", "", "oui", "60"],
    ],
    "supports": [
        "key,person,activity,entered_on,exited_on,household,qualification,barriers,prescriber,exit_reason,referent,"
        "contract_from_on,contract_to_on",
        ["a1", "p2", "rsa", "2021-01-04", "2021-06-01", "", "none", "Mobilité; Santé", "Pôle emploi", "Emploi", "x1",
         "2021-01-04", "2021-07-01"],
        ["a2", "p2", "rsa", "2021-07-01", "", "-", "", "", "", "", "", "", ""],
    ],
    "outcomes": ["support,kind,on", ["a1", "Emploi trouvé", "2021-05-31"]],
    "childcare_months": [
        "person,activity,month,attended_hours,invoiced_hours,amount",
        ["p1", "clas", "2021-03", "12,25", "13", "5,07"],
        ["p1", "clas", "2021-04", "", "", ""],
    ],
    "consents": [
        "person,kind,given_by,from_on,to_on,withdrawn_on",
        ["p1", "image", "Léo Martin", "2020-09-01", "2021-09-01", "2021-01-01"],
        ["p1", "outing", "", "2020-09-01", "", ""],
    ],
    "indicators": [
        "code,label,chapter,measure,where,by,period",
        ["Z9", "Enfants", "Enfance", "people", "activity=clas; school_period=holiday,term", "sex; age_band", "2020-2021"],
        ["A1", "Peu diplômés", "", "share --of supported --part qualification=none,cap", "", "", "2021-01-01/2021-06-30"],
        ["A2", "École", "", "attendances", "school=École Brossolette,null", "", ""],
        ["A3", "Sorties", "", "outings", "", "month", ""],
    ],
}  # fmt: skip
