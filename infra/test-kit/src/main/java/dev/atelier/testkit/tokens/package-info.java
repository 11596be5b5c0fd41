/** Tokens for tests of one service: an issuer in the test JVM replaces Keycloak. */
@NullMarked
package dev.atelier.testkit.tokens;

import org.jspecify.annotations.NullMarked;
