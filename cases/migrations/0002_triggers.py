"""What a CHECK cannot say: rules that look at another row, or at the row before."""

from django.db import migrations

STORED_TEXT_NEVER_CHANGES = """
CREATE FUNCTION casebook_copy_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'copy %: the stored text never changes', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'copy_text_never_changes';
END $$;
CREATE TRIGGER copy_text_never_changes
    BEFORE UPDATE OF text, content, content_key ON cases_copy
    FOR EACH ROW
    WHEN (OLD.text IS DISTINCT FROM NEW.text
          OR OLD.content IS DISTINCT FROM NEW.content
          OR OLD.content_key IS DISTINCT FROM NEW.content_key)
    EXECUTE FUNCTION casebook_copy_is_immutable();
"""

QUOTE_IS_THE_TEXT_AT_THE_SPAN = """
CREATE FUNCTION casebook_evidence_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.start IS NOT NULL AND NEW.quote IS DISTINCT FROM (
        SELECT substring(copy.text FROM NEW.start + 1 FOR NEW."end" - NEW.start)
        FROM cases_case AS c JOIN cases_copy AS copy ON copy.id = c.copy_id
        WHERE c.id = NEW.case_id
    ) THEN
        RAISE EXCEPTION 'evidence of case %: the quote is not the text at [%, %)',
            NEW.case_id, NEW.start, NEW."end"
            USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_quote_is_the_text';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evidence_quote_is_the_text
    AFTER INSERT OR UPDATE ON cases_evidence
    DEFERRABLE INITIALLY IMMEDIATE
    FOR EACH ROW EXECUTE FUNCTION casebook_evidence_quote();
"""

PASSAGE_LIES_IN_A_COPY_OF_THE_BULLETIN = """
CREATE FUNCTION casebook_case_passage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM cases_copy AS copy
        WHERE copy.id = NEW.copy_id
          AND copy.bulletin_id = NEW.bulletin_id
          AND NEW.passage_end <= length(copy.text)
    ) THEN
        RAISE EXCEPTION 'case %: passage [%, %) is not in a copy of bulletin %',
            NEW.id, NEW.passage_start, NEW.passage_end, NEW.bulletin_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'case_passage_is_in_its_copy';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER case_passage_is_in_its_copy
    AFTER INSERT OR UPDATE OF bulletin_id, copy_id, passage_start, passage_end
    ON cases_case
    DEFERRABLE INITIALLY IMMEDIATE
    FOR EACH ROW EXECUTE FUNCTION casebook_case_passage();
"""

DECISION_LIES_IN_ITS_COPY = """
CREATE FUNCTION casebook_privacy_decision_range() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."end" > (SELECT length(text) FROM cases_copy WHERE id = NEW.copy_id) THEN
        RAISE EXCEPTION 'privacy decision [%, %) is beyond the end of copy %',
            NEW.start, NEW."end", NEW.copy_id
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'privacy_decision_is_in_its_copy';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER privacy_decision_is_in_its_copy
    AFTER INSERT OR UPDATE ON cases_privacydecision
    DEFERRABLE INITIALLY IMMEDIATE
    FOR EACH ROW EXECUTE FUNCTION casebook_privacy_decision_range();
"""

PRIMARY_COPY_IS_ONE_OF_THE_BULLETIN = """
CREATE FUNCTION casebook_primary_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.primary_copy_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM cases_copy
        WHERE id = NEW.primary_copy_id AND bulletin_id = NEW.id
    ) THEN
        RAISE EXCEPTION 'bulletin %: the primary copy belongs to another', NEW.id
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'bulletin_primary_copy_is_its_own';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bulletin_primary_copy_is_its_own
    AFTER INSERT OR UPDATE OF primary_copy_id ON cases_bulletin
    DEFERRABLE INITIALLY IMMEDIATE
    FOR EACH ROW EXECUTE FUNCTION casebook_primary_copy();
"""

EVENTS_NEVER_CHANGE = """
CREATE FUNCTION casebook_event_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'event %: the history never changes', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'event_never_changes';
END $$;
CREATE TRIGGER event_never_changes
    BEFORE UPDATE ON cases_event
    FOR EACH ROW EXECUTE FUNCTION casebook_event_is_immutable();
"""


def trigger(sql: str, name: str, table: str, function: str) -> migrations.RunSQL:
    """The operation that makes a trigger with its function, and undoes both."""
    return migrations.RunSQL(
        sql,
        reverse_sql=(
            f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {function}();"
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        trigger(
            STORED_TEXT_NEVER_CHANGES,
            "copy_text_never_changes",
            "cases_copy",
            "casebook_copy_is_immutable",
        ),
        trigger(
            QUOTE_IS_THE_TEXT_AT_THE_SPAN,
            "evidence_quote_is_the_text",
            "cases_evidence",
            "casebook_evidence_quote",
        ),
        trigger(
            PASSAGE_LIES_IN_A_COPY_OF_THE_BULLETIN,
            "case_passage_is_in_its_copy",
            "cases_case",
            "casebook_case_passage",
        ),
        trigger(
            DECISION_LIES_IN_ITS_COPY,
            "privacy_decision_is_in_its_copy",
            "cases_privacydecision",
            "casebook_privacy_decision_range",
        ),
        trigger(
            PRIMARY_COPY_IS_ONE_OF_THE_BULLETIN,
            "bulletin_primary_copy_is_its_own",
            "cases_bulletin",
            "casebook_primary_copy",
        ),
        trigger(
            EVENTS_NEVER_CHANGE,
            "event_never_changes",
            "cases_event",
            "casebook_event_is_immutable",
        ),
    ]
