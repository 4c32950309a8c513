"""By what a repost of a known bulletin is recognised, and which one it repeats."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='bulletin',
            name='likely_copy_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='likely_copies', to='cases.bulletin', verbose_name='likely a copy of'),
        ),
        migrations.AddField(
            model_name='case',
            name='opening',
            field=models.CharField(blank=True, max_length=150, verbose_name='opening'),
        ),
        migrations.AddField(
            model_name='case',
            name='opening_prints',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), blank=True, default=list, size=None, verbose_name='prints of the opening'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(fields=['opening_prints'], name='case_opening_prints'),
        ),
    ]
