"""That moving a case's passage is a step of its history."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0017_vocabularies_version'),
    ]

    operations = [
        migrations.AlterField(
            model_name='event',
            name='action',
            field=models.CharField(choices=[('imported', 'imported'), ('copy-added', 'copy added'), ('read-again', 'read again'), ('case-marked', 'case marked by hand'), ('passage-moved', 'passage moved'), ('corrected', 'corrected'), ('checked', 'checked'), ('undone', 'undone'), ('published', 'published'), ('rejected', 'rejected'), ('returned', 'returned to draft'), ('withdrawn', 'withdrawn'), ('redacted', 'redacted'), ('redaction-lifted', 'redaction lifted'), ('flag-overridden', 'privacy flag overridden'), ('samples-removed', 'samples removed')], max_length=20, verbose_name='action'),
        ),
    ]
