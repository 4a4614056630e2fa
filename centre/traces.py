"""The words of the audit trail. An act that has no words yet shows its code: it is never hidden."""

from django.apps import apps

from centre.models import AuditEntry

ACTIONS = {
    "centre_opened": "a ouvert le centre",
    "account_opened": "a ouvert un compte",
    "account_changed": "a changé les rôles ou les pôles d’un compte",
    "account_closed": "a fermé un compte",
    "account_reopened": "a rouvert un compte",
    "roles_confirmed": "a confirmé les rôles d’un compte",
    "signed_in": "s’est connecté",
    "sign_in_refused": "a refusé un mot de passe",
    "code_refused": "a refusé un second facteur",
    "read_audit": "a lu le journal des accès",
    "password_link_made": "a refait le lien d’un compte",
    "read": "a lu",
    "read_health_alerts": "a lu les alertes santé",
    "read_situations": "a lu la situation et le quotient familial",
    "read_supports": "a lu les accompagnements",
    "read_health_marks": "a vu qu’une alerte santé existe",
    "read_pickups": "a lu qui vient chercher l’enfant",
    "person_opened_in_short": "a ouvert une fiche à compléter",
    "person_completed": "a complété une fiche",
    "person_matched": "a rapproché une fiche à compléter de celle-ci",
    "session_cancelled": "a annulé la séance",
    "roll_reopened": "a rouvert la feuille de présence",
    "exported": "a exporté",
    "bundle_exported": "a exporté toutes les données",
    "printed": "a imprimé",
    "changed": "a modifié",
    "deleted": "a supprimé",
    "imported": "a importé",
    "bundle_imported": "a importé des données",
    "report_built": "a fabriqué le rapport",
    "report_downloaded": "a téléchargé le rapport",
}


def action_label(entry: AuditEntry) -> str:
    return ACTIONS.get(entry.action, entry.action)


def record_label(entry: AuditEntry) -> str:
    if not entry.record_type:
        return ""
    try:
        name = str(apps.get_model(entry.record_type)._meta.verbose_name)
    except (LookupError, ValueError):
        name = entry.record_type
    return f"{name} {entry.record_id}".strip()
