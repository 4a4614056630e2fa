from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property

from centre.access import Right, Role, rights_of
from centre.models.sectors import Sector


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """Someone who signs in, by e-mail. What they may do hangs on their roles (`centre.access`)."""

    email = models.EmailField("adresse électronique", unique=True)
    name = models.CharField("nom", max_length=150, blank=True)
    is_active = models.BooleanField("compte ouvert", default=True)
    sectors = models.ManyToManyField(Sector, blank=True, related_name="users", verbose_name="pôles")
    staff_member = models.OneToOneField(
        "centre.StaffMember",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="user",
        verbose_name="fiche du personnel",
    )
    created_at = models.DateTimeField("créé le", auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = "utilisateur"
        ordering = ["name", "email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_is_unique",
                violation_error_message="Un compte porte déjà cette adresse.",
            )
        ]

    def __str__(self):
        return self.name or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """Those in force: a role that awaits a director's word gives nothing."""
        return frozenset(self.role_set.filter(is_confirmed=True).values_list("role", flat=True))

    @cached_property
    def rights(self) -> frozenset[Right]:
        return rights_of(self.roles)

    def has_role(self, *roles: Role) -> bool:
        """Whether one of these roles is theirs."""
        return not self.roles.isdisjoint(roles)

    def can(self, right: Right) -> bool:
        return right in self.rights


class UserRole(models.Model):
    """`is_confirmed`: in force. Roles that open files wait for a director unless a director gave them."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_set")
    role = models.CharField("rôle", max_length=30, choices=Role.choices)
    is_confirmed = models.BooleanField("confirmé", default=False)

    class Meta:
        verbose_name = "rôle"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"],
                name="userrole_is_unique",
                violation_error_message="Ce compte a déjà ce rôle.",
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="userrole_exists"),
        ]

    def __str__(self):
        return f"{self.user} : {self.get_role_display()}"
