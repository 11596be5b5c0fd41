package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
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
class PublicLegalController {
    /** A version never changes; which one is in force does, and is asked for again each time. */
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private static final CacheControl ASKED_AGAIN = CacheControl.noCache().cachePublic();

    private final LegalVersions versions;
    private final Pages pages;

    PublicLegalController(LegalVersions versions, Pages pages) {
        this.versions = versions;
        this.pages = pages;
    }

    /** Those in force, without their texts; one page holds them all. */
    @GetMapping
    Page<VersionView> inForce() {
        return new Page<>(
                Arrays.stream(LegalDocument.values())
                        .flatMap(document -> versions.inForce(document).stream())
                        .map(VersionView::of)
                        .toList(),
                null);
    }

    /** The changelog: all versions of a document, the newest first, also one that takes effect later. */
    @GetMapping("/{document}/versions")
    Page<VersionView> versions(@PathVariable LegalDocument document, PageRequest page) {
        return versions.all(document, page).map(VersionView::of);
    }

    /** A version with its text in Markdown; the one in force where none is named. */
    @GetMapping("/{document}")
    ResponseEntity<Whole> read(
            @PathVariable LegalDocument document, @Nullable @RequestParam(required = false) Integer number) {
        var version = versions.demand(document, number);
        return ResponseEntity.ok()
                .eTag(tag(version, ""))
                .cacheControl(number == null ? ASKED_AGAIN : KEPT)
                .body(new Whole(VersionView.of(version), version.text()));
    }

    /**
     * The same as a page to read, in English ({@code EN}) or French ({@code FR}). Where no version is in force the page says so, with
     * status 404.
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
            @RequestParam(defaultValue = "EN") Language language) {
        if (number == null && versions.inForce(document).isEmpty()) {
            return page(ResponseEntity.status(HttpStatus.NOT_FOUND), language)
                    .cacheControl(ASKED_AGAIN)
                    .body(pages.unpublished(document, language));
        }
        var version = versions.demand(document, number);
        return page(ResponseEntity.ok(), language)
                .eTag(tag(version, "-" + language.tag()))
                .cacheControl(number == null ? ASKED_AGAIN : KEPT)
                .body(pages.of(version, language));
    }

    private static ResponseEntity.BodyBuilder page(ResponseEntity.BodyBuilder answer, Language language) {
        return answer.header("Content-Security-Policy", Pages.POLICY)
                .header("Content-Language", language.tag())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    }

    private static String tag(Version version, String suffix) {
        return "\"%d%s\"".formatted(version.number(), suffix);
    }

    /** A version with its text. */
    record Whole(VersionView version, Text text) {}
}
