package dev.atelier.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TypeScriptClientTest {
    private static final Pattern ERROR = Pattern.compile("(?m)^wrong-uses\\.ts\\((\\d+),\\d+\\): error");

    private static Path folder = Path.of("");

    @BeforeAll
    static void generate() throws IOException {
        folder = SourceFolder.copy("typescript");
        assumeTrue(
                System.getenv("CI") != null
                        || (run("node", "--version").succeeded()
                                && run("npm", "--version").succeeded()),
                "TypeScript clients are not checked: install node 20 or later with npm");
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
                .requireSuccess();
        var generate = new ArrayList<>(List.of("node", "generate.mjs"));
        for (var document : OpenApiDocument.ALL) {
            generate.add(document.file().toString());
            generate.add("generated/" + document.service() + ".d.ts");
        }
        CommandResult.of(folder, generate).requireSuccess();
    }

    @Test
    void compilesAUseOfEachMainRoute() {
        compile("tsconfig.json").requireSuccess();
    }

    @Test
    void refusesWrongTypes() throws IOException {
        var errors = compile("tsconfig.wrong-uses.json");

        assertThat(ERROR.matcher(errors.output()).results().map(error -> Integer.valueOf(error.group(1))))
                .as(errors.output())
                .containsExactlyElementsOf(SourceFolder.refusedLines(folder.resolve("wrong-uses.ts"), "//"));
    }

    private static CommandResult compile(String project) {
        return run("node", "node_modules/typescript/bin/tsc", "--project", project);
    }

    private static CommandResult run(String... command) {
        return CommandResult.of(folder, List.of(command));
    }
}
