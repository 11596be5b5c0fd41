package dev.atelier.kit.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that whoever found an open session could use to keep the account for good: only for those who signed in within
 * {@code atelier.recent-sign-in}, 15 minutes where nothing else is set. Others get 401 {@code sign-in-too-old}
 * with the header by which clients know to let the person sign in again. Source: RFC 9470.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresRecentSignIn {}
