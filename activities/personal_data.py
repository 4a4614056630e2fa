from centre.personal_data import TERM, Classed

FIELDS = {
    "Dimension": TERM,
    "Keyword": TERM,
    "Audience": TERM,
    "Initiator": TERM,
    "Territory": TERM,
    "SheetPartner": TERM,
    # The stories told in a sheet stay in the house until someone has read them.
    "ActionSheet": Classed(
        "id slug title untitled_id structure_name structure_department status dimension territory audience keywords "
        "initiators partners financial_resources absent_headings is_reviewed",
        personal="end_reasons summary initiator_detail experience_description general_description people_mobilised "
        "result_territory result_centre result_residents limits perspectives",
    ),
    "Theme": TERM,
    "Activity": Classed(
        "id slug name sector facility kind status counting parent age_min age_max capacity season from_on to_on "
        "action_sheet themes",
        personal="team",
    ),
    "Schedule": Classed("id activity weekday starts_at ends_at when from_on to_on"),
    "Session": Classed(
        "id key activity kind starts_at ends_at day setup_minutes status place topic also_activities is_roll_open",
        personal="cancellation_reason staff note last_operation",
    ),
    "Enrolment": Classed("id", personal="from_on to_on person activity status"),
    # Given by the family and never linked to a person; still theirs, for a year.
    "Alias": Classed("id activity year", personal="key group sex"),
    "Attendance": Classed(
        "id session", personal="person alias status household arrived_at left_at mode case_count last_operation"
    ),
    "Tally": Classed("id session group sex is_estimate count", personal="last_operation"),
    # Who came, as it was written down and by whom.
    "RollOperation": Classed("key session kind made_at received_at fingerprint outcome", personal="user answer"),
    "RollChange": Classed(
        "id operation subject group sex is_estimate base is_applied", personal="person alias before after"
    ),
    "Payment": Classed("id session activity", personal="number on amount method household person membership reverses"),
    "ChildcareMonth": Classed("id activity", personal="person month attended_hours invoiced_hours amount"),
    "Barrier": TERM,
    "Prescriber": TERM,
    "ExitReason": TERM,
    "OutcomeKind": TERM,
    "Support": Classed(
        "id",
        personal="key person household referent",
        sensitive="activity entered_on exited_on qualification prescriber exit_reason contract_from_on contract_to_on "
        "barriers",
    ),
    "SupportStep": Classed("id", sensitive="support on kind is_kept label"),
    "SupportNote": Classed("id", personal="author", sensitive="support on text"),
    "Outcome": Classed("id", sensitive="support kind on"),
}
