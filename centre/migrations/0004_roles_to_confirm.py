from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("centre", "0003_words_and_closed_lists")]

    operations = [
        # Roles given before this day stay in force.
        migrations.AddField(
            model_name="userrole",
            name="is_confirmed",
            field=models.BooleanField(default=True, verbose_name="confirmé"),
        ),
        migrations.AlterField(
            model_name="userrole",
            name="is_confirmed",
            field=models.BooleanField(default=False, verbose_name="confirmé"),
        ),
    ]
