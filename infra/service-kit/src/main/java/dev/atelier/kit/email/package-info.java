/** What an e-mail address is, everywhere one is taken, compared or written to. */
@NullMarked
package dev.atelier.kit.email;

import org.jspecify.annotations.NullMarked;
