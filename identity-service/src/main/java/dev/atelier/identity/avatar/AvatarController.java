package dev.atelier.identity.avatar;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves people's pictures. */
@RestController
class AvatarController {
    private final AvatarService avatarService;
    private final AvatarProcessor avatarProcessor;

    AvatarController(AvatarService avatarService, AvatarProcessor avatarProcessor) {
        this.avatarService = avatarService;
        this.avatarProcessor = avatarProcessor;
    }

    /**
     * Replaces the picture. The body is a JPEG, PNG or WebP by its content, 5 MiB at most; its middle is kept, in
     * squares of 48, 128 and 512 pixels, without metadata.
     */
    @Operation(
            summary = "Replaces the picture.",
            description =
                    "A JPEG, PNG or WebP by its content, 5 MiB and 50 million pixels at most (16 million where it is WebP or a "
                            + "progressive JPEG), is the body. Its middle is shown without any metadata. 422 no-picture for other types such "
                            + "as HEIC; too-many-pixels, photo-too-complex, photo-unreadable. 503 photo-decoder-busy with Retry-After where "
                            + "many arrive.")
    @PostMapping(path = "/api/me/avatar", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "200", description = "The picture was replaced")
    @ApiResponse(
            responseCode = "422",
            description = "The picture cannot be used",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    AvatarResponse replace(InputStream body, Caller caller) throws IOException {
        var account = avatarService.replace(caller.userId(), avatarProcessor.process(body));
        return new AvatarResponse(account.id(), Objects.requireNonNull(account.avatar()));
    }

    /** Removes the picture. */
    @DeleteMapping("/api/me/avatar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller) {
        avatarService.remove(caller.userId());
    }

    /**
     * Returns a square JPEG to the person and to those who share a workspace with them. Clients may cache it and must
     * revalidate each time.
     */
    @GetMapping(path = "/api/users/{userId}/avatar", produces = MediaType.IMAGE_JPEG_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "A square JPEG",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_JPEG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> read(
            @PathVariable UserId userId,
            @Schema(
                            type = "integer",
                            allowableValues = {"48", "128", "512"})
                    @RequestParam(defaultValue = "128")
                    int size,
            Caller caller) {
        var avatarSize = AvatarSize.of(size).orElseThrow(() -> InvalidInput.of("size", "must be one of 48, 128, 512"));
        var avatar = avatarService.readFor(userId, caller.userId());
        return ResponseEntity.ok()
                .eTag("\"%d-%s\"".formatted(avatar.number(), avatarSize.key()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.IMAGE_JPEG)
                .body(Objects.requireNonNull(avatar.squares().get(avatarSize.key()))
                        .getData());
    }

    /** @param avatarVersion the picture's number */
    record AvatarResponse(UserId userId, long avatarVersion) {}
}
