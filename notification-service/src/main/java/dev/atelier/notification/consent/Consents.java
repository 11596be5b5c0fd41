package dev.atelier.notification.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import org.springframework.stereotype.Component;

/** Whether people want what needs their consent; who said nothing does not. */
@Component
public class Consents {
    private final ConsentRows rows;

    Consents(ConsentRows rows) {
        this.rows = rows;
    }

    public boolean given(UserId person, ConsentPurpose purpose) {
        return rows.findById(ConsentRow.id(person, purpose))
                .map(ConsentRow::given)
                .orElse(false);
    }

    /** Notes what was said, unless something later is known. */
    void note(UserId person, ConsentPurpose purpose, boolean given, long sequence) {
        var id = ConsentRow.id(person, purpose);
        if (rows.findById(id).filter(row -> row.sequence() >= sequence).isEmpty()) {
            rows.save(new ConsentRow(id, person, purpose, given, sequence));
        }
    }
}
