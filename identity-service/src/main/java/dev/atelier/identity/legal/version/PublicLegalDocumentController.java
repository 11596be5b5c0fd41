package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Legal documents for everybody. */
@RestController
@SecurityRequirements
@RequestMapping("/api/public/legal-documents")
class PublicLegalDocumentController {
    /** A version never changes; which one is in force does, and is revalidated each time. */
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private static final CacheControl ASKED_AGAIN = CacheControl.noCache().cachePublic();

    private final LegalVersionStore versions;
    private final LegalPageRenderer legalPageRenderer;

    PublicLegalDocumentController(LegalVersionStore versions, LegalPageRenderer legalPageRenderer) {
        this.versions = versions;
        this.legalPageRenderer = legalPageRenderer;
    }

    /** Returns the versions in force, without their texts; one page holds them all. */
    @GetMapping
    CursorPage<LegalVersionResponse> inForce() {
        return new CursorPage<>(
                Arrays.stream(LegalDocument.values())
                        .flatMap(document -> versions.findInForce(document).stream())
                        .map(LegalVersionResponse::of)
                        .toList(),
                null);
    }

    /** Returns all versions of a document, the newest first, including one that takes effect later. */
    @GetMapping("/{document}/versions")
    CursorPage<LegalVersionResponse> versions(@PathVariable LegalDocument document, CursorPageRequest page) {
        return versions.all(document, page).map(LegalVersionResponse::of);
    }

    /** Returns a version with its text in Markdown; by default the one in force. */
    @GetMapping("/{document}")
    ResponseEntity<LegalDocumentResponse> read(
            @PathVariable LegalDocument document, @Nullable @RequestParam(required = false) Integer number) {
        var version = versions.require(document, number);
        return ResponseEntity.ok()
                .eTag(tag(version, ""))
                .cacheControl(number == null ? ASKED_AGAIN : KEPT)
                .body(new LegalDocumentResponse(LegalVersionResponse.of(version), version.text()));
    }

    /**
     * Returns a version as an HTML page, in English ({@code EN}) or French ({@code FR}). Where no version is in force,
     * the page says so, with status 404.
     */
    @GetMapping(path = "/{document}/page", produces = MediaType.TEXT_HTML_VALUE)
    @ApiResponse(responseCode = "200", description = "A page in HTML")
    @ApiResponse(
            responseCode = "404",
            description = "A page that says that no version is in force",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> page(
            @PathVariable LegalDocument document,
            @Nullable @RequestParam(required = false) Integer number,
            @RequestParam(defaultValue = "EN") LegalLanguage language) {
        if (number == null && versions.findInForce(document).isEmpty()) {
            return page(ResponseEntity.status(HttpStatus.NOT_FOUND), language)
                    .cacheControl(ASKED_AGAIN)
                    .body(legalPageRenderer.unpublished(document, language));
        }
        var version = versions.require(document, number);
        return page(ResponseEntity.ok(), language)
                .eTag(tag(version, "-" + language.tag()))
                .cacheControl(number == null ? ASKED_AGAIN : KEPT)
                .body(legalPageRenderer.of(version, language));
    }

    private static ResponseEntity.BodyBuilder page(ResponseEntity.BodyBuilder answer, LegalLanguage language) {
        return answer.header("Content-Security-Policy", LegalPageRenderer.POLICY)
                .header("Content-Language", language.tag())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    }

    private static String tag(LegalVersion version, String suffix) {
        return "\"%d%s\"".formatted(version.number(), suffix);
    }

    /** A version with its text. */
    record LegalDocumentResponse(LegalVersionResponse version, LocalizedText text) {}
}
