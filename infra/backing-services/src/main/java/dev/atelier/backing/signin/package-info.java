/** People at Keycloak's own pages: what a browser and its owner do when they register and sign in, over HTTP. */
@NullMarked
package dev.atelier.backing.signin;

import org.jspecify.annotations.NullMarked;
