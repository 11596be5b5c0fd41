/** Tests of service accounts. */
@NullMarked
package dev.atelier.identity.serviceaccount;

import org.jspecify.annotations.NullMarked;
