package dev.atelier.testkit.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An OpenID provider with three routes: discovery, keys, and tokens for client credentials with any secret. */
final class TestOidcProvider {
    private static final Pattern CLIENT = Pattern.compile("(?:^|&)client_id=([^&]+)");
    private static @Nullable TestOidcProvider shared;

    private final RSAKey key;
    private final HttpServer server;

    private TestOidcProvider() throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var realm = address().getPath();
        server.createContext(realm + "/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext(realm + "/certs", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(realm + "/protocol/openid-connect/token", exchange -> answer(exchange, token(exchange)));
        server.start();
    }

    static synchronized TestOidcProvider shared() {
        if (shared == null) {
            try {
                shared = new TestOidcProvider();
            } catch (JOSEException | IOException e) {
                throw new IllegalStateException("the test issuer does not start", e);
            }
        }
        return shared;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/atelier");
    }

    String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
        return token.serialize();
    }

    private String discovery() {
        var at = address();
        return """
                {"issuer": "%s", "jwks_uri": "%s/certs", "token_endpoint": "%s/protocol/openid-connect/token",
                 "authorization_endpoint": "%s/protocol/openid-connect/auth", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(at, at, at, at);
    }

    private static String token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 300}
                """.formatted(TestTokens.service(client(exchange, form)));
    }

    private static String client(HttpExchange exchange, String form) {
        var basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            var pair = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
            return URLDecoder.decode(pair.substring(0, pair.indexOf(':')), StandardCharsets.UTF_8);
        }
        var inForm = CLIENT.matcher(form);
        return inForm.find() ? URLDecoder.decode(inForm.group(1), StandardCharsets.UTF_8) : "unknown";
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
