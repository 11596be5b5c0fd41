package dev.atelier.workspace.action.content;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.validation.CodePointLength;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A line of a work item's checklist.
 *
 * @param text 1 to 200 characters, without blanks around them
 */
public record ChecklistItem(
        @NotBlank @Size(max = ChecklistItem.MAX_TEXT) @OneLine
        @PersonalData(
                category = Category.CONTENT,
                purpose = "the work of a project",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        String text,

        @NotNull Boolean done) {
    static final int MAX_TEXT = 200;

    @SuppressWarnings("ConstantValue") // a request may leave it out; the constraint says so
    public ChecklistItem {
        text = text == null ? "" : text.strip();
    }

    /** For the content, which is made after the request was checked. */
    void demand() {
        if (text.isEmpty() || CodePointLength.of(text) > MAX_TEXT) {
            throw InvalidInput.of("checklist", "must have lines of 1 to " + MAX_TEXT + " characters");
        }
    }

    /** {@code [x] Ask the carpenter}. */
    String written() {
        return (done ? "[x] " : "[ ] ") + text;
    }
}
