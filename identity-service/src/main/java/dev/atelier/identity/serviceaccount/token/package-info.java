/** Gives the gateway a short token of the realm for a key of a service account. */
@NullMarked
@NamedInterface("token")
package dev.atelier.identity.serviceaccount.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
