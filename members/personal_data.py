from centre.personal_data import TERM, Classed

FIELDS = {
    "Person": Classed(
        "id is_to_complete created_at",
        personal="key last_name first_name usual_name birth_date birth_year is_birth_year_estimated sex email phone",
    ),
    "FormerKey": Classed("id", personal="key person"),
    "Consent": Classed("id", personal="from_on to_on person kind given_by withdrawn_on"),
    "EmergencyContact": Classed("id position", personal="person name relation phone"),
    # Who must not collect a child says what a judge decided.
    "Pickup": Classed("id", personal="from_on to_on person name phone", sensitive="rule"),
    "HealthAlert": Classed("id", personal="person", sensitive="from_on to_on instruction"),
    "District": Classed("id slug name municipality is_priority_area priority_from_on priority_to_on"),
    "Household": Classed("id created_at", personal="key name address postcode municipality district people"),
    "HouseholdAddress": Classed("id", personal="from_on to_on household address postcode municipality district"),
    "HouseholdMember": Classed("id", personal="from_on to_on household person role is_main"),
    "SituationKind": TERM,
    "HouseholdSituation": Classed("id", personal="household", sensitive="from_on to_on kind"),
    "FamilyQuotient": Classed("id", personal="household", sensitive="on value"),
    "Membership": Classed("id season kind", personal="household person paid_on amount method number"),
    "School": Classed("id name"),
    "Schooling": Classed("id", personal="person school_year school grade"),
}
