package dev.atelier.workspace.action.history;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.util.List;

/**
 * One changed field. Values are texts; a field without a value has none, a list has several.
 *
 * @param field its name in the API
 */
public record FieldChange(
        @NotPersonal("the name of a field") String field,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "shows the participants how a work item came to be what it is",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        List<String> before,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "shows the participants how a work item came to be what it is",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        List<String> after) {
    public FieldChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
