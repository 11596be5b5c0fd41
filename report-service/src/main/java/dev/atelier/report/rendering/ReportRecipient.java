package dev.atelier.report.rendering;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.privacy.SentRecord;
import java.time.ZoneId;
import java.util.Locale;

/** The reader of a report: name, language and time zone. */
@SentRecord(to = "the reader of the report")
public record ReportRecipient(
        @PersonalData(
                category = Category.NAME,
                purpose = "says on the report who asked for it",
                basis = Basis.CONTRACT,
                retention = "as long as the report")
        String name,

        @NotPersonal("a language of thousands") Locale locale,
        @NotPersonal("a time zone of millions") ZoneId zone) {}
