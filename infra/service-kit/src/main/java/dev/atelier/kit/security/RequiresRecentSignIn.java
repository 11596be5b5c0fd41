package dev.atelier.kit.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts a route to users who signed in within {@code atelier.recent-sign-in} (default 15 minutes). For routes with
 * which somebody who finds an open session could take over the account. Others get 401 {@code sign-in-too-old} with a
 * header that tells the client to ask for a new sign-in. Source: RFC 9470.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresRecentSignIn {}
