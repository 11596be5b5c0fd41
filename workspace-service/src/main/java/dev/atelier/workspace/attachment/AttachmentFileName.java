package dev.atelier.workspace.attachment;

import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file name.
 *
 * @param name 1 to 255 characters in one line, no path
 */
record AttachmentFileName(
        @NotBlank @Size(max = 255) @OneLine @Pattern(regexp = "(?!\\.{1,2}$).*", message = "must name a file")
        String name) {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    /**
     * Reads the name from a header such as {@code attachment; filename*=UTF-8''caf%C3%A9.jpg}, without leading folders.
     *
     * @throws InvalidInput if there is no name, or if it is invalid
     */
    static AttachmentFileName of(String header) {
        var given = Objects.requireNonNullElse(parse(header).getFilename(), "");
        var name = new AttachmentFileName(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .strip());
        VALIDATOR.validate(name).stream().findFirst().ifPresent(wrong -> {
            throw InvalidInput.of(HttpHeaders.CONTENT_DISPOSITION, "filename " + wrong.getMessage());
        });
        return name;
    }

    private static ContentDisposition parse(String header) {
        try {
            return ContentDisposition.parse(header);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(
                    HttpHeaders.CONTENT_DISPOSITION, "must be like attachment; filename*=UTF-8''photo.jpg");
        }
    }
}
