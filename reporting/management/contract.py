"""Commands that other programs read: whatever is refused exits 1, with a sentence on standard error."""

from django.core.management.base import BaseCommand


class ContractCommand(BaseCommand):
    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = super().create_parser(prog_name, subcommand, **kwargs)

        def refuse(message: str):
            """In place of argparse's own, which prints its usage and exits 2."""
            parser.exit(1, f"La demande ne se lit pas ({message}). Voyez {parser.prog} --help.\n")

        if self._called_from_command_line:
            parser.error = refuse
        return parser
