/** Landing pages of the links in mails, until there is a web client. */
@NullMarked
package dev.atelier.gateway.landing;

import org.jspecify.annotations.NullMarked;
