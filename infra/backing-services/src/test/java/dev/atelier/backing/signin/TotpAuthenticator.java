package dev.atelier.backing.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app. Source: RFC 6238. */
record TotpAuthenticator(String secret) {
    /** Returns the present code, or the code of that many half minutes later. */
    String code(int later) {
        var step = System.currentTimeMillis() / 30_000 + later;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(8).putLong(step).array()));
            var number = hash.getInt(hash.get(19) & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
