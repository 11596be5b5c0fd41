package dev.atelier.backing.signin;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * A passkey as a phone keeps it: one key pair for one site and person, unlocked by its owner. Source: Web Authentication
 * Level 2, sections 5.8.1, 6.1 and 6.5 (attestation "none"), RFC 9053 (ES256).
 */
final class Passkey {
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_CREDENTIAL = 0x40;

    private final KeyPair keys;
    private final byte[] id = PkceChallenge.random().getBytes(StandardCharsets.US_ASCII);
    private final URI site;

    Passkey(URI site) {
        this.site = site;
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields of the enrolment page. */
    Map<String, String> enrolment(String challenge) {
        return Map.of(
                "clientDataJSON",
                encoded(clientData("webauthn.create", challenge)),
                "attestationObject",
                encoded(attestation()),
                "publicKeyCredentialId",
                encoded(id),
                "authenticatorLabel",
                "Phone",
                "transports",
                "internal",
                "authenticatorAttachment",
                "platform");
    }

    /** The fields of the login page, for the person with that handle. */
    Map<String, String> assertion(String challenge, String handle) {
        var data = authenticatorData(PRESENT_AND_VERIFIED, new byte[0]);
        var client = clientData("webauthn.get", challenge);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return Map.of(
                    "clientDataJSON", encoded(client),
                    "authenticatorData", encoded(data),
                    "signature", encoded(signature.sign()),
                    "credentialId", encoded(id),
                    "userHandle", handle);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s://%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, site.getScheme(), site.getAuthority())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}. */
    private byte[] attestation() {
        var credential = new ByteArrayOutputStream();
        credential.writeBytes(new byte[16]);
        credential.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        credential.writeBytes(id);
        credential.writeBytes(publicKey());
        var data = authenticatorData(PRESENT_AND_VERIFIED | WITH_CREDENTIAL, credential.toByteArray());
        var out = new ByteArrayOutputStream();
        out.write(0xa3);
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xa0);
        text(out, "authData");
        out.write(0x58);
        out.write(data.length);
        out.writeBytes(data);
        return out.toByteArray();
    }

    /** COSE: {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1});
        coordinate(out, 0x21, point.getAffineX());
        coordinate(out, 0x22, point.getAffineY());
        return out.toByteArray();
    }

    private static void coordinate(ByteArrayOutputStream out, int label, BigInteger value) {
        var bytes = value.toByteArray();
        var whole = new byte[32];
        var length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
        out.write(label);
        out.write(0x58);
        out.write(32);
        out.writeBytes(whole);
    }

    private byte[] authenticatorData(int flags, byte[] credential) {
        return ByteBuffer.allocate(37 + credential.length)
                .put(sha256(site.getHost().getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(0)
                .put(credential)
                .array();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }
}
