package dev.atelier.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PythonClientTest {
    private static final Pattern ERROR = Pattern.compile("(?m)^wrong_uses\\.py:(\\d+): error");

    private static Path folder = Path.of("");

    @BeforeAll
    static void generate() throws IOException {
        folder = SourceFolder.copy("python");
        assumeTrue(
                System.getenv("CI") != null
                        || run("python3", "-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))")
                                .succeeded(),
                "Python clients are not checked: install python3 3.11 or later with venv");
        run("python3", "-m", "venv", "environment").requireSuccess();
        python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")
                .requireSuccess();
        for (var document : OpenApiDocument.ALL) {
            var generated = python(
                            "-m",
                            "openapi_python_client",
                            "generate",
                            "--meta",
                            "none",
                            "--overwrite",
                            "--fail-on-warning",
                            "--config",
                            "openapi-python-client.yaml",
                            "--path",
                            document.file().toString(),
                            "--output-path",
                            document.service().replace('-', '_'))
                    .requireSuccess();
            assertThat(generated.output()).doesNotContain("WARNING");
        }
    }

    @Test
    void acceptsAUseOfEachMainRoute() {
        check("uses.py").requireSuccess();
    }

    @Test
    void refusesWrongTypes() throws IOException {
        var errors = check("wrong_uses.py");

        assertThat(ERROR.matcher(errors.output())
                        .results()
                        .map(error -> Integer.valueOf(error.group(1)))
                        .distinct())
                .as(errors.output())
                .containsExactlyElementsOf(SourceFolder.refusedLines(folder.resolve("wrong_uses.py"), "#"));
    }

    private static CommandResult check(String source) {
        return python("-m", "mypy", source);
    }

    private static CommandResult python(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = folder.resolve("environment/bin/python").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(command);
    }

    private static CommandResult run(String... command) {
        return CommandResult.of(folder, List.of(command));
    }
}
