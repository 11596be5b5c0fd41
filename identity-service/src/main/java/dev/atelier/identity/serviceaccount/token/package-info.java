/** Exchange of API keys for short-lived tokens of the realm. */
@NullMarked
@NamedInterface("token")
package dev.atelier.identity.serviceaccount.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
