package dev.atelier.gateway.apikey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Makes a request look as if its client had sent the token. */
final class BearerTokenRequestWrapper extends HttpServletRequestWrapper {
    private final String authorization;

    BearerTokenRequestWrapper(HttpServletRequest request, String token) {
        super(request);
        this.authorization = "Bearer " + token;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION) ? authorization : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)
                ? Collections.enumeration(List.of(authorization))
                : super.getHeaders(name);
    }
}
