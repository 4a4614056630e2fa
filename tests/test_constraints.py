"""What the database can refuse, it refuses under a name: one row that breaks each constraint, and the words for it."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from centre.models import Centre, UserRole
from tests import factories as make

APPS = ["centre", "members", "activities", "reporting"]
NOT_MET = {"centre_is_alone", "reportbuild_percent"}  # no person writes these fields
BEFORE, AFTER = "2021-01-01", "2021-02-01"
WRONG = {"from_on": AFTER, "to_on": AFTER}  # half-open: a state that ends on its first day never was


def twice(factory, *args, **fields):
    for _ in range(2):
        factory(*args, **fields)


def attend(person=True, alias=False, **fields):
    session = make.make_session()
    return make.make_attendance(
        session,
        person=make.make_person() if person else None,
        alias=make.make_alias(session.activity) if alias else None,
        **fields,
    )


def attend_twice(who, record):
    twice(make.make_attendance, make.make_session(), **{who: record})


def its_own(record, field):
    setattr(record, field, record)
    record.save()


BROKEN = {
    # centre
    "assignment_ends_after_start": lambda: make.make_assignment(**WRONG),
    "assignment_fte_is_plausible": lambda: make.make_assignment(fte=Decimal("2.01")),
    "assignment_is_unique": lambda: twice(make.make_assignment, make.make_staff()),
    "body_kind_exists": lambda: make.make_body(kind="club"),
    "centre_holiday_zone_exists": lambda: make.make_centre(holiday_zone="D"),
    "centre_is_alone": lambda: Centre.objects.bulk_create([Centre(id=2, name="Un autre")]),
    "centre_season_start_month_exists": lambda: make.make_centre(season_start_month=13),
    "centre_threshold_is_positive": lambda: make.make_centre(small_cell_threshold=0),
    "centre_volunteer_hour_rate_is_not_negative": lambda: make.make_centre(volunteer_hour_rate=Decimal(-1)),
    "grant_amounts_are_not_negative": lambda: make.make_grant(granted=Decimal(-1)),
    "grant_is_unique": lambda: twice(make.make_grant, make.make_funder()),
    "mandate_ends_after_start": lambda: make.make_mandate(**WRONG),
    "mandate_holds_as_exists": lambda: make.make_mandate(holds_as="king"),
    "mandate_is_not_its_own_substitute": lambda: its_own(make.make_mandate(), "substitute_of"),
    "mandate_is_unique": lambda: twice(make.make_mandate, make.make_body(), "Ville"),
    "meeting_is_unique": lambda: twice(make.make_meeting, make.make_body()),
    "schoolholiday_ends_after_start": lambda: make.make_holiday(AFTER, AFTER),
    "schoolholiday_is_unique": lambda: twice(make.make_holiday, BEFORE, AFTER),
    "schoolholiday_zone_exists": lambda: make.make_holiday(BEFORE, AFTER, zone="D"),
    "season_ends_after_start": lambda: make.make_season(starts_on=AFTER, ends_on=AFTER),
    "sector_ages_in_order": lambda: make.make_sector(age_min=12, age_max=6),
    "sector_color_reads": lambda: make.make_sector(color="rouge"),
    "staffmember_employment_exists": lambda: make.make_staff(employment="trainee"),
    "user_email_is_unique": lambda: [make.make_user(email="a@a.example"), make.make_user(email="A@a.example")],
    "userrole_exists": lambda: UserRole.objects.create(user=make.make_user(), role="king"),
    "userrole_is_unique": lambda: twice(UserRole.objects.create, user=make.make_user(), role="director"),
    "volunteerhours_are_positive": lambda: make.make_volunteer_hours(hours="0"),
    "volunteerhours_is_unique": lambda: twice(make.make_volunteer_hours, make.make_staff()),
    # members
    "consent_ends_after_start": lambda: make.make_consent(**WRONG),
    "consent_is_unique": lambda: twice(make.make_consent, make.make_person()),
    "consent_kind_exists": lambda: make.make_consent(kind="video"),
    "consent_withdrawn_after_given": lambda: make.make_consent(from_on=AFTER, withdrawn_on=date(2021, 1, 31)),
    "district_priority_ends_after_start": lambda: make.make_district(
        priority_from_on=date(2021, 1, 1), priority_to_on=date(2021, 1, 1)
    ),
    "familyquotient_is_unique": lambda: twice(make.make_quotient, make.make_household()),
    "healthalert_ends_after_start": lambda: make.make_health_alert(**WRONG),
    "householdaddress_ends_after_start": lambda: make.make_address(make.make_household(), **WRONG),
    "householdaddress_is_unique": lambda: twice(make.make_address, make.make_household()),
    "householdmember_ends_after_start": lambda: make.move_in(make.make_household(), make.make_person(), **WRONG),
    "householdmember_is_unique": lambda: twice(make.move_in, make.make_household(), make.make_person()),
    "householdmember_role_exists": lambda: make.move_in(make.make_household(), make.make_person(), role="friend"),
    "householdsituation_ends_after_start": lambda: make.make_situation(make.make_household(), **WRONG),
    "householdsituation_is_unique": lambda: twice(make.make_situation, make.make_household()),
    "membership_amount_is_not_negative": lambda: make.make_membership(
        make.make_season(), make.make_household(), amount=Decimal(-1)
    ),
    "membership_covers_a_household_or_a_person": lambda: make.make_membership(make.make_season()),
    "membership_is_unique": lambda: twice(make.make_membership, make.make_season(), make.make_household()),
    "membership_method_exists": lambda: make.make_membership(
        make.make_season(), make.make_household(), method="shells"
    ),
    "person_birth_date_is_plausible": lambda: make.make_person(birth_date="1789-07-14"),
    "person_birth_year_is_plausible": lambda: make.make_person(birth_year=1789),
    "person_sex_exists": lambda: make.make_person(sex="X"),
    "pickup_ends_after_start": lambda: make.make_pickup(**WRONG),
    "pickup_names_someone_or_alone": lambda: make.make_pickup(name=""),
    "schooling_is_unique": lambda: twice(make.make_schooling, make.make_person()),
    "schooling_school_year_reads": lambda: make.make_schooling(make.make_person(), school_year="2020"),
    # activities
    "actionsheet_status_exists": lambda: make.make_action_sheet(status="lost"),
    "activity_ages_in_order": lambda: make.make_activity(age_min=12, age_max=6),
    "activity_counting_exists": lambda: make.make_activity(counting="fingers"),
    "activity_ends_after_start": lambda: make.make_activity(from_on=date(2021, 1, 1), to_on=date(2021, 1, 1)),
    "activity_is_not_its_own_parent": lambda: its_own(make.make_activity(), "parent"),
    "activity_kind_exists": lambda: make.make_activity(kind="nap"),
    "activity_status_exists": lambda: make.make_activity(status="dead"),
    "alias_group_exists": lambda: make.make_alias(make.make_activity(), group="baby"),
    "alias_sex_exists": lambda: make.make_alias(make.make_activity(), sex="X"),
    "attendance_alias_has_no_household": lambda: attend(person=False, alias=True, household=make.make_household()),
    "attendance_alias_is_unique": lambda: attend_twice("alias", make.make_alias(make.make_activity())),
    "attendance_leaves_after_arrival": lambda: attend(arrived_at="15:00", left_at="15:00"),
    "attendance_mode_exists": lambda: attend(mode="phone"),
    "attendance_person_is_unique": lambda: attend_twice("person", make.make_person()),
    "attendance_person_xor_alias": lambda: attend(alias=True),
    "attendance_status_exists": lambda: attend(status="late"),
    "childcaremonth_is_a_first_day": lambda: make.make_childcare_month(
        make.make_person(), make.make_activity()
    ).__class__.objects.update(month=date(2021, 3, 2)),
    "childcaremonth_is_not_negative": lambda: make.make_childcare_month(
        make.make_person(), make.make_activity(), invoiced_hours=Decimal(-1)
    ),
    "childcaremonth_is_unique": lambda: twice(make.make_childcare_month, make.make_person(), make.make_activity()),
    "enrolment_ends_after_start": lambda: make.make_enrolment(make.make_person(), make.make_activity(), **WRONG),
    "enrolment_is_unique": lambda: twice(make.make_enrolment, make.make_person(), make.make_activity()),
    "enrolment_status_exists": lambda: make.make_enrolment(make.make_person(), make.make_activity(), status="lost"),
    "outcome_is_unique": lambda: twice(make.make_outcome, make.make_support()),
    "payment_is_for_one_thing": lambda: make.make_payment(activity=make.make_activity(), session=make.make_session()),
    "payment_is_positive_or_reverses": lambda: make.make_payment("-10"),
    "payment_method_exists": lambda: make.make_payment(method="shells"),
    "rollchange_group_exists": lambda: make.make_roll_change(group="baby"),
    "rollchange_names_its_subject": lambda: make.make_roll_change(subject="tally", person=make.make_person()),
    "rollchange_sex_exists": lambda: make.make_roll_change(sex="X"),
    "rolloperation_kind_exists": lambda: make.make_roll_operation(kind="dance"),
    "rolloperation_outcome_exists": lambda: make.make_roll_operation(outcome="lost"),
    "schedule_ends_after_start": lambda: make.make_schedule(**WRONG),
    "schedule_hours_in_order": lambda: make.make_schedule(starts_at="16:00", ends_at="16:00"),
    "schedule_is_unique": lambda: twice(make.make_schedule, make.make_activity(), from_on=BEFORE),
    "schedule_weekday_exists": lambda: make.make_schedule(weekday=7),
    "schedule_when_exists": lambda: make.make_schedule(when="never"),
    "schedule_without_start_is_unique": lambda: twice(make.make_schedule, make.make_activity()),
    "session_ends_after_start": lambda: make.make_session(hours=0),
    "session_kind_exists": lambda: make.make_session(kind="nap"),
    "session_open_roll_is_held": lambda: make.make_session(status="planned", is_roll_open=True),
    "session_status_exists": lambda: make.make_session(status="lost"),
    "support_contract_ends_after_start": lambda: make.make_support(
        contract_from_on=date(2021, 1, 1), contract_to_on=date(2021, 1, 1)
    ),
    "support_ends_after_start": lambda: make.make_support(entered_on=AFTER, exited_on=AFTER),
    "support_qualification_exists": lambda: make.make_support(qualification="phd"),
    "supportstep_kind_exists": lambda: make.make_support_step(kind="dance"),
    "tally_group_exists": lambda: make.make_tally(make.make_session(), group="baby"),
    "tally_is_unique": lambda: twice(make.make_tally, make.make_session()),
    "tally_sex_exists": lambda: make.make_tally(make.make_session(), sex="X"),
    # reporting
    "block_kind_exists": lambda: make.make_block(kind="song"),
    "block_level_is_a_heading": lambda: make.make_block(level=1),
    "chapter_is_unique": lambda: twice(make.make_chapter, make.make_report(), "jeunesse"),
    "reportbuild_percent": lambda: make.make_build(percent=101),
    "reportbuild_state_exists": lambda: make.make_build(state="lost"),
    "showncell_has_a_reason": lambda: make.make_shown_cell(reason=""),
    "showncell_is_unique": lambda: twice(make.make_shown_cell, make.make_report()),
}


def our_models():
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def constraints() -> dict[str, tuple]:
    return {each.name: (model, each) for model in our_models() for each in model._meta.constraints}


def test_every_constraint_is_broken_below():
    assert sorted(constraints()) == sorted(BROKEN)


@pytest.mark.django_db
@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses_by_name(name):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BROKEN[name]()

    assert what_the_database_says(*constraints()[name]) in str(refusal.value)


def what_the_database_says(model, constraint) -> str:
    """SQLite tells the columns of a unique constraint, and its name only when it holds an expression."""
    if connection.vendor == "postgresql" or isinstance(constraint, models.CheckConstraint):
        return constraint.name
    if constraint.expressions:
        return f"index '{constraint.name}'"
    columns = [model._meta.get_field(name).column for name in constraint.fields]
    return ", ".join(f"{model._meta.db_table}.{column}" for column in columns)


def test_a_person_who_meets_a_constraint_reads_a_french_sentence():
    """A closed list is met on its own field, whose words are Django's."""
    met = {name: each for name, (_, each) in constraints().items() if not name.endswith("_exists")}

    silent = {
        name
        for name, each in met.items()
        if each.violation_error_message == each.default_violation_error_message
        or not each.violation_error_message.endswith(".")
    }

    assert silent == NOT_MET


def test_every_closed_list_is_closed_in_the_database():
    lists = {(model.__name__, field.name) for model in our_models() for field in model._meta.fields if field.choices}

    closed = {
        (model.__name__, name)
        for model, each in constraints().values()
        if isinstance(each, models.CheckConstraint)
        for name in names_in(each.condition)
    }

    assert lists - closed == set()


def names_in(condition: models.Q) -> set[str]:
    """The fields that a condition reads."""
    children = [
        names_in(child) if isinstance(child, models.Q) else {child[0].split("__")[0]} for child in condition.children
    ]
    return set().union(*children)


def test_every_state_that_opens_and_closes_ends_after_its_start():
    dated = {model for model in our_models() if {"from_on", "to_on"} <= {field.name for field in model._meta.fields}}

    assert {f"{model.__name__.lower()}_ends_after_start" for model in dated} - set(constraints()) == set()
