/** Registration and sign-in through Keycloak's pages over HTTP, as a browser does. */
@NullMarked
package dev.atelier.backing.signin;

import org.jspecify.annotations.NullMarked;
