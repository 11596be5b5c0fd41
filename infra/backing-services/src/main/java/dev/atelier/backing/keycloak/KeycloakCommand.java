package dev.atelier.backing.keycloak;

import dev.atelier.backing.process.ProgramLocator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java command that {@code kc.sh} executes, so that the child process is Keycloak itself and not a script. */
record KeycloakCommand(Path home) {

    List<String> build() {
        return java("build", "--db=dev-file", "--health-enabled=true", "--metrics-enabled=true");
    }

    /** Listens on 127.0.0.1; health and metrics are on the management port. */
    List<String> start(int port, int managementPort) {
        return java(
                "start",
                "--optimized",
                "--import-realm",
                // Otherwise commits of the last half second are lost when the process is killed.
                "--db-url-properties=;WRITE_DELAY=0",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=http://127.0.0.1:" + port,
                "--log-level=INFO,io.smallrye.health:error");
    }

    private List<String> java(String... arguments) {
        var command = new ArrayList<>(List.of(
                ProgramLocator.java().toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf")));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }
}
