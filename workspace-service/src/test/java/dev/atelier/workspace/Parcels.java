package dev.atelier.workspace;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Uploads and downloads files of an action. */
final class Parcels {
    private Parcels() {}

    /** The response body as bytes. */
    record Bytes(int status, HttpHeaders headers, byte[] body) {
        Answer answer() {
            var text = new String(body, StandardCharsets.UTF_8);
            return new Answer(
                    status,
                    headers,
                    text.startsWith("{") ? JsonMapper.shared().readTree(text) : MissingNode.getInstance(),
                    text);
        }
    }

    static Answer upload(Resident by, String path, String disposition, byte[] content) {
        var request = by.http()
                .post()
                .uri(URI.create(path + "/files"))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", disposition);
        by.headers().forEach(request::header);
        return request.body(content)
                .exchange((_, response) -> new Bytes(
                                response.getStatusCode().value(),
                                response.getHeaders(),
                                response.getBody().readAllBytes())
                        .answer());
    }

    static Answer upload(Resident by, String path, byte[] content) {
        return upload(by, path, "attachment; filename=\"plan.txt\"", content);
    }

    static Bytes download(Resident by, String path) {
        var request = by.http().get().uri(URI.create(path));
        by.headers().forEach(request::header);
        return request.exchange((_, response) -> new Bytes(
                response.getStatusCode().value(),
                response.getHeaders(),
                response.getBody().readAllBytes()));
    }
}
