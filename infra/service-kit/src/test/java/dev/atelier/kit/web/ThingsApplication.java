package dev.atelier.kit.web;

import dev.atelier.events.id.ProjectId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.security.RequiresRecentSignIn;
import dev.atelier.kit.web.mvc.NdjsonWriter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with a few routes, written as the kit expects it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ThingsApplication.Things.class)
class ThingsApplication {
    enum Colour {
        RED,
        BLUE
    }

    /** Controls the slow route: counts its requests and blocks them. */
    static final class SlowRouteControl {
        static final AtomicInteger BEGUN = new AtomicInteger();
        static final Semaphore GOES_ON = new Semaphore(0);

        private SlowRouteControl() {}
    }

    record Label(String text) {
        Label {
            if (text.isBlank()) {
                throw new IllegalArgumentException("must not be blank");
            }
        }
    }

    record Part(
            @Size(min = 1, max = 5) String name, @Nullable LocalDate due) {}

    record Thing(
            @NotNull @Size(min = 1, max = 10) String title,
            @Nullable Colour colour,
            @Nullable ProjectId project,
            @Nullable Integer count,
            @Nullable Label label,
            @Nullable @Valid List<Part> parts) {}

    record ThingFilter(
            @Nullable List<Colour> colour,
            @Nullable ProjectId owner,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueBefore,
            @Nullable Instant from,
            @Nullable @Size(max = 3) String search) {}

    @ProblemType("thing-already-here")
    static final class ThingAlreadyHere extends Refusal {
        private static final long serialVersionUID = 1;

        ThingAlreadyHere() {
            super(RefusalReason.CONFLICT, "It is here already.", Map.of("limit", 3));
        }
    }

    @RestController
    static class Things {
        private final NdjsonWriter ndjsonWriter;

        Things(NdjsonWriter ndjsonWriter) {
            this.ndjsonWriter = ndjsonWriter;
        }

        @GetMapping("/internal/numbers")
        void numbers(@RequestParam int until, HttpServletResponse response) throws IOException {
            ndjsonWriter.write(
                    IntStream.iterate(0, i -> i + 1)
                            .mapToObj(i -> {
                                if (i == until) {
                                    throw new IllegalStateException("in the middle");
                                }
                                return Map.of("number", i);
                            })
                            .limit(1000),
                    response);
        }

        @PostMapping("/api/things")
        Thing create(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/api/things/{thingId}")
        Map<String, Object> get(@PathVariable ProjectId thingId, Caller caller) {
            return Map.of("id", thingId, "caller", caller.userId());
        }

        @GetMapping("/api/things")
        CursorPage<Integer> list(CursorPageRequest page, @RequestParam(required = false) @Nullable Colour colour) {
            var cursor = page.cursor();
            long from = cursor == null ? 0 : cursor.number(0) + 1;
            var read = java.util.stream.LongStream.range(from, Math.min(from + page.limitPlusOne(), 120))
                    .mapToObj(Math::toIntExact)
                    .toList();
            return CursorPage.of(read, page, PageCursorCodec::of);
        }

        @GetMapping("/api/things/found")
        CursorPage<Integer> found(
                @Valid @ParameterObject ThingFilter filter, @RequestParam(required = false) @Nullable Integer depth) {
            return new CursorPage<>(List.of(), null);
        }

        @PatchMapping("/api/things/{thingId}")
        ResponseEntity<String> change(@PathVariable ProjectId thingId, ExpectedVersion expected) {
            expected.check(7, List.of("title"));
            return ResponseEntity.ok().eTag(ETags.of(8)).body("changed");
        }

        @PostMapping("/api/refused")
        void refused() {
            throw new ThingAlreadyHere();
        }

        /** Returns when {@link SlowRouteControl#GOES_ON} is released. */
        @GetMapping("/api/slow")
        String slow() throws InterruptedException {
            SlowRouteControl.BEGUN.incrementAndGet();
            SlowRouteControl.GOES_ON.acquire();
            return "done";
        }

        @PostMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("a secret");
        }

        @PostMapping("/api/started")
        String started(IdempotencyKey key) {
            return key.value();
        }

        @OperatorOnly
        @GetMapping("/api/secrets")
        String operators() {
            return "for operators";
        }

        @RequiresRecentSignIn
        @GetMapping("/api/delicate")
        String delicate() {
            return "for whoever signed in a moment ago";
        }

        @GetMapping("/api/foreign")
        void foreign() {
            throw new NotFound();
        }

        @GetMapping("/internal/things")
        Map<String, Object> internal(Caller caller, CallingService service) {
            return Map.of("caller", caller.userId(), "service", service.name());
        }
    }
}
