package dev.atelier.workspace;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Uploads and downloads files of an action. */
final class AttachmentClient {
    private AttachmentClient() {}

    /** The response body as bytes. */
    record BinaryResponse(int status, HttpHeaders headers, byte[] body) {
        TestResponse answer() {
            var text = new String(body, StandardCharsets.UTF_8);
            return new TestResponse(
                    status,
                    headers,
                    text.startsWith("{") ? JsonMapper.shared().readTree(text) : MissingNode.getInstance(),
                    text);
        }
    }

    static TestResponse upload(TestUser by, String path, String disposition, byte[] content) {
        var request = by.http()
                .post()
                .uri(URI.create(path + "/attachments"))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", disposition);
        by.headers().forEach(request::header);
        return request.body(content)
                .exchange((_, response) -> new BinaryResponse(
                                response.getStatusCode().value(),
                                response.getHeaders(),
                                response.getBody().readAllBytes())
                        .answer());
    }

    static TestResponse upload(TestUser by, String path, byte[] content) {
        return upload(by, path, "attachment; filename=\"plan.txt\"", content);
    }

    static BinaryResponse download(TestUser by, String path) {
        var request = by.http().get().uri(URI.create(path));
        by.headers().forEach(request::header);
        return request.exchange((_, response) -> new BinaryResponse(
                response.getStatusCode().value(),
                response.getHeaders(),
                response.getBody().readAllBytes()));
    }
}
