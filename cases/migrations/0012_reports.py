"""What readers report, with who answered it and when."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0011_samples_removed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('wrong-fact', 'A fact is wrong or missing'), ('personal-data', 'It shows personal data'), ('removal', 'I ask for the case to be taken out'), ('other', 'Something else')], max_length=15, verbose_name='kind')),
                ('words', models.TextField(max_length=3000, verbose_name='words')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='contact')),
                ('language', models.CharField(max_length=10, verbose_name='language')),
                ('sender', models.CharField(blank=True, max_length=32, verbose_name='sender')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='received at')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                ('answer', models.TextField(blank=True, verbose_name='what was done')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reports', to='cases.case')),
            ],
            options={
                'verbose_name': 'report',
                'verbose_name_plural': 'reports',
                'ordering': ['-created_at', '-pk'],
                'indexes': [models.Index(fields=['created_at'], name='report_received')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['wrong-fact', 'personal-data', 'removal', 'other'])), name='report_kind_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='report_answer_has_who_and_when')],
            },
        ),
    ]
