/** Tokens for tests of one service: an issuer in the test's own JVM takes Keycloak's place. */
@NullMarked
package dev.atelier.testkit.tokens;

import org.jspecify.annotations.NullMarked;
