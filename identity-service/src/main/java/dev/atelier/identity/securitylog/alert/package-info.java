/** Alerts about abuse: signals counted by account or network within a window. */
@NullMarked
package dev.atelier.identity.securitylog.alert;

import org.jspecify.annotations.NullMarked;
