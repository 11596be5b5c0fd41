package dev.atelier.gateway.requestvalidation;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has been received. */
final class BufferedBodyRequest extends HttpServletRequestWrapper {
    private final BufferedServletInputStream bufferedServletInputStream;

    BufferedBodyRequest(HttpServletRequest request, BufferedServletInputStream bufferedServletInputStream) {
        super(request);
        this.bufferedServletInputStream = bufferedServletInputStream;
    }

    @Override
    public ServletInputStream getInputStream() {
        return bufferedServletInputStream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(bufferedServletInputStream, StandardCharsets.UTF_8));
    }
}
