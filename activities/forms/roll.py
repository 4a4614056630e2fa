"""What a device asks, read field by field. The same forms read a page without scripts."""

import hashlib
import json
from datetime import UTC, datetime

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from activities.models import AttendanceMode, AttendanceStatus, Group, OperationKind
from activities.roll.marks import NOW
from activities.roll.operations import Asked
from activities.roll.work import Refused
from centre.models import StaffMember
from members.models import Sex

BEFORE_THIS_PROGRAM = datetime(2000, 1, 1, tzinfo=UTC)
UNREADABLE = "Cette demande ne se lit pas. Rechargez la page."


class HourField(forms.TimeField):
    """« 08:05 », or « now »."""

    def to_python(self, value):
        return NOW if value == NOW else super().to_python(value)


class KeysField(forms.Field):
    """A list of keys."""

    def clean(self, value):
        if not (isinstance(value, list) and all(isinstance(key, str) and "\0" not in key for key in value)):
            raise forms.ValidationError(UNREADABLE)
        return value


class OperationForm(forms.Form):
    key = forms.UUIDField()


class MarkForm(OperationForm):
    person = forms.CharField(required=False, max_length=80)
    alias = forms.CharField(required=False, max_length=80)
    base = forms.UUIDField(required=False)
    status = forms.ChoiceField(choices=[("", ""), *AttendanceStatus.choices], required=False)
    arrived_at = HourField(required=False)
    left_at = HourField(required=False)
    mode = forms.ChoiceField(choices=[("", ""), *AttendanceMode.choices], required=False)
    case_count = forms.IntegerField(min_value=0, max_value=999, required=False, label="dossiers")

    VALUES = ("status", "arrived_at", "left_at", "mode", "case_count")

    def clean(self):
        cleaned = super().clean()
        # A field that is not sent stays as it is.
        values = {name: cleaned.pop(name, None) for name in self.VALUES}
        cleaned["values"] = {name: value for name, value in values.items() if name in self.data}
        if "case_count" in cleaned["values"]:
            cleaned["values"]["case_count"] = cleaned["values"]["case_count"] or 0
        if bool(cleaned.get("person")) == bool(cleaned.get("alias")) or not cleaned["values"]:
            raise forms.ValidationError(UNREADABLE)
        return cleaned


class AllPresentForm(OperationForm):
    people = KeysField()


class AddPersonForm(OperationForm):
    first_name = forms.CharField(label="prénom", max_length=100)
    last_name = forms.CharField(label="nom", max_length=100, required=False)
    age_band = forms.IntegerField(label="âge", min_value=0, required=False)
    sex = forms.ChoiceField(label="sexe", choices=[("", ""), *Sex.choices], required=False)


class AddAliasForm(OperationForm):
    code = forms.CharField(label="code", max_length=80)
    group = forms.ChoiceField(label="groupe", choices=Group.choices)
    sex = forms.ChoiceField(label="sexe", choices=[("", ""), *Sex.choices], required=False)


class CountForm(OperationForm):
    group = forms.ChoiceField(choices=[("", ""), *Group.choices], required=False)
    sex = forms.ChoiceField(choices=[("", ""), *Sex.choices], required=False)
    is_estimate = forms.BooleanField(required=False)
    step = forms.IntegerField(min_value=-1, max_value=1, required=False)
    number = forms.IntegerField(label="nombre", min_value=0, max_value=100_000, required=False)
    base = forms.UUIDField(required=False)

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("step") is None) == (cleaned.get("number") is None) and not self.errors:
            raise forms.ValidationError("Écrivez combien de personnes vous avez comptées.")
        return cleaned


class DescribeForm(OperationForm):
    base = forms.UUIDField(required=False)
    topic = forms.CharField(label="sujet", max_length=250, required=False)
    starts_at = forms.TimeField(label="début")
    ends_at = forms.TimeField(label="fin")
    staff = forms.ModelMultipleChoiceField(StaffMember.objects.all(), to_field_name="key", required=False)
    note = forms.CharField(label="note", max_length=4000, required=False)

    def clean_staff(self):
        return list(self.cleaned_data["staff"])


class CloseForm(OperationForm):
    nobody_came = forms.BooleanField(required=False)


class CancelForm(OperationForm):
    reason = forms.CharField(
        label="motif", max_length=250, error_messages={"required": "Dites en quelques mots pourquoi elle est annulée."}
    )


FORMS = {
    OperationKind.MARK: MarkForm,
    OperationKind.ALL_PRESENT: AllPresentForm,
    OperationKind.ADD_PERSON: AddPersonForm,
    OperationKind.ADD_ALIAS: AddAliasForm,
    OperationKind.COUNT: CountForm,
    OperationKind.DESCRIBE: DescribeForm,
    OperationKind.CLOSE: CloseForm,
    OperationKind.CANCEL: CancelForm,
    OperationKind.REOPEN: OperationForm,
}


def read_each(requests: list, now: datetime) -> list[Asked | Refused]:
    return [read_or_refuse(request, now) for request in requests]


def read_or_refuse(request, now: datetime) -> Asked | Refused:
    try:
        return read(request, now)
    except Refused as refusal:
        return refusal


def read(request, now: datetime) -> Asked:
    """Raises Refused, in French."""
    if not isinstance(request, dict) or request.get("kind") not in OperationKind.values or not is_text(request):
        raise Refused(UNREADABLE)
    kind = OperationKind(request["kind"])
    form = FORMS[kind](request)
    if not form.is_valid():
        raise Refused(first_fault(form))
    fields = form.cleaned_data
    return Asked(fields.pop("key"), kind, made_at(request, now), fingerprint(request), fields)


def first_fault(form: forms.Form) -> str:
    name, faults = next(iter(form.errors.items()))
    label = form.fields[name].label if name in form.fields else None
    return f"{label.capitalize()}\u00a0: {faults[0]}" if label else faults[0]


def is_text(request: dict) -> bool:
    """Half of a character, which JSON can write and no database can keep, is not."""
    try:
        json.dumps(request, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def made_at(request: dict, now: datetime) -> datetime:
    """When the device says; by our own clock when it says nothing that reads, or what no clock would."""
    try:
        said = parse_datetime(str(request.get("made_at", "")))
        said = timezone.make_aware(said) if said and timezone.is_naive(said) else said
        return said if said and said.astimezone(UTC) >= BEFORE_THIS_PROGRAM else now
    except (ValueError, OverflowError):
        return now


def fingerprint(request: dict) -> str:
    return hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
