package dev.atelier.fuzz;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientFactory;
import dev.atelier.demo.DemoNarrator;
import dev.atelier.demo.DemoStory;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.ServiceDefinition;
import dev.atelier.stack.StackOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fuzzes every route of every service through the gateway, as the manager of a workspace in which the demo was run, and
 * operators' routes also as an operator. A response must match the OpenAPI document: no 5xx, no other status, type or
 * shape.
 */
public final class FuzzRun {
    private static final String CHECKS =
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

    private final LocalStack stack;
    private final Path folder;
    private final int examples;
    private final long seed;

    /**
     * Creates a fuzz run on a system started with {@link #options}.
     *
     * @param folder for temporary files
     * @param examples maximum number of requests of each kind per route
     */
    public FuzzRun(LocalStack stack, Path folder, int examples, long seed) {
        this.stack = stack;
        this.folder = folder;
        this.examples = examples;
        this.seed = seed;
    }

    /** Options of a system whose gateway has no rate limit for a user. */
    public static StackOptions options(Path folder) {
        var options = StackOptions.isolatedIn(folder);
        for (var limit : List.of("ADDRESS", "USER", "TOKEN")) {
            options = options.with("ATELIER_GATEWAY_LIMITS_" + limit + "_REQUESTS", "1000000");
        }
        return options;
    }

    /** Returns the services with undocumented responses; the fuzzer prints the details. */
    public List<String> run(Schemathesis fuzzer) throws IOException, InterruptedException {
        var apiClientFactory = new ApiClientFactory(stack.issuerUri(), stack.mails(), stack.gateway());
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var demoWorkspace = new DemoStory(
                        new DemoNarrator(silent), apiClientFactory, stack.mails(), Clock.systemUTC(), folder)
                .run()
                .workshop();
        var things = JsonMapper.shared()
                .writeValueAsString(PathVariableBindings.of(demoWorkspace).values());
        var secrets = stack.secrets();
        var operator = apiClientFactory.signIn("operator", secrets.operatorEmail(), secrets.operatorPassword());
        var offending = new ArrayList<>(fuzzAs(fuzzer, demoWorkspace.manager().person(), things, List.of()));
        offending.addAll(fuzzAs(fuzzer, operator, things, List.of("--include-path-regex=^/api/operator/")));
        return offending;
    }

    /** Fuzzes the selected routes as one user. */
    private List<String> fuzzAs(Schemathesis fuzzer, ApiClient apiClient, String things, List<String> which)
            throws IOException, InterruptedException {
        var offending = new ArrayList<String>();
        try (var desk = new TokenServer(apiClient)) {
            var environment = Map.of("ATELIER_FUZZ_TOKENS", desk.address().toString(), "ATELIER_FUZZ_THINGS", things);
            for (var service : documented()) {
                IO.println("\n%s, as %s".formatted(service, apiClient.name()));
                var arguments = Stream.concat(arguments(service).stream(), which.stream())
                        .toList();
                if (fuzzer.run(folder, arguments, environment) != 0) {
                    offending.add(service);
                }
                requireSignedIn(apiClient, service);
            }
        }
        return offending;
    }

    /**
     * Fails if the user's token stopped working: without a valid token every route returns 401, which is documented.
     */
    private static void requireSignedIn(ApiClient apiClient, String service) {
        var apiClientResponse = apiClient.get("/api/me");
        if (apiClientResponse.status() != 200) {
            throw new IllegalStateException("the user was signed out while fuzzing %s: GET /api/me returns %d"
                    .formatted(service, apiClientResponse.status()));
        }
    }

    private static List<String> documented() {
        return ServiceDefinition.ALL.stream()
                .map(ServiceDefinition::name)
                .filter(name -> !name.equals("gateway"))
                .toList();
    }

    private List<String> arguments(String service) {
        return List.of(
                stack.gateway() + "/docs/openapi/" + service + ".json",
                "--url=" + stack.gateway(),
                "--checks=" + CHECKS,
                "--max-examples=" + examples,
                "--seed=" + seed,
                "--workers=1",
                "--request-timeout=30",
                "--continue-on-failure");
    }
}
