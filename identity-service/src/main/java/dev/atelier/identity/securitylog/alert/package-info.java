/** Alarms about abuse: what happens too often within a while, counted by account or by network. */
@NullMarked
package dev.atelier.identity.securitylog.alert;

import org.jspecify.annotations.NullMarked;
