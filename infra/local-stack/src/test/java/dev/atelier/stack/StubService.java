package dev.atelier.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A minimal service jar for the stack: it can be extracted, is ready, keeps no secrets, and returns its environment at
 * {@code /env/NAME}.
 */
public final class StubService {
    private StubService() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            var self = Path.of(System.getProperty("java.class.path"));
            Files.copy(self, Path.of(args[args.length - 1]).resolve(self.getFileName()));
            return;
        }
        if (System.getenv("STUB_REFUSES") != null) {
            throw new IllegalStateException("no flour left");
        }
        var server = HttpServer.create(
                new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("SERVER_PORT"))), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var value = path.startsWith("/env/")
                    ? System.getenv(path.substring(5))
                    : path.endsWith("/master-key") ? "{\"currentKeyId\": null, \"outdated\": 0, \"keys\": []}" : "UP";
            var body = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Creates a repository in the folder with a built jar for every service. */
    public static Path repositoryIn(Path folder) throws IOException {
        for (var serviceDefinition : ServiceDefinition.ALL) {
            var target = Files.createDirectories(
                    folder.resolve(serviceDefinition.name()).resolve("target"));
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
            var file = StubService.class.getName().replace('.', '/') + ".class";
            try (var jar = new JarOutputStream(
                            Files.newOutputStream(target.resolve(serviceDefinition.name() + ".jar")), manifest);
                    var in = StubService.class.getClassLoader().getResourceAsStream(file)) {
                jar.putNextEntry(new JarEntry(file));
                in.transferTo(jar);
            }
        }
        return folder;
    }
}
