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
 * A line of an action's checklist.
 *
 * @param text 1 to 200 characters, without surrounding blanks
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

    @SuppressWarnings("ConstantValue") // a request can omit it; the constraint reports that
    public ChecklistItem {
        text = text == null ? "" : text.strip();
    }

    /** Checks the length again, because content is also created without a validated request. */
    void validate() {
        if (text.isEmpty() || CodePointLength.of(text) > MAX_TEXT) {
            throw InvalidInput.of("checklist", "must have lines of 1 to " + MAX_TEXT + " characters");
        }
    }

    /** Returns the line as text, for example {@code [x] Ask the carpenter}. */
    String toText() {
        return (done ? "[x] " : "[ ] ") + text;
    }
}
