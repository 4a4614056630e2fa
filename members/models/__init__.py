from members.models.care import (
    Consent,
    ConsentKind,
    EmergencyContact,
    HealthAlert,
    Pickup,
    PickupRule,
)
from members.models.households import (
    District,
    FamilyQuotient,
    Household,
    HouseholdAddress,
    HouseholdMember,
    HouseholdRole,
    HouseholdSituation,
    SituationKind,
)
from members.models.memberships import Membership, MembershipKind, PaymentMethod
from members.models.people import FULL_AGE, FormerKey, Person, Sex, age_on
from members.models.schooling import GRADES, School, Schooling

__all__ = [
    "FULL_AGE",
    "GRADES",
    "Consent",
    "ConsentKind",
    "District",
    "EmergencyContact",
    "FamilyQuotient",
    "FormerKey",
    "HealthAlert",
    "Household",
    "HouseholdAddress",
    "HouseholdMember",
    "HouseholdRole",
    "HouseholdSituation",
    "Membership",
    "MembershipKind",
    "PaymentMethod",
    "Person",
    "Pickup",
    "PickupRule",
    "School",
    "Schooling",
    "Sex",
    "SituationKind",
    "age_on",
]
