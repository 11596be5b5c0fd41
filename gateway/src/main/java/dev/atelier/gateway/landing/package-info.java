/** Pages that the links of mails lead to, until there is a web client. */
@NullMarked
package dev.atelier.gateway.landing;

import org.jspecify.annotations.NullMarked;
