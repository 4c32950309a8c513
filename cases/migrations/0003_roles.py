"""The two roles of the desk: who may import and correct, and who may publish."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITOR = ["import_bulletin", "review_case"]
PUBLISHER = [*EDITOR, "publish_case", "withdraw_case", "override_privacy"]


def make_roles(apps, schema_editor):
    # Permissions are made after all migrations; these are needed now.
    config = apps.get_app_config("cases")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects
    for name, codenames in (("editor", EDITOR), ("publisher", PUBLISHER)):
        group, _ = groups.get_or_create(name=name)
        group.permissions.set(
            permissions.filter(
                content_type__app_label="cases", codename__in=codenames
            )
        )


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(
        name__in=["editor", "publisher"]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_triggers"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
